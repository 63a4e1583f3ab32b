import type { Schedule, ScheduleEvent } from './schedule.ts'
import { element, type Xml, xmlDocument } from './xml.ts'

/**
 * The schedule as schedule.xml.
 *
 * @param file where it is found, and which program wrote it
 */
export function scheduleXml(
  schedule: Schedule,
  file: { url: string; program: { name: string; version: string } },
): string {
  return xmlDocument(
    element(
      'schedule',
      {},
      element('generator', { name: file.program.name, version: file.program.version }),
      element('url', {}, file.url),
      element('version', {}, schedule.version),
      element(
        'conference',
        {},
        element('title', {}, schedule.title),
        element('acronym', {}, schedule.acronym),
        element('start', {}, schedule.start),
        element('end', {}, schedule.end),
        element('days', {}, String(schedule.days.length)),
        element('timeslot_duration', {}, schedule.timeslot),
        element('url', {}, schedule.url),
        element('time_zone_name', {}, schedule.timeZone),
      ),
      ...schedule.days.map(({ index, date, start, end, rooms }) =>
        element(
          'day',
          { index, date, start, end },
          ...rooms.map(({ room, events }) =>
            element('room', { name: room.name, guid: room.guid }, ...events.map(eventElement)),
          ),
        ),
      ),
    ),
  )
}

function eventElement(event: ScheduleEvent): Xml {
  return element(
    'event',
    { id: event.id, guid: event.guid },
    element('date', {}, event.date),
    element('start', {}, event.start),
    element('duration', {}, daysApart(event.duration)),
    element('room', {}, event.room),
    element('slug', {}, event.slug),
    element('url', {}, event.url),
    element('title', {}, event.title),
    element('subtitle', {}),
    element('track', {}),
    element('type', {}, event.type),
    ...(event.language ? [element('language', {}, event.language)] : []),
    element('abstract', {}, event.abstract),
    element('description', {}, event.description),
    // Nobody was asked whether they may be recorded.
    element('recording', {}, element('license', {}), element('optout', {}, 'true')),
    element('persons', {}, ...event.persons.map(({ id, guid, name }) => element('person', { id, guid }, name))),
    element(
      'links',
      {},
      ...event.links.map(({ url, title }) => element('link', { href: url, type: 'related' }, title)),
    ),
  )
}

/** A hundred hours and more have days before them: the schema gives the hours two figures. */
function daysApart(duration: string): string {
  const [hours = '', minutes = ''] = duration.split(':')
  if (hours.length <= 2) return duration
  return `${Math.floor(Number(hours) / 24)}:${String(Number(hours) % 24).padStart(2, '0')}:${minutes}`
}
