import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarOf } from '../../../source/convene/seminar/rules/seminar-calendar.ts'

const zones = ['Europe/Paris', 'America/Bogota', 'America/Sao_Paulo', 'America/Santiago', 'Asia/Kathmandu', 'UTC']

test('an event keeps its instant when read with the zone that travels with it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 946_684_800, max: 1_893_456_000 }),
      fc.integer({ min: 1, max: 600 }),
      (zone, second, minutes) => {
        const startsAt = Temporal.Instant.fromEpochMilliseconds(second * 1000)
        // The hour that comes twice in autumn cannot be told apart in a local time: RFC 5545 takes the first.
        const local = startsAt.toZonedDateTimeISO(zone)
        fc.pre(local.toPlainDateTime().toZonedDateTime(zone).toInstant().equals(startsAt))
        const endsAt = startsAt.add({ minutes })
        const text = calendarOf(
          [
            {
              uid: 'a@b',
              title: 'T; with, signs\nand lines',
              startsAt,
              endsAt,
              status: 'CONFIRMED',
              sequence: 3,
              url: 'https://x.example/',
            },
          ],
          { name: 'N', zone, stamp: startsAt, language: 'en' },
        )
        const calendar = new ICAL.Component(ICAL.parse(text))
        const event = calendar.getFirstSubcomponent('vevent')
        const start = event?.getFirstPropertyValue('dtstart') as ICAL.Time
        const component = calendar.getFirstSubcomponent('vtimezone')
        const offset = component ? new ICAL.Timezone(component).utcOffset(start) : 0
        const wall = Temporal.PlainDateTime.from({
          year: start.year,
          month: start.month,
          day: start.day,
          hour: start.hour,
          minute: start.minute,
          second: start.second,
        })
        expect(wall.toZonedDateTime('UTC').epochMilliseconds / 1000 - offset).toBe(second)
        expect(event?.getFirstPropertyValue('summary')).toBe('T; with, signs\nand lines')
      },
    ),
    { numRuns: 200 },
  )
})

test('a cancelled event says so', () => {
  const startsAt = Temporal.Instant.from('2018-07-05T07:00:00Z')
  const text = calendarOf(
    [
      {
        uid: 'a@b',
        title: 'T',
        startsAt,
        endsAt: startsAt.add({ hours: 8 }),
        status: 'CANCELLED',
        sequence: 4,
        url: 'https://x.example/',
      },
    ],
    { name: 'N', zone: 'Europe/Paris', stamp: startsAt, language: 'fr' },
  )
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).toContain('SEQUENCE:4')
  expect(text).toContain('DTSTART;TZID=Europe/Paris:20180705T090000')
  expect(text).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20180325T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200')
})
