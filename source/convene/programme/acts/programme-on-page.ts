import type { Child } from 'hono/jsx'
import { programmeAwaited } from '#convene/messages/programme-awaited.ts'
import { seminarMessages } from '#convene/messages/seminar.ts'
import { cityOfZone, hour, languageName, list, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { ProgrammeGroup, ProgrammeSlot } from '#ground/web/parts/programme.tsx'
import { programmeDocuments } from '../../messages/programme-documents.ts'
import { programmeMine } from '../../messages/programme-mine.ts'
import { programmePage } from '../../messages/programme-page.ts'
import { sayingElsewhere } from '../rules/reader-zone.ts'
import type { ShownPerson, ShownProgramme, ShownSlot } from '../rules/shown.ts'

/** How a reader wants to see a programme. */
export type AsAsked = {
  /** In which order: by the clock, which is usual, or room by room. */
  by?: 'time' | 'room'
  /** The zone whose hours stand beside those of the venue. */
  zone?: string | null
  /** What the reader may do with a slot. */
  actOf?: (slot: ShownSlot) => Child
}

/** A programme as the component that shows it wants it: by day when it has several, or by room. */
export function programmeOnPage(programme: ShownProgramme, locale: Locale, asked: AsAsked = {}) {
  const title = programme.name ?? {
    text: seminarMessages[locale].page.programme,
    language: locale,
    stale: false,
    state: 'source' as const,
  }
  const elsewhere = asked.zone ? sayingElsewhere(locale, programme.timeZone, asked.zone) : null
  const city = asked.zone ? cityOfZone(locale, asked.zone) : ''
  const isByRoom = asked.by === 'room' && programme.rooms.length > 0
  const shown = programme.slots.map(slot => ({
    slot,
    onPage: {
      ...onPage(slot, programme, locale, { isInRoom: isByRoom }),
      ...(elsewhere ? { elsewhere: programmeMine[locale].zone.elsewhere(city, elsewhere(spanOf(slot))) } : {}),
      ...(asked.actOf ? { act: asked.actOf(slot) } : {}),
    },
  }))
  return {
    t: parts[locale],
    locale,
    title,
    provisional: programme.provisional,
    slots: shown.map(({ onPage }) => onPage),
    groups: groupsOf(shown, programme, locale, isByRoom),
  }
}

type OnPage = { slot: ShownSlot; onPage: ProgrammeSlot }

const spanOf = ({ startsAt, endsAt }: ShownSlot) => ({
  from: startsAt.epochMilliseconds,
  to: endsAt.epochMilliseconds,
})

/** None for a single day by the clock, nor for a programme that is still empty. */
function groupsOf(shown: readonly OnPage[], programme: ShownProgramme, locale: Locale, isByRoom: boolean) {
  if (isByRoom) return shown.length > 0 ? byRoom(shown, programme, locale) : undefined
  return daysOf(shown).length > 1 ? byDay(shown, locale) : undefined
}

const daysOf = (shown: readonly OnPage[]) => [...new Set(shown.map(({ slot }) => slot.day))]

function byDay(shown: readonly OnPage[], locale: Locale) {
  return daysOf(shown).map(day => ({
    title: longDate(locale, Temporal.PlainDate.from(day)),
    slots: shown.filter(({ slot }) => slot.day === day).map(({ onPage }) => onPage),
  }))
}

/** Rooms where nothing happens are left out. Hours alone do not say the day: of several, each room's title names it. */
function byRoom(shown: readonly OnPage[], { rooms }: ShownProgramme, locale: Locale): ProgrammeGroup[] {
  const isOverDays = daysOf(shown).length > 1
  const inRoom = (key: string | null, room: string): ProgrammeGroup[] => {
    const here = shown.filter(({ slot }) => (slot.room?.key ?? null) === key)
    return byDay(here, locale).map(({ title: day, slots }) => ({
      title: isOverDays ? `${room} · ${day}` : room,
      slots,
    }))
  }
  return [...inRoom(null, programmePage[locale].noRoom), ...rooms.flatMap(({ key, name }) => inRoom(key, name.text))]
}

type Where = {
  /** Whether it stands under the name of its room. */
  isInRoom: boolean
}

function onPage(slot: ShownSlot, programme: ShownProgramme, locale: Locale, { isInRoom }: Where): ProgrammeSlot {
  const words = programmePage[locale]
  const from = slot.startsAt.toZonedDateTimeISO(programme.timeZone)
  const to = slot.endsAt.toZonedDateTimeISO(programme.timeZone)
  const machine = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  const people = (some: readonly ShownPerson[], awaited: number) =>
    list(locale, [
      ...some.map(personInWords).filter(Boolean),
      ...(awaited > 0 ? [programmeAwaited[locale].people(awaited)] : []),
    ])
  const speakers = people(slot.speakers, slot.speakersAwaited)
  const moderation = people(slot.moderatorPersons, slot.moderatorsAwaited)
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
      ...(slot.room && !isInRoom ? [words.room(slot.room.name.text)] : []),
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
    documents: slot.documents.map(({ title, url, isWithdrawn }) =>
      isWithdrawn
        ? { title, gone: programmeDocuments[locale].gone }
        : { title, href: url.startsWith('/') ? `/${locale}${url}` : url },
    ),
  }
}

/** Name, post and organisation, as far as they may be read. */
const personInWords = ({ name, role, organisation }: ShownPerson): string =>
  [name, role?.text, organisation].filter(Boolean).join(', ')
