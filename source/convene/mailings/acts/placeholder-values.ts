import { mailingMails } from '#convene/messages/mailing-mails.ts'
import { registration } from '#convene/messages/registration.ts'
import type { MailFacts } from '#convene/registration/acts/mail-parts.ts'
import { addressesOf, cityOf, dateOf, hoursOf, momentAt } from '#convene/registration/acts/seminar-in-words.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { publicAddress } from '#ground/web/answer.ts'
import type { Placeholder, PlaceholderValues } from '../rules/placeholders.ts'
import { accessLinesOf } from '../store/access-lines.ts'

/**
 * What the placeholders stand for in a mail about one registration, in its reader's language.
 *
 * @param needed those that the text has: what none of them needs is not read
 * @param ownPage address of the reader's own page; null where it is not to be told
 */
export async function placeholderValues(
  facts: MailFacts,
  needed: ReadonlySet<Placeholder>,
  ownPage: string | null,
): Promise<PlaceholderValues> {
  const { own, seminar, words, locale, house, title } = facts
  const said = mailingMails[locale]
  return {
    given_name: own.answers.givenName,
    family_name: own.answers.familyName,
    seminar: title,
    date: dateOf(seminar, locale),
    hours: hoursOf(seminar, locale),
    venue: wordsOf(words.venue, locale),
    address: [seminar.venueAddress, wordsOf(words.entrance, locale)].filter(Boolean).join(', '),
    access: needed.has('access') ? await accessInWords(facts) : '',
    deadline: said.inZone(momentAt(seminar, locale, seminar.closesAt), cityOf(seminar, locale)),
    programme: publicAddress(house, `/${locale}/seminars/${seminar.slug}/programme`),
    own_page: ownPage ?? said.ownPageHidden,
    state: registration[locale].states[own.state],
    contact: addressesOf(words),
  }
}

/** How to get there, a line each. */
export async function accessInWords({ tx, seminar, locale }: MailFacts): Promise<string> {
  const lines = (await accessLinesOf(tx, seminar.id)).map(line => wordsOf(line, locale))
  return lines.filter(Boolean).join('\n')
}
