import { setTimeout } from 'node:timers/promises'
import { as, job } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import type { Locale } from '../../languages/locales.ts'
import { ownPath } from '../rules/return-path.ts'
import { accountOf } from '../store/persons.ts'
import { addSignInLink } from '../store/sign-in-links.ts'
import { installationSpace } from '../store/spaces.ts'

/** Long enough to cover the work for a known address, so that the time taken tells nobody whether it is known. */
const evenMilliseconds = 250

/**
 * Sends a sign-in link to an address, if somebody has an account under it. Nothing comes back: the page says the
 * same for any address, after the same time. The link and its mail are written in one transaction.
 *
 * As a job: whoever asks is nobody yet, and must not be able to look an address up.
 */
export async function askSignInLink(house: House, email: string, locale: Locale, then: string | null): Promise<void> {
  const even = setTimeout(evenMilliseconds)
  const written = await as(house.db, job('sign-in'), async tx => {
    const person = await accountOf(tx, email)
    const link = person ? await addSignInLink(tx, person.id, ownPath(then)) : null
    if (!person || !link) return false
    await tx
      .insertInto('mail')
      .values({
        space_id: installationSpace,
        person_id: person.id,
        template: 'sign-in',
        language: locale,
        data: JSON.stringify({ link }),
      })
      .execute()
    return true
  })
  if (written) house.mailsWritten()
  await even
}
