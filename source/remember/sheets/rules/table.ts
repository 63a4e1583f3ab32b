import type { Grid, Merged, SheetCell } from '#convene/guests/rules/sheet.ts'
import { type FieldNames, fieldsByHeading, type Heading } from './headings.ts'
import { type SheetKind, sheetKinds } from './kinds.ts'
import { needed, telling } from './needed.ts'

export type SheetColumn = Heading & { column: number; field: string | null }

/** What is to be known of a sheet before a row of it is read. */
export type SheetTable = {
  kind: SheetKind
  /** The row of the headings, the lower one of two; null for a sheet without any. */
  headingRow: number | null
  /** The first row that may be a record. */
  from: number
  columns: SheetColumn[]
}

/** What somebody said of a sheet by hand. */
export type ChosenTable = {
  kind?: SheetKind | null
  /** 0: there are no headings. */
  headingRow?: number | null
  /** By column: a field, or `''` for one that is not read. */
  fields?: Readonly<Record<string, string>> | null
}

// Headings stand near the top; nobody reads more columns than these.
const rowsLookedAt = 30
const mostColumns = 100

/**
 * Where the headings are, over one line or two, what the sheet is a list of, and what its columns hold. Titles stand above
 * headings, and blocks of merged cells over several of them: the lines are taken that say most of what we read.
 */
export function findTable(grid: Grid, names: FieldNames, chosen: ChosenTable = {}): SheetTable {
  const columns = columnsOf(grid)
  const kinds = chosen.kind ? [chosen.kind] : sheetKinds
  const asked = chosen.headingRow ?? null
  const rows = asked === null ? grid.sheet.rows.slice(0, rowsLookedAt).map(({ number }) => number) : [asked]
  let best: SheetTable | null = null
  let most = -1
  for (const row of asked === 0 ? [] : rows)
    for (const headings of readHeadings(grid, columns, row))
      for (const kind of kinds) {
        const fields = fieldsByHeading(kind, headings, names)
        const score = scoreOf(kind, fields, headings, kinds.length > 1)
        // Two lines are taken for headings only where they say more than one.
        if (score <= most || (asked === null && score < 2)) continue
        most = score
        best = {
          kind,
          headingRow: row,
          from: belowHeadings(grid, row),
          columns: columns.map((column, index) => ({
            column,
            ...(headings[index] as Heading),
            field: fields[index] ?? null,
          })),
        }
      }
  const found = best ?? withoutHeadings(grid, columns, kinds[0] as SheetKind, asked)
  if (chosen.fields)
    for (const one of found.columns) {
      const said = chosen.fields[String(one.column)]
      if (said !== undefined) one.field = said === '' ? null : said
    }
  return found
}

// By what a list of relationships is told from one of partners: each of its own.
const ofTime = ['during', 'since', 'until', 'signedOn', 'firstEnd', 'agreementTitle', 'renewal']
// What a list may say of something else tells little of what it is a list of.
const besides: ReadonlySet<string> = new Set(['partnerCountry'])

// What is needed counts more than what many kinds have.
function scoreOf(
  kind: SheetKind,
  fields: readonly (string | null)[],
  headings: readonly Heading[],
  among: boolean,
): number {
  const read = fields.filter(field => field !== null)
  if (among && telling[kind]?.some(field => !read.some(one => one.split('@')[0] === field))) return -1
  const has = (field: string) =>
    read.includes(field) ||
    (field === 'family' && read.includes('fullName')) ||
    (field === 'during' && read.includes('since'))
  const lacking =
    needed[kind].filter(field => !has(field)).length + Number(among && kind === 'relationships' && !ofTime.some(has))
  const wide = headings.filter(({ own, above }) => own === '' && above !== '').length
  const told = read.length - (among ? 0.9 * read.filter(field => besides.has(field)).length : 0)
  return read.length === 0 ? 0 : told - lacking * 1.5 - wide * 0.1
}

function columnsOf({ sheet }: Grid): number[] {
  const found = new Set<number>()
  for (const { cells } of sheet.rows) for (const { column } of cells) found.add(column)
  return [...found].sort((a, b) => a - b).slice(0, mostColumns)
}

const clean = (cell: SheetCell | null | undefined) => (cell?.text ?? '').replace(/\s+/gu, ' ').trim()

// With the line above it, whose cells reach over several columns, and alone. A block over the whole table is its title.
function* readHeadings(grid: Grid, columns: readonly number[], row: number): Generator<Heading[]> {
  const own = columns.map(column => wordsAt(grid, row, column))
  const above = columns.map(column => wordsAt(grid, row - 1, column))
  const isTitle = (block: Merged) =>
    columns.filter(column => block.column <= column && column <= block.toColumn).length > columns.length * 0.7
  const over = above.map(({ text, block }) => (block !== null && isTitle(block) ? '' : text))
  if (above.some(({ block }, index) => over[index] !== '' && block !== null && block.column < block.toColumn))
    yield own.map((said, index) => {
      const group = over[index] ?? ''
      // One cell over both lines is its own heading, said once.
      return group === said.text ? { above: '', own: group } : { above: group, own: said.text }
    })
  yield own.map(said => ({ above: '', own: said.text }))
}

function wordsAt(grid: Grid, row: number, column: number): { text: string; block: Merged | null } {
  const block = nearTop(grid, row).find(
    one => one.row <= row && row <= one.toRow && one.column <= column && column <= one.toColumn,
  )
  const at = block ? grid.at(block.row, block.column) : grid.at(row, column)
  return { text: clean(at?.cell), block: block ?? null }
}

// Looked up for each cell near the top: the blocks of the first lines, gathered once.
const tops = new WeakMap<Grid, Merged[]>()
function nearTop(grid: Grid, row: number): Merged[] {
  if (row > rowsLookedAt * 4) return grid.sheet.merged
  const there = tops.get(grid)
  if (there) return there
  const found = grid.sheet.merged.filter(block => block.row <= rowsLookedAt * 4).slice(0, 500)
  tops.set(grid, found)
  return found
}

function belowHeadings({ sheet }: Grid, row: number): number {
  const reach = sheet.merged.filter(block => block.row <= row && block.toRow > row && block.toRow <= row + 3)
  return Math.max(row, ...reach.map(({ toRow }) => toRow)) + 1
}

function withoutHeadings(grid: Grid, columns: readonly number[], kind: SheetKind, row: number | null): SheetTable {
  const first = grid.sheet.rows[0]?.number ?? 1
  return {
    kind,
    headingRow: row === 0 ? null : row,
    from: row === null || row === 0 ? first : row + 1,
    columns: columns.map(column => ({ column, above: '', own: '', field: null })),
  }
}

/** What a heading says, of its two lines where it has two. */
export const headingText = ({ above, own }: Heading): string =>
  above === '' || own === '' ? above || own : `${above} – ${own}`
