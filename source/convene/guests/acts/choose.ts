import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { removeGuestList, rewriteWaiting } from '../store/guest-lists.ts'
import { openList } from './open-list.ts'
import { type Choices, sealWaiting } from './waiting.ts'

export type Chosen = 'kept' | 'gone'

/**
 * Keeps what somebody chose about a list that waits: which sheet, what its columns hold, what counts for everybody.
 *
 * @returns `gone` when it was thrown away, or its import has begun, meanwhile
 * @throws Refusal as `openList`
 */
export async function choose(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  choices: Partial<Choices>,
  remember: { once: string | null; location: string },
): Promise<Chosen> {
  const { waiting } = await openList(house, actor, slug, id)
  if (waiting === null) return 'gone'
  const { sheets, choices: before } = waiting.waiting
  const sealed = sealWaiting(house, id, { sheets, choices: { ...before, ...choices } })
  return as(house.db, actor, async tx => {
    if (!(await rewriteWaiting(tx, id, sealed))) return 'gone'
    await rememberSent(tx, remember.once, remember.location)
    return 'kept'
  })
}

/**
 * Throws a list away that was only looked at.
 *
 * @throws Refusal as `openList`
 */
export async function discardList(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  remember: { once: string | null; location: string },
): Promise<'discarded' | 'gone'> {
  const { seminar } = await openList(house, actor, slug, id)
  return as(house.db, actor, async tx => {
    if (!(await removeGuestList(tx, seminar.id, id))) return 'gone'
    await rememberSent(tx, remember.once, remember.location)
    return 'discarded'
  })
}
