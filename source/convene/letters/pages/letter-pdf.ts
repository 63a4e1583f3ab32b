import { lettersWords } from '#convene/messages/letters.ts'
import { dateOf, hoursOf } from '#convene/registration/acts/seminar-in-words.ts'
import { type DocumentData, type MadePdf, makePdf } from '#ground/documents/index.ts'
import type { House } from '#ground/house.ts'
import { cityOfZone, list, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type MultilingualText, show, wordsOf } from '#ground/languages/text.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { letterNumber } from '../rules/number.ts'
import type { Letter } from '../store/letters.ts'
import type { Organiser, SeminarOnPaper } from '../store/seminar-on-paper.ts'

/** A letter whose person still has a name. */
export type NamedLetter = Letter & { name: string }

/** The attendance letter as a PDF, in a language: the one of the page from which it is opened. */
export function letterPdf(house: House, letter: NamedLetter, about: SeminarOnPaper, locale: Locale): Promise<MadePdf> {
  const number = letterNumber(about.seminar.heldOn, letter.number)
  return makePdf({
    template: 'convene/letters/pages/letter.typ',
    data: dataOf(house, letter, about, locale),
    language: locale,
    title: lettersWords[locale].paper.title(number, letter.name),
    // Of the letter, not of this reading: the same letter is the same file each time.
    date: letter.issuedAt,
  })
}

function dataOf(house: House, letter: NamedLetter, about: SeminarOnPaper, locale: Locale): DocumentData {
  const { seminar, words, organisers } = about
  const m = lettersWords[locale].paper
  const number = letterNumber(seminar.heldOn, letter.number)
  const written = (text: string) => ({ text, language: locale })
  const shown = (text: MultilingualText | undefined) => {
    const found = show(text, locale)
    return found && { text: found.text, language: found.language }
  }
  const addresses = words.contacts
    .flatMap(contact => contact.email ?? contact.telephone?.replaceAll(' ', '\u00a0') ?? [])
    .join(', ')
  const venue = [wordsOf(words.venue, locale), seminar.venueAddress].filter(Boolean).join(', ')
  const names = organisers.map(organiser => wordsOf(organiser.name, locale) || organiser.shortName || '')
  const standing = letter.category === 'other' ? [] : [written(m.standing[letter.category])]
  return {
    heading: m.heading,
    organisers: organisers.map(organiser => shortNameOf(organiser, locale)),
    'number-word': m.number,
    number,
    attests: m.attests,
    person: written(letter.name),
    standing: [...standing, ...(letter.organisation === '' ? [] : [written(letter.organisation)])],
    'took-part': m.tookPart,
    seminar: shown(words.title) ?? written(seminar.slug),
    subtitle: shown(about.subtitle),
    facts: [
      { term: m.date, value: written(dateOf(seminar, locale)) },
      { term: m.hours, value: written(m.hoursIn(hoursOf(seminar, locale), cityOfZone(locale, seminar.timeZone))) },
      { term: m.venue, value: written(venue) },
      ...(names.length === 0 ? [] : [{ term: m.organisation, value: written(list(locale, names)) }]),
    ],
    issued: m.issued(longDate(locale, letter.issuedAt.toZonedDateTimeISO(seminar.timeZone).toPlainDate())),
    check: [
      addresses === '' ? m.check(number) : m.checkWith(number, addresses),
      m.page(publicAddress(house, `/${locale}/seminars/${seminar.slug}`)),
    ],
    demonstration: about.demonstration ? m.demonstration : null,
  }
}

function shortNameOf(organiser: Organiser, locale: Locale) {
  const name = show(organiser.name, locale)
  if (organiser.shortName !== null || !name) return { text: organiser.shortName ?? '', language: locale }
  return { text: name.text, language: name.language }
}
