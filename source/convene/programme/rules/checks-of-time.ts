import type { Finding } from './findings.ts'
import { severities } from './findings.ts'
import { momentsOf, type Programme, type ProgrammeDay, type ProgrammeSlot, peopleOfSlot } from './programme.ts'
import {
  type Announced,
  gapsBetween,
  inOrder,
  inTwoPlaces,
  outsideOf,
  overlapping,
  type PlacedSpan,
  type Span,
} from './spans.ts'

// The checks that spans.ts makes on plain numbers, as findings of a programme.

/** A slot and the time it takes, in milliseconds since 1970. */
export type TimedSlot = PlacedSpan<ProgrammeSlot>
type Hours = Announced<ProgrammeDay>

/** The slots in the order of the timetable: by begin, then by end, then by key. */
export const timed = ({ slots, timeZone }: Programme): TimedSlot[] =>
  inOrder(slots.map(slot => ({ slot, ...spanOf(slot, timeZone) })))

function spanOf(slot: Parameters<typeof momentsOf>[0], timeZone: string): Span {
  const { startsAt, endsAt } = momentsOf(slot, timeZone)
  return { startsAt: startsAt.epochMilliseconds, endsAt: endsAt.epochMilliseconds }
}

/** Keys of slots as the subject of a finding begins with them. */
export const joined = (keys: readonly string[]) => keys.join('+')

/** Two slots at the same time in the same room, or one of them in none. */
export function overlaps(slots: readonly TimedSlot[]): Finding[] {
  return overlapping(slots).map(([{ slot: a }, { slot: b }]) => ({
    code: 'overlap',
    slots: [a.key, b.key],
    severity: severities.overlap,
    subject: joined([a.key, b.key]),
    room: a.room === b.room ? (a.room ?? null) : null,
  }))
}

/** Each person who is on two slots at the same time, whoever is on them and has not declined. */
export function twoPlaces(slots: readonly TimedSlot[]): Finding[] {
  return inTwoPlaces(slots, ({ slot }) => peopleOfSlot(slot)).map(({ pair: [{ slot: a }, { slot: b }], person }) => ({
    code: 'two-places',
    slots: [a.key, b.key],
    severity: severities['two-places'],
    subject: `${joined([a.key, b.key])}:${person}`,
    person,
  }))
}

/** Time within the announced hours of a day in which nothing happens in any room, with the slot before and the one after. */
export function gaps(all: readonly TimedSlot[], programme: Programme): Finding[] {
  const clock = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment)
      .toZonedDateTimeISO(programme.timeZone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' })
  return gapsBetween(all, announcedHours(programme)).map(({ startsAt, endsAt, hours: { day }, ...gap }) => {
    const slots = [gap.before, gap.after].flatMap(one => one?.key ?? [])
    return {
      code: 'gap',
      slots,
      severity: severities.gap,
      // Two empty days in a row have the same slots around them.
      subject: joined(slots) + (gap.wholeDay ? `:${day.date}` : ''),
      span: gap.wholeDay
        ? { day: day.date, from: day.from, to: day.to }
        : { day: day.date, from: clock(startsAt), to: clock(endsAt) },
    }
  })
}

/** One for each slot of which some time is in the announced hours of no day. */
export function outsideHours(slots: readonly TimedSlot[], programme: Programme): Finding[] {
  return outsideOf(slots, announcedHours(programme)).map(({ slot, announced }) => ({
    code: 'outside-hours',
    slots: [slot.key],
    severity: severities['outside-hours'],
    subject: slot.key,
    announced: announced ? { day: announced.day.date, from: announced.day.from, to: announced.day.to } : null,
  }))
}

const announcedHours = ({ days, timeZone }: Programme): Hours[] =>
  days.map(day => ({ day, ...spanOf({ day: day.date, until: day.date, from: day.from, to: day.to }, timeZone) }))
