import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { standing } from './standing.ts'

export const dueKinds = [
  'notice',
  'renew',
  'end',
  'lapsed',
  'ours',
  'theirs',
  'fee',
  'dues',
  'project',
  'term',
  'appointment',
  'seat',
  'retention',
] as const
export type DueKind = (typeof dueKinds)[number]

/** Something with a day: what is to be done, or what ends. */
export type Due = {
  kind: DueKind
  /** Of the thing itself; several may have the same record (fees of one network). */
  key: string
  /** The record on whose page it is told. */
  table: 'agreement' | 'commitment' | 'relationship' | 'activity' | 'term' | 'post' | 'memory_document'
  id: string
  /** YYYY-MM-DD. */
  day: string
  /** A year, for a fee that is owed or expected. */
  year: number | null
  /** EDTF: the date or the period that the day is the end of, where it is written so. */
  during: string | null
}

/** A fee that a territory owes to its network, or that the members of a network owe to it. */
export const feeKind = (space: string): RawBuilder<'fee' | 'dues'> =>
  sql`case when (select kind from space where id = ${space}) = 'network' then 'dues' else 'fee' end`

/** An agreement that was to be renewed expressly is told for so long after it has lapsed. */
const lapsedFor = 180

/**
 * What is due in a memory up to a day, what is overdue included, the oldest first: next deadlines of agreements, open
 * commitments, unpaid fees, projects that should be over, and the ends of terms, appointments, seats and retention. One query.
 *
 * @param day for which states are told, YYYY-MM-DD
 * @param until the last day that is asked for
 */
export async function dueUntil(tx: Tx, space: string, day: string, until: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select s.todo as kind, s.id::text as key, 'agreement' as "table", s.id, s.deadline as day, null::integer as year, null::text as during
        from ${standing(space, day)} s where s.deadline <= ${until}::date
      union all
      select 'lapsed', s.id::text, 'agreement', s.id, s.ends_on, null, null
        from ${standing(space, day)} s join relationship r on r.id = s.relationship_id and r.reach @> ${day}::date
        where s.state = 'expired' and s.renewal = 'express' and s.ends_on >= ${day}::date - ${lapsedFor}::integer
      union all
      select case c.owed_by when 'us' then 'ours' else 'theirs' end, c.id::text, 'commitment', c.id, c.due, null, null
        from commitment c where c.space_id = ${space} and c.settled_on is null and c.due <= ${until}::date
      union all
      select ${feeKind(space)}, f.id::text, 'relationship', f.relationship_id, f.due, f.year, null
        from fee f where f.space_id = ${space} and f.paid_on is null and f.due <= ${until}::date
      union all
      select 'project', p.id::text, 'activity', p.id, p.planned_end, null, p.planned_end_as_known
        from activity p where p.space_id = ${space} and p.status in ('1', '2', '3') and p.actual_end is null
          and p.planned_end <= ${until}::date
      union all
      select 'term', t.id::text, 'term', t.id, upper(t.reach) - 1, null, t.during
        from term t where t.space_id = ${space} and upper(t.reach) - 1 between ${day}::date and ${until}::date
      union all
      select 'appointment', a.id::text, 'post', a.post_id, upper(a.reach) - 1, null, a.during
        from appointment a where a.space_id = ${space} and upper(a.reach) - 1 between ${day}::date and ${until}::date
      union all
      select 'seat', n.id::text, 'relationship', n.relationship_id, upper(n.reach) - 1, null, n.during
        from network_seat n where n.space_id = ${space} and upper(n.reach) - 1 between ${day}::date and ${until}::date
      union all
      select 'retention', d.id::text, 'memory_document', d.id, d.keep_until, null, null
        from memory_document d where d.space_id = ${space} and not d.legal_hold and d.keep_until <= ${until}::date
    )
    select kind, key, "table", id, day::text, year, during from due order by day, kind, key`.execute(tx)
  return rows
}
