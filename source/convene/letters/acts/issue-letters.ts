import { inSeminar, mailTo, type Remember } from '#convene/registration/acts/at-the-gate.ts'
import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { type Issuing, issuingState } from '../rules/issuing.ts'
import { addLetters, candidatesOf, type Everybody } from '../store/letters.ts'

export type Issued =
  | {
      outcome: 'done'
      issued: number
      /** Who had a valid letter already, which stands as it was. */
      already: number
      /** Who has no confirmed place in this seminar (any more), or no name since they were erased. */
      left: number
    }
  | { outcome: Exclude<Issuing, 'open'> }
  /** Not as many would get one as the page said: nothing was issued. */
  | { outcome: 'other-number'; now: number }

/** Those without a letter who were listed, and how many the page told of. */
export type Listed = { bearing: string; told: number }

/**
 * Issues attendance letters: each numbered within the seminar, logged with who issued it, and told by mail. Only to
 * people with a confirmed place, only from the day of the seminar on (in its time zone), one valid letter a person.
 * Behind the gate of the places, so that no number is given twice and nobody loses their place meanwhile.
 *
 * @param chosen registrations; `all` for everybody who has a place and no letter; or those of them who were listed
 * @throws Refusal `not-found` when the actor sees no such seminar, `forbidden` when they do not look after its people
 */
export function issueLetters(
  house: House,
  actor: Actor,
  slug: string,
  chosen: readonly string[] | 'all' | Listed,
  remember?: Remember<Issued>,
): Promise<Issued> {
  return inSeminar<Issued>(house, actor, slug, remember, async ({ tx, seminar, hall }) => {
    const state = issuingState(seminar, hall.now)
    if (state !== 'open') return { result: { outcome: state }, done: false }
    const everybody: Everybody | null = chosen === 'all' || 'bearing' in chosen ? chosen : null
    const ids = everybody === null ? [...new Set(chosen as readonly string[])].filter(isUuid) : null
    const found = await candidatesOf(tx, seminar.id, everybody ?? ids ?? [])
    if (chosen !== 'all' && 'told' in chosen && chosen.told !== found.length)
      return { result: { outcome: 'other-number', now: found.length }, done: false }
    const already = found.filter(one => one.hasLetter)
    const receiving = found.filter(one => one.confirmed && !one.hasLetter)
    const letters = await addLetters(
      tx,
      seminar.id,
      receiving.map(one => one.id),
      actor.kind === 'person' ? actor.id : null,
    )
    await queueMails(
      tx,
      receiving.map(one => mailTo(one, 'attendance-letter', { letter: letters.get(one.id) })),
    )
    const asked = ids === null ? found.length : ids.length
    const left = asked - receiving.length - already.length
    return {
      result: { outcome: 'done', issued: receiving.length, already: already.length, left },
      done: receiving.length > 0,
    }
  })
}
