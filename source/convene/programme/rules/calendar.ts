import type { CalendarEvent } from '../../seminar/rules/seminar-calendar.ts'
import type { Names, Programme } from './programme.ts'
import { type ShownProgramme, type ShownSlot, shownIn } from './shown.ts'
import { type LineWords, peopleLines, titleLine } from './slot-lines.ts'

/** What became of a slot over the released versions. */
export type SlotHistory = {
  /**
   * How often a version changed what calendars show of it, took it out or brought it back (RFC 5545 §3.8.7.4). A name that is
   * shown, corrected or withdrawn afterwards is no version and raises nothing: nobody has to answer anew for it. It is read
   * with each calendar that is made, and the later DTSTAMP tells a reader with the same SEQUENCE that it is newer (RFC 5546 §2.1.5).
   */
  sequence: number
  /** The last version that has it. */
  programme: Programme
  /** Whether the current version has it no more. */
  isDropped: boolean
}

/**
 * The slots of all versions by key, those of the current one first in its order. A number once given never gets smaller:
 * two versions are compared in the languages that both of them have, since a language is also published after the release.
 *
 * @param versions oldest first; the last is the current one
 */
export function slotHistory(versions: readonly { programme: Programme }[]): Map<string, SlotHistory> {
  const found = new Map<string, SlotHistory>()
  let before: Contents | null = null
  for (const { programme } of versions) {
    const now = contentsOf(programme)
    for (const { key } of programme.slots) {
      const known = found.get(key)
      const isChanged = known !== undefined && (known.isDropped || differ(before, now, key))
      found.set(key, { sequence: (known?.sequence ?? 0) + (isChanged ? 1 : 0), programme, isDropped: false })
    }
    const has = new Set(programme.slots.map(({ key }) => key))
    for (const [key, known] of found) {
      if (!has.has(key) && !known.isDropped) found.set(key, { ...known, sequence: known.sequence + 1, isDropped: true })
    }
    before = now
  }
  const order = versions.at(-1)?.programme.slots.map(({ key }) => key) ?? []
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return new Map([...found].toSorted(([a], [b]) => place(a) - place(b)))
}

/** What every slot of a file of events has from its seminar, in the reader's language. */
export type SeminarInCalendar = {
  /** Its venue: what comes after the room in LOCATION. */
  location: string
  /** The whole seminar is not held, or not on its day. */
  isCancelled: boolean
  /** How often what calendars show of the seminar itself changed. */
  sequence: number
  organizer: { name: string; email: string } | null
  /** For ever the same for a slot of this seminar. */
  uidOf: (slotKey: string) => string
  urlOf: (slotKey: string) => string
}

/**
 * The slots as calendar events: those of the current version and, cancelled, those that an earlier one had.
 *
 * @param wanted keys of the slots; null for all. Keys that no version has are passed over.
 * @returns in the order of the timetable, those taken out at the end
 */
export function slotEvents(
  versions: readonly { programme: Programme }[],
  wanted: ReadonlySet<string> | null,
  seminar: SeminarInCalendar,
  reader: { locale: Parameters<typeof shownIn>[2]; names: Names; words: LineWords },
): CalendarEvent[] {
  const shownOf = onceFor((programme: Programme) => shownIn(programme, reader.names, reader.locale))
  return [...slotHistory(versions)].flatMap(([key, { programme, sequence, isDropped }]): CalendarEvent[] => {
    if (wanted && !wanted.has(key)) return []
    const shown = shownOf(programme)
    const slot = shown.slots.find(one => one.key === key)
    if (!slot) return []
    const { location, isProvisional, ...content } = contentOf(slot, shown, reader.words)
    const status = seminar.isCancelled || isDropped ? 'CANCELLED' : isProvisional ? 'TENTATIVE' : 'CONFIRMED'
    return [
      {
        ...content,
        uid: seminar.uidOf(key),
        location: [location, seminar.location].filter(Boolean).join(', '),
        status,
        sequence: seminar.sequence + sequence,
        url: seminar.urlOf(key),
        organizer: seminar.organizer,
      },
    ]
  })
}

function contentOf(slot: ShownSlot, { provisional }: Pick<ShownProgramme, 'provisional'>, words: LineWords) {
  const isProvisional = provisional || slot.provisional
  return {
    title: titleLine(slot),
    description: [
      ...(isProvisional ? [words.provisional] : []),
      ...slot.themes.map(({ text }) => text),
      ...peopleLines(slot, words),
    ].join('\n'),
    location: slot.room?.name.text ?? '',
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    isProvisional,
  }
}

/** By language and key of the slot, what a calendar shows of it: people by their keys, named or not. */
type Contents = ReadonlyMap<string, ReadonlyMap<string, string>>

const bare: LineWords = {
  provisional: '',
  moderation: names => `moderation ${names}`,
  coordination: names => `coordination ${names}`,
  speakers: names => `speakers ${names}`,
  panel: names => `panel ${names}`,
  awaited: count => `awaited ${count}`,
  list: names => JSON.stringify(names),
}

function contentsOf(programme: Programme): Contents {
  const keys = new Map(programme.people.map(({ key }) => [key, { givenName: key, familyName: '' }]))
  return new Map(
    programme.languages.map(language => {
      const shown = shownIn(programme, keys, language)
      const slots = shown.slots.map(slot => [slot.key, JSON.stringify(contentOf(slot, shown, bare))] as const)
      return [language, new Map(slots)] as const
    }),
  )
}

function differ(before: Contents | null, now: Contents, key: string): boolean {
  const inBoth = [...now].flatMap(([language, slots]) => {
    const earlier = before?.get(language)
    return earlier ? [earlier.get(key) !== slots.get(key)] : []
  })
  return inBoth.length === 0 || inBoth.includes(true)
}

function onceFor<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const made = new Map<From, To>()
  return from => {
    const known = made.get(from) ?? make(from)
    made.set(from, known)
    return known
  }
}
