import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { timeZoneComponent } from './time-zone-component.ts'

/** What a calendar entry says, in one language. */
export type CalendarEvent = {
  /** Stable for ever: subscribers recognise the entry by it. */
  uid: string
  title: string
  description?: string
  location?: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** Grows when date, hours, place or title change (RFC 5545 §3.8.7.4). */
  sequence: number
  url: string
  /** Whom to ask: RFC 5546 wants one wherever an entry travels. */
  organizer?: { name: string; email: string } | null
}

/**
 * Events as iCalendar (RFC 5545), with the zone they are held in.
 *
 * @param stamp when this calendar was made (DTSTAMP)
 * @param method PUBLISH unless the entries are to go from the reader's calendar (RFC 5546)
 */
export function calendarOf(
  events: readonly CalendarEvent[],
  {
    name,
    zone,
    stamp,
    language,
    method = 'PUBLISH',
  }: { name: string; zone: string; stamp: Temporal.Instant; language: string; method?: 'PUBLISH' | 'CANCEL' },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Perenne', product: 'Perenne', language: language.toUpperCase() },
    method: ICalCalendarMethod[method],
    // Without a name: ical-generator writes DTSTAMP in the zone of the calendar, and RFC 5545 §3.8.7.2 wants it in UTC. Each
    // event says its own zone.
    timezone: { name: null, generator: () => `X-WR-TIMEZONE:${zone}\r\n${zoneAround(events, zone, stamp)}` },
  })
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      summary: event.title,
      start: event.startsAt.toZonedDateTimeISO(zone),
      // RFC 5545 §3.6.1: an end comes after the beginning, or is not said.
      ...(Temporal.Instant.compare(event.endsAt, event.startsAt) > 0
        ? { end: event.endsAt.toZonedDateTimeISO(zone) }
        : {}),
      timezone: zone,
      stamp,
      sequence: event.sequence,
      status: ICalEventStatus[event.status],
      url: event.url,
      ...(event.description ? { description: event.description } : {}),
      ...(event.location ? { location: event.location } : {}),
      ...(event.organizer ? { organizer: event.organizer } : {}),
    })
  }
  return calendar.toString()
}

function zoneAround(events: readonly CalendarEvent[], zone: string, stamp: Temporal.Instant): string {
  const instants = events.flatMap(event => [event.startsAt, event.endsAt]).sort(Temporal.Instant.compare)
  return timeZoneComponent(zone, instants[0] ?? stamp, instants.at(-1) ?? stamp)
}
