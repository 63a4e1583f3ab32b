import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { json } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { checkTimetable } from '../../seminar/rules/timetable-checks.ts'
import { readTimetable } from '../../seminar/store/read-timetable.ts'
import { openToAll } from './open-to-all.ts'

/**
 * GET …/checks: `[{code, slots, severity}]`, what is wrong with the timetable of a public seminar, in the order of the
 * day. The same for everybody: it is read in the public role, whoever asks.
 *
 * @throws Refusal `not-found`, also for a seminar that is not public
 */
export async function getChecks(visit: Visit): Promise<Response> {
  openToAll(visit)
  const timetable = await asPublic(visit.house.db, tx => readTimetable(tx, visit.param('slug')))
  if (!timetable) throw notFound()
  return json(visit, checkTimetable(timetable))
}
