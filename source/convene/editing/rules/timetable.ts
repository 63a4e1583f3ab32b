import { gapsBetween, inOrder, inTwoPlaces, outsideOf, overlapping } from '../../programme/rules/spans.ts'

// The board of a timetable: where its slots stand and what is to be said of it. Runs on the server and in the browser:
// nothing here knows zod, Temporal or messages. Times are minutes as the clocks at the venue show them, from the midnight at
// which the day of a slot begins; beyond 1440 they are of the day after.

export const wholeDay = 1440
/** What is dragged stands on this grid, in minutes. */
export const grid = 5

/** Where a slot stands. */
export type Place = {
  /** `YYYY-MM-DD` */
  day: string
  from: number
  to: number
  /** Key of its room; '' for everybody. */
  room: string
}
/** Of each slot, by its key. */
export type Places = Readonly<Record<string, Place>>

/**
 * How the minutes that clocks show on a day become even ones: where the day begins, and from which minute on how many more
 * or fewer have passed. No shift on all but two days of the year.
 */
export type DayClock = { start: number; shifts: readonly (readonly [at: number, by: number])[] }

export type BoardDay = {
  date: string
  next: string
  /** As announced; null for a day of which no hours are. */
  hours: { from: number; to: number } | null
  clock: DayClock
  nextClock: DayClock
}
export type BoardSlot = { key: string; people: readonly string[] }
export type Board = { days: readonly BoardDay[]; slots: readonly BoardSlot[]; rooms: readonly { key: string }[] }

/** A stretch of a day as clocks show it. */
export type Stretch = { day: string; from: number; to: number }
/** What the checks say of times, between slots by their keys. The same findings as those of `…/checks`. */
export type Warning =
  | { code: 'overlap'; slots: readonly [string, string]; at: Stretch }
  | { code: 'two-places'; slots: readonly [string, string]; at: Stretch; person: string }
  | { code: 'outside-hours'; slots: readonly [string]; announced: Stretch | null }
  | { code: 'gap'; slots: readonly string[]; before?: string; after?: string; at: Stretch; wholeDay: boolean }

const even = ({ start, shifts }: DayClock, minute: number) =>
  start + minute + (shifts.findLast(([at]) => at <= minute)?.[1] ?? 0)

/** The even minute at which clocks show this one. */
export const evenMinute = ({ clock, nextClock }: BoardDay, minute: number): number =>
  minute < wholeDay ? even(clock, minute) : even(nextClock, minute - wholeDay)

/** What clocks show at an even minute; of an hour that comes twice, the second time is not told apart. */
export function shownMinute({ clock, nextClock }: BoardDay, moment: number): number {
  const shown = ({ start, shifts }: DayClock) =>
    shifts.reduce((minute, [at, by]) => (moment - start - by >= at ? moment - start - by : minute), moment - start)
  return moment >= nextClock.start ? wholeDay + shown(nextClock) : shown(clock)
}

const dayOf = (board: Board, date: string) => board.days.find(day => day.date === date)

