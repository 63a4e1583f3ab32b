import type { Finding } from './findings.ts'
import { severities } from './findings.ts'
import { momentsOf, type Programme, type ProgrammeDay, type ProgrammeSlot } from './programme.ts'

/** A slot and the time it takes. */
export type TimedSlot = { slot: ProgrammeSlot; startsAt: Temporal.Instant; endsAt: Temporal.Instant }
type Hours = ProgrammeDay & { startsAt: Temporal.Instant; endsAt: Temporal.Instant }
type Span = Pick<TimedSlot, 'startsAt' | 'endsAt'>

const { compare } = Temporal.Instant

/** The slots in the order of the timetable: by begin, then by end, then by key. */
export function timed({ slots, timeZone }: Programme): TimedSlot[] {
  return slots
    .map(slot => ({ slot, ...momentsOf(slot, timeZone) }))
    .toSorted(
      (a, b) => compare(a.startsAt, b.startsAt) || compare(a.endsAt, b.endsAt) || (a.slot.key < b.slot.key ? -1 : 1),
    )
}

/** Whether they have some time in common; those that touch have none, nor has one that ends before it begins. */
export const shareTime = (a: Span, b: Span) => compare(later(a.startsAt, b.startsAt), earlier(a.endsAt, b.endsAt)) < 0

const later = (a: Temporal.Instant, b: Temporal.Instant) => (compare(a, b) < 0 ? b : a)
const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (compare(a, b) < 0 ? a : b)

/** The pairs that have some time in common, in the order of the timetable. */
export function pairsAtOnce(slots: readonly TimedSlot[]): [ProgrammeSlot, ProgrammeSlot][] {
  return slots.flatMap((first, index) =>
    slots
      .slice(index + 1)
      .filter(second => shareTime(first, second))
      .map((second): [ProgrammeSlot, ProgrammeSlot] => [first.slot, second.slot]),
  )
}

/** Keys of slots as the subject of a finding begins with them. */
export const joined = (keys: readonly string[]) => keys.join('+')

/**
 * Two slots at the same time in the same room. What is in no room is for everybody: it overlaps whatever is at the same
 * time, in whichever room.
 */
export function overlaps(slots: readonly TimedSlot[]): Finding[] {
  return pairsAtOnce(slots)
    .filter(([a, b]) => a.room === b.room || a.room === undefined || b.room === undefined)
    .map(([a, b]) => ({
      code: 'overlap',
      slots: [a.key, b.key],
      severity: severities.overlap,
      subject: joined([a.key, b.key]),
      room: a.room === b.room ? (a.room ?? null) : null,
    }))
}

/**
 * Time within the announced hours of a day in which nothing happens in any room, with the slot before and the one after.
 * A break or a meal fills it like any other slot. Time before the first slot of the day and after its last one is none: a day
 * may begin late and end early. A day on which nothing happens at all is one, with the slots of other days around it.
 */
export function gaps(all: readonly TimedSlot[], programme: Programme): Finding[] {
  const slots = all.filter(({ startsAt, endsAt }) => compare(startsAt, endsAt) < 0)
  return announcedHours(programme).flatMap(hours => {
    const ofDay = slots.filter(one => one.slot.day === hours.date || shareTime(one, hours))
    return ofDay.length === 0 ? emptyDay(slots, hours) : gapsOfDay(ofDay, hours, programme.timeZone)
  })
}

function gapsOfDay(slots: readonly TimedSlot[], hours: Hours, timeZone: string): Finding[] {
  const found: Finding[] = []
  // A long slot may outlast those that began after it: what is empty begins when the last of all has ended.
  let lastToEnd = slots[0]
  for (const next of slots.slice(1)) {
    if (lastToEnd === undefined) break
    const empty = { startsAt: lastToEnd.endsAt, endsAt: next.startsAt }
    if (shareTime(empty, hours)) {
      const from = clock(later(empty.startsAt, hours.startsAt), timeZone)
      const to = clock(earlier(empty.endsAt, hours.endsAt), timeZone)
      found.push(gap([lastToEnd.slot.key, next.slot.key], { day: hours.date, from, to }))
    }
    if (compare(next.endsAt, lastToEnd.endsAt) >= 0) lastToEnd = next
  }
  return found
}

function emptyDay(slots: readonly TimedSlot[], hours: Hours): Finding[] {
  if (slots.length === 0) return []
  const before = slots
    .filter(one => compare(one.endsAt, hours.startsAt) <= 0)
    .reduce<TimedSlot | undefined>(
      (last, one) => (last && compare(one.endsAt, last.endsAt) < 0 ? last : one),
      undefined,
    )
  const after = slots.find(one => compare(one.startsAt, hours.endsAt) >= 0)
  const keys = [before, after].flatMap(one => one?.slot.key ?? [])
  // Two empty days in a row have the same slots around them.
  return [gap(keys, { day: hours.date, from: hours.from, to: hours.to }, `:${hours.date}`)]
}

const gap = (slots: string[], span: { day: string; from: string; to: string }, more = ''): Finding => ({
  code: 'gap',
  slots,
  severity: severities.gap,
  subject: joined(slots) + more,
  span,
})

/** One for each slot of which some time is in the announced hours of no day. */
export function outsideHours(slots: readonly TimedSlot[], programme: Programme): Finding[] {
  const days = announcedHours(programme)
  return slots
    .filter(({ startsAt, endsAt }) => compare(startsAt, endsAt) < 0)
    .filter(
      one => !days.some(hours => compare(hours.startsAt, one.startsAt) <= 0 && compare(one.endsAt, hours.endsAt) <= 0),
    )
    .map(({ slot }) => {
      const hours = days.find(({ date }) => date === slot.day)
      return {
        code: 'outside-hours',
        slots: [slot.key],
        severity: severities['outside-hours'],
        subject: slot.key,
        announced: hours ? { day: hours.date, from: hours.from, to: hours.to } : null,
      }
    })
}

const announcedHours = ({ days, timeZone }: Programme): Hours[] =>
  days.map(day => ({ ...day, ...momentsOf({ day: day.date, until: day.date, from: day.from, to: day.to }, timeZone) }))

const clock = (moment: Temporal.Instant, timeZone: string) =>
  moment.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
