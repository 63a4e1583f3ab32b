import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alone } from '../../../source/remember/actors/rules/alone.ts'

const some = fc.integer({ min: 0, max: 3 })

test('a relationship stands out exactly where one service, one person or nobody holds it', () => {
  fc.assert(
    fc.property(some, some, some, some, (services, leads, here, there) => {
      const leading = Math.min(leads, services)
      const found = alone({ services, leading, peopleHere: here, peopleThere: there })
      expect(found.includes('no-lead')).toBe(leading === 0)
      expect(found.includes('one-service')).toBe(services === 1)
      expect(found.includes('one-person-here')).toBe(here === 1)
      expect(found.includes('one-person-there')).toBe(there === 1)
      expect(found.includes('nobody-there')).toBe(there === 0)
    }),
  )
  expect(alone({ services: 2, leading: 1, peopleHere: 2, peopleThere: 2 })).toEqual([])
})
