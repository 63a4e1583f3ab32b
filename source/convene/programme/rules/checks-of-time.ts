import type { Finding } from './findings.ts'
import { severities } from './findings.ts'
import { momentsOf, type Programme, type ProgrammeDay, type ProgrammeSlot, peopleOfSlot } from './programme.ts'
import {
  type Announced,
  commonTime,
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

/**
 * The subject of a finding: the keys of its slots, then what of it was judged. What is set aside is set aside as it was seen:
 * a gap of half an hour that becomes one of three is another one.
 */
export const subjectOf = (keys: readonly string[], ...judged: readonly (string | number | undefined)[]): string =>
  [keys.join('+'), ...judged.filter(one => one !== undefined)].join(':')

const minutesOf = (span: Span | null): number => (span ? Math.round((span.endsAt - span.startsAt) / 60_000) : 0)

/** Two slots at the same time in the same room, or one of them in none. */
export function overlaps(slots: readonly TimedSlot[]): Finding[] {
  return overlapping(slots).map(([one, other]) => {
    const keys = [one.slot.key, other.slot.key]
    const room = one.slot.room === other.slot.room ? one.slot.room : undefined
    return {
      code: 'overlap',
      slots: keys,
      severity: severities.overlap,
      subject: subjectOf(keys, minutesOf(commonTime(one, other)), room),
      room: room ?? null,
    }
  })
}

/** Each person who is on two slots at the same time, whoever is on them and has not declined. */
export function twoPlaces(slots: readonly TimedSlot[]): Finding[] {
  return inTwoPlaces(slots, ({ slot }) => peopleOfSlot(slot)).map(({ pair: [one, other], person }) => {
    const keys = [one.slot.key, other.slot.key]
    return {
      code: 'two-places',
      slots: keys,
      severity: severities['two-places'],
      subject: subjectOf(keys, person, minutesOf(commonTime(one, other))),
      person,
    }
  })
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
      subject: subjectOf(slots, gap.wholeDay ? day.date : undefined, minutesOf({ startsAt, endsAt })),
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
    subject: subjectOf([slot.key], announced ? beyond(spanOf(slot, programme.timeZone), announced) : wholeOf(slot)),
    announced: announced ? { day: announced.day.date, from: announced.day.from, to: announced.day.to } : null,
  }))
}

/** How many minutes before the hours it begins and after them it ends, such as `-30+15`. */
function beyond(slot: Span, hours: Span): string {
  const before = minutesOf({ startsAt: slot.startsAt, endsAt: hours.startsAt })
  const after = minutesOf({ startsAt: hours.endsAt, endsAt: slot.endsAt })
  return (before > 0 ? `-${before}` : '') + (after > 0 ? `+${after}` : '')
}

/** All of a slot on a day without hours, of which there is nothing to measure. */
const wholeOf = ({ day, from, until, to }: ProgrammeSlot): string => `${day}T${from}/${until}T${to}`

const announcedHours = ({ days, timeZone }: Programme): Hours[] =>
  days.map(day => ({ day, ...spanOf({ day: day.date, until: day.date, from: day.from, to: day.to }, timeZone) }))
