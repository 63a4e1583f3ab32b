import { inSeminar, type Remember } from '#convene/registration/acts/at-the-gate.ts'
import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { notFound } from '#ground/web/refusal.ts'
import { endLetter, type Letter, readLetter } from '../store/letters.ts'

export type Withdrawn = { outcome: 'withdrawn' | 'withdrawn-before'; letter: Letter }

/**
 * Withdraws an attendance letter: it is valid no more, its number is never given again, and the person may get another
 * one. A mail about it that has not left yet does not leave.
 *
 * @throws Refusal `not-found` for a letter of another seminar or of none, and as `inSeminar`
 */
export function withdrawLetter(
  house: House,
  actor: Actor,
  slug: string,
  letterId: string,
  remember?: Remember<Withdrawn>,
): Promise<Withdrawn> {
  return inSeminar<Withdrawn>(house, actor, slug, remember, async ({ tx, seminar }) => {
    const letter = isUuid(letterId) ? await readLetter(tx, { id: letterId, seminarId: seminar.id }) : null
    if (letter === null) throw notFound()
    const done = await endLetter(tx, letter.id, actor.kind === 'person' ? actor.id : null)
    return { result: { outcome: done ? 'withdrawn' : 'withdrawn-before', letter }, done }
  })
}
