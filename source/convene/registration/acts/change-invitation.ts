import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { type InvitationProblem, invitationProblems } from '../rules/invitation-problems.ts'
import { type InvitationFields, writeInvitation } from '../store/invitations.ts'
import { inSeminar, invitationOf, type Remember } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'
import { keepPlaces } from './keep-places.ts'

export type InvitationChanged =
  | { outcome: 'changed' }
  | { outcome: 'ended' }
  | { outcome: 'invalid'; problems: InvitationProblem[] }
  /** Fewer places are free than were to be kept besides those that are; nothing was changed. */
  | { outcome: 'no-room'; free: number }

/**
 * Changes an invitation; its code stays, people have it already. More places, or fewer that are kept, may let people in
 * who wait. A number of places below those that are used lets nobody else in until it has fallen; nobody loses theirs.
 * A priority counts for those who come from now on.
 *
 * @throws Refusal `not-found` for an invitation of another seminar, and as `inSeminar`
 */
export function changeInvitation(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  given: InvitationFields,
  remember?: Remember<InvitationChanged>,
): Promise<InvitationChanged> {
  return inSeminar<InvitationChanged>(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const there = await invitationOf(tx, seminar.id, id)
    if (there.ended) return { result: { outcome: 'ended' }, done: false }
    const problems = invitationProblems({ ...given, code: null }, hall.now)
    if (problems.length > 0) return { result: { outcome: 'invalid', problems }, done: false }
    const { places, reserved } = given
    const lacking = keepPlaces(hall, { id, places, taken: there.taken, reserved })
    if (lacking !== null) return { result: { outcome: 'no-room', ...lacking }, done: false }
    await writeInvitation(tx, id, { ...given, label: given.label.trim() })
    await fillFreePlaces(tx, seminar.id, hall)
    return { result: { outcome: 'changed' }, done: true }
  })
}
