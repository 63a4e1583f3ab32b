import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Applicant,
  giveBack,
  moveTo,
  obstacles,
  type Places,
  take,
} from '../../../source/convene/registration/rules/places.ts'

const someone = fc.record({
  category: fc.constantFrom('staff' as const, 'university' as const),
  region: fc.constantFrom('europe' as const, 'other' as const),
  territoryId: fc.constantFrom(null, 't1'),
  organisationKey: fc.constantFrom('', 'a', 'b'),
  invitationId: fc.constantFrom(null, 'kept', 'open'),
})
const setup = fc.record({
  capacity: fc.integer({ min: 3, max: 6 }),
  universities: fc.nat(3),
  perOrganisation: fc.constantFrom(null, 1, 2),
  kept: fc.integer({ min: 1, max: 3 }),
  open: fc.constantFrom(null, 1, 2),
})
type Setup = {
  capacity: number
  universities: number
  perOrganisation: number | null
  kept: number
  open: number | null
}

function hallOf({ capacity, universities, perOrganisation, kept, open }: Setup): Places {
  const everybody = { taken: 0, held: 0, categories: null, regions: null, territoryId: null }
  return {
    quotas: [
      { ...everybody, id: '1', key: 'overall', capacity, held: kept },
      { ...everybody, id: '2', key: 'universities', capacity: universities, categories: ['university'] },
      { ...everybody, id: '3', key: 'territory', capacity: 1, territoryId: 't1' },
    ],
    perOrganisation,
    organisations: new Map(),
    invitations: new Map([
      ['kept', { id: 'kept', places: kept, taken: 0, reserved: true }],
      ['open', { id: 'open', places: open, taken: 0, reserved: false }],
    ]),
  }
}

/** Everything counted again from the people inside, as plainly as possible. */
function counted(given: Setup, inside: readonly Applicant[]) {
  const like = (test: (who: Applicant) => boolean) => inside.filter(test).length
  const used = like(who => who.invitationId === 'kept')
  const of = (key: string) => like(who => who.organisationKey === key)
  return {
    overall: [inside.length, Math.max(0, given.kept - used)],
    universities: [like(who => who.category === 'university'), 0],
    territory: [like(who => who.territoryId === 't1'), 0],
    organisations: given.perOrganisation === null ? [0, 0] : [of('a'), of('b')],
    invitations: [used, like(who => who.invitationId === 'open')],
  }
}
function counters(places: Places) {
  return {
    ...Object.fromEntries(places.quotas.map(({ key, taken, held }) => [key, [taken, held]])),
    organisations: ['a', 'b'].map(key => places.organisations.get(key) ?? 0),
    invitations: [...places.invitations.values()].map(({ taken }) => taken),
  }
}

test('whoever comes, goes or moves: counters agree with a recount, and nothing rises above its limit', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('come', 'go', 'move'), someone, fc.nat(9)), { maxLength: 40 })
  fc.assert(
    fc.property(setup, steps, (given, all) => {
      let places = hallOf(given)
      const inside: Applicant[] = []
      for (const [what, who, at] of all) {
        const before = counted(given, inside)
        const index = at % Math.max(1, inside.length)
        const one = inside[index]
        if (what === 'come' && obstacles(places, who).length === 0) {
          take(places, who)
          inside.push(who)
        } else if (what === 'go' && one) {
          giveBack(places, one)
          inside.splice(index, 1)
        } else if (what === 'move' && one) {
          const untouched = structuredClone(places)
          const move = moveTo(places, one, who)
          expect(places).toEqual(untouched)
          if (move.obstacles.length === 0) {
            places = move.after
            inside[index] = who
          } else {
            // It was refused with reason: something that counts them would have risen above its limit.
            const would = counted(given, inside.with(index, who))
            expect(tooMany(given, before, would)).toBe(true)
          }
        }
        const now = counted(given, inside)
        expect(counters(places)).toEqual(now)
        expect(tooMany(given, before, now)).toBe(false)
      }
    }),
  )
})

function tooMany(given: Setup, before: ReturnType<typeof counted>, now: ReturnType<typeof counted>): boolean {
  const sum = (pair: readonly number[]) => pair.reduce((a, b) => a + b, 0)
  const rose = (limit: number | null, was: number, is: number) => limit !== null && is > was && is > limit
  return (
    rose(given.capacity, sum(before.overall), sum(now.overall)) ||
    rose(given.universities, sum(before.universities), sum(now.universities)) ||
    rose(1, sum(before.territory), sum(now.territory)) ||
    [0, 1].some(at => rose(given.perOrganisation, before.organisations[at] ?? 0, now.organisations[at] ?? 0)) ||
    rose(given.kept, before.invitations[0] ?? 0, now.invitations[0] ?? 0) ||
    rose(given.open, before.invitations[1] ?? 0, now.invitations[1] ?? 0)
  )
}

test('of an invitation with more users than places, what comes back is kept again only once they are fewer', () => {
  const places = hallOf({ capacity: 6, universities: 0, perOrganisation: null, kept: 2, open: null })
  const invited: Applicant = {
    category: 'staff',
    region: 'europe',
    territoryId: null,
    organisationKey: 'a',
    invitationId: 'kept',
  }
  for (let n = 0; n < 2; n++) take(places, invited)
  ;(places.invitations.get('kept') as { places: number }).places = 1
  giveBack(places, invited)
  expect(places.quotas[0]).toMatchObject({ taken: 1, held: 0 })
  giveBack(places, invited)
  expect(places.quotas[0]).toMatchObject({ taken: 0, held: 1 })
})
