import { isAddress } from './address.ts'
import { type GuestField, isFamilyFirst, type Meaning, meaningsOf, type NamedQuestion } from './fields.ts'
import { cellAddress, type Grid, type Merged, type SheetCell } from './sheet.ts'

export type GuestColumn = {
  column: number
  /** As it stands above it; empty without one. */
  heading: string
  meaning: Meaning | null
  /** The block of cells that is the heading of several columns: only a person can say what each of them holds. */
  merged: Merged | null
}

/** What is to be known of the columns before a row is read. */
export type GuestTable = {
  /** The row of the headings; null for a list without any. */
  headingRow: number | null
  /** The first row that may be a person. */
  from: number
  columns: GuestColumn[]
  /** Whether a heading of full names puts the family name first. */
  familyFirst: boolean
}

/** What somebody said about the columns: by column, `''` for one that is not to be read. */
export type ChosenMeanings = Readonly<Record<string, Meaning | ''>>

// A list has its headings near its top, and no more columns than anybody reads.
const rowsLookedAt = 30
const mostColumns = 100

/**
 * Where the headings are and what they mean. Titles above them, headings in two rows and headings that are merged cells
 * are common in lists that people make by hand: the row is taken that says most of what we read.
 *
 * @param chosen.headingRow the row that somebody named; 0 for a list without headings
 * @param chosen.meanings what somebody said of the columns; it counts instead of what the headings say
 */
export function findTable(
  grid: Grid,
  questions: readonly NamedQuestion[],
  chosen: { headingRow?: number | null; meanings?: ChosenMeanings | null } = {},
): GuestTable {
  const columns = columnsOf(grid)
  const numbers = grid.sheet.rows.slice(0, rowsLookedAt).map(({ number }) => number)
  const row = chosen.headingRow ?? bestRow(grid, columns, numbers, questions)
  const found =
    row === null || row === 0
      ? withoutHeadings(grid, columns)
      : { headingRow: row, from: belowHeadings(grid, row), ...readHeadings(grid, columns, row, questions) }
  const { meanings } = chosen
  if (meanings)
    for (const column of found.columns) {
      const said = Object.hasOwn(meanings, String(column.column)) ? meanings[String(column.column)] : undefined
      if (said !== undefined) column.meaning = said === '' ? null : said
    }
  return found
}

/** What of a person is read from no column: each needs one, or a choice for everybody. */
export function lackingFields(
  columns: readonly GuestColumn[],
  defaults: { category: unknown; country: unknown; language: unknown; organisation: unknown },
): GuestField[] {
  const has = (field: GuestField) => columns.some(({ meaning }) => meaning === field)
  const lacking: GuestField[] = []
  if (!has('email')) lacking.push('email')
  if (!has('fullName') && !(has('givenName') && has('familyName')))
    lacking.push(...(['givenName', 'familyName'] as const).filter(field => !has(field)))
  for (const field of ['category', 'organisation', 'country', 'language'] as const)
    if (!has(field) && defaults[field] === null) lacking.push(field)
  return lacking
}

function columnsOf({ sheet }: Grid): number[] {
  const found = new Set<number>()
  for (const { cells } of sheet.rows) for (const { column } of cells) found.add(column)
  return [...found].sort((a, b) => a - b).slice(0, mostColumns)
}

function bestRow(
  grid: Grid,
  columns: readonly number[],
  numbers: readonly number[],
  questions: readonly NamedQuestion[],
): number | null {
  let best: number | null = null
  let most = 0
  for (const number of numbers) {
    const { columns: read } = readHeadings(grid, columns, number, questions)
    const meanings = read.flatMap(({ meaning }) => meaning ?? [])
    // One word that happens to be a heading is none; an address has its column wherever it stands.
    const score = meanings.length >= 2 || meanings.includes('email') ? meanings.length : 0
    if (score > most) [best, most] = [number, score]
  }
  if (best !== null) return best
  const first = grid.sheet.rows.find(({ cells }) => cells.length > 1) ?? grid.sheet.rows[0]
  if (first === undefined || first.cells.some(({ text }) => isAddress(text.trim()))) return null
  return first.number
}

function readHeadings(grid: Grid, columns: readonly number[], row: number, questions: readonly NamedQuestion[]) {
  const wide = new Map<number, Merged>()
  for (const block of grid.sheet.merged) {
    if (block.row > row || block.toRow < row || block.column === block.toColumn) continue
    for (const column of columns) if (column >= block.column && column <= block.toColumn) wide.set(column, block)
  }
  const headings = columns.map(column => {
    const block = wide.get(column)
    const at = block ? grid.at(block.row, block.column) : grid.at(row, column)
    return { column, heading: clean(at?.cell), merged: block ?? null }
  })
  const meanings = meaningsOf(
    headings.map(({ heading, merged }) => (merged ? '' : heading)),
    questions,
  )
  const full = headings[meanings.indexOf('fullName')]
  return {
    columns: headings.map((one, index): GuestColumn => ({ ...one, meaning: meanings[index] ?? null })),
    familyFirst: full !== undefined && isFamilyFirst(full.heading),
  }
}

const clean = (cell: SheetCell | undefined) => (cell?.text ?? '').replace(/\s+/gu, ' ').trim()

// A heading may reach down a row or two beside others that are divided.
function belowHeadings({ sheet }: Grid, row: number): number {
  const reach = sheet.merged.filter(block => block.row <= row && block.toRow > row && block.toRow <= row + 3)
  return Math.max(row, ...reach.map(({ toRow }) => toRow)) + 1
}

function withoutHeadings(grid: Grid, columns: readonly number[]): GuestTable {
  const first = grid.sheet.rows[0]
  const address = first?.cells.find(({ text }) => isAddress(text.trim()))?.column
  return {
    headingRow: null,
    from: first?.number ?? 1,
    columns: columns.map(column => ({
      column,
      heading: '',
      meaning: column === address ? 'email' : null,
      merged: null,
    })),
    familyFirst: false,
  }
}

/** What a column is called in a sentence: its letters. */
export const columnLetters = (column: number): string => cellAddress(1, column).slice(0, -1)
