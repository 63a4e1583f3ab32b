import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

export type SpanKind = 'term' | 'relationship' | 'agreement' | 'decision' | 'activity' | 'interaction'
export type Span = {
  kind: SpanKind
  id: string
  /** YYYY-MM-DD; null: not known, or without an end. */
  from: string | null
  to: string | null
  /** As it is known, EDTF; null for a project of which the days are known. */
  during: string | null
}

/** The first and the last day on record in a memory; null when there is none. */
export async function extentOf(tx: Tx, space: string): Promise<{ from: string; to: string } | null> {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    with spans as (
      select lower(reach) as a, upper(reach) - 1 as b from term where space_id = ${space}
      union all select lower(reach), upper(reach) - 1 from relationship where space_id = ${space}
      union all select lower(reach), upper(reach) - 1 from interaction where space_id = ${space}
      union all select coalesce(actual_start, planned_start), coalesce(actual_end, planned_end)
        from activity where space_id = ${space}
      union all select on_day, on_day from agreement_event where space_id = ${space} and kind = 'signed'
      union all select decided_on, decided_on from decision where space_id = ${space}
    )
    select least(min(a), min(b))::text as "from", greatest(max(a), max(b))::text as "to" from spans`.execute(tx)
  const [row] = rows
  return row?.from && row.to ? { from: row.from, to: row.to } : null
}

// A project says when it was as it is known, where that is less than days.
const projectAsKnown = sql`case when num_nonnulls(planned_start_as_known, actual_start_as_known, planned_end_as_known,
    actual_end_as_known) > 0
  then concat(case when actual_start is not null then coalesce(actual_start_as_known, actual_start::text)
      else coalesce(planned_start_as_known, planned_start::text) end, '/',
    case when actual_end is not null then coalesce(actual_end_as_known, actual_end::text)
      else coalesce(planned_end_as_known, planned_end::text, '..') end) end`

/**
 * What lies, even in part, in a stretch of time, by kind and beginning; at most so many of each kind. An agreement lies where it
 * was signed: how long it is in force is told on its own page, by its own rule.
 */
export async function spansIn(tx: Tx, space: string, from: string, to: string, most: number): Promise<Span[]> {
  const { rows } = await sql<Span>`
    with spans as (
      select 'term' as kind, id, reach, during from term where space_id = ${space}
      union all select 'relationship', id, reach, during from relationship where space_id = ${space}
      union all select 'activity', id, daterange(coalesce(actual_start, planned_start),
          greatest(coalesce(actual_end, planned_end), coalesce(actual_start, planned_start)), '[]'),
          ${projectAsKnown}
        from activity where space_id = ${space} and coalesce(actual_start, planned_start, actual_end, planned_end) is not null
      union all select 'interaction', id, reach, during from interaction where space_id = ${space}
      union all (select distinct on (agreement_id) 'agreement', agreement_id,
          case when on_as_known is null then daterange(on_day, on_day, '[]') else perenne.edtf_reach(on_as_known) end,
          coalesce(on_as_known, on_day::text)
        from agreement_event where space_id = ${space} and kind = 'signed' and on_day is not null
        order by agreement_id, on_day, id)
      union all select 'decision', id, daterange(decided_on, decided_on, '[]'), decided_on::text
        from decision where space_id = ${space}
    ), placed as (
      select kind, id, during, reach, row_number() over (partition by kind order by lower(reach) nulls first, id) as place
      from spans where reach && daterange(${from}::date, ${to}::date, '[]')
    )
    select kind, id, during, lower(reach)::text as "from", (upper(reach) - 1)::text as "to"
    from placed where place <= ${most}::integer
    order by kind, lower(reach) nulls first, id`.execute(tx)
  return rows
}
