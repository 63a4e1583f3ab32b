import type { Schedule, ScheduleEvent } from './schedule.ts'

/**
 * The schedule as schedule.json.
 *
 * @param file where it is found, and which program wrote it
 */
export function scheduleJson(schedule: Schedule, file: { url: string; program: { name: string; version: string } }) {
  return {
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator: file.program,
    schedule: {
      url: file.url,
      version: schedule.version,
      conference: {
        acronym: schedule.acronym,
        title: schedule.title,
        start: schedule.start,
        end: schedule.end,
        daysCount: schedule.days.length,
        timeslot_duration: schedule.timeslot,
        ...(zoneNames.test(schedule.timeZone) ? { time_zone_name: schedule.timeZone } : {}),
        url: schedule.url,
        rooms: schedule.rooms.map(({ name, guid, capacity }) => ({ name, guid, capacity })),
        days: schedule.days.map(({ index, date, start, end, rooms }) => ({
          index,
          date,
          day_start: start,
          day_end: end,
          rooms: Object.fromEntries(rooms.map(({ room, events }) => [room.name, events.map(eventBlock)])),
        })),
      },
    },
  }
}

const eventBlock = (event: ScheduleEvent) => ({
  guid: event.guid,
  id: event.id,
  date: event.date,
  start: event.start,
  end: event.end,
  duration: event.duration,
  room: event.room,
  slug: event.slug,
  url: event.url,
  title: event.title,
  subtitle: null,
  track: null,
  type: event.type,
  language: event.language,
  abstract: event.abstract,
  description: event.description,
  // Nobody was asked whether they may be recorded.
  do_not_record: true,
  persons: event.persons.map(({ guid, name, about }) => ({ guid, name, biography: about })),
  links: event.links.map(({ url, title }) => ({ type: 'related', url, title })),
})

/** The names that the schema of the format lets pass; others are left to the offsets of the hours. */
const zoneNames = /^([A-Z][a-z]+\/[A-Z][a-z]+|UTC$)/
