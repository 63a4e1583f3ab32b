import { as, job } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { accountOf } from '../store/persons.ts'
import { addSignInLink } from '../store/sign-in-links.ts'
import { signInToken } from './use-sign-in-link.ts'

export type LinkFor = { outcome: 'made'; token: string; language: string } | { outcome: 'unknown' | 'too-many' }

/**
 * Makes a sign-in link for whoever has an account under an address, without a mail. A second factor is asked for all the same.
 *
 * As a job: it is asked for on the server itself, by somebody who is nobody here.
 */
export function signInLinkFor(house: House, email: string): Promise<LinkFor> {
  return as(
    house.db,
    job('sign-in'),
    async (tx): Promise<LinkFor> => {
      const person = await accountOf(tx, email)
      if (!person) return { outcome: 'unknown' }
      const link = await addSignInLink(tx, person.id, null)
      if (link === null) return { outcome: 'too-many' }
      return { outcome: 'made', token: signInToken(house, link), language: person.language }
    },
    'sign-in-link',
  )
}
