import { programmeChecks } from '#convene/messages/programme-checks.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { date, hour, hours, languageName, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { DaySpan, Finding } from '../rules/findings.ts'
import type { ProgrammeSeat, ProgrammeSlot } from '../rules/programme.ts'
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

/** What exactly was found, in sentences. The file is that of an organiser: it has the names of those who are on it. */
export function foundInWords(finding: Finding, file: SeminarFile, locale: Locale): string | null {
  const words = programmeChecks[locale].found
  switch (finding.code) {
    case 'overlap':
      return finding.room === null ? words.noRoom : words.sameRoom(roomName(file, finding.room, locale))
    case 'two-places':
      return words.person(personName(file, finding.person) ?? finding.person)
    case 'declined-still-on':
      return words.declined(personName(file, finding.person) ?? finding.person)
    case 'gap':
      return words.empty(longDate(locale, Temporal.PlainDate.from(finding.span.day)), hoursOf(locale, finding.span))
    case 'outside-hours':
      return finding.announced ? words.announced(hoursOf(locale, finding.announced)) : words.notAnnounced
    case 'part-declined':
      return words.cannot(personName(file, finding.person) ?? finding.person)
    case 'panel-unbalanced':
      return words.seats(finding.seats.latinAmerica, finding.seats.europe)
    case 'seat-unanswered':
      return words.seat(seatName(file, finding.seat, locale))
    case 'translation-missing':
    case 'translation-stale':
      return words.language(languageName(locale, finding.language))
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

function personName(file: SeminarFile, key: string | undefined): string | null {
  const found = file.people.find(person => person.key === key)
  return found ? `${found.givenName} ${found.familyName}`.trim() : null
}

function roomName(file: SeminarFile, key: string, locale: Locale): string {
  return inWords(file.programme.rooms.find(room => room.key === key)?.name, locale, file.source) ?? key
}

/** Whoever was invited to a seat: the person, the organisation, or the region when neither is named. */
function seatName(file: SeminarFile, seat: ProgrammeSeat, locale: Locale): string {
  const organisation = file.organisations.find(({ key }) => key === seat.organisation)
  const named = [
    personName(file, seat.person),
    organisation?.short ?? inWords(organisation?.name, locale, file.source) ?? null,
  ].filter(name => name !== null)
  const { regions, seatFor } = programmeChecks[locale]
  return named.length > 0 ? `${named.join(', ')} (${regions[seat.region]})` : seatFor(regions[seat.region])
}
