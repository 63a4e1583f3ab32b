import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Tables, Visibility } from '#ground/database/tables.ts'
import './tables.ts'

export type AgreementKind = Tables['agreement']['kind']
export type Renewal = 'none' | 'tacit' | 'express' | 'indefinite'
export type AgreementEventKind = Tables['agreement_event']['kind']
export type AgreementState =
  | 'not-yet'
  | 'negotiated'
  | 'approved'
  | 'signed'
  | 'in-force'
  | 'suspended'
  | 'denounced'
  | 'expired'
  | 'terminated'
/** `notice`: the last day for saying that it shall not be renewed once more; `renew`: for renewing it; `end`: it just ends. */
export type Todo = 'notice' | 'renew' | 'end'

export type AgreementEvent = {
  id: string
  kind: AgreementEventKind
  on: string
  /** The last day of the term that it begins, or the last day at all. */
  ends: string | null
  decision: string | null
}

/** An agreement and how it stands on a day; days are YYYY-MM-DD. */
export type AgreementOn = {
  id: string
  relationship: string
  kind: AgreementKind
  amends: string | null
  firstEnd: string | null
  renewal: Renewal
  renewalMonths: number | null
  mostRenewals: number | null
  noticeMonths: number
  noticeDays: number
  languages: string[]
  atMost: Visibility
  visibility: Visibility
  /** In their order. */
  events: AgreementEvent[]
  state: AgreementState
  since: string | null
  endsOn: string | null
  renewals: number
  deadline: string | null
  todo: Todo | null
}

/**
 * Agreements that the actor may see and how each stands on a day, by the one rule of the database (agreement_state); those with
 * the next deadline first. One query, however many they are. In a read as of a past day: as it was known then.
 */
export async function agreementsOn(
  tx: Tx,
  which: { space: string } | { relationships: readonly string[] } | { ids: readonly string[] },
  day: Temporal.PlainDate,
): Promise<AgreementOn[]> {
  const among =
    'space' in which
      ? sql`a.space_id = ${which.space}`
      : 'relationships' in which
        ? sql`a.relationship_id = any (${sql.val([...which.relationships])}::uuid[])`
        : sql`a.id = any (${sql.val([...which.ids])}::uuid[])`
  const { rows } = await sql<AgreementOn>`
    select a.id, a.relationship_id as relationship, a.kind, a.amends_id as amends, a.first_end::text as "firstEnd", a.renewal,
      a.renewal_months as "renewalMonths", a.most_renewals as "mostRenewals", a.notice_months as "noticeMonths",
      a.notice_days as "noticeDays", a.languages, a.at_most as "atMost", a.visibility, e.events,
      s.state, s.since::text, s.ends_on::text as "endsOn", s.renewals, s.deadline::text, s.todo
    from agreement a
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'kind', v.kind, 'on', v.on_day, 'ends', v.ends_on,
        'decision', v.decision_id) order by v.on_day, v.position, v.id), '[]') as events
      from agreement_event v where v.agreement_id = a.id) e
    cross join lateral perenne.agreement_state(a.first_end, a.renewal, a.renewal_months, a.most_renewals, a.notice_months,
      a.notice_days, e.events, ${day.toString()}::date) s
    where ${among}
    order by s.deadline nulls last, s.ends_on desc nulls first, a.id`.execute(tx)
  return rows
}

/** The next deadline of some agreements, with what is to be done by then; null when there is none. */
export function nextDeadline(agreements: readonly AgreementOn[]): AgreementOn | null {
  return agreements.reduce<AgreementOn | null>(
    (next, one) => (one.deadline !== null && (next?.deadline ?? '9999') > one.deadline ? one : next),
    null,
  )
}
