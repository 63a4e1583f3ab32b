import type { House } from '#ground/house.ts'
import { currentConsents } from '../store/seminar.ts'
import { writeConsents } from '../store/write-registrations.ts'
import { onRegistration, type Remember } from './at-the-gate.ts'

export type ConsentsStated =
  | { outcome: 'stated' }
  /** What the seminar requires cannot be taken back while one is registered: one cancels. Nothing was changed. */
  | { outcome: 'consent-missing'; consents: string[] }

/**
 * A person says, by their own link, what they agree to and what not, in the words that are shown today; also what a
 * colleague said for them. It is possible at any time: a consent can be taken back as easily as it was given.
 *
 * @param given keys of the consents that are given; all others are not
 * @throws Refusal as `onRegistration`
 */
export function stateConsents(
  house: House,
  id: string,
  given: readonly string[],
  { remember }: { remember?: Remember<ConsentsStated> } = {},
): Promise<ConsentsStated> {
  return onRegistration<ConsentsStated>(house, { kind: 'link', id }, id, remember, async ({ tx, seminar }) => {
    const consents = await currentConsents(tx, seminar.id)
    const missing = consents.filter(({ key, required }) => required && !given.includes(key)).map(({ key }) => key)
    if (missing.length > 0) return { result: { outcome: 'consent-missing', consents: missing }, done: false }
    await writeConsents(
      tx,
      consents.map(consent => ({
        registrationId: id,
        consentId: consent.id,
        given: given.includes(consent.key),
        statedBy: 'self',
      })),
    )
    return { result: { outcome: 'stated' }, done: true }
  })
}
