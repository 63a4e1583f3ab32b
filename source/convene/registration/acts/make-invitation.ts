import { randomInt, randomUUID } from 'node:crypto'
import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { foldCode, type InvitationProblem, invitationProblems } from '../rules/invitation-problems.ts'
import { saveHall } from '../store/hall.ts'
import { addInvitation, type InvitationFields, isCodeTaken } from '../store/invitations.ts'
import { inSeminar, type Remember } from './at-the-gate.ts'
import { keepPlaces } from './keep-places.ts'

export type InvitationMade =
  | { outcome: 'made'; id: string; code: string }
  | { outcome: 'invalid'; problems: InvitationProblem[] }
  | { outcome: 'code-taken' }
  /** Fewer places are free than were to be kept; nothing was made. */
  | { outcome: 'no-room'; free: number }

/**
 * Makes an invitation: a code that lets the people of a partner in, with places that may be kept for them. Places can be
 * kept only while they are free.
 *
 * @param given.code as it was typed; empty for one that is made here
 * @throws Refusal as `inSeminar`
 */
export function makeInvitation(
  house: House,
  actor: Actor,
  slug: string,
  given: InvitationFields & { code?: string | null },
  remember?: Remember<InvitationMade>,
): Promise<InvitationMade> {
  return inSeminar<InvitationMade>(house, actor, slug, remember, async ({ tx, hall, seminar }) => {
    const typed = given.code?.trim() ? foldCode(given.code) : null
    const problems = invitationProblems({ ...given, code: typed }, hall.now)
    if (problems.length > 0) return { result: { outcome: 'invalid', problems }, done: false }
    if (typed !== null && (await isCodeTaken(tx, seminar.id, typed)))
      return { result: { outcome: 'code-taken' }, done: false }
    const id = randomUUID()
    const code = typed ?? newCode()
    const { places, reserved } = given
    const lacking = keepPlaces(hall, { id, places, taken: 0, reserved })
    if (lacking !== null) return { result: { outcome: 'no-room', ...lacking }, done: false }
    await addInvitation(tx, { ...given, label: given.label.trim(), id, seminarId: seminar.id, code })
    await saveHall(tx, hall)
    return { result: { outcome: 'made', id, code }, done: true }
  })
}

// Without I, L, O, 0 and 1: a code is read aloud and copied by hand. Ten of these are not guessed.
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const newCode = () => Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('')
