import type { ShownProgramme, ShownSlot } from './shown.ts'
import { type LineWords, namedOn, peopleLines, titleLine } from './slot-lines.ts'

// A programme in the shape that conference apps read: frab, pentabarf and pretalx write it as schedule.xml and
// schedule.json (https://c3voc.de/wiki/schedule). Both files are written from what is made here.

export type Schedule = {
  /** Name of the version. */
  version: string
  title: string
  acronym: string
  /** Of the page of the seminar. */
  url: string
  /** IANA name. */
  timeZone: string
  /** `YYYY-MM-DD` */
  start: string
  end: string
  /** Every beginning and every end is a multiple of it, `HH:MM`. */
  timeslot: string
  /** All rooms, each with a name of its own. */
  rooms: readonly ScheduleRoom[]
  days: readonly ScheduleDay[]
}
export type ScheduleRoom = { key: string; guid: string; name: string; capacity: number | null }
export type ScheduleDay = {
  /** From 1. */
  index: number
  date: string
  /** With their offset, as the events have them; events of the day lie within. */
  start: string
  end: string
  rooms: readonly { room: ScheduleRoom; events: readonly ScheduleEvent[] }[]
}
export type ScheduleEvent = {
  guid: string
  id: number
  slug: string
  title: string
  type: string
  /** Date and time with offset. */
  date: string
  end: string
  /** `HH:MM` */
  start: string
  duration: string
  room: string
  /** ISO 639; null when it is not known. */
  language: string | null
  abstract: string
  description: string
  persons: readonly { id: number; guid: string; name: string; about: string | null }[]
  links: readonly { url: string; title: string }[]
  url: string
}

/** What a schedule has from the seminar, in the reader's language. */
export type SeminarInSchedule = {
  slug: string
  title: string
  url: string
  urlOf: (slotKey: string) => string
  /** The address of a document, whole. */
  absolute: (address: string) => string
  /** What stands in for a room where none is said. */
  venue: string
  floorLanguages: readonly string[]
  /** Nothing of a cancelled or postponed seminar takes place: its schedule has days without events. */
  isHeld: boolean
  /** The UUID of a name within this seminar: for ever the same. */
  uuid: (name: string) => string
}

/** @param version the name of the version, where it has one */
export function scheduleOf(
  programme: ShownProgramme,
  version: { number: number },
  seminar: SeminarInSchedule,
  words: LineWords,
): Schedule {
  const zone = programme.timeZone
  const venue = { key: '', name: { text: seminar.venue }, capacity: null }
  const isSomewhere = (slot: ShownSlot) => slot.room !== null
  const all =
    programme.slots.length > 0 && programme.slots.every(isSomewhere) ? programme.rooms : [venue, ...programme.rooms]
  const rooms = namedApart(
    all.map(({ key, name, capacity }) => ({ key, name: name.text, capacity, guid: seminar.uuid(`room:${key}`) })),
  )
  const events = seminar.isHeld ? eventsOf(programme, rooms, seminar, words) : []
  const days = daysOf(programme).map((date, index): ScheduleDay => {
    const announced = programme.days.filter(day => day.date === date)
    const own = events.filter(({ day }) => day === date)
    const at = (time: string) => Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone)
    const moments = [
      ...announced.flatMap(({ from, to }) => [at(from), at(to)]),
      ...own.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    ].toSorted(Temporal.ZonedDateTime.compare)
    return {
      index: index + 1,
      date,
      start: withOffset(moments[0] ?? at('00:00')),
      end: withOffset(moments.at(-1) ?? at('23:59')),
      rooms: rooms.map(room => ({
        room,
        events: own.filter(({ event }) => event.room === room.name).map(({ event }) => event),
      })),
    }
  })
  return {
    version: programme.name?.text ?? String(version.number),
    title: seminar.title,
    acronym: acronymOf(seminar.slug),
    url: seminar.url,
    timeZone: zone,
    start: days[0]?.date ?? '',
    end: days.at(-1)?.date ?? '',
    timeslot: programme.slots.every(({ from, to }) => isFifth(from) && isFifth(to)) ? '00:05' : '00:01',
    rooms,
    days,
  }
}

type Placed = { day: string; startsAt: Temporal.ZonedDateTime; endsAt: Temporal.ZonedDateTime; event: ScheduleEvent }

