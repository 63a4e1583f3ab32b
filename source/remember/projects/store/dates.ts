import { sql } from 'kysely'

/** The dates of a project as they are known: EDTF; null where none is said. */
export type ProjectDates = {
  plannedStart: string | null
  actualStart: string | null
  plannedEnd: string | null
  actualEnd: string | null
}

/** ProjectDates, of `activity a`. */
export const datesAsKnown = sql`coalesce(a.planned_start_as_known, a.planned_start::text) as "plannedStart",
  coalesce(a.actual_start_as_known, a.actual_start::text) as "actualStart",
  coalesce(a.planned_end_as_known, a.planned_end::text) as "plannedEnd",
  coalesce(a.actual_end_as_known, a.actual_end::text) as "actualEnd"`
