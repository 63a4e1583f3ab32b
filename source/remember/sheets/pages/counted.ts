import type { Locale } from '#ground/languages/locales.ts'
import { number } from '#ground/languages/say.ts'
import { memoryRecords } from '../../messages/memory-records.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { tableOrder } from '../../rules/file/plan.ts'
import { type ByTable, sumOf } from '../rules/counted.ts'

/** How many records, and how many of each kind. */
export function byKindInWords(locale: Locale, counted: ByTable): string {
  const place = (table: string) => (tableOrder as readonly string[]).indexOf(table)
  const kinds = Object.entries(counted)
    .sort(([one], [other]) => place(one) - place(other))
    .map(([table, count]) => sheetsWords[locale].counts.ofKind(tableInWords(locale, table), number(locale, count)))
  const all = number(locale, sumOf(counted))
  return kinds.length === 0 ? all : `${all} (${kinds.join(', ')})`
}

/** What a record of a table is called. */
export const tableInWords = (locale: Locale, table: string): string =>
  (memoryRecords[locale].tables as Readonly<Record<string, string>>)[table] ?? table
