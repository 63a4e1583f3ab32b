import { describe, expect, test } from 'vitest'
import { issuingState } from '../../../source/convene/letters/rules/issuing.ts'
import { letterNumber } from '../../../source/convene/letters/rules/number.ts'
import type { Life } from '../../../source/convene/seminar/rules/life.ts'
import { charactersWithoutFont } from '../../../source/ground/documents/refused-characters.ts'

describe('when letters can be issued', () => {
  const at = (instant: string) => Temporal.Instant.from(instant)
  const held = (heldOn: string, timeZone: string, life: Life = 'closed') => ({ heldOn, timeZone, life })

  test.each([
    ['Europe/Paris', '2018-07-04T21:59:59.999Z', 'too-early'],
    ['Europe/Paris', '2018-07-04T22:00:00Z', 'open'],
    ['America/Bogota', '2018-07-05T04:59:59Z', 'too-early'],
    ['America/Bogota', '2018-07-05T05:00:00Z', 'open'],
    ['Pacific/Kiritimati', '2018-07-04T10:00:00Z', 'open'],
  ])('in %s at %s: %s', (zone, now, expected) => {
    expect(issuingState(held('2018-07-05', zone), at(now))).toBe(expected)
  })

  test('a day that begins at one o’clock, where clocks go forward at midnight', () => {
    // São Paulo, 4 November 2018: midnight does not exist.
    const day = held('2018-11-04', 'America/Sao_Paulo')
    expect(issuingState(day, at('2018-11-04T02:59:59Z'))).toBe('too-early')
    expect(issuingState(day, at('2018-11-04T03:00:00Z'))).toBe('open')
  })

  test.each(['postponed', 'cancelled'] as const)('never for a seminar that is %s', life => {
    expect(issuingState(held('2018-07-05', 'Europe/Paris', life), at('2018-07-06T00:00:00Z'))).toBe(life)
  })
})

test('the number of a letter begins with the year and sorts as text up to 9999', () => {
  expect(letterNumber('2018-07-05', 7)).toBe('2018-0007')
  expect(letterNumber('2018-07-05', 9999)).toBe('2018-9999')
  expect(letterNumber('2018-07-05', 10_000)).toBe('2018-10000')
})

test('the characters that a PDF was refused for, as the compiler tells them', () => {
  const told = (text: string) => `message: "PDF/A-3b error: the text \`\\"${text}\\"\` could not be displayed with font`
  expect(charactersWithoutFont(`[${told('서')}, ${told('울')}, ${told('서')}]`)).toEqual(['서', '울'])
  expect(charactersWithoutFont(told('\\\\u{378}'))).toEqual(['\u0378'])
  expect(charactersWithoutFont(told('กรุ'))).toEqual(['ก', 'ร', 'ุ'])
  expect(charactersWithoutFont('file not found')).toEqual([])
})
