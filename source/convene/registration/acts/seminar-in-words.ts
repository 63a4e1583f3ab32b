import { type Held, heldAt, heldOn } from '#convene/seminar/acts/days-in-words.ts'
import { cityOfZone, moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import type { SeminarToRegisterFor, SeminarWords } from '../store/seminar.ts'

/** The title of a seminar in a reader's language, or in its own; its address when it has none. */
export const titleOf = (words: Pick<SeminarWords, 'title'>, seminar: { slug: string }, locale: Locale) =>
  wordsOf(words.title, locale) || seminar.slug

const heldOf = ({ heldOn, from, to, endsAt, timeZone }: SeminarToRegisterFor): Held => ({
  date: Temporal.PlainDate.from(heldOn),
  hoursFrom: Temporal.PlainTime.from(from),
  hoursTo: Temporal.PlainTime.from(to),
  endsAt,
  timeZone,
})

/** The day of a seminar, or its first and last. */
export const dateOf = (seminar: SeminarToRegisterFor, locale: Locale): string => heldOn(heldOf(seminar), locale)

/** Its hours; of several days, the one it begins at. */
export const hoursOf = (seminar: SeminarToRegisterFor, locale: Locale): string => heldAt(heldOf(seminar), locale)

export const cityOf = (seminar: SeminarToRegisterFor, locale: Locale) => cityOfZone(locale, seminar.timeZone)

export const momentAt = (seminar: SeminarToRegisterFor, locale: Locale, instant: Temporal.Instant) =>
  moment(locale, instant, seminar.timeZone)

/** Name, address and entrance, as far as they are known. */
export function venueOf(seminar: SeminarToRegisterFor, words: SeminarWords, locale: Locale): string {
  return [wordsOf(words.venue, locale), seminar.venueAddress, wordsOf(words.entrance, locale)]
    .filter(Boolean)
    .join(', ')
}

export const addressesOf = (words: SeminarWords) =>
  words.contacts
    .map(contact => contact.email ?? contact.telephone)
    .filter(Boolean)
    .join(', ')
