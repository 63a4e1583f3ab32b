import { foldName } from '../../registration/rules/fold.ts'

/** What a timetable says, as far as its checks need it. */
export type Timetable = {
  date: Temporal.PlainDate
  /** The announced hours of the seminar, in `timeZone`. */
  hoursFrom: Temporal.PlainTime
  hoursTo: Temporal.PlainTime
  /** IANA name of the venue's time zone. */
  timeZone: string
  slots: readonly TimetableSlot[]
}
export type TimetableSlot = {
  key: string
  kind: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** In the source language of the seminar. */
  title: string
}

/** Every code of a timetable problem, with how much it matters. */
export const severities = {
  /** Nobody can be in both: there is one room. */
  overlap: 'error',
  /** Participants are told nothing for a while. */
  gap: 'warning',
  /** Whoever believes the announced hours comes too late or leaves too early. */
  'outside-hours': 'warning',
  /** Readers cannot tell two slots apart; the organiser may want it so. */
  'repeated-title': 'notice',
} as const
export type TimetableCode = keyof typeof severities
export type TimetableProblem = {
  code: TimetableCode
  /** Keys of the slots concerned, in the order of the timetable. */
  slots: string[]
  severity: (typeof severities)[TimetableCode]
}

/**
 * What is wrong with a timetable, in the order of the day:
 *
 * - `overlap`, one for each pair: two slots share some time. Slots that touch do not. Rooms side by side do not exist
 *   yet, so an overlap is an error whatever the kinds are.
 * - `gap`, with the slot before and the slot after: some time within the announced hours that no slot fills. A break
 *   or a meal fills it like any other slot. Time before the first slot and after the last one is no gap: a seminar may
 *   begin late and end early.
 * - `outside-hours`, one for each slot that begins before the announced hours or ends after them.
 * - `repeated-title`, one for each title, with every slot that bears it. Capitals, accents, spaces and punctuation make
 *   no difference. Registrations, breaks and meals may bear the same title twice.
 */
export function checkTimetable(timetable: Timetable): TimetableProblem[] {
  const slots = timetable.slots.toSorted(
    (a, b) => compare(a.startsAt, b.startsAt) || compare(a.endsAt, b.endsAt) || (a.key < b.key ? -1 : 1),
  )
  const order = Object.keys(severities)
  const place = (problem: TimetableProblem) => slots.findIndex(slot => slot.key === problem.slots[0])
  return [
    ...overlaps(slots),
    ...gaps(slots, announcedHours(timetable)),
    ...outsideHours(slots, announcedHours(timetable)),
    ...repeatedTitles(slots),
  ].toSorted((a, b) => place(a) - place(b) || order.indexOf(a.code) - order.indexOf(b.code))
}

type Span = { from: Temporal.Instant; to: Temporal.Instant }

const { compare } = Temporal.Instant

const problem = (code: TimetableCode, slots: readonly TimetableSlot[]): TimetableProblem => ({
  code,
  slots: slots.map(slot => slot.key),
  severity: severities[code],
})

function announcedHours({ date, hoursFrom, hoursTo, timeZone }: Timetable): Span {
  const at = (plainTime: Temporal.PlainTime) => date.toZonedDateTime({ timeZone, plainTime }).toInstant()
  return { from: at(hoursFrom), to: at(hoursTo) }
}

function overlaps(slots: readonly TimetableSlot[]): TimetableProblem[] {
  return slots.flatMap((first, index) =>
    slots
      .slice(index + 1)
      .filter(second => compare(second.startsAt, first.endsAt) < 0)
      .map(second => problem('overlap', [first, second])),
  )
}

function gaps(slots: readonly TimetableSlot[], hours: Span): TimetableProblem[] {
  const found: TimetableProblem[] = []
  // A long slot may outlast those that began after it: the gap begins when the last of all has ended.
  let lastToEnd = slots[0]
  for (const slot of slots.slice(1)) {
    if (lastToEnd === undefined) break
    const empty = compare(lastToEnd.endsAt, slot.startsAt) < 0
    const announced = compare(lastToEnd.endsAt, hours.to) < 0 && compare(hours.from, slot.startsAt) < 0
    if (empty && announced) found.push(problem('gap', [lastToEnd, slot]))
    if (compare(slot.endsAt, lastToEnd.endsAt) >= 0) lastToEnd = slot
  }
  return found
}

function outsideHours(slots: readonly TimetableSlot[], hours: Span): TimetableProblem[] {
  return slots
    .filter(slot => compare(slot.startsAt, hours.from) < 0 || compare(slot.endsAt, hours.to) > 0)
    .map(slot => problem('outside-hours', [slot]))
}

const mayRepeat: readonly string[] = ['registration', 'break', 'meal']

function repeatedTitles(slots: readonly TimetableSlot[]): TimetableProblem[] {
  const titled = slots.filter(slot => !mayRepeat.includes(slot.kind) && foldTitle(slot.title) !== '')
  return [...Map.groupBy(titled, slot => foldTitle(slot.title)).values()]
    .filter(alike => alike.length > 1)
    .map(alike => problem('repeated-title', alike))
}

/** A title as one remembers it. Signs such as + stay: “C” and “C++” are two subjects. */
const foldTitle = (title: string) =>
  foldName(title)
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()
