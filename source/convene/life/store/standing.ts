import { sql } from 'kysely'
import { type CountedPlaces, type Life, type LifeFacts, lifeOf } from '#convene/seminar/rules/life.ts'
import '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'

/** How a seminar stands: all that its life hangs on. */
export type Standing = LifeFacts & {
  id: string
  slug: string
  sourceLanguage: Locale
  languages: readonly Locale[]
  heldOn: Temporal.PlainDate
  hoursFrom: Temporal.PlainTime
  hoursTo: Temporal.PlainTime
  timeZone: string
  movedFrom: Temporal.PlainDate | null
  promoteUntil: Temporal.Instant | null
  changeUntil: Temporal.Instant | null
  places: CountedPlaces | null
  life: Life
  /** Business time in the transaction that read it. */
  now: Temporal.Instant
  /** Another one as soon as anything of this is otherwise: a form that was filled from it is then out of date. */
  version: string
}

/**
 * Waits until nobody else gives a place, or takes a step, in this seminar, and keeps everybody else from it until the end of
 * the transaction: the gate of the places. Nor is anybody on its programme erased until then.
 *
 * @returns false when the actor may not change the seminar
 */
export async function holdSeminar(tx: Tx, seminarId: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select perenne.hold_places(${seminarId}) as held`.execute(tx)
  if (rows[0]?.held !== true) return false
  await sql`select perenne.hold_programme_people(${seminarId})`.execute(tx)
  return true
}

/** How a seminar stands now; null when the actor sees none. */
export async function standingOf(tx: Tx, by: { slug: string } | { id: string }): Promise<Standing | null> {
  const row = await tx
    .selectFrom('seminar as s')
    .innerJoin('space as p', 'p.id', 's.id')
    .leftJoin('admission as a', 'a.seminar_id', 's.id')
    .leftJoin('quota as q', join => join.onRef('q.seminar_id', '=', 's.id').on('q.key', '=', 'overall'))
    .select(['s.id', 'p.slug', 's.visibility', 's.source_language', 's.languages', 's.held_on', 's.hours_from'])
    .select(['s.hours_to', 's.time_zone', 's.moved_from', 's.registration_opens_at', 's.registration_closes_at'])
    .select(['s.cancelled_at', 's.postponed_at', 'a.promote_until', 'a.change_until'])
    .select(['q.capacity', 'q.taken', 'q.held'])
    .select(sql<Temporal.Instant>`perenne.seminar_ends(s.id)`.as('ends'))
    .select(sql<Temporal.Instant>`perenne.now()`.as('now'))
    .where('p.kind', '=', 'seminar')
    .$if('slug' in by, query => query.where('p.slug', '=', (by as { slug: string }).slug))
    .$if('id' in by, query => query.where('s.id', '=', (by as { id: string }).id))
    .executeTakeFirst()
  if (!row) return null
  const heldOn = Temporal.PlainDate.from(row.held_on)
  const hoursFrom = Temporal.PlainTime.from(row.hours_from)
  const hoursTo = Temporal.PlainTime.from(row.hours_to)
  const at = (plainTime: Temporal.PlainTime) =>
    heldOn.toZonedDateTime({ timeZone: row.time_zone, plainTime }).toInstant()
  const facts: LifeFacts = {
    visibility: row.visibility,
    startsAt: at(hoursFrom),
    endsAt: row.ends,
    opensAt: row.registration_opens_at,
    closesAt: row.registration_closes_at,
    postponedAt: row.postponed_at,
    cancelledAt: row.cancelled_at,
  }
  const places = row.capacity === null ? null : { capacity: row.capacity, taken: row.taken ?? 0, held: row.held ?? 0 }
  const movedFrom = row.moved_from === null ? null : Temporal.PlainDate.from(row.moved_from)
  return {
    ...facts,
    id: row.id,
    slug: row.slug,
    sourceLanguage: isLocale(row.source_language) ? row.source_language : 'en',
    languages: row.languages.filter(isLocale),
    heldOn,
    hoursFrom,
    hoursTo,
    timeZone: row.time_zone,
    movedFrom,
    promoteUntil: row.promote_until,
    changeUntil: row.change_until,
    places,
    life: lifeOf(facts, places, row.now),
    now: row.now,
    version: [...Object.values(facts), heldOn, row.time_zone, movedFrom].map(String).join(' '),
  }
}

/** Whether somebody is registered, waits, or has asked for a place. Needs a job, or `people`. */
export async function isAnybodyRegistered(tx: Tx, seminarId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('registration')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .where('state', 'in', ['requested', 'waiting', 'offered', 'confirmed'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
