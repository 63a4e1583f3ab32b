import type { Grid, SheetCell } from '#convene/guests/rules/sheet.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { kindOfTitle, splitRenewal } from './agreement-cells.ts'
import { finish } from './finish-row.ts'
import { type FieldOf, type Fields, fieldOf, textKey } from './kinds.ts'
import { guessLanguage } from './language-of-text.ts'
import { type Problem, problem } from './problems.ts'
import type { Read } from './read.ts'
import { type Corrections, correctionKey, type ReadingOptions, type RowRead, type Said } from './rows.ts'
import type { SheetTable } from './table.ts'
import { fold, readCell } from './values.ts'

export type RowsRead = { rows: RowRead[]; problems: Problem[]; passedOver: number }

/** Sums and titles among the rows. */
const sums = /^(?:total|totaux|sous total|totales|total general|subtotal|totais|suma|somme|grand total|resultado)\b/

/** Reads the rows of a sheet, one after the other, so that whoever reads thousands can let others work in between. */
export function* readRows(grid: Grid, table: SheetTable, options: ReadingOptions): Generator<RowsRead, RowsRead> {
  const found: RowsRead = { rows: [], problems: [], passedOver: 0 }
  const told = new Set<unknown>()
  const byHand = correctionsOfRows(options.corrections)
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
    const read = readRow(grid, table, number, { ...options, byHand: byHand.get(number) ?? [] }, found.problems, told)
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

type ByHand = readonly (readonly [field: string, text: string])[]

function correctionsOfRows(corrections: Corrections): Map<number, ByHand> {
  const found = new Map<number, (readonly [string, string])[]>()
  for (const [key, text] of Object.entries(corrections)) {
    const [, row, field] = /^row (\d+):(.+)$/s.exec(key) ?? []
    if (row === undefined || field === undefined) continue
    const there = found.get(Number(row))
    if (there) there.push([field, text])
    else found.set(Number(row), [[field, text]])
  }
  return found
}

/** Whether a row of a list is none of its records: a total, a title across the table, the headings once more. */
export function isNoRecord(grid: Grid, { columns }: SheetTable, row: number, cells: readonly SheetCell[]): boolean {
  const first = cells[0]
  if (first === undefined || sums.test(fold(first.text.slice(0, 80)))) return true
  // The headings once more, lower down.
  const isHeading = (cell: SheetCell) => {
    const heading = columns.find(({ column }) => column === cell.column)
    return heading !== undefined && heading.own !== '' && fold(heading.own) === fold(cell.text)
  }
  if (cells.length >= 2 && cells.every(isHeading)) return true
  // A title across the table.
  const block = cells.length === 1 ? grid.blockAt(row, first.column) : null
  return block !== null && block.toColumn > block.column
}

function readRow(
  grid: Grid,
  table: SheetTable,
  row: number,
  options: ReadingOptions & { byHand: ByHand },
  problems: Problem[],
  told: Set<unknown>,
): RowRead | null {
  const said = new Map<string, Said>()
  const beside = new Map<string, string>()
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
    const read = readSaid(
      how,
      field,
      corrected === undefined ? cell : { text: corrected, kind: 'text' },
      options,
      beside,
    )
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
  for (const [field, value] of beside) if (!said.has(field)) said.set(field, { ...besideOf(table, said), value })
  for (const [field, text] of options.byHand) {
    const how = fieldOf(table.kind, field)
    const read = how === undefined ? null : readCell(how, { text, kind: 'text' }, options.words)
    const column = table.columns.find(one => one.field === field)?.column ?? 0
    if (read && 'value' in read) said.set(field, { column, found: text, value: read.value, byHand: true })
  }
  const language = languageOf(said, table, options, row, problems)
  const title = table.kind === 'relationships' && !said.has('agreementKind') ? titleIn(said) : null
  const kind = title === null ? null : kindOfTitle(options.words, title)
  const record: RowRead = { row, language, said, kindOfTitle: kind, wrong }
  finish(table, record, options, problems)
  return record
}

const besideOf = ({ columns }: SheetTable, said: ReadonlyMap<string, Said>) => {
  const cell = said.get('renewal')
  const column = cell?.column ?? columns.find(({ field }) => field === 'firstEnd')?.column ?? 0
  return { column, found: cell?.found ?? '' }
}

const titleIn = (said: ReadonlyMap<string, Said>): string | null =>
  [...said].find(([field]) => field === 'agreementTitle' || field.startsWith('agreementTitle@'))?.[1].value ?? null

/** Reads a cell; what it says of another field of its row goes to `beside`. */
function readSaid(
  how: FieldOf,
  field: string,
  cell: Pick<SheetCell, 'text' | 'kind'>,
  { words }: ReadingOptions,
  beside: Map<string, string>,
): Read {
  if (field === 'renewal') {
    // « tacite, par périodes de 3 ans »
    const split = splitRenewal(cell.text.trim())
    const read = split.months === null ? null : readCell(how, { ...cell, text: split.words }, words)
    if (split.months !== null) {
      const said = read && 'value' in read ? read : readCell(how, cell, words)
      if (said && 'value' in said && (said.value === 'tacit' || said.value === 'express'))
        beside.set('renewalMonths', split.months)
      return said
    }
  }
  const read = readCell(how, cell, words)
  if (field === 'firstEnd' && read && 'error' in read) {
    // « indéterminée » in the place of an end says how it is renewed.
    const without = readCell({ type: 'choice', list: 'renewal' }, cell, words)
    if (without && 'value' in without && without.value === 'indefinite' && !without.remark) {
      beside.set('renewal', without.value)
      return null
    }
  }
  return read
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

/** The fields of a row as a record has them: its texts under their language. */
export function fieldsIn(kind: SheetTable['kind'], { said, language }: RowRead): Fields {
  const fields: Fields = {}
  for (const [field, { value }] of said)
    fields[fieldOf(kind, field)?.texts && !field.includes('@') ? textKey(field, language) : field] = value
  return fields
}
