import { fieldOf, isProse, sheetKinds } from './kinds.ts'
import type { Corrections } from './rows.ts'
import type { SheetColumn } from './table.ts'

/** What is remembered of a sheet: which column holds what, and what is read instead of what stands in some cells. */
export type Remembered = { fields: Record<string, string>; corrections: Corrections }

const key = 'corrections'
// Of people nothing is remembered beside themselves.
const personal = new Set(['given', 'family', 'fullName', 'email', 'telephone', 'people'])
// What somebody wrote in sentences stands in its record, and may be taken back there.
const isWritten = (field: string) =>
  sheetKinds.some(kind => {
    const how = fieldOf(kind, field)
    return how !== undefined && isProse(how)
  })
const most = 2_000

/** As it is kept: by column, and the corrections of cells under a key of their own. Those of one row are of one file alone. */
export function toRemember(columns: readonly SheetColumn[], corrections: Corrections): Record<string, string> {
  const fieldOf = new Map(columns.map(({ column, field }) => [String(column), field]))
  const kept = Object.entries(corrections).filter(([of]) => {
    const field = fieldOf.get(of.slice(0, of.indexOf(':')))
    return field != null && !personal.has(field)
  })
  const fields = Object.fromEntries(columns.map(({ column, field }) => [String(column), field ?? '']))
  return kept.length === 0 ? fields : { ...fields, [key]: JSON.stringify(Object.fromEntries(kept.slice(0, most))) }
}

export function remembered(columns: Readonly<Record<string, string>>): Remembered {
  const { [key]: corrections, ...fields } = columns
  return { fields, corrections: corrections === undefined ? {} : (JSON.parse(corrections) as Corrections) }
}

/** What single rows are corrected by, as far as it is kept with the file: nothing of people, and no texts. */
export function rowsToRemember(corrections: Corrections): Corrections {
  const kept = Object.entries(corrections).filter(([of]) => {
    const [, field] = /^row \d+:(.+)$/.exec(of) ?? []
    return field !== undefined && !personal.has(field) && !isWritten(field)
  })
  return Object.fromEntries(kept.slice(0, most))
}
