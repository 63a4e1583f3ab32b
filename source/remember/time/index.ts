import { inWords } from '#ground/history/tell.ts'
import type { LogTable, LogWords, Route } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { get, post } from '#ground/web/route.ts'
import { edtfInWords } from '../acts/edtf-in-words.ts'
import { memoryWords } from '../messages/memory.ts'
import { memoryRecords } from '../messages/memory-records.ts'
import { isKnownBeside } from '../rules/edtf-columns.ts'
import { showDifferences } from './pages/differences.tsx'
import { sendPutBack, showRecordHistory } from './pages/record.tsx'
import { showHistory } from './pages/times.tsx'
import { columnName, valueOfColumn } from './pages/values.ts'
import { byRecord, type Doc, ownerOf, owners } from './rules/changes.ts'

const at = '/:l/territories/:slug'

export const memoryTimeRoutes: Route[] = [
  get(`${at}/history`, 'everyone', showHistory),
  get(`${at}/differences`, 'everyone', showDifferences),
  get(`${at}/records/:table/:record`, 'everyone', showRecordHistory),
  post(`${at}/records/:table/:record/put-back`, 'office', sendPutBack),
]

type TableName = keyof typeof memoryRecords.en.tables
type ColumnName = keyof typeof memoryRecords.en.columns

/** By which of its columns people know a record that has no name in several languages. */
const knownBy: Partial<Record<TableName, ColumnName>> = {
  interaction: 'title',
  commitment: 'what',
  decision: 'number',
  fee: 'year',
  identifier: 'value',
  note: 'body',
}

/** Whom or what a row joins to the record that it is a part of. */
const joins: Partial<Record<TableName, readonly string[]>> = {
  relationship_party: ['organisation_id'],
  appointment: ['contact_id'],
  interaction_participant: ['contact_id', 'organisation_id'],
  activity_party: ['organisation_id'],
  responsibility: ['organisation_id'],
  about: ['about_id'],
}

const isPart = (table: TableName) => table !== 'agreement' && (table in owners || byRecord.includes(table))

function partOf(table: TableName, doc: Doc) {
  const owner = ownerOf({ table, id: '', before: null, after: doc })
  return owner.id === '' ? null : owner
}

const circles: ReadonlySet<string> = new Set(['visibility', 'at_most'])

function inWordsOf(table: TableName, column: ColumnName, locale: Locale, value: unknown): string {
  // What is known of a day, where it is less: the day that is used stands beside it.
  if (isKnownBeside(column) || column === 'during') return edtfInWords(locale, String(value))
  if (circles.has(column)) return memoryWords[locale].circles[value as 0 | 1 | 2] ?? String(value)
  return valueOfColumn(locale, table, column, value) ?? inWords(locale, value)
}

const columnsOf = (table: TableName) =>
  Object.fromEntries(
    (Object.keys(memoryRecords.en.columns) as ColumnName[])
      // What is told by an id says nothing in one line; the history of the record tells it by name.
      .filter(column => !column.endsWith('_id') && column !== 'told_by')
      .map(column => [
        column,
        {
          label: (locale: Locale) => columnName(locale, table, column),
          words: (locale: Locale, value: unknown) => inWordsOf(table, column, locale, value),
        },
      ]),
  )

/** How what happens in a memory is told in the log. */
export const memoryLog: LogWords = {
  tables: Object.fromEntries(
    (Object.keys(memoryRecords.en.tables) as TableName[])
      // Told by the ground already.
      .filter(table => table !== 'organisation' && table !== 'identifier')
      .map(table => [
        table,
        {
          part: 'memory',
          name: (locale: Locale) => memoryRecords[locale].tables[table],
          columns: columnsOf(table),
          // An agreement has a name of its own, and a part of it is told under that.
          ...(isPart(table) ? { owner: doc => partOf(table, doc), joins: joins[table] ?? [] } : { whole: true }),
          ...(knownBy[table] ? { knownBy: knownBy[table] } : { named: true }),
        } satisfies LogTable,
      ]),
  ),
}
