import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { rests } from '#convene/seminar/rules/life.ts'
import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { mayLeave } from '../rules/mailing-state.ts'
import { dueMailings, holdMailing } from '../store/mailings.ts'
import { problemsToStart, start } from './start-mailing.ts'

// The program acts for whoever said when it leaves: they need not be there, nor hold their right still.
const mailings = job('mailings')

/**
 * Lets the mailings leave whose time has come, each in a transaction of its own: what fails in one holds up no other. One of
 * a seminar that has no sure day any more, one whose words have gone wrong, and one whose time passed a day ago (the program
 * was off) stay where they are, and are shown as held.
 *
 * @returns how many began
 * @throws AggregateError with what failed, once all were tried
 */
export async function startDueMailings(house: House): Promise<number> {
  let begun = 0
  const failed: unknown[] = []
  for (const due of await as(house.db, mailings, dueMailings)) {
    if (due.sendAt === null || !mayLeave(due.sendAt, due.now)) continue
    try {
      const left = await as(house.db, mailings, async tx => {
        const mailing = await holdMailing(tx, due.seminarId, due.id)
        const seminar = await findSeminarToRegisterFor(tx, { id: due.seminarId })
        // Behind the lock: somebody may have started, changed or cancelled it a moment ago.
        if (!mailing || !seminar || mailing.startedAt || mailing.cancelledAt || mailing.sendAt === null) return null
        if (!mayLeave(mailing.sendAt, seminar.now) || rests(seminar.life)) return null
        if (problemsToStart(mailing).length > 0) return null
        return start(tx, mailing)
      })
      if (left) begun++
    } catch (error) {
      failed.push(error)
    }
  }
  if (begun > 0) house.mailsWritten()
  if (failed.length > 0) throw new AggregateError(failed, `mailings: ${failed.length} failed: ${failed[0]}`)
  return begun
}
