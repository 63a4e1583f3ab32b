import fc from 'fast-check'
import { expect, test } from 'vitest'
import { registrationState, spokenDeadline } from '../../../source/convene/seminar/rules/registration-state.ts'

const at = (text: string) => Temporal.Instant.from(text)
const seminar = {
  startsAt: at('2018-07-05T09:00:00+02:00'),
  endsAt: at('2018-07-05T17:00:00+02:00'),
  opensAt: at('2018-05-02T10:00:00+02:00'),
  closesAt: at('2018-06-17T23:59:59+02:00'),
  cancelledAt: null,
}
const some = { capacity: 200, taken: 142 }

test.each([
  ['2018-05-02T09:59:59.999+02:00', some, 'opens-later'],
  ['2018-05-02T10:00:00+02:00', some, 'open'],
  ['2018-06-17T23:59:59.999+02:00', some, 'open'],
  ['2018-06-18T00:00:00+02:00', some, 'closed'],
  ['2018-06-04T09:00:00+02:00', { capacity: 200, taken: 200 }, 'waiting-list'],
  ['2018-06-04T09:00:00+02:00', { capacity: 0, taken: 0 }, 'waiting-list'],
  ['2018-06-04T09:00:00+02:00', null, 'open'],
  ['2018-07-05T09:00:00+02:00', some, 'under-way'],
  ['2018-07-05T17:00:00+02:00', some, 'over'],
] as const)('at %s', (now, quota, state) => {
  expect(registrationState(seminar, quota, at(now))).toBe(state)
})

test('a cancelled seminar is cancelled whatever the day', () => {
  const cancelled = { ...seminar, cancelledAt: at('2018-06-01T00:00:00Z') }
  for (const now of ['2018-05-01T00:00:00Z', '2018-06-04T00:00:00Z', '2019-01-01T00:00:00Z']) {
    expect(registrationState(cancelled, some, at(now))).toBe('cancelled')
  }
})

test('« avant le 18 juin » is the last second of the 17th; other hours are said', () => {
  expect(spokenDeadline(seminar.closesAt, 'Europe/Paris')).toEqual({ before: Temporal.PlainDate.from('2018-06-18') })
  const noon = spokenDeadline(at('2018-06-17T12:00:00+02:00'), 'Europe/Paris')
  expect('until' in noon && noon.until.toString()).toBe('2018-06-17T12:00:00+02:00[Europe/Paris]')
  // The same instant is another hour elsewhere.
  expect('until' in spokenDeadline(seminar.closesAt, 'America/Bogota')).toBe(true)
})

test('as time goes by, states only move on', () => {
  const order = ['opens-later', 'open', 'closed', 'under-way', 'over']
  const seconds = fc.integer({ min: 0, max: 90 * 86_400 })
  fc.assert(
    fc.property(seconds, seconds, (a, b) => {
      const from = at('2018-04-20T00:00:00Z')
      const state = (s: number) => order.indexOf(registrationState(seminar, some, from.add({ seconds: s })))
      return state(Math.min(a, b)) <= state(Math.max(a, b))
    }),
  )
})
