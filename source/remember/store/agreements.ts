import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Tables, Visibility } from '#ground/database/tables.ts'
import { unknownDate } from '../rules/edtf.ts'
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
  /** The day that is used; null where nobody knows when. */
  on: string | null
  /** The last day of the term that it begins, or the last day at all. */
  ends: string | null
  /** EDTF, where less than the day is known. */
  onKnown: string | null
  endsKnown: string | null
  decision: string | null
}

/** An agreement and how it stands on a day; days are YYYY-MM-DD. */
export type AgreementOn = {
  id: string
  relationship: string
  kind: AgreementKind
  amends: string | null
  firstEnd: string | null
  /** EDTF, where less than the day is known. */
  firstEndKnown: string | null
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
  /** EDTF, as far as it is known. */
  since: string | null
  endsOn: string | null
  renewals: number
  deadline: string | null
  todo: Todo | null
  /** What its end and its deadline rest on where that is not sure: what is known, EDTF, and the day that is used for it. */
  restsOn: { known: string; day: string }[]
}

// It stands so from the day of an event, of which less may be known, or from the day after its end.
const sinceAsKnown = sql<
  string | null
>`case when s.since = perenne.day_of_event(null) then ${unknownDate}::text else coalesce(
  (select x ->> 'onKnown' from jsonb_array_elements(e.said) x where (x ->> 'on')::date = s.since
    and x ->> 'onKnown' is not null limit 1), s.since::text) end`

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
    select a.id, a.relationship_id as relationship, a.kind, a.amends_id as amends, a.first_end::text as "firstEnd",
      a.first_end_as_known as "firstEndKnown", a.renewal,
      a.renewal_months as "renewalMonths", a.most_renewals as "mostRenewals", a.notice_months as "noticeMonths",
      a.notice_days as "noticeDays", a.languages, a.at_most as "atMost", a.visibility, e.events,
      s.state, ${sinceAsKnown} as since, s.ends_on::text as "endsOn", s.renewals, s.deadline::text, s.todo, r.found as "restsOn"
    from agreement a
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'kind', v.kind, 'on', v.on_day, 'ends', v.ends_on,
        'onKnown', v.on_as_known, 'endsKnown', v.ends_as_known, 'decision', v.decision_id)
        order by v.on_day nulls first, v.position, v.id), '[]') as events,
        coalesce(jsonb_agg(jsonb_build_object('kind', v.kind, 'on', perenne.day_of_event(v.on_day), 'ends', v.ends_on,
        'onKnown', v.on_as_known, 'endsKnown', v.ends_as_known) order by v.on_day nulls first, v.position, v.id), '[]') as said
      from agreement_event v where v.agreement_id = a.id) e
    cross join lateral perenne.agreement_state(a.first_end, a.renewal, a.renewal_months, a.most_renewals, a.notice_months,
      a.notice_days, e.said, ${day.toString()}::date) s
    cross join lateral (select perenne.agreement_rests_on(a.first_end, a.renewal, a.renewal_months, a.most_renewals,
      a.notice_months, a.notice_days, e.said, ${day.toString()}::date, a.first_end_as_known) as found) r
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
