import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { memoryHome } from '../../messages/memory-home.ts'
import { namesOfRecords } from '../../store/names.ts'
import { type Due, dueUntil } from '../store/due.ts'

export type DueInWords = Due & { what: string; name: string }

/** What is to be done, or what ends. */
export function whatIsDue(locale: Locale, { kind, year }: Pick<Due, 'kind' | 'year'>): string {
  const words = memoryHome[locale].due
  return kind === 'fee' ? words.fee(year ?? 0) : words[kind]
}

/** What is due up to a day, each with its words and the name of its record, as far as the actor may know it. */
export async function dueWithNames(
  tx: Tx,
  space: string,
  locale: Locale,
  day: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<DueInWords[]> {
  const due = await dueUntil(tx, space, day.toString(), until.toString())
  const names = await namesOfRecords(
    tx,
    space,
    due.map(({ id }) => id),
    locale,
  )
  return due.map(one => ({
    ...one,
    what: whatIsDue(locale, one),
    name: names.get(one.id) ?? memoryHome[locale].unnamed,
  }))
}
