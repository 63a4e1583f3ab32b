import { programmeChecks } from '#convene/messages/programme-checks.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { date, hour, hours, languageName, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { DaySpan, Finding } from '../rules/findings.ts'
import type { Names, PersonName, Programme, ProgrammeSeat, ProgrammeSlot } from '../rules/programme.ts'
import { partNamed } from './part-named.ts'

type Words = Partial<Record<Locale, string>>
const inWords = (words: Words | undefined, locale: Locale, source: Locale) => words?.[locale] ?? words?.[source]

const time = (text: string) => Temporal.PlainTime.from(text)
const hoursOf = (locale: Locale, { from, to }: Pick<DaySpan, 'from' | 'to'>) => hours(locale, time(from), time(to))

/** The day and the hours of a slot, at the venue; both days of one that ends on another. */
export function whenOf({ day, from, until, to }: ProgrammeSlot, locale: Locale): string {
  const on = (text: string) => date(locale, Temporal.PlainDate.from(text))
  if (day === until) return `${on(day)}, ${hoursOf(locale, { from, to })}`
  return `${on(day)}, ${hour(locale, time(from))} – ${on(until)}, ${hour(locale, time(to))}`
}

/** The names of what stands in a programme by its key; null for a person who is not named to this reader. */
export type NamedBy = {
  room: (key: string, locale: Locale) => string
  organisation: (key: string | undefined, locale: Locale) => string | null
  person: (key: string) => string | null
}

/** Those of the file of an organiser: it has the names of everybody who is on it. */
export function namedByFile({ people, organisations, programme, source }: SeminarFile): NamedBy {
  return {
    ...namedBy({ rooms: programme.rooms, organisations, source }),
    person: key => {
      const found = people.find(person => person.key === key)
      return found ? fullName(found) : key
    },
  }
}

/** Those of a released version, with the names that everybody may read; of nobody else the key is told either. */
export function namedByVersion(programme: Programme, names: Names): NamedBy {
  return {
    ...namedBy(programme),
    person: key => {
      const name = names.get(key)
      return name ? fullName(name) : null
    },
  }
}

const fullName = ({ givenName, familyName }: PersonName) => `${givenName} ${familyName}`.trim()

type WithNames = Pick<Programme, 'rooms' | 'source'> & {
  organisations: readonly { key: string; short?: string | undefined; name: Words }[]
}

function namedBy({ rooms, organisations, source }: WithNames) {
  return {
    room: (key: string, locale: Locale) => inWords(rooms.find(room => room.key === key)?.name, locale, source) ?? key,
    organisation: (key: string | undefined, locale: Locale) => {
      const found = organisations.find(one => one.key === key)
      return found?.short ?? inWords(found?.name, locale, source) ?? null
    },
  }
}

/** What exactly was found, in sentences; null when there is no more to say, or nobody who may be named. */
export function foundInWords(finding: Finding, named: NamedBy, locale: Locale): string | null {
  const words = programmeChecks[locale].found
  const aboutPerson = (key: string, say: (name: string) => string) => {
    const name = named.person(key)
    return name === null ? null : say(name)
  }
  switch (finding.code) {
    case 'overlap':
      return finding.room === null ? words.noRoom : words.sameRoom(named.room(finding.room, locale))
    case 'two-places':
      return aboutPerson(finding.person, words.person)
    case 'declined-still-on':
      return aboutPerson(finding.person, words.declined)
    case 'gap':
      return words.empty(longDate(locale, Temporal.PlainDate.from(finding.span.day)), hoursOf(locale, finding.span))
    case 'outside-hours':
      return finding.announced ? words.announced(hoursOf(locale, finding.announced)) : words.notAnnounced
    case 'part-declined':
      return aboutPerson(finding.person, words.cannot)
    case 'panel-unbalanced':
      return words.seats(finding.seats.latinAmerica, finding.seats.europe)
    case 'seat-unanswered':
      return words.seat(seatName(finding.seat, named, locale))
    case 'part-unanswered':
      return aboutPerson(finding.person, words.seat)
    case 'translation-missing':
    case 'translation-stale':
      return words.language(languageName(locale, finding.language))
    case 'document-unknown': {
      const { title, url } = finding.document
      return words.document(title[locale] ?? Object.values(title)[0] ?? url)
    }
    case 'no-moderator':
    case 'repeated-title':
      return null
  }
}

/** The texts of the programme that are in no slot, each kind once. */
export function elsewhereInWords(finding: Finding, locale: Locale): string[] {
  const words = programmeChecks[locale].elsewhere
  if (!('elsewhere' in finding)) return []
  const kinds = (['name', 'rooms', 'people'] as const).filter(kind =>
    finding.elsewhere.some(text => text === kind || text.startsWith(`${kind}.`)),
  )
  return kinds.map(kind => words[kind])
}

/** A finding in a line: what it is, and of which slots. */
export function nameOfFinding(
  finding: Finding,
  slots: readonly ProgrammeSlot[],
  locale: Locale,
  source: Locale,
): string {
  const { title } = programmeChecks[locale].codes[finding.code]
  const concerned = [
    ...('language' in finding ? [languageName(locale, finding.language)] : []),
    ...slots
      .filter(({ key }) => finding.slots.includes(key))
      .map(slot => partNamed(slot.part, inWords(slot.title, locale, source) ?? slot.key, locale)),
    ...elsewhereInWords(finding, locale),
  ]
  return `${title} – ${concerned.join(' · ')}`
}

/** Whoever was invited to a seat: the person, the organisation, or the region when neither is named. */
export function seatName(seat: ProgrammeSeat, { person, organisation }: NamedBy, locale: Locale): string {
  const names = [seat.person ? person(seat.person) : null, organisation(seat.organisation, locale)].filter(
    name => name !== null,
  )
  const { regions, seatFor } = programmeChecks[locale]
  return names.length > 0 ? `${names.join(', ')} (${regions[seat.region]})` : seatFor(regions[seat.region])
}
