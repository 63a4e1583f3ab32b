import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localMoment, readLocalMoment } from '#convene/registration/rules/local-moment.ts'

const read = (day: string, time: string, zone = 'Europe/Paris') => {
  const found = readLocalMoment({ day, time }, zone, '23:59:59')
  return found instanceof Temporal.Instant ? found.toString() : found
}

test('a day and a time at the venue', () => {
  expect(read('2018-06-17', '23:59')).toBe('2018-06-17T21:59:00Z')
  expect(read(' 2018-06-17 ', '9h05')).toBe('2018-06-17T07:05:00Z')
  expect(read('2018-06-17', '9 h 05')).toBe('2018-06-17T07:05:00Z')
  expect(read('2018-06-17', '23.59')).toBe('2018-06-17T21:59:00Z')
  expect(read('2018-06-17', '23:59:59')).toBe('2018-06-17T21:59:59Z')
})

test('a day alone is that whole day; nothing is nothing', () => {
  expect(read('2018-06-17', '')).toBe('2018-06-17T21:59:59Z')
  expect(read('', ' ')).toBeNull()
})

test('what is no day or no time is said, and never guessed', () => {
  for (const [day, time] of [
    ['2018-02-30', '10:00'],
    ['17/06/2018', '10:00'],
    ['2018-06-17', '24:30'],
    ['2018-06-17', '10:60'],
    ['2018-06-17', 'noon'],
    ['', '10:00'],
  ] as const)
    expect(read(day, time)).toBe('form')
})

test('an hour that the clocks skip or repeat is not chosen for anybody', () => {
  expect(read('2018-03-25', '02:30')).toBe('clock-change')
  expect(read('2018-10-28', '02:30')).toBe('clock-change')
  expect(read('2018-10-28', '02:30', 'America/Bogota')).toBe('2018-10-28T07:30:00Z')
})

test('what is shown is read again as the same instant', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000_000_000 }),
      fc.constantFrom('Europe/Paris', 'America/Bogota', 'Asia/Kathmandu'),
      (seconds, zone) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
        const again = readLocalMoment(localMoment(instant, zone), zone, '23:59:59')
        // In the hour that a zone has twice nobody can say which one it was: that is told, and nothing else.
        if (again instanceof Temporal.Instant) expect(again.toString()).toBe(instant.toString())
        else expect(again).toBe('clock-change')
      },
    ),
  )
})
