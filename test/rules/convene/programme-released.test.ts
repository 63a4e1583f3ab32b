import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { asReleased, type Programme } from '../../../source/convene/programme/rules/programme.ts'
import { shownIn } from '../../../source/convene/programme/rules/shown.ts'
import { anyProgramme } from './programme-arbitrary.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Whom everybody may know to be on it, looked for anew: nothing of this is taken from source/. */
const known = ({ slots }: Programme) =>
  new Set(
    slots.flatMap(({ speakers, moderatorPersons, seats }) => [
      ...speakers,
      ...moderatorPersons,
      ...seats.filter(({ state }) => state === 'confirmed').flatMap(({ person }) => person ?? []),
    ]),
  )

test('a release keeps of people whoever speaks, moderates or has said yes; their organisations with them', () => {
  fc.assert(
    fc.property(anyProgramme(), draft => {
      const released = asReleased(draft)
      const keys = known(draft)
      expect(released.people).toEqual(draft.people.filter(({ key }) => keys.has(key)))
      for (const { organisation } of released.people)
        if (draft.organisations.some(({ key }) => key === organisation))
          expect(released.organisations.map(({ key }) => key)).toContain(organisation)
      // Whoever was asked is told when their seat moves; whoever was not, or said no, stands nowhere.
      for (const [index, { seats }] of released.slots.entries())
        for (const [place, seat] of seats.entries()) {
          const before = draft.slots[index]?.seats[place]
          const isKept = seat.state === 'invited' || seat.state === 'confirmed'
          expect(seat.person).toBe(isKept ? before?.person : undefined)
          expect({ ...seat, person: 0 }).toEqual({ ...before, person: 0 })
        }
      expect(asReleased(released)).toEqual(released)
    }),
  )
})

test('everybody reads the same of it as before', () => {
  const names = new Map([1, 2, 3, 4].map(n => [`person-${n}`, { givenName: `P${n}`, familyName: 'Q' }]))
  fc.assert(
    fc.property(anyProgramme(), fc.constantFrom('fr' as const, 'pt' as const), (draft, locale) => {
      expect(shownIn(asReleased(draft), names, locale)).toEqual(shownIn(draft, names, locale))
    }),
  )
})

test('a seat is shown as sure only with somebody on it: erased, or not named and nothing else said, it is to be filled', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyProgramme(), fc.boolean(), (draft, areNamed) => {
      const names = new Map<string, { givenName: string; familyName: string }>(
        areNamed ? [1, 2, 3, 4].map(n => [`person-${n}`, { givenName: `P${n}`, familyName: 'Q' }]) : [],
      )
      const released = asReleased(draft)
      const shown = shownIn(released, names, 'fr')
      const sure = released.slots.flatMap(({ seats }) => seats.filter(({ state }) => state === 'confirmed'))
      const isSaid = ({ person, organisation }: (typeof sure)[number]) => {
        const found = released.people.find(({ key }) => key === person)
        const words = found?.role?.fr ?? found?.role?.[released.source]
        const named = person !== undefined && names.has(person)
        const known = (key: string | undefined) => released.organisations.some(one => one.key === key)
        return known(organisation) || named || Boolean(words) || known(found?.organisation)
      }
      const count = shown.slots.flatMap(({ seats }) => seats.filter(({ state }) => state === 'confirmed')).length
      expect(count).toBe(sure.filter(isSaid).length)
      if (count < sure.length) seen.add('bare')
      if (count > 0) seen.add('sure')
    }),
  )
  expect([...seen].sort()).toEqual(['bare', 'sure'])
})
