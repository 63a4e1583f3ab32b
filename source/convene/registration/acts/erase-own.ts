import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { notFound } from '#ground/web/refusal.ts'
import { personOfRegistration } from '../store/person-of.ts'
import { giveUpPlaces } from './give-up-places.ts'

/**
 * Erases, as its person asked by their own link, what is held about a registration: it is cancelled, its place given on,
 * and the name, the address and everything they wrote go. No mail follows, since there is no address left.
 *
 * Runs as a job: the page has checked the link, and what is freed goes to somebody whom a link may not see.
 *
 * @returns `account` when the person signs in here: then there is more than a registration, and an administrator erases it
 * @throws Refusal `not-found` without such a registration
 */
export async function eraseOwn(house: House, id: string): Promise<'erased' | 'already' | 'account'> {
  if (!isUuid(id)) throw notFound()
  const result = await as(house.db, job('own-erasure'), async tx => {
    const person = await personOfRegistration(tx, id)
    if (person === null) throw notFound()
    if (person.erased) return 'already' as const
    if (person.hasAccount) return 'account' as const
    await giveUpPlaces(tx, [person.id])
    await erasePersons(tx, [person.id])
    return 'erased' as const
  })
  house.mailsWritten()
  return result
}
