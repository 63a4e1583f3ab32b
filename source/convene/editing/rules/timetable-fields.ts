import { readTime } from './fields.ts'
import type { Place } from './timetable.ts'

// A place of the timetable as the fields of its form say it. Runs in the browser too.

/** As typed. `late` is `yes` for one that ends on the day after. */
export type TypedPlace = { day: string; from: string; to: string; late: string; room: string }
export const placeFields = ['day', 'from', 'to', 'late', 'room'] as const

/** `slots.part-1.from`; all five of a slot at once are `places.part-1`. */
export const fieldOfSlot = (key: string, field: (typeof placeFields)[number]) => `slots.${key}.${field}`
export const fieldOfPlace = (key: string) => `places.${key}`

const clock = /^([01]\d|2[0-3]):([0-5]\d)$/

/** `9h40`, `9:40` or `09:40` as minutes from midnight; null for what is no time. */
export function minuteOf(text: string): number | null {
  const read = clock.exec(readTime(text))
  return read ? Number(read[1]) * 60 + Number(read[2]) : null
}

/** As the file writes it; a minute after midnight of the day after is told as on that day. */
export function timeOf(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minute / 60) % 24)}:${pad(minute % 60)}`
}

/** Where the fields put it; null when they do not say it, or say that it ends before it begins. */
export function placeOf(typed: TypedPlace): Place | null {
  const from = minuteOf(typed.from)
  const end = minuteOf(typed.to)
  if (from === null || end === null) return null
  const to = typed.late === 'yes' ? end + 1440 : end
  return to > from ? { day: typed.day, from, to, room: typed.room } : null
}

export const typedOfPlace = ({ day, from, to, room }: Place): TypedPlace => ({
  day,
  from: timeOf(from),
  to: timeOf(to),
  late: to >= 1440 ? 'yes' : '',
  room,
})
