import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { linkNumberOf } from '../store/person-of.ts'

/**
 * What a link in a mail to a registrant is signed for: their own page, or to undo what they never asked for. A link of
 * one purpose opens nothing of the other.
 */
export type LinkPurpose = 'registration' | 'not-me'

/** A registration, and which of its links is the valid one: the number is raised when the address is corrected. */
export type Linked = { id: string; linkNumber: number }

/** What stands in the address of a link to one registration. The first number is not written. */
export const personalToken = (keys: Keys, purpose: LinkPurpose, { id, linkNumber }: Linked): string =>
  keys.sign(purpose, linkNumber === 1 ? id : `${id}.${linkNumber}`)

/** The address of a person's own page, without its language. */
export const mePath = (keys: Keys, linked: Linked) => `/me/${personalToken(keys, 'registration', linked)}`

/** The address, without its language, by which whoever did not register undoes it. */
export const notMePath = (keys: Keys, linked: Linked) => `/not-me/${personalToken(keys, 'not-me', linked)}`

/**
 * The registration that a link was signed for. Null when the link is forged, cut or meant for something else, and when
 * it went to an address that was corrected since: whoever got it by mistake opens nothing any more.
 *
 * As a job: this is asked before anybody is known to hold a link, and of an erased person too.
 */
export async function openPersonalToken(house: House, purpose: LinkPurpose, token: string): Promise<string | null> {
  const signed = house.keys.verify(purpose, token)
  const [, id = '', number = '1'] = /^([^.]+)(?:\.(\d{1,9}))?$/.exec(signed ?? '') ?? []
  if (!isUuid(id)) return null
  const valid = await as(house.db, job('personal-link'), tx => linkNumberOf(tx, id))
  return valid === Number(number) ? id : null
}
