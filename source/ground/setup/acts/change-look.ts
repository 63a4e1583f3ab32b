import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { writeLook } from '../store/installation.ts'

/**
 * Gives the installation its name and its colour.
 *
 * @param look a name of at most 120 characters and #rrggbb; null takes Perenne's own
 * @param sent the form's once key, and where it leads
 * @throws Refusal `forbidden` for whoever does not administer it
 */
export async function changeLook(
  house: House,
  who: Actor,
  look: { name: string | null; accent: string | null },
  sent: { once: string | null; location: string },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await writeLook(tx, look))) throw forbidden()
    await rememberSent(tx, sent.once, sent.location)
  })
  await house.look?.refresh()
}
