/** A moment as a form shows it, in the zone of the venue: a day and a time of that day. */
export type LocalMoment = { day: string; time: string }

/** The day and the time at which an instant is in a zone; seconds only where there are some. */
export function localMoment(instant: Temporal.Instant, zone: string): LocalMoment {
  const at = instant.toZonedDateTimeISO(zone)
  const time = at.toPlainTime()
  return {
    day: at.toPlainDate().toString(),
    time: time.toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' }),
  }
}

/**
 * The instant that a day and a time mean in a zone: `2018-06-17`, and `23:59`, `23.59`, `23h59` or `23:59:59`.
 *
 * @param whenNoTime the time of a day that was given alone
 * @returns null when nothing was given; `form` for what is no day or no time, `clock-change` for an hour that the
 *   zone does not have that day or has twice: nobody could say which one was meant
 */
export function readLocalMoment(
  { day, time }: LocalMoment,
  zone: string,
  whenNoTime: string,
): Temporal.Instant | null | 'form' | 'clock-change' {
  if (day.trim() === '' && time.trim() === '') return null
  const clock = /^(\d{1,2})(?:[:.h]|\s?h\s?)(\d{2})(?:[:.](\d{2}))?$/i.exec(
    time.trim() === '' ? whenNoTime : time.trim(),
  )
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day.trim()) || clock === null) return 'form'
  let local: Temporal.PlainDateTime
  try {
    const [, hour, minute, second] = clock.map(Number)
    local = Temporal.PlainDate.from(day.trim(), { overflow: 'reject' }).toPlainDateTime(
      Temporal.PlainTime.from({ hour: hour ?? 0, minute: minute ?? 0, second: second || 0 }, { overflow: 'reject' }),
    )
  } catch {
    return 'form'
  }
  try {
    return local.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant()
  } catch {
    return 'clock-change'
  }
}
