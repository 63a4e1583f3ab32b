import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestDays, notOwedUntil } from '../../../../source/remember/home/rules/digest-days.ts'

// Days walked one by one, from 2017 on.
const anyDay = fc.integer({ min: 0, max: 40_000 }).map(days => Temporal.PlainDate.from('2017-01-01').add({ days }))
const walkedBack = (from: Temporal.PlainDate, isIt: (day: Temporal.PlainDate) => boolean) => {
  let day = from
  while (!isIt(day)) day = day.subtract({ days: 1 })
  return day.toString()
}
const isMonday = (day: Temporal.PlainDate) => day.dayOfWeek === 1

test('on any day but a Sunday, the last Monday, and the last that was the first of its month', () => {
  fc.assert(
    fc.property(anyDay, day => {
      const found = digestDays(day)
      if (day.dayOfWeek === 7) return found === null
      const week = walkedBack(day, isMonday)
      const month = walkedBack(Temporal.PlainDate.from(week), one => isMonday(one) && one.day <= 7)
      expect(found).toEqual({ week, month })
      return true
    }),
  )
})

test.each([
  // Before six on a Monday, that day’s mail is still to come.
  ['2018-06-04T05:59:59Z', '2018-06-03'],
  ['2018-06-04T06:00:00Z', '2018-06-04'],
  ['2018-06-05T03:00:00Z', '2018-06-05'],
])('whoever asks at %s is owed nothing up to %s', (moment, day) => {
  expect(notOwedUntil(Temporal.Instant.from(moment))).toBe(day)
})
