import type { SheetRead } from './cells.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { type SheetLimits, usualLimits } from './refused.ts'
import { kindOfBytes } from './sniff.ts'

export {
  addressOf,
  type Cell,
  type CellComment,
  type CellContent,
  cellAt,
  columnName,
  type MergedRange,
  type Row,
  type Rows,
  type SheetRead,
  type Value,
} from './cells.ts'
export { readCsv } from './read-csv.ts'
export { readXlsx } from './read-xlsx.ts'
export { type SheetLimits, type SheetRefusalCode, SheetRefused, usualLimits } from './refused.ts'
export { separatorOf, writeCsv } from './write-csv.ts'
export { type SheetToWrite, writeXlsx } from './write-xlsx.ts'

export const csvMediaType = 'text/csv; charset=utf-8'
export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The sheets of a file that somebody sends, whatever its name says: a workbook, or a CSV as one sheet without a name.
 *
 * @throws SheetRefused
 */
export async function readSheets(bytes: Uint8Array, limits: SheetLimits = usualLimits): Promise<SheetRead[]> {
  return kindOfBytes(bytes) === 'zip' ? readXlsx(bytes, limits) : [await readCsv(bytes, limits)]
}

/** What was written, in one piece: a table of 20,000 people is a few megabytes. */
export async function inOnePiece(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}
