import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { meaning } from '#convene/seminar/rules/life.ts'
import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { type ReminderDay, reminderDays, reminderState } from '../rules/reminder-days.ts'
import { readMailing } from '../store/mailings.ts'
import { addReminder, hadPeople, readReminderDays, remindersOf, seminarsToRemindOf } from '../store/reminders.ts'
import { start } from './start-mailing.ts'

// Reminders leave by themselves, of every seminar: nobody asks for them.
const reminders = job('reminders')

export type Reminded = { sent: number; skipped: number }

/**
 * Lets the reminders leave whose day and hour have come, once for each day on which a seminar is held: the database refuses
 * a second one, whichever process adds it. One whose day has passed (the program was off, or the seminar was moved closer)
 * does not leave any more: it is written down as skipped, where somebody would have got it.
 *
 * @throws AggregateError with what failed, once all were tried
 */
export async function sendReminders(house: House): Promise<Reminded> {
  const done: Reminded = { sent: 0, skipped: 0 }
  const failed: unknown[] = []
  for (const found of await as(house.db, reminders, seminarsToRemindOf)) {
    for (const day of reminderDays(found.heldOn, found.timeZone, found.reminderDays)) {
      if (reminderState(day, found.now) === 'early') continue
      try {
        const outcome = await as(house.db, reminders, tx => remindOn(tx, found, day))
        if (outcome) done[outcome]++
        if (outcome === 'skipped')
          house.log.warn(
            { seminar: found.id, daysBefore: day.daysBefore },
            'a reminder was skipped: its day had passed',
          )
      } catch (error) {
        failed.push(error)
      }
    }
  }
  if (done.sent > 0) house.mailsWritten()
  if (failed.length > 0) throw new AggregateError(failed, `reminders: ${failed.length} failed: ${failed[0]}`)
  return done
}

async function remindOn(
  tx: Tx,
  found: { id: string; heldOn: string },
  { daysBefore, from, until }: ReminderDay,
): Promise<'sent' | 'skipped' | null> {
  if ((await remindersOf(tx, found.id, found.heldOn)).has(daysBefore)) return null
  // With the seminar held: it may be cancelled or moved, and its reminders switched off, at this very moment.
  const days = await readReminderDays(tx, found.id, true)
  const seminar = await findSeminarToRegisterFor(tx, { id: found.id })
  if (!seminar || seminar.heldOn !== found.heldOn || !days.includes(daysBefore)) return null
  if (!meaning[seminar.life].mails.reminders) return null
  const reminder = { seminarId: found.id, heldOn: found.heldOn, daysBefore, from }
  if (reminderState({ daysBefore, from, until }, seminar.now) === 'late') {
    if (!(await hadPeople(tx, found.id, until))) return null
    return (await addReminder(tx, reminder, 'give-up')) ? 'skipped' : null
  }
  const id = await addReminder(tx, reminder, 'send')
  const mailing = id && (await readMailing(tx, found.id, id))
  if (!mailing) return null
  await start(tx, mailing)
  return 'sent'
}
