import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** To whom reminders go: whoever has a place, and whoever could still take one. */
const audience = { states: ['confirmed', 'offered'] }

export type SeminarToRemindOf = {
  id: string
  heldOn: string
  timeZone: string
  reminderDays: number[]
  now: Temporal.Instant
}

/**
 * Seminars that have reminders and take place within the longest time before which one leaves, as days are counted anywhere
 * on earth. Needs a job.
 */
export async function seminarsToRemindOf(tx: Tx): Promise<SeminarToRemindOf[]> {
  return tx
    .selectFrom('seminar')
    .select(['id', 'held_on as heldOn', 'time_zone as timeZone', 'reminder_days as reminderDays'])
    .select(sql<Temporal.Instant>`perenne.now()`.as('now'))
    .where('cancelled_at', 'is', null)
    .where('postponed_at', 'is', null)
    .where(sql<boolean>`cardinality(reminder_days) > 0`)
    .where(
      sql<boolean>`held_on between (perenne.now() at time zone 'UTC')::date - 1 and (perenne.now() at time zone 'UTC')::date + 30`,
    )
    .orderBy('id')
    .execute()
}

/**
 * Adds the reminder of one day. Null when it is there: another process was quicker, and the database keeps each once for
 * each day on which the seminar is held.
 *
 * @param given `send` for one that leaves now; `give-up` for one whose day has passed
 */
export async function addReminder(
  tx: Tx,
  reminder: { seminarId: string; heldOn: string; daysBefore: number; from: Temporal.Instant },
  given: 'send' | 'give-up',
): Promise<string | null> {
  const row = await tx
    .insertInto('mailing')
    .values({
      seminar_id: reminder.seminarId,
      days_before: reminder.daysBefore,
      held_on: reminder.heldOn,
      audience: JSON.stringify(audience),
      send_at: reminder.from.toString(),
      ...(given === 'give-up' ? { cancelled_at: sql<Temporal.Instant>`perenne.now()` } : {}),
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether anybody had a place before an instant: whom a reminder of then would have reached. Needs a job. */
export async function hadPeople(tx: Tx, seminarId: string, before: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ had: boolean }>`
    select exists (select from perenne.registration where seminar_id = ${seminarId}::uuid
      and state in ('confirmed', 'offered') and state_since < ${before.toString()}::timestamptz) as had`.execute(tx)
  return rows[0]?.had === true
}

/** Settles how many days before a seminar its reminders leave. */
export async function writeReminderDays(tx: Tx, seminarId: string, days: readonly number[]): Promise<void> {
  await tx
    .updateTable('seminar')
    .set({ reminder_days: [...days] })
    .where('id', '=', seminarId)
    .execute()
}

/** How many days before a seminar its reminders leave, the longest before first. With `hold`, locked. */
export async function readReminderDays(tx: Tx, seminarId: string, hold = false): Promise<number[]> {
  const query = tx.selectFrom('seminar').select('reminder_days as days').where('id', '=', seminarId)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return [...(row?.days ?? [])].sort((one, other) => other - one)
}

/** What became of the reminders of a seminar for a day: days before → the mailing. */
export async function remindersOf(tx: Tx, seminarId: string, heldOn: string) {
  const rows = await tx
    .selectFrom('mailing')
    .select(['id', 'days_before as daysBefore', 'started_at as startedAt'])
    .where('seminar_id', '=', seminarId)
    .where('held_on', '=', heldOn)
    .where('days_before', 'is not', null)
    .execute()
  return new Map(rows.map(({ daysBefore, ...row }) => [daysBefore ?? 0, row]))
}
