import { as, job } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { isUuid } from '../rules/uuid.ts'
import { type OpenedSession, openSession } from '../session.ts'
import { type LinkState, stateOfLink, useUpLink } from '../store/sign-in-links.ts'

const purpose = 'sign-in'

export const signInToken = (house: House, linkId: string) => house.keys.sign(purpose, linkId)

/** How the link of an address stands. Looking uses nothing up: mail scanners open every link they see. */
export async function lookAtSignInLink(house: House, token: string): Promise<LinkState> {
  const id = house.keys.verify(purpose, token)
  if (id === null || !isUuid(id)) return 'unknown'
  return as(house.db, job('sign-in'), tx => stateOfLink(tx, id))
}

/**
 * Uses a sign-in link up and opens a session.
 * As a job: the visitor becomes somebody here.
 *
 * @returns the session and where the person wanted to go; or how the link stands when it opens nothing
 */
export async function useSignInLink(
  house: House,
  token: string,
): Promise<{ session: OpenedSession; returnTo: string | null } | { session: null; state: LinkState }> {
  const id = house.keys.verify(purpose, token)
  if (id === null || !isUuid(id)) return { session: null, state: 'unknown' }
  const used = await as(house.db, job('sign-in'), tx => useUpLink(tx, id))
  if (!used) return { session: null, state: await as(house.db, job('sign-in'), tx => stateOfLink(tx, id)) }
  const session = await openSession(house.db, used.person_id)
  return { session, returnTo: used.return_to }
}
