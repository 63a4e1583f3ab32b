import { sql } from 'kysely'
import { type Life, lifeOf } from '#convene/seminar/rules/life.ts'
import type { RegistrationCategory } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'

/** How a seminar gives its places. */
export type Admission = {
  /** Categories whose requests an organiser examines first. */
  approvalFor: readonly RegistrationCategory[]
  perOrganisation: number | null
  /** How many people one form registers at most. */
  perForm: number
  /** Whether whoever comes up from the line has the place at once, or an offer to accept in time. */
  promotion: 'direct' | 'offer'
  offerHours: number
  /** After it nobody comes up from the line. */
  promoteUntil: Temporal.Instant
  /** After it answers stay as they are. */
  changeUntil: Temporal.Instant
  needsDays: number
  answersDays: number
  personsDays: number
  /** What the seminar is in this transaction. Its places are not counted here: full is open. */
  life: Life
  /** When the seminar begins. */
  startsAt: Temporal.Instant
  /** When the seminar is over: from then on what was registered stays as it was. */
  endsAt: Temporal.Instant
  now: Temporal.Instant
}

/**
 * How a seminar gives its places, with what holds when nothing was said: no approval, no limit per organisation, places
 * given directly, until the seminar begins.
 */
export async function admissionOf(tx: Tx, seminarId: string): Promise<Admission> {
  const row = await tx
    .selectFrom('seminar as s')
    .leftJoin('admission as a', 'a.seminar_id', 's.id')
    .select(['a.approval_for', 'a.per_organisation', 'a.per_form', 'a.promotion', 'a.offer_hours'])
    .select(['s.visibility', 's.registration_opens_at', 's.registration_closes_at', 's.cancelled_at', 's.postponed_at'])
    .select(['a.needs_days', 'a.answers_days', 'a.persons_days'])
    .select(
      sql<Temporal.Instant>`coalesce(a.promote_until, (s.held_on + s.hours_from) at time zone s.time_zone)`.as('until'),
    )
    .select(sql<Temporal.Instant>`coalesce(a.change_until, s.registration_closes_at)`.as('change'))
    .select(sql<Temporal.Instant>`(s.held_on + s.hours_from) at time zone s.time_zone`.as('starts'))
    .select(sql<Temporal.Instant>`perenne.seminar_ends(s.id)`.as('ends'))
    .select(sql<Temporal.Instant>`perenne.now()`.as('now'))
    .where('s.id', '=', seminarId)
    .executeTakeFirstOrThrow()
  const facts = {
    visibility: row.visibility,
    startsAt: row.starts,
    endsAt: row.ends,
    opensAt: row.registration_opens_at,
    closesAt: row.registration_closes_at,
    cancelledAt: row.cancelled_at,
    postponedAt: row.postponed_at,
  }
  return {
    approvalFor: row.approval_for ?? [],
    perOrganisation: row.per_organisation,
    perForm: row.per_form ?? 10,
    promotion: row.promotion ?? 'direct',
    offerHours: row.offer_hours ?? 48,
    promoteUntil: row.until,
    changeUntil: row.change,
    needsDays: row.needs_days ?? 30,
    answersDays: row.answers_days ?? 365,
    personsDays: row.persons_days ?? 1095,
    life: lifeOf(facts, null, row.now),
    startsAt: row.starts,
    endsAt: row.ends,
    now: row.now,
  }
}
