import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { removeDraft } from '../store/mail-drafts.ts'

/**
 * Drops a mail that waits, with what is attached.
 *
 * @throws Refusal `not-found` when none waits under this id in this memory
 */
export async function dropDraft(
  house: House,
  who: Actor,
  { space, id, once }: { space: string; id: string; once: { key: string | null; location: string } },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await removeDraft(tx, space, id))) throw notFound()
    await rememberSent(tx, once.key, once.location)
  })
}
