import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { personOfRegistration } from '../store/person-of.ts'
import type { Remember } from './at-the-gate.ts'
import { giveUpPlaces } from './give-up-places.ts'

/**
 * “This was not me”: cancels a registration that somebody else made with this address, and erases what was written. No
 * mail follows. Whoever signed in with this address keeps their account: only the registration is then undone.
 *
 * Runs as a job: the page has checked the signature of the link that came with the mail, and nobody but its recipient
 * has it.
 *
 * @throws Refusal `not-found` without such a registration
 */
export async function cancelAsNotMe(
  house: House,
  id: string,
  { remember }: { remember?: Remember<'erased' | 'already'> } = {},
): Promise<'erased' | 'already'> {
  if (!isUuid(id)) throw notFound()
  const result = await as(house.db, job('not-me'), async tx => {
    const person = await personOfRegistration(tx, id)
    if (person === null) throw notFound()
    if (person.erased) return 'already' as const
    await giveUpPlaces(tx, [person.id])
    if (!person.hasAccount) await erasePersons(tx, [person.id])
    if (remember) {
      const { once, location } = remember
      await rememberSent(tx, once, typeof location === 'string' ? location : location('erased'))
    }
    return 'erased' as const
  })
  house.mailsWritten()
  return result
}
