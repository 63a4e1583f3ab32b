import { sql } from 'kysely'
import '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Moved, NewDay } from '../rules/new-day.ts'

const now = sql<Temporal.Instant>`perenne.now()`

/** Makes a seminar public, or takes it back to those who work on it; what hangs under it follows. */
export async function writeVisibility(tx: Tx, seminarId: string, visibility: 0 | 2): Promise<void> {
  await tx.updateTable('space').set({ visibility }).where('id', '=', seminarId).execute()
  await tx.updateTable('seminar').set({ visibility }).where('id', '=', seminarId).execute()
}

/**
 * Makes the organisations public that the page of a seminar names.
 *
 * @returns false when the actor may not change one of them that is not public yet
 */
export async function showOrganisations(tx: Tx, seminarId: string): Promise<boolean> {
  const named = sql<string>`(
    select organisation_id from perenne.seminar_organisation where seminar_id = ${seminarId}
    union select organisation_id from perenne.slot_role where space_id = ${seminarId}
    union select organisation_id from perenne.seminar_contact where seminar_id = ${seminarId})`
  await tx
    .updateTable('organisation')
    .set({ visibility: 2 })
    .where('visibility', '<', 2)
    .where('id', 'in', named)
    .execute()
  const hidden = await tx
    .selectFrom('organisation')
    .select('id')
    .where('visibility', '<', 2)
    .where('id', 'in', named)
    .limit(1)
    .executeTakeFirst()
  return hidden === undefined
}

export async function writeWindow(
  tx: Tx,
  seminarId: string,
  window: { opensAt: Temporal.Instant | null; closesAt: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('seminar')
    .set({
      registration_opens_at: window.opensAt?.toString() ?? null,
      registration_closes_at: window.closesAt.toString(),
    })
    .where('id', '=', seminarId)
    .execute()
}

/** Writes until when people change their answers, for a seminar that said nothing about it. */
export async function keepChangeUntil(tx: Tx, seminarId: string, changeUntil: Temporal.Instant): Promise<void> {
  const change_until = changeUntil.toString()
  await tx
    .insertInto('admission')
    .values({ seminar_id: seminarId, change_until })
    .onConflict(conflict => conflict.column('seminar_id').doUpdateSet({ change_until }))
    .execute()
}

// What subscribers have of it must take the new version (RFC 5545 SEQUENCE).
const raised = sql<number>`calendar_sequence + 1`

export async function writePostponed(tx: Tx, seminarId: string): Promise<void> {
  await tx
    .updateTable('seminar')
    .set({ postponed_at: now, calendar_sequence: raised })
    .where('id', '=', seminarId)
    .execute()
}

export async function writeCancelled(tx: Tx, seminarId: string): Promise<void> {
  await tx
    .updateTable('seminar')
    .set({ cancelled_at: now, calendar_sequence: raised })
    .where('id', '=', seminarId)
    .execute()
}

/** It is held after all, on the day it had. */
export async function writeHeldAgain(tx: Tx, seminarId: string): Promise<void> {
  await tx
    .updateTable('seminar')
    .set({ cancelled_at: null, postponed_at: null, calendar_sequence: raised })
    .where('id', '=', seminarId)
    .execute()
}

/** That it has a sure day, and the one for which it was announced before; null when nobody was told of that. */
export async function writeHasDay(tx: Tx, seminarId: string, before: string | null): Promise<void> {
  await tx
    .updateTable('seminar')
    .set({ postponed_at: null, ...(before === null ? {} : { moved_from: before }) })
    .where('id', '=', seminarId)
    .execute()
}

/**
 * Moves a seminar to another day, with its deadlines, its programme and what is kept for invitations.
 *
 * @param since the deadlines of invitations that had not passed then move too
 */
export async function writeMoved(
  tx: Tx,
  seminar: { id: string; timeZone: string; heldOn: Temporal.PlainDate },
  day: NewDay,
  moved: Moved,
  since: Temporal.Instant,
): Promise<void> {
  const { id, timeZone } = seminar
  await tx
    .updateTable('seminar')
    .set({
      held_on: day.date.toString(),
      hours_from: day.hoursFrom.toString(),
      hours_to: day.hoursTo.toString(),
      moved_from: seminar.heldOn.toString(),
      cancelled_at: null,
      postponed_at: null,
      registration_opens_at: moved.opensAt?.toString() ?? null,
      registration_closes_at: moved.closesAt.toString(),
      calendar_sequence: raised,
    })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('admission')
    .set({
      promote_until: moved.promoteUntil?.toString() ?? null,
      change_until: moved.changeUntil?.toString() ?? null,
    })
    .where('seminar_id', '=', id)
    .execute()
  const inDays = (column: string) =>
    sql<string>`(((${sql.ref(column)} at time zone ${timeZone}) + make_interval(days => ${moved.days})) at time zone ${timeZone})`
  await tx
    .updateTable('slot')
    .set({ starts_at: inDays('starts_at'), ends_at: inDays('ends_at') })
    .where('space_id', '=', id)
    .execute()
  await tx
    .updateTable('programme_day')
    .set({ held_on: sql<string>`held_on + ${moved.days}::integer` })
    .where('space_id', '=', id)
    .execute()
  for (const column of ['valid_until', 'reserved_until'] as const)
    await tx
      .updateTable('invitation')
      .set({ [column]: inDays(column) })
      .where('seminar_id', '=', id)
      .where(column, '>', since.toString() as never)
      .where('ended_at', 'is', null)
      .execute()
}

/**
 * Lets the offers of a seminar run on: each has as much time left as when it came to rest, and none lasts beyond the cut-off.
 *
 * @param restedSince null when they never stood still
 */
export async function resumeOffers(
  tx: Tx,
  seminarId: string,
  restedSince: Temporal.Instant | null,
  promoteUntil: Temporal.Instant,
): Promise<void> {
  const rested = restedSince === null ? sql`interval '0'` : sql`perenne.now() - ${restedSince.toString()}::timestamptz`
  await sql`
    update perenne.registration
    set offered_until = least(greatest(offered_until, ${restedSince?.toString() ?? null}::timestamptz) + (${rested}), ${promoteUntil.toString()}::timestamptz)
    where seminar_id = ${seminarId} and state = 'offered'`.execute(tx)
}
