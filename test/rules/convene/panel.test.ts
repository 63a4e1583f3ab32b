import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Asked,
  answerWindow,
  countSeats,
  isToInvite,
  isToRemind,
  isUnreachable,
} from '../../../source/convene/programme/rules/panel.ts'
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
  seats: fc.array(fc.constantFrom(...seatStates), { maxLength: 4 }),
  lastSentAt: fc.constantFrom(null, starts),
})

test('nobody is to be asked and reminded at once, and nobody without an address is either', () => {
  fc.assert(
    fc.property(anybody, asked => {
      const kinds = [isToInvite(asked), isToRemind(asked), isUnreachable(asked)].filter(Boolean)
      expect(kinds.length).toBeLessThanOrEqual(1)
      if (asked.email === null) expect(isToInvite(asked) || isToRemind(asked)).toBe(false)
      // Whoever answered for each of their seats is left alone.
      const answered = asked.seats.length > 0 && asked.seats.every(one => one === 'confirmed' || one === 'declined')
      if (answered) expect(kinds).toEqual([])
      // Whoever has a seat without an answer is in one of the three.
      if (asked.seats.some(one => one === 'open' || one === 'invited')) expect(kinds).toHaveLength(1)
    }),
  )
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
