import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { mostReminders, offeredDays } from '../rules/reminder-days.ts'
import { readReminderDays, writeReminderDays } from '../store/reminders.ts'
import { mayEdit } from '../store/rights.ts'
import { type Remember, seminarToWriteFor } from './in-office.ts'

export type DaysSet =
  | { outcome: 'set' }
  | { outcome: 'too-many' }
  /** Somebody else settled other days since the form was opened: nothing was written. */
  | { outcome: 'stale'; now: number[] }

/**
 * Settles how many days before the seminar its reminders leave; none at all switches them off.
 *
 * @param seen the days that the form showed
 * @throws Refusal as `seminarToWriteFor` says, and `forbidden` for whoever may not change the seminar
 */
export function setReminderDays(
  house: House,
  actor: Actor,
  slug: string,
  days: readonly number[],
  seen: readonly number[],
  remember?: Remember & { location: string },
): Promise<DaysSet> {
  return as(house.db, actor, async (tx): Promise<DaysSet> => {
    const seminar = await seminarToWriteFor(tx, { slug })
    if (!(await mayEdit(tx, seminar.id))) throw forbidden()
    const wanted = offeredDays.filter(day => days.includes(day))
    if (wanted.length > mostReminders) return { outcome: 'too-many' }
    const now = await readReminderDays(tx, seminar.id, true)
    const isSame = (one: readonly number[], other: readonly number[]) => one.join() === other.join()
    if (!isSame(now, wanted)) {
      if (!isSame(now, seen)) return { outcome: 'stale', now }
      await writeReminderDays(tx, seminar.id, wanted)
    }
    if (remember) await rememberSent(tx, remember.once, remember.location)
    return { outcome: 'set' }
  })
}
