import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { putBack } from '../store/history.ts'

export type PutBackRecord = {
  table: string
  id: string
  /** The moment whose version comes back. */
  moment: Temporal.Instant
  once: { key: string | null; location: string }
}

/**
 * Puts a record back as it was known at a moment, with its texts and, when it had been removed, with its parts: a new version,
 * in the name of who asks. Its circles are those of today (SQL `put_back`).
 *
 * @returns false when nothing was known then, or when what it needs is gone for good (the file of a document whose time was over)
 */
export async function putBackRecord(house: House, who: Actor, { table, id, moment, once }: PutBackRecord) {
  const work = as(
    house.db,
    who,
    async tx => {
      const done = await putBack(tx, table, id, moment)
      if (done) await rememberSent(tx, once.key, once.location)
      return done
    },
    `put back as of ${moment.round('second').toString()}`,
  )
  return work.catch(error => {
    if ((error as { code?: unknown }).code === '23503') return false
    throw error
  })
}
