import type { DayClock } from './timetable.ts'

/**
 * How the clocks of a zone run on a day, for whoever has minutes alone. An hour that comes twice is meant the first time,
 * one that is skipped is as much later, as everywhere in Perenne.
 *
 * @param date `YYYY-MM-DD`
 */
export function dayClock(date: string, timeZone: string): DayClock {
  const midnight = Temporal.PlainDateTime.from(`${date}T00:00`)
  const at = (minute: number) => midnight.add({ minutes: minute }).toZonedDateTime(timeZone).epochMilliseconds / 60_000
  const start = at(0)
  // Nearly every day: nothing to look for minute by minute.
  if (at(1439) - start === 1439) return { start, shifts: [] }
  const shifts: [number, number][] = []
  for (let minute = 1; minute < 1440; minute++) {
    const by = at(minute) - start - minute
    if (by !== (shifts.at(-1)?.[1] ?? 0)) shifts.push([minute, by])
  }
  return { start, shifts }
}
