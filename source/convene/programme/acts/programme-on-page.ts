import { seminarMessages } from '#convene/messages/seminar.ts'
import { hour, languageName, list, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { ProgrammeGroup, ProgrammeSlot } from '#ground/web/parts/programme.tsx'
import { programmePage } from '../../messages/programme-page.ts'
import type { ShownPerson, ShownProgramme, ShownSlot } from '../rules/shown.ts'

/**
 * A programme as the component that shows it wants it: by day when it has several, or by room.
 *
 * @param by in which order: by the clock, or room by room
 */
export function programmeOnPage(programme: ShownProgramme, locale: Locale, by: 'time' | 'room' = 'time') {
  const title = programme.name ?? {
    text: seminarMessages[locale].page.programme,
    language: locale,
    stale: false,
    state: 'source' as const,
  }
  return {
    t: parts[locale],
    locale,
    title,
    provisional: programme.provisional,
    slots: programme.slots.map(slot => onPage(slot, programme, locale)),
    groups: by === 'room' ? byRoom(programme, locale) : byDay(programme, locale),
  }
}

function byDay(programme: ShownProgramme, locale: Locale): ProgrammeGroup[] | undefined {
  const days = [...new Set(programme.slots.map(({ day }) => day))]
  if (days.length < 2) return undefined
  return days.map(day => ({
    title: longDate(locale, Temporal.PlainDate.from(day)),
    slots: programme.slots.filter(slot => slot.day === day).map(slot => onPage(slot, programme, locale)),
  }))
}

function byRoom(programme: ShownProgramme, locale: Locale): ProgrammeGroup[] | undefined {
  if (programme.rooms.length === 0) return undefined
  const inRoom = (key: string | null) =>
    programme.slots.filter(slot => (slot.room?.key ?? null) === key).map(slot => onPage(slot, programme, locale))
  const everywhere = inRoom(null)
  return [
    ...(everywhere.length > 0 ? [{ title: programmePage[locale].noRoom, slots: everywhere }] : []),
    ...programme.rooms.map(({ key, name }) => ({ title: name.text, slots: inRoom(key) })),
  ]
}

function onPage(slot: ShownSlot, programme: ShownProgramme, locale: Locale): ProgrammeSlot {
  const words = programmePage[locale]
  const from = slot.startsAt.toZonedDateTimeISO(programme.timeZone)
  const to = slot.endsAt.toZonedDateTimeISO(programme.timeZone)
  const machine = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  const people = (some: readonly ShownPerson[]) => list(locale, some.map(personInWords).filter(Boolean))
  const speakers = people(slot.speakers)
  const moderation = people(slot.moderatorPersons)
  const spoken = slot.spokenLanguages
  const languages = (codes: readonly string[]) =>
    list(
      locale,
      codes.map(code => languageName(locale, code)),
    )
  return {
    key: slot.key,
    kind: slot.kind,
    part: slot.part ?? undefined,
    from: hour(locale, from.toPlainTime()),
    to: hour(locale, to.toPlainTime()),
    fromMachine: machine(from),
    toMachine: machine(to),
    title: slot.title,
    themes: slot.themes,
    method: slot.method ?? undefined,
    moderators: slot.moderators,
    coordination: slot.coordination,
    // When nothing is sure yet, the title of the whole says it.
    mark: slot.provisional && !programme.provisional ? words.toConfirm : undefined,
    lines: [
      ...(moderation ? [words.moderation(moderation)] : []),
      ...(speakers ? [words.speakers(speakers)] : []),
      ...(slot.room ? [words.room(slot.room.name.text)] : []),
      ...(spoken && spoken.floor.length > 0 ? [words.floor(languages(spoken.floor))] : []),
      ...(spoken && spoken.interpretation.length > 0 ? [words.interpretation(languages(spoken.interpretation))] : []),
    ],
    seats: slot.seats.map(seat => {
      const who = seat.person ? personInWords(seat.person) : seat.organisation
      const region = seat.region === 'latin-america' ? ('america' as const) : seat.region
      // The shape and the colour of a region are never alone.
      const label = who ? { label: `${who} (${parts[locale].text.regions[region]})` } : {}
      return { region, ...label, pending: seat.state !== 'confirmed' }
    }),
    documents: slot.documents.map(({ title, url }) => ({
      title,
      href: url.startsWith('/') ? `/${locale}${url}` : url,
    })),
  }
}

/** Name, post and organisation, as far as they may be read. */
const personInWords = ({ name, role, organisation }: ShownPerson): string =>
  [name, role?.text, organisation].filter(Boolean).join(', ')