/** What the checks find of a board as it stands, in the order of the timetable. A slot without a place is passed over. */
export function warningsOf(board: Board, places: Places): Warning[] {
  const spans = inOrder(
    board.slots.flatMap(({ key, people }) => {
      const place = places[key]
      const day = place && dayOf(board, place.day)
      if (!place || !day) return []
      const slot = { key, people, day: place.day, room: place.room || undefined }
      return { slot, startsAt: evenMinute(day, place.from), endsAt: evenMinute(day, place.to) }
    }),
  )
  const days = board.days.flatMap(day =>
    day.hours ? { day, startsAt: evenMinute(day, day.hours.from), endsAt: evenMinute(day, day.hours.to) } : [],
  )
  type Placed = (typeof spans)[number]
  const shared = ([a, b]: readonly [Placed, Placed]): Stretch => {
    const from = a.startsAt > b.startsAt ? a : b
    const to = a.endsAt < b.endsAt ? a : b
    return stretch(from.slot.day, from.startsAt, to.endsAt)
  }
  const stretch = (date: string, startsAt: number, endsAt: number): Stretch => {
    const day = dayOf(board, date)
    return day
      ? { day: date, from: shownMinute(day, startsAt), to: shownMinute(day, endsAt) }
      : { day: date, from: 0, to: 0 }
  }
  return [
    ...overlapping(spans).map((pair): Warning => {
      const [a, b] = pair
      return { code: 'overlap', slots: [a.slot.key, b.slot.key], at: shared(pair) }
    }),
    ...inTwoPlaces(spans, ({ slot }) => slot.people).map(
      ({ pair, person }): Warning => ({
        code: 'two-places',
        slots: [pair[0].slot.key, pair[1].slot.key],
        at: shared(pair),
        person,
      }),
    ),
    ...outsideOf(spans, days).map(
      ({ slot, announced }): Warning => ({
        code: 'outside-hours',
        slots: [slot.key],
        announced: announced?.day.hours ? { day: announced.day.date, ...announced.day.hours } : null,
      }),
    ),
    ...gapsBetween(spans, days).map(
      ({ startsAt, endsAt, hours: { day }, before, after, wholeDay }): Warning => ({
        code: 'gap',
        slots: [before, after].flatMap(one => one?.key ?? []),
        ...(before ? { before: before.key } : {}),
        ...(after ? { after: after.key } : {}),
        // An empty day is told by its announced hours, also where the clocks skip them.
        at: wholeDay && day.hours ? { day: day.date, ...day.hours } : stretch(day.date, startsAt, endsAt),
        wholeDay,
      }),
    ),
  ]
}

/** Those that are about a slot. A day on which nothing happens is about none of the slots around it. */
export const warningsAbout = (warnings: readonly Warning[], key: string) =>
  warnings.filter(one => one.slots.includes(key) && !(one.code === 'gap' && one.wholeDay))

/** Whether it cannot take place as it stands; anything else is to be looked at. */
export const isCollision = ({ code }: Warning) => code === 'overlap' || code === 'two-places'

/** The next minute of the grid in the direction of a step, or as many steps further. */
export function stepped(minute: number, by: number): number {
  const onGrid = by > 0 ? Math.floor(minute / grid) * grid : Math.ceil(minute / grid) * grid
  return onGrid + by
}

/** Moved as a whole, as far as its day goes: it begins on its day and ends by the end of the next at the latest. */
export function movedBy(place: Place, by: number): Place {
  const length = place.to - place.from
  const from = Math.min(Math.max(place.from + by, 0), wholeDay - grid, 2 * wholeDay - 1 - length)
  return { ...place, from, to: from + length }
}

/** With another end: it takes some time, less than a day. */
export const endingAt = (place: Place, to: number): Place => ({
  ...place,
  to: Math.min(Math.max(to, place.from + Math.min(grid, place.to - place.from)), place.from + wholeDay - grid),
})

/**
 * The keys of those that follow a slot: on its day, in any room, from its end on.
 */
export const followersOf = (places: Places, key: string): string[] => {
  const place = places[key]
  if (!place) return []
  return Object.entries(places)
    .filter(([other, at]) => other !== key && at.day === place.day && at.from >= place.to)
    .map(([other]) => other)
}

/**
 * A slot in another place, and those that follow it moved along by as much as its end moved: they keep their distance. As
 * one block: when one of them cannot go as far, none goes further.
 */
export function movedAlong(places: Places, key: string, to: Place): Places {
  const before = places[key]
  if (!before) return places
  const followers = followersOf(places, key)
  const by = to.to - before.to
  const reach = followers.flatMap(other => {
    const place = places[other]
    return place ? movedBy(place, by).from - place.from : []
  })
  const common = reach.reduce((least, one) => (Math.abs(one) < Math.abs(least) ? one : least), by)
  return {
    ...places,
    [key]: to,
    ...Object.fromEntries(
      followers.flatMap(other => {
        const place = places[other]
        return place ? [[other, movedBy(place, common)]] : []
      }),
    ),
  }
}

export const samePlace = (a: Place | undefined, b: Place | undefined) =>
  a?.day === b?.day && a?.from === b?.from && a?.to === b?.to && a?.room === b?.room

/** Where slots stood before they were moved: what is known already, and where each stood that the last move moved. */
export const originsWith = (known: Places, before: Places, after: Places): Places => ({
  ...Object.fromEntries(Object.entries(before).filter(([key, place]) => !samePlace(place, after[key]))),
  ...known,
})
