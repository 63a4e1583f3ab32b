/** What a cell that we write holds. Nothing of it is ever a formula. */
export type Value = string | number | boolean | Temporal.PlainDate | Temporal.PlainDateTime | null
export type Row = readonly Value[]
export type Rows = Iterable<Row> | AsyncIterable<Row>

/** What a cell that we read holds. A CSV knows only text: whoever takes a list in decides what its words mean. */
export type CellContent =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'date'; value: Temporal.PlainDate | Temporal.PlainDateTime | Temporal.PlainTime }
  | { kind: 'boolean'; value: boolean }
  /** An error as the program that saved it shows it: `#N/A`. */
  | { kind: 'error'; value: string }
  /** A formula whose result was not saved. */
  | { kind: 'empty'; value: null }

/** One cell that holds something. Row and column count from 1; the address is as on the screen: `B7`. */
export type Cell = CellContent & {
  address: string
  row: number
  column: number
  /** What computes it, without `=`; the content is the result that was saved. Null for a cell that somebody typed. */
  formula: string | null
}

/** A block of cells shown as one; its content is the one of its first cell. */
export type MergedRange = { address: string; from: Corner; to: Corner }
export type Corner = { row: number; column: number }

/** Rows that hold something, in order, each with its cells that hold something, in order. */
export type SheetRead = {
  name: string
  /** Not shown by the program that saved it. */
  hidden: boolean
  rows: { number: number; cells: Cell[] }[]
  merged: MergedRange[]
  /** What people noted beside cells; not there for a sheet without any. */
  comments?: CellComment[]
}

/** A comment on a cell, as the program shows it. */
export type CellComment = { address: string; row: number; column: number; text: string }

/** The edge of a sheet: ECMA-376, and what Excel and LibreOffice open. */
export const lastRow = 1_048_576
export const lastColumn = 16_384
/** The longest text of one cell in Excel, in UTF-16 units. */
export const longestText = 32_767

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** 7, 2 → B7. */
export const addressOf = (row: number, column: number): string => `${columnName(column)}${row}`

/** B7 → row 7, column 2, dollar signs passed over; null for what is no address of a sheet. */
export function cornerOf(address: string): Corner | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return column <= lastColumn && row <= lastRow ? { row, column } : null
}

/** The cell that shows at a place: the first of a merged block for all of it. Null where nothing stands. */
export function cellAt(sheet: SheetRead, row: number, column: number): Cell | null {
  const block = sheet.merged.find(
    ({ from, to }) => row >= from.row && row <= to.row && column >= from.column && column <= to.column,
  )
  const at = block?.from ?? { row, column }
  return rowAt(sheet, at.row)?.cells.find(cell => cell.column === at.column) ?? null
}

function rowAt({ rows }: SheetRead, number: number) {
  let [from, to] = [0, rows.length - 1]
  while (from <= to) {
    const middle = (from + to) >> 1
    const found = rows[middle]
    if (found === undefined || found.number === number) return found
    if (found.number < number) from = middle + 1
    else to = middle - 1
  }
  return undefined
}
