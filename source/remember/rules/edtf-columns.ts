import { unknownDate } from './edtf.ts'

/** The columns that hold the day that is used → those beside them that hold what is known of it, where that is less. */
export const knownBeside: Readonly<Record<string, string>> = {
  first_end: 'first_end_as_known',
  on_day: 'on_as_known',
  ends_on: 'ends_as_known',
  planned_start: 'planned_start_as_known',
  actual_start: 'actual_start_as_known',
  planned_end: 'planned_end_as_known',
  actual_end: 'actual_end_as_known',
}
const besides: ReadonlySet<string> = new Set(Object.values(knownBeside))

/** Whether a column holds what is known of the day of another. */
export const isKnownBeside = (column: string): boolean => besides.has(column)

/** A row with its days as they are known, in the columns of the days: EDTF. */
export function withDaysAsKnown(
  table: string,
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const said = Object.entries(row).filter(([column]) => !isKnownBeside(column))
  return Object.fromEntries(
    said.map(([column, day]) => {
      const known = row[knownBeside[column] ?? ''] ?? day
      return [column, known === null && table === 'agreement_event' && column === 'on_day' ? unknownDate : known]
    }),
  )
}
