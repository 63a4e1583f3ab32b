import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { listCommitments, removeCommitmentRow } from '../store/commitments.ts'
import { removeInteractionRow } from '../store/journal-fields.ts'

/**
 * Takes back what was just written down: the line, and the promise that was written with it.
 *
 * @throws Refusal `not-found` when there is none with this id in this memory
 */
export async function undoWriting(
  house: House,
  who: Actor,
  { space, id, once }: { space: string; id: string; once: { key: string | null; location: string } },
): Promise<void> {
  await as(house.db, who, async tx => {
    const made = await listCommitments(
      tx,
      space,
      'fr',
      { state: 'open', owedBy: null, interaction: id },
      { page: 1, size: 100 },
    )
    if (!(await removeInteractionRow(tx, space, id))) throw notFound()
    for (const one of made.commitments) await removeCommitmentRow(tx, space, one.id)
    await rememberSent(tx, once.key, once.location)
  })
}
