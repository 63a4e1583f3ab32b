/**
 * A zone as iCalendar wants it (RFC 5545 §3.6.5), for the years around an event: one observance for each change of
 * offset that really happens there, without rules that a legislator may have changed since.
 */
export function timeZoneComponent(zone: string, from: Temporal.Instant, to: Temporal.Instant): string {
  const first = from.toZonedDateTimeISO(zone).subtract({ years: 1 })
  const last = to.toZonedDateTimeISO(zone).add({ years: 1 })
  const observances: string[] = []
  let before = first
  // The offset in force at the beginning is an observance too: without a change since, it is the only one.
  observances.push(observance(first, first.offsetNanoseconds, zone))
  for (;;) {
    const change = before.getTimeZoneTransition('next')
    if (!change || Temporal.ZonedDateTime.compare(change, last) > 0) break
    const was = change.subtract({ nanoseconds: 1 }).offsetNanoseconds
    observances.push(observance(change, was, zone))
    before = change
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'].join('\r\n')
}

function observance(start: Temporal.ZonedDateTime, was: number, zone: string): string {
  // RFC 5545: the onset is written in the local time that was in force just before it.
  const onset = start.toInstant().add({ nanoseconds: was }).toZonedDateTimeISO('UTC').toPlainDateTime()
  const kind = isSummer(start, zone) ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${compact(onset)}`,
    `TZOFFSETFROM:${offset(was)}`,
    `TZOFFSETTO:${offset(start.offsetNanoseconds)}`,
    `END:${kind}`,
  ].join('\r\n')
}

// Summer is when the clock is ahead of the least offset of that year.
function isSummer(at: Temporal.ZonedDateTime, zone: string): boolean {
  const offsets = [1, 4, 7, 10].map(
    month => Temporal.ZonedDateTime.from({ timeZone: zone, year: at.year, month, day: 1 }).offsetNanoseconds,
  )
  return at.offsetNanoseconds > Math.min(...offsets)
}

const compact = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

function offset(nanoseconds: number): string {
  const minutes = Math.round(Math.abs(nanoseconds) / 60_000_000_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}
