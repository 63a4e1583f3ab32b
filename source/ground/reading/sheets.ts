import { gunzipSync, gzipSync } from 'node:zlib'
import { readSheets } from '../sheets/index.ts'
import { type SheetLimits, SheetRefused } from '../sheets/refused.ts'
import { openPackage } from '../sheets/unpack.ts'
import { type PackedSheet, rowsOfHead, type SheetOfCells, type SheetsRead } from './order.ts'

/** The sheets of a file, each packed by itself; those with nothing in them are left out. */
export async function readSheetsOf(bytes: Uint8Array, limits: SheetLimits): Promise<SheetsRead> {
  try {
    if (await holdsMacros(bytes, limits)) return { refused: 'macros' }
    const sheets: PackedSheet[] = []
    for (const { name, hidden, rows, merged, comments = [] } of await readSheets(bytes, limits)) {
      if (rows.length === 0) continue
      sheets.push(
        packSheet({
          name,
          hidden,
          rows: rows.map(({ number, cells }) => ({
            number,
            cells: cells.map(({ column, kind, value }) => ({
              column,
              kind,
              text: value === null ? '' : String(value),
            })),
          })),
          merged: merged.map(({ from, to }) => ({
            row: from.row,
            column: from.column,
            toRow: to.row,
            toColumn: to.column,
          })),
          comments: comments.map(({ row, column, text }) => ({ row, column, text })),
        }),
      )
    }
    return { sheets }
  } catch (error) {
    if (error instanceof SheetRefused) return { refused: error.code }
    throw error
  }
}

/** A sheet as it is kept. */
export function packSheet(sheet: SheetOfCells): PackedSheet {
  const rows = sheet.rows.slice(0, rowsOfHead)
  const last = rows.at(-1)?.number ?? 0
  const merged = sheet.merged.filter(({ row }) => row <= last).slice(0, 500)
  return {
    head: { name: sheet.name, hidden: sheet.hidden, rows, merged, comments: [] },
    rows: sheet.rows.length,
    packed: gzipSync(JSON.stringify(sheet)),
  }
}

export const unpackSheet = (packed: Uint8Array): SheetOfCells =>
  JSON.parse(gunzipSync(packed).toString('utf8')) as SheetOfCells

// A workbook with a program in it is no list, whatever its name says.
async function holdsMacros(bytes: Uint8Array, limits: SheetLimits): Promise<boolean> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes.length > limits.bytes) return false
  const parts = await openPackage(bytes, limits)
  return parts.has('xl/vbaProject.bin') || parts.has('xl/macrosheets/sheet1.xml')
}
