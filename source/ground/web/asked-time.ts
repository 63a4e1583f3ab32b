// What somebody may ask about by a date in an address or a hidden field. PostgreSQL and Temporal know different years at both
// ends, and nothing here was written before 1900: what lies outside is as if nothing had been asked.

const firstYear = 1900

/**
 * A day as an address says it, YYYY-MM-DD.
 *
 * @param latest the last day that may be asked for
 * @returns null for a text that is no day, and for one before 1900 or after `latest`
 */
export function dayAsked(text: string | null, latest: Temporal.PlainDate): Temporal.PlainDate | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return day.year >= firstYear && Temporal.PlainDate.compare(day, latest) <= 0 ? day : null
  } catch {
    return null
  }
}

/**
 * An instant as an address says it, in ISO 8601.
 *
 * @param now one day after it is the latest that may be asked for: two clocks need not agree, and days begin at different hours
 * @returns null for a text that is no instant, and for one before 1900 or after that
 */
export function instantAsked(text: string | null, now: Temporal.Instant): Temporal.Instant | null {
  if (!text) return null
  try {
    const at = Temporal.Instant.from(text)
    const isLater = Temporal.Instant.compare(at, now.add({ hours: 24 })) > 0
    return !isLater && at.toZonedDateTimeISO('UTC').year >= firstYear ? at : null
  } catch {
    return null
  }
}
