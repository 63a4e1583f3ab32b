import { columnLetters } from '#convene/guests/rules/guest-table.ts'
import type { Grid } from '#convene/guests/rules/sheet.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import type { SheetOfCells } from '#ground/reading/index.ts'
import { notFound } from '#ground/web/refusal.ts'
import { findTable, headingText, type SheetTable } from '../rules/table.ts'
import { type Batch, findBatch, readWaiting } from '../store/batches.ts'
import { openSheetOf } from './kept-sheets.ts'
import { type Choices, openWaiting, type Waiting } from './waiting.ts'
import { namesOfFields } from './words.ts'

/** A file that waits, with all that its reading needs. */
export type WaitingBatch = {
  batch: Batch
  waiting: Waiting
  sheet: SheetOfCells
  grid: Grid
  table: SheetTable
  choices: Choices
}

/**
 * A file of a memory and, while it waits, what it says.
 *
 * @throws Refusal `not-found` for one that is not of this memory, or not theirs to see
 */
export function openSheet(
  house: House,
  actor: Actor,
  space: string,
  id: string,
): Promise<{ batch: Batch; waiting: WaitingBatch | null }> {
  return as(house.db, actor, async tx => {
    const batch = isUuid(id) ? await findBatch(tx, space, id) : null
    if (batch === null) throw notFound()
    const sealed = batch.isWaiting ? await readWaiting(tx, space, id) : null
    const waiting = sealed === null ? null : openWaiting(house, id, sealed)
    return { batch, waiting: waiting === null ? null : readable(house, batch, waiting) }
  })
}

/** The columns that hold something which is not read, by their letters and headings. */
export const unreadColumns = ({ table }: Pick<WaitingBatch, 'table'>): string[] =>
  table.columns
    .filter(({ field }) => field === null)
    .map(one => `${columnLetters(one.column)} ${headingText(one)}`.trim())

/** How a file that waits is read. */
export function readable(house: Pick<House, 'keys'>, batch: Batch, waiting: Waiting): WaitingBatch {
  const { choices, sheets } = waiting
  const place = sheets[choices.sheet] ? choices.sheet : 0
  const chosen = sheets[place]
  if (chosen === undefined) throw new Error('a file without a sheet was kept')
  const { sheet, grid } = openSheetOf(house, batch.id, place, chosen)
  const table = findTable(grid, namesOfFields, {
    kind: choices.kind,
    headingRow: choices.headingRow,
    fields: choices.fields,
  })
  return { batch, waiting, sheet, grid, table, choices }
}
