import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import type { Memory } from '../../pages/memory.ts'
import { parseEdtf, reachOf, readEdtf } from '../../rules/edtf.ts'
import type { Asked } from '../store/posts.ts'

export type AskedDay = Asked & {
  /** As it was typed; empty when nothing was asked. */
  typed: string
  /** What it was read as, in words. */
  words: string
  /** A whole day, neither a longer time nor about one. */
  isDay: boolean
  problem: boolean
}

/**
 * The day, the month or the year that `?when=` asks for, in the words people use; today, or the past day that is read, when
 * nothing is asked or it cannot be read. A period is asked for as a whole.
 */
export function askedDay(visit: Visit, memory: Memory): AskedDay {
  const typed = (visit.url.searchParams.get('when') ?? '').trim().slice(0, 60)
  const day = memory.day.toString()
  const today = { first: day, last: day, typed, words: date(visit.locale, memory.day), isDay: true, problem: false }
  if (typed === '') return today
  const edtf = readEdtf(typed)
  const read = edtf === null ? null : parseEdtf(edtf)
  const reach = edtf === null || !read ? null : reachOf(edtf)
  if (edtf === null || !reach?.first || !reach.last) return { ...today, problem: true }
  const words = edtfInWords(visit.locale, edtf)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(edtf)
  return { first: reach.first.toString(), last: reach.last.toString(), typed, words, isDay, problem: false }
}
