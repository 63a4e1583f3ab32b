import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'
import type { FileWords } from '../../seminar/rules/file-values.ts'
import type { FileProgramme, FileSeat, FileSlot } from '../../seminar/rules/programme-file.ts'
import type { SeminarFile } from '../../seminar/rules/seminar-file.ts'

/**
 * A programme by itself: what a version keeps for good, and what checks, changes and files are made from. Times are
 * those of the venue. Persons stand in it by key and id, never by name: their names are read beside it, and are gone when
 * they are erased.
 */
export type Programme = {
  /** The language its texts were first written in. */
  source: Locale
  /** Those that it was released in, the source among them. */
  languages: Locale[]
  /** IANA name. */
  timeZone: string
  /** The first is the day of the seminar. Hours as announced, `HH:MM`. */
  days: ProgrammeDay[]
  name?: FileWords
  /** What whoever released it says of it. */
  note?: FileWords
  /** Nothing of it is sure yet. */
  provisional: boolean
  rooms: FileProgramme['rooms']
  /** Those that its slots name. */
  organisations: { key: string; short?: string; name: FileWords }[]
  people: ProgrammePerson[]
  slots: ProgrammeSlot[]
  /** By language, the texts that were older than their source, or that nobody had read, when it was released. */
  older: Partial<Record<Locale, string[]>>
}
export type ProgrammeDay = { date: string; from: string; to: string }
export type ProgrammePerson = { key: string; organisation?: string; role?: FileWords; about?: FileWords }
/**
 * With the day it begins and the day it ends said in every case, `YYYY-MM-DD`, and of those who moderate or speak, in what was
 * released, the keys of whoever was asked and has not answered: they are to be confirmed, and named to nobody.
 */
export type ProgrammeSlot = Omit<FileSlot, 'day' | 'until'> & {
  day: string
  until: string
  moderatorsAwaited?: string[]
  speakersAwaited?: string[]
}
export type ProgrammeSeat = FileSeat

/** A name that may be read. */
export type PersonName = { givenName: string; familyName: string }
/** Names by key of the person; who is not in it is not named. */
export type Names = ReadonlyMap<string, PersonName>

/**
 * The programme that a seminar's file says, with everybody who is on it: a draft, for those who work on it. What of it is
 * released says `asReleased` (released.ts).
 *
 * @param release what a release adds to it: in which languages, with what note, which of its texts are out of date
 */
export function programmeOf(
  file: SeminarFile,
  release: { languages?: readonly Locale[]; note?: FileWords; older?: Programme['older'] } = {},
): Programme {
  const { programme } = file
  // In one order, whatever the file's: a language that is published later takes its place among them.
  const languages = locales.filter(
    language =>
      file.languages.includes(language) &&
      (language === file.source || (release.languages?.includes(language) ?? true)),
  )
  const kept = <T>(value: T): T => inLanguages(value, languages)
  const slots = programme.slots.map(slot => withDays(slot, file.date))
  const organisations = new Set(slots.flatMap(organisationsOfSlot))
  const onIt = new Set(slots.flatMap(peopleOfSlot))
  const people = file.people.filter(({ key }) => onIt.has(key))
  for (const { organisation } of people) if (organisation) organisations.add(organisation)
  return {
    source: file.source,
    languages,
    timeZone: file.time_zone,
    days: [{ date: file.date, ...file.hours }, ...programme.days.map(({ date, hours }) => ({ date, ...hours }))],
    ...(programme.name ? { name: kept(programme.name) } : {}),
    ...(release.note ? { note: kept(release.note) } : {}),
    provisional: programme.provisional,
    rooms: kept(programme.rooms),
    organisations: file.organisations
      .filter(({ key }) => organisations.has(key))
      .map(({ key, short, name }) => ({ key, ...(short ? { short } : {}), name: kept(name) })),
    people: people.map(({ key, organisation, role, about }) =>
      kept({ key, ...(organisation ? { organisation } : {}), ...(role ? { role } : {}), ...(about ? { about } : {}) }),
    ),
    slots: kept(slots.toSorted(byTime)),
    older: release.older ?? {},
  }
}

const organisationsOfSlot = ({ moderators, coordination, seats }: ProgrammeSlot): string[] => [
  ...moderators,
  ...coordination,
  ...seats.flatMap(({ organisation }) => organisation ?? []),
]

/** Keys of all who are on a slot, each once. */
export function peopleOfSlot(slot: Pick<FileSlot, 'moderatorPersons' | 'speakers' | 'seats'>): string[] {
  const seated = slot.seats.flatMap(({ person, state }) => (person && state !== 'declined' ? person : []))
  return [...new Set([...slot.moderatorPersons, ...slot.speakers, ...seated])]
}

/** With its days said: one that ends at an earlier hour than it begins and does not say its day is wrong, not overnight. */
export function withDays(slot: FileSlot, firstDay: string): ProgrammeSlot {
  const day = slot.day ?? firstDay
  return { ...slot, day, until: slot.until ?? day }
}

/** When it begins and ends, as the clocks at the venue are then. */
export function momentsOf(
  slot: Pick<ProgrammeSlot, 'day' | 'from' | 'until' | 'to'>,
  timeZone: string,
): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const at = (day: string, time: string) =>
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant()
  return { startsAt: at(slot.day, slot.from), endsAt: at(slot.until, slot.to) }
}

/** When the hours of its last day are over; null without a day. */
export function endOf({ days, timeZone }: Pick<Programme, 'days' | 'timeZone'>): Temporal.Instant | null {
  const ends = days.map(({ date, to }) => Temporal.PlainDateTime.from(`${date}T${to}`).toZonedDateTime(timeZone))
  return ends.toSorted(Temporal.ZonedDateTime.compare).at(-1)?.toInstant() ?? null
}

/** In the order of the timetable; what begins at once in the order it was written. */
export function byTime(a: ProgrammeSlot, b: ProgrammeSlot): number {
  return compare(`${a.day}T${a.from}`, `${b.day}T${b.from}`)
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The same with its texts in these languages alone; a text in several languages is a block whose keys are languages. */
function inLanguages<T>(value: T, languages: readonly Locale[]): T {
  if (Array.isArray(value)) return value.map(item => inLanguages(item, languages)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([key, text]) => isLocale(key) && typeof text === 'string'))
    return Object.fromEntries(entries.filter(([key]) => languages.includes(key as Locale))) as T
  return Object.fromEntries(entries.map(([key, inner]) => [key, inLanguages(inner, languages)])) as T
}
