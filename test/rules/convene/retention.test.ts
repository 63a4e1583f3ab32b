import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAt, erasedFrom, keptUntil, type RetentionDays } from '../../../source/convene/retention/rules/retention.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const days = (needs: number, answers: number, persons: number): RetentionDays => ({ needs, answers, persons })

test('kept through the last day at the venue, and not a second of the next', () => {
  expect(keptUntil(day('2018-07-05'), 30).toString()).toBe('2018-08-04')
  expect(erasedFrom(day('2018-07-05'), 30, 'Europe/Paris').toString()).toBe('2018-08-04T22:00:00Z')
  expect(erasedFrom(day('2018-07-05'), 30, 'America/Bogota').toString()).toBe('2018-08-05T05:00:00Z')
  const seminar = { heldOn: day('2018-07-05'), timeZone: 'Europe/Paris', days: days(30, 365, 1095) }
  expect(dueAt(seminar, at('2018-08-04T21:59:59Z'))).toEqual([])
  expect(dueAt(seminar, at('2018-08-04T22:00:00Z'))).toEqual(['needs'])
  expect(dueAt(seminar, at('2019-07-05T22:00:00Z'))).toEqual(['needs', 'answers'])
  expect(dueAt(seminar, at('2021-07-04T22:00:00Z'))).toEqual(['needs', 'answers', 'persons'])
})

test('nothing is erased before the seminar is over, with no days at all', () => {
  const seminar = { heldOn: day('2018-07-05'), timeZone: 'Europe/Paris', days: days(0, 0, 0) }
  expect(dueAt(seminar, at('2018-07-05T21:59:59Z'))).toEqual([])
  expect(dueAt(seminar, at('2018-07-05T22:00:00Z'))).toEqual(['needs', 'answers', 'persons'])
})

test('who is erased takes along what they needed and answered', () => {
  const seminar = { heldOn: day('2018-07-05'), timeZone: 'Europe/Paris', days: days(400, 500, 10) }
  expect(dueAt(seminar, at('2018-08-01T00:00:00Z'))).toEqual(['needs', 'answers', 'persons'])
})

test('a day that begins at one in the morning, and the end of February', () => {
  // Summer time began at midnight in São Paulo on 4 November 2018.
  expect(erasedFrom(day('2018-11-02'), 1, 'America/Sao_Paulo').toString()).toBe('2018-11-04T03:00:00Z')
  expect(keptUntil(day('2024-02-28'), 1).toString()).toBe('2024-02-29')
})

test('what is due stays due, and counted in hours it is never earlier than the days say', () => {
  const zones = fc.constantFrom(
    'Europe/Paris',
    'America/Bogota',
    'Pacific/Auckland',
    'America/Sao_Paulo',
    'Asia/Kolkata',
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.nat(3650),
      zones,
      fc.nat(100_000),
      (start, kept, zone, later) => {
        const heldOn = day('1990-01-01').add({ days: start })
        const from = erasedFrom(heldOn, kept, zone)
        const seminar = { heldOn, timeZone: zone, days: days(kept, 3650, 3650) }
        expect(dueAt(seminar, from)).toContain('needs')
        expect(dueAt(seminar, from.add({ hours: later }))).toContain('needs')
        if (kept < 3650) expect(dueAt(seminar, from.subtract({ seconds: 1 }))).toEqual([])
        // The day of the seminar, in the longest and in the shortest day there is.
        const noon = heldOn.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
        const hours = from.since(noon).total('hours')
        expect(Math.abs(hours - (kept * 24 + 12))).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 500 },
  )
})