function eventsOf(
  programme: ShownProgramme,
  rooms: readonly ScheduleRoom[],
  seminar: SeminarInSchedule,
  words: LineWords,
): Placed[] {
  const numberOf = numbersOf(
    programme.slots.map(({ key }) => key),
    key => seminar.uuid(`slot:${key}`),
  )
  return programme.slots.map(slot => {
    const startsAt = slot.startsAt.toZonedDateTimeISO(programme.timeZone)
    // Hours that the clocks leave out may bring the end before the beginning.
    const ends = Temporal.Instant.compare(slot.endsAt, slot.startsAt) < 0 ? slot.startsAt : slot.endsAt
    const endsAt = ends.toZonedDateTimeISO(programme.timeZone)
    const id = numberOf(slot.key)
    const room = rooms.find(({ key }) => key === (slot.room?.key ?? ''))
    return {
      day: slot.day,
      startsAt,
      endsAt,
      event: {
        guid: seminar.uuid(`slot:${slot.key}`),
        id,
        slug: `${acronymOf(seminar.slug)}-${id}-${slot.key}`,
        title: titleLine(slot),
        type: typeOf[slot.kind],
        date: withOffset(startsAt),
        end: withOffset(endsAt),
        start: startsAt.toPlainTime().toString({ smallestUnit: 'minute' }),
        duration: durationOf(startsAt, endsAt),
        room: room?.name ?? seminar.venue,
        language: (slot.spokenLanguages?.floor ?? seminar.floorLanguages)[0] ?? null,
        abstract: slot.themes.map(({ text }) => text).join('\n'),
        description: [
          ...(slot.method ? [slot.method.text] : []),
          ...(programme.provisional || slot.provisional ? [words.provisional] : []),
          ...peopleLines(slot, words),
        ].join('\n'),
        persons: namedOn(slot).map(({ key, name, about }) => {
          const guid = seminar.uuid(`person:${key}`)
          return { id: numberIn(guid), guid, name: name.trim(), about: about?.text ?? null }
        }),
        links: slot.documents.flatMap(({ title, url, isWithdrawn }) => {
          const address = isWithdrawn ? null : URL.parse(seminar.absolute(url))
          return address ? [{ url: address.href, title: title.text }] : []
        }),
        url: seminar.urlOf(slot.key),
      },
    }
  })
}

/** Days that were announced and days on which something begins. */
const daysOf = ({ days, slots }: ShownProgramme): string[] =>
  [...new Set([...days.map(({ date }) => date), ...slots.map(({ day }) => day)])].toSorted()

/** Apps know a room by its name: of two that are called the same, the second also has its key. */
function namedApart(rooms: readonly ScheduleRoom[]): ScheduleRoom[] {
  const taken = new Set<string>()
  return rooms.map(room => {
    let name = room.name
    for (let n = 1; taken.has(name); n++) name = `${room.name} (${room.key}${n > 1 ? ` ${n}` : ''})`
    taken.add(name)
    return { ...room, name }
  })
}

/** What apps know of kinds: a plain word each; they put a pause and a dialogue in different colours. */
const typeOf: Readonly<Record<ShownSlot['kind'], string>> = {
  registration: 'other',
  welcome: 'talk',
  introduction: 'talk',
  part: 'discussion',
  talk: 'talk',
  workshop: 'workshop',
  break: 'other',
  meal: 'other',
  closing: 'talk',
}

/** At least four letters, figures and low lines: all that the schemas of both files let pass. */
const acronymOf = (slug: string) => slug.replaceAll('-', '_').padEnd(4, '_')

// Older apps know an event by a number that fits in 31 bits; six figures at least keep the slug long enough.
const leastNumber = 100_000
const numberIn = (guid: string) => leastNumber + (Number.parseInt(guid.slice(0, 8), 16) % (2 ** 31 - leastNumber))

/** A number for each key, the same in every version; of two that meet, one takes the next. */
function numbersOf(keys: readonly string[], guidOf: (key: string) => string): (key: string) => number {
  const taken = new Map<number, string>()
  for (const key of keys.toSorted()) {
    let number = numberIn(guidOf(key))
    while (taken.has(number)) number++
    taken.set(number, key)
  }
  const numbers = new Map([...taken].map(([number, key]) => [key, number]))
  return key => numbers.get(key) ?? numberIn(guidOf(key))
}

const isFifth = (time: string) => Number(time.slice(3)) % 5 === 0
const withOffset = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })
const two = (n: number) => String(n).padStart(2, '0')

function durationOf(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): string {
  const minutes = Math.round(from.until(to, { largestUnit: 'hour' }).total('minutes'))
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
