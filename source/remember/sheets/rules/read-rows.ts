import { splitName } from '#convene/guests/rules/full-name.ts'
import type { Grid, SheetCell } from '#convene/guests/rules/sheet.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { parseEdtf } from '../../rules/edtf.ts'
import { type FieldOf, type Fields, fieldNames, fieldOf, textKey } from './kinds.ts'
import { guessLanguage } from './language-of-text.ts'
import type { Problem } from './problems.ts'
import type { Read } from './read.ts'
import type { SheetTable } from './table.ts'
import { type ChoiceWords, fold, readCell } from './values.ts'

/** A cell as it was read. */
export type Said = { column: number; found: string; value: string }
export type RowRead = {
  row: number
  language: string
  /** Field → what its cell says, names of others still as text. */
  said: Map<string, Said>
  wrong: boolean
}

/** column and what stands there → what is read instead, as somebody said at the press of a button. */
export type Corrections = Readonly<Record<string, string>>
export const correctionKey = (column: number, found: string) => `${column}:${found}`
/** For what stands in no cell: one row, one field. */
export const rowCorrectionKey = (row: number, field: string) => `row ${row}:${field}`

export type ReadingOptions = {
  words: ChoiceWords
  /** The language of texts of which no cell says it. */
  language: string
  /** Whether a text that is clearly in another of the four languages is taken for one. */
  guess: boolean
  corrections: Corrections
  currency: string | null
}

export type RowsRead = { rows: RowRead[]; problems: Problem[]; passedOver: number }

/** Sums and titles among the rows. */
const sums = /^(?:total|totaux|sous total|totales|total general|subtotal|totais|suma|somme|grand total|resultado)\b/

/** Reads the rows of a sheet, one after the other, so that whoever reads thousands can let others work in between. */
export function* readRows(grid: Grid, table: SheetTable, options: ReadingOptions): Generator<RowsRead, RowsRead> {
  const found: RowsRead = { rows: [], problems: [], passedOver: 0 }
  const told = new Set<unknown>()
  for (const { number, cells } of grid.sheet.rows) {
    yield found
    if (number < table.from) continue
    if (isNoRecord(grid, table, number, cells)) {
      found.passedOver += 1
      found.problems.push(
        problem('warning', number, cells[0]?.column ?? null, null, 'passed-over', cells[0]?.text ?? ''),
      )
      continue
    }
    const read = readRow(grid, table, number, options, found.problems, told)
    if (read !== null) found.rows.push(read)
    else if (cells.length > 0) {
      found.passedOver += 1
      found.problems.push(
        problem('warning', number, cells[0]?.column ?? null, null, 'passed-over', cells[0]?.text ?? ''),
      )
    }
  }
  return found
}

function isNoRecord(grid: Grid, { columns }: SheetTable, row: number, cells: readonly SheetCell[]): boolean {
  const first = cells[0]
  if (first === undefined || sums.test(fold(first.text))) return true
  // The headings once more, lower down.
  const repeated = cells.filter(cell => {
    const heading = columns.find(({ column }) => column === cell.column)
    return heading !== undefined && heading.own !== '' && fold(heading.own) === fold(cell.text)
  })
  if (repeated.length >= 2 && repeated.length === cells.length) return true
  // A title across the table.
  const block = cells.length === 1 ? grid.blockAt(row, first.column) : null
  return block !== null && block.toColumn > block.column
}

function readRow(
  grid: Grid,
  table: SheetTable,
  row: number,
  options: ReadingOptions,
  problems: Problem[],
  told: Set<unknown>,
): RowRead | null {
  const said = new Map<string, Said>()
  let wrong = false
  let own = 0
  for (const { column, field } of table.columns) {
    const how = field === null ? undefined : fieldOf(table.kind, field)
    const at = field === null ? null : grid.at(row, column)
    if (field === null || how === undefined || at === null) continue
    const { cell, from } = at
    if (from !== null && !told.has(from)) {
      told.add(from)
      problems.push(problem('warning', from.row, column, field, 'merged', cell.text, `${from.row} ${from.toRow}`))
    }
    const found = cell.text.trim()
    const corrected = options.corrections[correctionKey(column, found)]
    const read: Read = readCell(how, corrected === undefined ? cell : { text: corrected, kind: 'text' }, options.words)
    if (read === null) continue
    if (from === null) own += 1
    if ('error' in read) {
      wrong = true
      const about = problem('error', row, column, field, read.error, found, read.detail ?? null)
      problems.push({ ...about, suggestion: read.suggestion ?? null })
      continue
    }
    if (read.remark) problems.push(problem('warning', row, column, field, read.remark.code, found, read.remark.detail))
    said.set(field, { column, found, value: read.value })
  }
  if (own === 0 && !wrong) return null
  for (const field of fieldNames(table.kind)) {
    const text = options.corrections[rowCorrectionKey(row, field)]
    const read =
      text === undefined ? null : readCell(fieldOf(table.kind, field) as FieldOf, { text, kind: 'text' }, options.words)
    const column = table.columns.find(one => one.field === field)?.column ?? 0
    if (read && 'value' in read) said.set(field, { column, found: text ?? '', value: read.value })
  }
  const language = languageOf(said, table, options, row, problems)
  const record: RowRead = { row, language, said, wrong }
  finish(table, record, options, problems)
  return record
}

