import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'

const places = job('places')

/**
 * Does what time asks for in each seminar that has something to do, each in its own transaction: what fails in one holds
 * up no other, and is told once all were tried.
 *
 * @param find the seminars, by id
 * @returns the sum of what was done
 * @throws AggregateError with what failed
 */
export async function inEachSeminar(
  house: House,
  find: (tx: Tx) => Promise<readonly string[]>,
  work: (tx: Tx, seminarId: string) => Promise<number>,
): Promise<number> {
  let done = 0
  const failed: unknown[] = []
  for (const seminarId of await as(house.db, places, find)) {
    try {
      done += await as(house.db, places, tx => work(tx, seminarId))
    } catch (error) {
      failed.push(error)
    }
  }
  if (done > 0) house.mailsWritten()
  if (failed.length > 0) throw new AggregateError(failed, `places: ${failed.length} seminars failed: ${failed[0]}`)
  return done
}
