import type { Programme } from './programme.ts'

/**
 * A programme that begins on another day, with everything as many days later or earlier; hours stay as the clocks of the
 * venue tell them.
 *
 * @param before `YYYY-MM-DD`, its first day until now
 * @param after the first day from now on
 * @param hours announced for that day
 */
export function addDays(
  programme: Programme,
  before: string,
  after: string,
  hours: { from: string; to: string },
): Programme {
  const { days } = Temporal.PlainDate.from(before).until(after, { largestUnit: 'day' })
  const moved = (date: string) => Temporal.PlainDate.from(date).add({ days }).toString()
  return {
    ...programme,
    days: programme.days.map((day, index) => ({ ...day, date: moved(day.date), ...(index === 0 ? hours : {}) })),
    slots: programme.slots.map(slot => ({ ...slot, day: moved(slot.day), until: moved(slot.until) })),
  }
}
