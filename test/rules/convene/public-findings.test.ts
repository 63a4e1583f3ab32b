import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { findingsInWords } from '../../../source/convene/api/pages/findings-in-words.ts'
import { publicFindings } from '../../../source/convene/api/rules/public-findings.ts'
import type { Names, Programme } from '../../../source/convene/programme/rules/programme.ts'
import { locales } from '../../../source/ground/languages/locales.ts'
import { anyProgramme } from './programme-arbitrary.ts'
import { programme, slot } from './programme-example.ts'

vi.setConfig({ testTimeout: 60_000 })

const everything = ['seats', 'translations'] as const
const told = (version: Programme, names: Names) =>
  findingsInWords(publicFindings(version, names, everything), version, names, 'en')

/** The same, as if somebody else had been asked each time, somebody who is nowhere else: who was asked is to make no difference. */
const othersAsked = (version: Programme): Programme => {
  let count = 0
  return {
    ...version,
    slots: version.slots.map(one => {
      const others = (persons: readonly string[], awaited: readonly string[] = []) => {
        const other = new Map(awaited.map(key => [key, `other-${++count}`]))
        return [persons.map(key => other.get(key) ?? key), awaited.map(key => other.get(key) as string)] as const
      }
      const [moderatorPersons, moderatorsAwaited] = others(one.moderatorPersons, one.moderatorsAwaited)
      const [speakers, speakersAwaited] = others(one.speakers, one.speakersAwaited)
      return {
        ...one,
        ...{ moderatorPersons, moderatorsAwaited, speakers, speakersAwaited },
        seats: one.seats.map(({ person, ...seat }) =>
          seat.state === 'confirmed' && person ? { ...seat, person } : { ...seat, person: `other-${++count}` },
        ),
      }
    }),
  }
}

test('who was asked and has not said yes makes no difference to what is told, nor whether anybody was', () => {
  let withAwaited = 0
  fc.assert(
    fc.property(anyProgramme(), fc.boolean(), (version, areNamed) => {
      const people = new Map(version.people.map(({ key }) => [key, { givenName: `N${key}`, familyName: 'F' }]))
      const names: Names = areNamed ? people : new Map()
      if (version.slots.some(({ seats }) => seats.some(({ state }) => state === 'invited'))) withAwaited++
      const now = told(version, names)
      expect(told(othersAsked(version), names)).toEqual(now)
      const nobodyAsked = {
        ...version,
        slots: version.slots.map(one => ({
          ...one,
          seats: one.seats.map(({ person, ...seat }) =>
            seat.state === 'invited' ? { ...seat, state: 'open' as const } : person ? { ...seat, person } : seat,
          ),
        })),
      }
      expect(told(nobodyAsked, names)).toEqual(now)
    }),
  )
  expect(withAwaited).toBeGreaterThan(5)
})

test('somebody asked to moderate where they speak elsewhere at the same time is not found out', () => {
  const both = (awaited: string[]) =>
    programme({
      slots: [
        slot({ key: 'one', room: 'big', speakers: ['ana'] }),
        slot({ key: 'two', kind: 'part', room: 'small', moderatorPersons: ['ana'], moderatorsAwaited: awaited }),
      ],
    })
  const names: Names = new Map([['ana', { givenName: 'Ana', familyName: 'Duarte' }]])
  const codes = (version: Programme) => publicFindings(version, names, []).map(({ code }) => code)
  expect(codes(both([]))).toContain('two-places')
  expect(codes(both(['ana']))).not.toContain('two-places')
  // The part has somebody to be confirmed, which its page says: it is not without moderation.
  expect(codes(both(['ana']))).not.toContain('no-moderator')
})

test('without asking for more, nothing of seats and translations; every finding has all its words in four languages', () => {
  let seen = 0
  fc.assert(
    fc.property(anyProgramme(), version => {
      const names: Names = new Map()
      for (const { code } of publicFindings(version, names, [])) expect(code).not.toMatch(/^(seat|translation)-/)
      const findings = publicFindings(version, names, everything)
      for (const locale of locales)
        for (const { what, where, why, advice, found } of findingsInWords(findings, version, names, locale)) {
          seen++
          for (const words of [what, where, why, advice]) expect(words.trim()).not.toBe('')
          expect(found).not.toBe('')
        }
    }),
  )
  expect(seen).toBeGreaterThan(100)
})
