import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { apartIn } from '../../relations/acts/take-apart.ts'
import { joinOf } from '../../relations/store/joined.ts'
import { keptReason } from '../rules/reason.ts'
import { putBack } from '../store/history.ts'

export type PutBackRecord = {
  table: string
  id: string
  /** The moment whose version comes back. */
  moment: Temporal.Instant
  once: { key: string | null; location: string }
}

export type PutBack =
  | 'done'
  /** Nothing was known of it then. */
  | 'unknown'
  /** The file of a document was removed for good when its time was over. */
  | 'file-gone'
  /** Something else that it belonged to is there no more. */
  | 'part-gone'

/**
 * Puts a record back as it was known at a moment, with its texts and, when it had been removed, with its parts: a new version,
 * in the name of who asks, with why where they said it. Its circles are those of today (SQL `put_back`). All of it comes back, or nothing does.
 */
export async function putBackRecord(
  house: House,
  who: Actor,
  { table, id, moment, once }: PutBackRecord,
): Promise<PutBack> {
  const work = as(
    house.db,
    who,
    async (tx): Promise<PutBack> => {
      // One that was joined takes its parts with it as they are today: what happened to them since is not lost.
      const joined = table === 'relationship' ? await joinOf(tx, id) : null
      if (joined) await apartIn(tx, joined)
      if (!(await putBack(tx, table, id, moment))) return 'unknown'
      await rememberSent(tx, once.key, once.location)
      return 'done'
    },
    keptReason({ moment, own: (who.kind === 'person' && who.because) || '' }),
  )
  return work.catch((error: { code?: unknown; table?: unknown }) => {
    // foreign_key_violation: what a part of it points to has no row any more.
    if (error.code !== '23503') throw error
    return error.table === 'document_version' ? 'file-gone' : 'part-gone'
  })
}
