import { standingOf } from '#convene/life/store/standing.ts'
import { holdSeminar, lockImport } from '#convene/seminar/store/save-seminar.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { setWithdrawn } from '../store/documents.ts'
import { showOrHideDocuments } from '../store/show-documents.ts'

export type WithdrawalDone = {
  /** `same`: it was like that already. */
  outcome: 'withdrawn' | 'shown' | 'same'
  /** Of the file. */
  name: string
}

/**
 * Closes a file that released versions of a programme name to everybody outside the team, or opens it again. The versions stay
 * as they were released: a reader finds the title there, and that the file is no longer available. No release opens it again.
 * The history of the file says who did it and when.
 *
 * @throws Refusal `not-found` for a seminar that the actor does not see and for a file that no version of it names,
 *   `forbidden` without the right to edit it
 */
export function withdrawDocument(
  house: House,
  actor: Actor,
  slug: string,
  { fileId, withdrawn }: { fileId: string; withdrawn: boolean },
  sent?: { once: string | null; location: string },
): Promise<WithdrawalDone> {
  return as(
    house.db,
    actor,
    async tx => {
      // A release waits, and this waits for a release: none shows a file that is being withdrawn.
      await lockImport(tx, slug)
      const mayChange = await holdSeminar(tx, slug)
      const seminar = await standingOf(tx, { slug })
      if (!seminar) throw notFound()
      if (!mayChange) throw forbidden()
      const done = isUuid(fileId) ? await setWithdrawn(tx, { seminarId: seminar.id, fileId, withdrawn }) : null
      if (!done) throw notFound()
      if (done.isChanged && !withdrawn) await showOrHideDocuments(tx, seminar.id)
      if (sent) await rememberSent(tx, sent.once, sent.location)
      return { outcome: done.isChanged ? (withdrawn ? 'withdrawn' : 'shown') : 'same', name: done.name }
    },
    `${withdrawn ? 'withdraw' : 'show'} a file of ${slug}`,
  )
}
