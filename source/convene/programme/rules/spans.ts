// What the checks of a timetable say of times, as plain numbers: the server counts milliseconds, the board of the timetable
// minutes. Nothing is imported, so that it runs in a browser as it is.

/** From when to when, in any even unit. One that ends before it begins takes no time. */
export type Span = { startsAt: number; endsAt: number }
/** A slot as far as its place in the timetable goes. Without a room it is for everybody. */
export type Placed = { key: string; day: string; room?: string | undefined }
export type PlacedSpan<S extends Placed> = Span & { slot: S }
/** The announced hours of a day. */
export type Announced<D extends { date: string }> = Span & { day: D }

/** In the order of the timetable: by begin, then by end, then by key. */
export const inOrder = <T extends Span & { slot: { key: string } }>(spans: readonly T[]): T[] =>
  spans.toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.slot.key < b.slot.key ? -1 : 1))

/** The time that two have in common; null for those that touch, and with one that takes none. */
export function commonTime(a: Span, b: Span): Span | null {
  const startsAt = Math.max(a.startsAt, b.startsAt)
  const endsAt = Math.min(a.endsAt, b.endsAt)
  return startsAt < endsAt ? { startsAt, endsAt } : null
}

/** The pairs that have some time in common, in the order of the timetable. */
export function pairsAtOnce<T extends Span>(spans: readonly T[]): [T, T][] {
  return spans.flatMap((first, index) =>
    spans
      .slice(index + 1)
      .filter(second => commonTime(first, second) !== null)
      .map((second): [T, T] => [first, second]),
  )
}

/**
 * Pairs at the same time in the same room. What is in no room is for everybody: it overlaps whatever is at the same time,
 * in whichever room.
 */
export const overlapping = <T extends { slot: Placed } & Span>(spans: readonly T[]): [T, T][] =>
  pairsAtOnce(spans).filter(
    ([{ slot: a }, { slot: b }]) => a.room === b.room || a.room === undefined || b.room === undefined,
  )

/** Pairs at the same time that a person is on, in whichever rooms; once for each such person. */
export const inTwoPlaces = <T extends Span>(
  spans: readonly T[],
  peopleOf: (one: T) => readonly string[],
): { pair: [T, T]; person: string }[] =>
  pairsAtOnce(spans).flatMap(pair => {
    const [a, b] = pair
    const inBoth = new Set(peopleOf(b))
    return peopleOf(a)
      .filter(person => inBoth.has(person))
      .map(person => ({ pair, person }))
  })

export type Gap<S extends Placed, D extends { date: string }> = Span & {
  hours: Announced<D>
  /** The slot before and the one after, of a day on which nothing happens those of other days; either may be missing. */
  before: S | undefined
  after: S | undefined
  /** Nothing happens on the whole day. */
  wholeDay: boolean
}

/**
 * Time within the announced hours of a day in which nothing happens in any room. A break or a meal fills it like any other
 * slot. Time before the first slot of the day and after its last one is none: a day may begin late and end early. A day on
 * which nothing happens at all is one, as long as something happens on another.
 *
 * @param all in the order of the timetable
 */
export function gapsBetween<S extends Placed, D extends { date: string }>(
  all: readonly PlacedSpan<S>[],
  days: readonly Announced<D>[],
): Gap<S, D>[] {
  const spans = all.filter(takesTime)
  return days.flatMap(hours => {
    const ofDay = spans.filter(one => one.slot.day === hours.day.date || commonTime(one, hours) !== null)
    return ofDay.length === 0 ? emptyDay(spans, hours) : gapsOfDay(ofDay, hours)
  })
}

function gapsOfDay<S extends Placed, D extends { date: string }>(
  spans: readonly PlacedSpan<S>[],
  hours: Announced<D>,
): Gap<S, D>[] {
  const found: Gap<S, D>[] = []
  // A long slot may outlast those that began after it: what is empty begins when the last of all has ended.
  let lastToEnd = spans[0]
  for (const next of spans.slice(1)) {
    if (lastToEnd === undefined) break
    const empty = commonTime({ startsAt: lastToEnd.endsAt, endsAt: next.startsAt }, hours)
    if (empty) found.push({ ...empty, hours, before: lastToEnd.slot, after: next.slot, wholeDay: false })
    if (next.endsAt >= lastToEnd.endsAt) lastToEnd = next
  }
  return found
}

function emptyDay<S extends Placed, D extends { date: string }>(
  spans: readonly PlacedSpan<S>[],
  hours: Announced<D>,
): Gap<S, D>[] {
  if (spans.length === 0) return []
  const before = spans
    .filter(one => one.endsAt <= hours.startsAt)
    .reduce<PlacedSpan<S> | undefined>((last, one) => (last && one.endsAt < last.endsAt ? last : one), undefined)
  const after = spans.find(one => one.startsAt >= hours.endsAt)
  const { startsAt, endsAt } = hours
  return [{ startsAt, endsAt, hours, before: before?.slot, after: after?.slot, wholeDay: true }]
}

/** Those of which some time is in the announced hours of no day, each with the hours of the day it begins. */
export function outsideOf<S extends Placed, D extends { date: string }>(
  spans: readonly PlacedSpan<S>[],
  days: readonly Announced<D>[],
): { slot: S; announced: Announced<D> | undefined }[] {
  return spans
    .filter(takesTime)
    .filter(one => !days.some(hours => hours.startsAt <= one.startsAt && one.endsAt <= hours.endsAt))
    .map(({ slot }) => ({ slot, announced: days.find(({ day }) => day.date === slot.day) }))
}

const takesTime = ({ startsAt, endsAt }: Span) => startsAt < endsAt
