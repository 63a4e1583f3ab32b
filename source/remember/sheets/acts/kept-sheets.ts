import { Grid } from '#convene/guests/rules/sheet.ts'
import type { House } from '#ground/house.ts'
import { type SheetOfCells, unpackSheet } from '#ground/reading/index.ts'
import type { WaitingSheet } from './waiting.ts'

/** A sheet that is read: its cells, and what people noted beside them. */
export type OpenSheet = { sheet: SheetOfCells; grid: Grid; cells: number }

/** All sheets that are kept together hold no more cells; the one that is read is kept whatever it holds. */
const mostCells = 400_000
const keptMilliseconds = 10 * 60_000

const kept = new WeakMap<House['keys'], Map<string, OpenSheet>>()

/**
 * A sheet of a file that waits. Whoever looks at a file looks at it again: what was unpacked is kept for some minutes, in
 * memory alone, and given to those who were given the file.
 */
export function openSheetOf(
  house: Pick<House, 'keys'>,
  batch: string,
  place: number,
  waiting: WaitingSheet,
): OpenSheet {
  const sheets = kept.get(house.keys) ?? new Map<string, OpenSheet>()
  kept.set(house.keys, sheets)
  const key = `${batch} ${place}`
  const there = sheets.get(key)
  if (there) {
    // The last that was asked for goes last.
    sheets.delete(key)
    sheets.set(key, there)
    return there
  }
  const sheet = unpackSheet(waiting.packed)
  const cells = sheet.rows.reduce((count, row) => count + row.cells.length, 0)
  const opened = { sheet, grid: new Grid(sheet), cells }
  sheets.set(key, opened)
  let all = [...sheets.values()].reduce((count, one) => count + one.cells, 0)
  for (const [old, { cells: count }] of sheets) {
    if (all <= mostCells || old === key) break
    sheets.delete(old)
    all -= count
  }
  setTimeout(() => {
    if (sheets.get(key) === opened) sheets.delete(key)
  }, keptMilliseconds).unref()
  return opened
}
