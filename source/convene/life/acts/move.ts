import { releaseOnNewDay } from '#convene/programme/acts/release-within.ts'
import type { Tx } from '#ground/database/actor.ts'
import { movedTo, type NewDay, type NewDayProblem } from '../rules/new-day.ts'
import { restedSince } from '../rules/rested-since.ts'
import type { Reason } from '../store/notices.ts'
import type { Standing } from '../store/standing.ts'
import { writeMoved } from '../store/write-life.ts'
import { letRun } from './let-run.ts'
import { tell } from './tell.ts'

export type NotMoved = { outcome: 'invalid'; problem: NewDayProblem }

/**
 * Moves a seminar to another day behind its gate, and tells everyone concerned.
 *
 * @returns to how many it is written, or what is wrong with the day
 */
export async function move(tx: Tx, standing: Standing, day: NewDay, reason: Reason): Promise<number | NotMoved> {
  const { id, heldOn, now } = standing
  const found = movedTo(standing, day, now)
  if (!found.ok) return { outcome: 'invalid', problem: found.problem }
  const rested = restedSince(standing)
  await writeMoved(tx, standing, day, found.moved, rested ?? now)
  await releaseOnNewDay(tx, id)
  const told = await tell(tx, id, { kind: 'moved', heldOn, movedTo: day.date, reason })
  await letRun(tx, id, rested)
  return told
}
