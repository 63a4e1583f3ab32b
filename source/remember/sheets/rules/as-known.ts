import { dayIn, isUnknown, reachOf } from '../../rules/edtf.ts'
import { knownBeside } from '../../rules/edtf-columns.ts'
import { type End, type Point, parseEdtf, writeEnd } from '../../rules/edtf-parts.ts'

/** What a date says beside one that is known: it knows more, or less, or it says otherwise. */
export type Beside = 'same' | 'finer' | 'vaguer' | 'other'

/** One date or period beside another, both EDTF: each of its two ends by itself. */
export function beside(known: string, said: string): Beside {
  if (known === said) return 'same'
  const [there, given] = [parseEdtf(known), parseEdtf(said)]
  if (there === null || given === null) return 'other'
  const ends = [endBeside(there.from, given.from), endBeside(there.to, given.to)]
  if (ends.includes('other')) return 'other'
  if (ends.includes('vaguer')) return 'vaguer'
  return ends.includes('finer') ? 'finer' : 'same'
}

function endBeside(known: End, said: End): Beside {
  if (known === 'unknown') return said === 'unknown' ? 'same' : 'finer'
  if (said === 'unknown') return 'vaguer'
  if (typeof known === 'string' || typeof said === 'string') return known === said ? 'same' : 'other'
  const [there, given] = [reachOf(bare(known)), reachOf(bare(said))]
  const within = (inner: typeof there, outer: typeof there) =>
    compare(outer.first, inner.first) <= 0 && compare(inner.last, outer.last) <= 0
  const [narrower, wider] = [within(given, there), within(there, given)]
  if (narrower && wider)
    return doubts(said) - doubts(known) > 0 ? 'vaguer' : doubts(known) === doubts(said) ? 'same' : 'finer'
  return narrower ? 'finer' : wider ? 'vaguer' : 'other'
}

const bare = (point: Point) => writeEnd({ ...point, about: false, uncertain: false })
const doubts = (point: Point) => Number(point.about) + Number(point.uncertain)
const compare = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null) =>
  one === null || other === null ? 0 : Temporal.PlainDate.compare(one, other)

/** Whether what ends certainly ends before it begins, both EDTF; false where either is not said or not known. */
export function endsFirst(begins: string | undefined, ends: string | undefined): boolean {
  if (!begins || !ends) return false
  if (dayIn(begins) !== null && dayIn(ends) !== null) return ends < begins
  const [{ first }, { last }] = [reachOf(begins), reachOf(ends)]
  return first !== null && last !== null && Temporal.PlainDate.compare(last, first) < 0
}

/**
 * A date as it is known, as the two columns of a day hold it. The day that is used where less is known is made by the database
 * (migration 0018); of what nobody knows the day there is neither.
 */
export function dayColumns(column: string, edtf: string | undefined): Record<string, string | null> {
  const said = edtf === undefined || edtf === '' || isUnknown(edtf) ? null : edtf
  const day = said === null ? null : dayIn(said)
  return { [column]: day, [knownBeside[column] ?? column]: day === null ? said : null }
}

/** The first day that it may be, YYYY-MM-DD; null where none is said or known. */
export const firstDay = (edtf: string | undefined): string | null =>
  edtf ? (reachOf(edtf).first?.toString() ?? null) : null
