import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { inSeminar, invitationOf, type Remember } from './at-the-gate.ts'
import { letReserveGo } from './keep-places.ts'

/**
 * Ends an invitation: its code lets nobody in any more, and the places that were kept for it go to those who wait.
 * Whoever has a place by it keeps it.
 *
 * @throws Refusal `not-found` for an invitation of another seminar, and as `inSeminar`
 */
export function endInvitation(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  remember?: Remember<'ended' | 'already-ended'>,
): Promise<'ended' | 'already-ended'> {
  return inSeminar<'ended' | 'already-ended'>(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const there = await invitationOf(tx, seminar.id, id)
    if (there.ended) return { result: 'already-ended', done: false }
    await letReserveGo(tx, hall, id, 'end')
    return { result: 'ended', done: true }
  })
}

/**
 * Lets the places go that are kept for an invitation; its code still lets people in, as far as there is room.
 *
 * @throws Refusal as `endInvitation`
 */
export function releaseInvitation(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  remember?: Remember<'released' | 'not-reserved'>,
): Promise<'released' | 'not-reserved'> {
  return inSeminar<'released' | 'not-reserved'>(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const there = await invitationOf(tx, seminar.id, id)
    if (!there.reserved) return { result: 'not-reserved', done: false }
    await letReserveGo(tx, hall, id, 'release')
    return { result: 'released', done: true }
  })
}
