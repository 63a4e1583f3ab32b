import { type Board, type Place, type Places, wholeDay } from './timetable.ts'

// How the slots of a board stand side by side. A lane is a column: a room on a day, or the day itself where nothing is in a
// room; the first lane of a day with rooms is for what is in none.

export type Lane = { day: string; room: string }
/** Where a slot is drawn: from which lane over how many, and which part of that width. */
export type Box = { lane: number; span: number; part: number; parts: number }

export const lanesOf = (board: Board): Lane[] =>
  board.days.flatMap(({ date }) => [
    { day: date, room: '' },
    ...board.rooms.map(({ key }) => ({ day: date, room: key })),
  ])

type Drawn = { key: string; place: Place }

const atOnce = (a: Place, b: Place) => a.from < b.to && b.from < a.to

/**
 * The boxes of the slots of the lanes. What is in no room spans its whole day, as it concerns everybody, unless something in
 * a room happens at the same time: then it keeps to the first lane, so that both are seen. Slots of one lane at the same time
 * share its width.
 *
 * @param lanes some of a board; a lane shown by itself also shows what is in no room that day
 */
export function boxesOf(lanes: readonly Lane[], places: Places): Map<string, Box> {
  const boxes = new Map<string, Box>()
  for (const day of new Set(lanes.map(lane => lane.day))) {
    const own = lanes.flatMap((lane, index) => (lane.day === day ? [{ ...lane, index }] : []))
    const first = own[0]?.index ?? 0
    const indexOf = (room: string) => own.find(lane => lane.room === room)?.index
    const drawn = Object.entries(places)
      .filter(([, place]) => place.day === day)
      .map(([key, place]) => ({ key, place }))
    const inRooms = drawn.filter(({ place }) => place.room !== '')
    const forAll = drawn.filter(({ place }) => place.room === '')
    for (const group of together(forAll)) {
      const beside = group.some(one => inRooms.some(other => atOnce(one.place, other.place)))
      share(boxes, group, first, own.length > 1 && beside ? 1 : own.length)
    }
    for (const { index, room } of own) {
      const alone = own.length === 1 && room !== ''
      const of = alone
        ? drawn.filter(one => one.place.room === room || one.place.room === '')
        : inRooms.filter(one => one.place.room === room)
      if (room !== '') for (const group of together(of)) share(boxes, group, index, 1)
    }
    // A room that is no more: seen where what is for everybody stands.
    const lost = inRooms.filter(({ place }) => indexOf(place.room) === undefined && own.length > 1)
    for (const group of together(lost)) share(boxes, group, first, 1)
  }
  return boxes
}

/** Those that follow one another without a break, as groups in the order of time. */
function together(drawn: readonly Drawn[]): Drawn[][] {
  const groups: Drawn[][] = []
  let end = -1
  for (const one of drawn.toSorted((a, b) => a.place.from - b.place.from || b.place.to - a.place.to)) {
    if (one.place.from < end) groups.at(-1)?.push(one)
    else groups.push([one])
    end = Math.max(end, one.place.to)
  }
  return groups
}

/** Each in the first part that is free when it begins. */
function share(boxes: Map<string, Box>, group: readonly Drawn[], lane: number, span: number): void {
  const ends: number[] = []
  const parts = group.map(({ place }) => {
    const free = ends.findIndex(end => end <= place.from)
    const part = free === -1 ? ends.length : free
    ends[part] = place.to
    return part
  })
  for (const [index, { key }] of group.entries())
    boxes.set(key, { lane, span, part: parts[index] ?? 0, parts: ends.length })
}

/** From when to when a board shows its days: what is announced and what is planned, with half an hour or more to move into. */
export function hoursShown(board: Board, places: Places): { from: number; to: number } {
  const all = [
    ...board.days.flatMap(({ hours }) => hours ?? []),
    ...Object.values(places).map(({ from, to }) => ({ from, to })),
  ]
  if (all.length === 0) return { from: 480, to: 1080 }
  const from = Math.floor(Math.min(...all.map(one => one.from)) / 30) * 30 - 30
  const to = Math.ceil(Math.max(...all.map(one => one.to)) / 30) * 30 + 30
  return { from: Math.max(from, 0), to: Math.min(to, 2 * wholeDay) }
}
