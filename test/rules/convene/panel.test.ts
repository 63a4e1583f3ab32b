import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Asked,
  answerWindow,
  countSeats,
  isToInvite,
  isToRemind,
  isUnreachable,
  mostReminders,
  reminderDue,
} from '../../../source/convene/programme/panel/rules/panel.ts'
import { lives } from '../../../source/convene/seminar/rules/life.ts'
import { seatStates } from '../../../source/convene/seminar/rules/programme-file.ts'

const at = (text: string) => Temporal.Instant.from(text)
const starts = at('2030-05-06T14:00:00Z')

test('answers are taken up to the first hour of a seminar that is to be held', () => {
  expect(answerWindow('open', starts, at('2030-05-06T13:59:59.999Z'))).toBe('open')
  expect(answerWindow('open', starts, starts)).toBe('begun')
  expect(answerWindow('draft', starts, at('2030-01-01T00:00:00Z'))).toBe('open')
  for (const life of lives)
    expect(answerWindow(life, starts, at('2030-01-01T00:00:00Z'))).toBe(
      life === 'cancelled' || life === 'postponed' ? life : 'open',
    )
})

const anybody: fc.Arbitrary<Asked> = fc.record({
  email: fc.constantFrom(null, 'a@example.org'),
  parts: fc.array(fc.constantFrom(...seatStates), { maxLength: 4 }),
  lastSentAt: fc.constantFrom(null, starts),
  reminders: fc.nat({ max: mostReminders - 1 }),
})
const longAfter = starts.add({ hours: 24 * 365 })

test('nobody is to be asked and reminded at once, and nobody without an address is either', () => {
  fc.assert(
    fc.property(anybody, asked => {
      const kinds = [isToInvite(asked), isToRemind(asked, longAfter), isUnreachable(asked)].filter(Boolean)
      expect(kinds.length).toBeLessThanOrEqual(1)
      if (asked.email === null) expect(isToInvite(asked) || isToRemind(asked, longAfter)).toBe(false)
      // Whoever answered for each of their parts is left alone.
      const answered = asked.parts.length > 0 && asked.parts.every(one => one === 'confirmed' || one === 'declined')
      if (answered) expect(kinds).toEqual([])
      // Whoever has a part without an answer is in one of the three.
      if (asked.parts.some(one => one === 'open' || one === 'invited')) expect(kinds).toHaveLength(1)
    }),
  )
})

test('a reminder leaves three days after the last mail at the earliest, and five times at most', () => {
  const asked: Asked = { email: 'a@example.org', parts: ['invited'], lastSentAt: starts, reminders: 4 }
  const threeDays = starts.add({ hours: 72 })
  expect(reminderDue(asked, starts)).toEqual(threeDays)
  expect(isToRemind(asked, threeDays.subtract({ seconds: 1 }))).toBe(false)
  expect(isToRemind(asked, threeDays)).toBe(true)
  expect(reminderDue({ ...asked, reminders: 5 }, longAfter)).toBe('never')
  expect(isToRemind({ ...asked, reminders: 5 }, longAfter)).toBe(false)
  // Asked by telephone: the first mail from here may leave at once.
  expect(isToRemind({ ...asked, lastSentAt: null, reminders: 0 }, starts)).toBe(true)
  expect(reminderDue({ ...asked, parts: ['confirmed'] }, longAfter)).toBeNull()
})

test('each seat is counted once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...seatStates)), states => {
      const counted = countSeats(states)
      expect(Object.values(counted).reduce((a, b) => a + b, 0)).toBe(states.length)
      expect(counted.invited).toBe(states.filter(one => one === 'invited').length)
    }),
  )
})