function languageOf(
  said: ReadonlyMap<string, Said>,
  { kind }: SheetTable,
  options: ReadingOptions,
  row: number,
  problems: Problem[],
): string {
  const own = said.get('language')
  // The journal may be kept in any language; texts in several are in ours.
  if (own && (kind === 'journal' || isLocale(own.value))) return own.value
  if (!options.guess) return options.language
  const texts = [...said].filter(([field]) => {
    const how = fieldOf(kind, field)
    return how?.type === 'text' && !field.includes('@')
  })
  const guessed = guessLanguage(texts.map(([, { value }]) => value).join(' '))
  if (guessed === null || guessed === options.language) return options.language
  const column = texts[0]?.[1].column ?? null
  problems.push(problem('warning', row, column, 'language', 'language-guessed', texts[0]?.[1].found ?? '', guessed))
  return guessed
}

/** Puts together what stands in several cells. */
function finish(table: SheetTable, record: RowRead, options: ReadingOptions, problems: Problem[]): void {
  const { said, row } = record
  const fail = (
    column: number | null,
    field: string,
    code: Problem['code'],
    found = '',
    suggestion: string | null = null,
  ) => {
    record.wrong = true
    problems.push({ ...problem('error', row, column, field, code, found), suggestion })
  }
  const whole = said.get('fullName')
  if (whole && !said.has('family')) {
    const split = splitName(whole.value)
    said.set('family', { ...whole, value: split?.familyName ?? whole.value })
    if (split) said.set('given', { ...whole, value: split.givenName })
    else problems.push(problem('warning', row, whole.column, 'fullName', 'one-word-name', whole.found))
  }
  said.delete('fullName')
  joinPeriod(record, fail)
  const money = said.get('budget')
  if (money) {
    const [value = '', inside] = money.value.split(' ')
    said.set('budget', { ...money, value })
    const currency = said.get('currency')?.value ?? inside ?? options.currency
    if (currency)
      said.set('currency', {
        column: said.get('currency')?.column ?? money.column,
        found: money.found,
        value: currency,
      })
    else fail(money.column, 'budget', 'currency-missing', money.found)
  } else said.delete('currency')
  const title = said.get('title')
  const body = said.get('body')
  if (table.kind === 'journal' && !title && body && !said.has('id'))
    said.set('title', { ...body, value: firstWords(body.value) })
}

function joinPeriod(
  record: RowRead,
  fail: (column: number | null, field: string, code: Problem['code'], found: string) => void,
) {
  const { said } = record
  const since = said.get('since')
  const until = said.get('until')
  if (!since && !until) return
  const [begin] = (since?.value ?? '').split('/')
  const end = until?.value.split('/').at(-1) ?? '..'
  const during = said.get('during')
  if (!during) {
    const first = since ?? (until as Said)
    const value = `${begin}/${end}`
    if (parseEdtf(value) === null) fail(until?.column ?? first.column, 'until', 'order', until?.found ?? '')
    else said.set('during', { ...first, value })
  }
  said.delete('since')
  said.delete('until')
}

const firstWords = (text: string): string => {
  const line = text.split('\n', 1)[0] ?? text
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s+\S*$/u, '')} …`
}

export const problem = (
  tone: Problem['tone'],
  row: number,
  column: number | null,
  field: string | null,
  code: Problem['code'],
  found: string,
  detail: string | null = null,
): Problem => ({ tone, row, column, field, code, found: found.slice(0, 200), detail, suggestion: null })

/** The fields of a row as a record has them: its texts under their language. */
export function fieldsIn(kind: SheetTable['kind'], { said, language }: RowRead): Fields {
  const fields: Fields = {}
  for (const [field, { value }] of said)
    fields[fieldOf(kind, field)?.texts && !field.includes('@') ? textKey(field, language) : field] = value
  return fields
}
