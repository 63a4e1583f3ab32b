import { gunzipSync, gzipSync } from 'node:zlib'
import type { House } from '#ground/house.ts'
import type { SheetRead } from '#ground/sheets/index.ts'
import type { ChosenMeanings } from '../rules/guest-table.ts'
import type { GuestDefaults } from '../rules/read-guests.ts'
import type { Sheet } from '../rules/sheet.ts'

/** What somebody chose about a list while it waits. */
export type Choices = {
  /** Which of the sheets, from 0. */
  sheet: number
  /** The row of the headings; 0 for none; null for the one that is found. */
  headingRow: number | null
  /** What the columns hold, where somebody said so by hand. */
  meanings: ChosenMeanings | null
  defaults: GuestDefaults
  invitationId: string | null
  /** Whether the people are told by mail. */
  tell: boolean
  /** Whether rows that are wrong are left out; else nobody is registered before all are right. */
  skip: boolean
}

/** What waits of a list: its sheets, and the choices about it. */
export type Waiting = { sheets: Sheet[]; choices: Choices }

/** Names stand in one table only: what waits is packed and sealed, under a key of its own for each list. */
export const sealWaiting = ({ keys }: Pick<House, 'keys'>, listId: string, waiting: Waiting): Buffer =>
  keys.seal(purposeOf(listId), gzipSync(JSON.stringify(waiting)))

/** What was sealed for this list; null when it was written by another installation, or changed. */
export function openWaiting({ keys }: Pick<House, 'keys'>, listId: string, sealed: Uint8Array): Waiting | null {
  const packed = keys.open(purposeOf(listId), sealed)
  return packed === null ? null : (JSON.parse(gunzipSync(packed).toString('utf8')) as Waiting)
}

const purposeOf = (listId: string) => `guest list ${listId}`

/** The sheets of a file as the rules see them: no more of each cell than what it says. */
export const sheetsOf = (sheets: readonly SheetRead[]): Sheet[] =>
  sheets
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, hidden, rows, merged }) => ({
      name,
      hidden,
      rows: rows.map(({ number, cells }) => ({
        number,
        cells: cells.map(({ column, kind, value }) => ({ column, kind, text: value === null ? '' : String(value) })),
      })),
      merged: merged.map(({ from, to }) => ({
        row: from.row,
        column: from.column,
        toRow: to.row,
        toColumn: to.column,
      })),
    }))
