import { gunzipSync, gzipSync } from 'node:zlib'
import type { Sheet, SheetCell } from '#convene/guests/rules/sheet.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { SheetRead } from '#ground/sheets/index.ts'
import type { SheetKind } from '../rules/kinds.ts'
import type { Way } from '../rules/merge.ts'
import type { Corrections } from '../rules/read-rows.ts'

/** A sheet as it waits: what its cells say, and what people noted beside them. */
export type WaitingSheet = Sheet & { comments: { row: number; column: number; text: string }[] }

/** What somebody chose about a file while it waits. */
export type Choices = {
  /** Which of the sheets, from 0. */
  sheet: number
  kind: SheetKind | null
  /** The row of the headings; 0 for none; null for the one that is found. */
  headingRow: number | null
  /** What the columns hold, where somebody said so. */
  fields: Readonly<Record<string, string>> | null
  way: Way
  /** The language of texts of which nothing says it, and whether another one is seen by its words. */
  language: Locale
  guess: boolean
  currency: string | null
  corrections: Corrections
  /** Whether comments on cells are kept as notes. */
  comments: boolean
  /** Whether rows that are wrong are left out. */
  skip: boolean
}

export type Waiting = { sheets: WaitingSheet[]; choices: Choices }

/** Names stand in one table only: what waits is packed and sealed, under a key of its own for each file. */
export const sealWaiting = ({ keys }: Pick<House, 'keys'>, batch: string, waiting: Waiting): Buffer =>
  keys.seal(purposeOf(batch), gzipSync(JSON.stringify(waiting)))

/** What was sealed for this file; null when it was written by another installation, or changed. */
export function openWaiting({ keys }: Pick<House, 'keys'>, batch: string, sealed: Uint8Array): Waiting | null {
  const packed = keys.open(purposeOf(batch), sealed)
  return packed === null ? null : (JSON.parse(gunzipSync(packed).toString('utf8')) as Waiting)
}

const purposeOf = (batch: string) => `import of a sheet ${batch}`

/** The sheets of a file as the rules see them: no more of each cell than what it says. */
export const sheetsOf = (sheets: readonly SheetRead[]): WaitingSheet[] =>
  sheets
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, hidden, rows, merged, comments = [] }) => ({
      name,
      hidden,
      rows: rows.map(({ number, cells }) => ({
        number,
        cells: cells.map(
          ({ column, kind, value }): SheetCell => ({ column, kind, text: value === null ? '' : String(value) }),
        ),
      })),
      merged: merged.map(({ from, to }) => ({
        row: from.row,
        column: from.column,
        toRow: to.row,
        toColumn: to.column,
      })),
      comments: comments.map(({ row, column, text }) => ({ row, column, text })),
    }))
