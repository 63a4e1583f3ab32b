import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Applicant,
  type Crowd,
  giveBack,
  obstacles,
  type Places,
  rankBehind,
  take,
} from '../../../source/convene/registration/rules/places.ts'

const categories = ['elected', 'staff', 'university', 'civil-society', 'other'] as const
const regions = ['latin-america', 'europe', 'other'] as const

const person = (given: Partial<Applicant> = {}): Applicant => ({
  category: 'staff',
  region: 'europe',
  territoryId: null,
  organisationKey: 'ville',
  invitationId: null,
  ...given,
})
const quota = (key: string, capacity: number, given: Partial<Places['quotas'][number]> = {}) => ({
  id: key,
  key,
  capacity,
  taken: 0,
  held: 0,
  categories: null,
  regions: null,
  territoryId: null,
  ...given,
})
const hall = (given: Partial<Places> = {}): Places => ({
  quotas: [quota('overall', 3), quota('universities', 1, { categories: ['university'] })],
  perOrganisation: null,
  organisations: new Map(),
  invitations: new Map(),
  ...given,
})
const fill = (places: Places, people: Applicant[]) => people.map(one => take(places, one).usesReserved)

describe('a place', () => {
  test('needs room in every quota that counts the person, and says which have none', () => {
    const places = hall()
    fill(places, [person({ category: 'university' })])
    expect(obstacles(places, person())).toEqual([])
    expect(obstacles(places, person({ category: 'university' }))).toEqual([
      { kind: 'quota', key: 'universities', taken: 1, capacity: 1 },
    ])
    fill(places, [person(), person()])
    expect(obstacles(places, person({ category: 'university' })).map(found => 'key' in found && found.key)).toEqual([
      'overall',
      'universities',
    ])
  })

  test('a capacity below what is taken gives nothing until it has fallen below it', () => {
    const places = hall({ quotas: [quota('overall', 3)] })
    fill(places, [person(), person(), person()])
    ;(places.quotas[0] as { capacity: number }).capacity = 2
    giveBack(places, person())
    expect(obstacles(places, person())).toHaveLength(1)
    giveBack(places, person())
    expect(obstacles(places, person())).toEqual([])
  })

  test('at most so many of one organisation', () => {
    const places = hall({ perOrganisation: 1 })
    fill(places, [person({ organisationKey: 'a' })])
    expect(obstacles(places, person({ organisationKey: 'a' }))).toEqual([
      { kind: 'organisation', taken: 1, capacity: 1 },
    ])
    expect(obstacles(places, person({ organisationKey: 'b' }))).toEqual([])
  })

  test('whoever changes is asked only for what they did not have, even where their quota is closed', () => {
    const places = hall({ quotas: [quota('overall', 1), quota('universities', 0, { categories: ['university'] })] })
    const before = person()
    fill(places, [before])
    ;(places.quotas[0] as { capacity: number }).capacity = 0
    expect(obstacles(places, person({ region: 'other' }), before)).toEqual([])
    expect(obstacles(places, person({ category: 'university' }), before)).toEqual([
      { kind: 'quota', key: 'universities', taken: 0, capacity: 0 },
    ])
  })
})

describe('places kept for an invitation', () => {
  const kept = () =>
    hall({
      quotas: [quota('overall', 3, { held: 2 })],
      invitations: new Map([['partner', { id: 'partner', places: 2, taken: 0, reserved: true }]]),
    })
  test('are not there for others, and there for those who bring it', () => {
    const places = kept()
    const invited = person({ invitationId: 'partner' })
    expect(fill(places, [person()])).toEqual([false])
    expect(obstacles(places, person())).toHaveLength(1)
    expect(obstacles(places, invited)).toEqual([])
    expect(fill(places, [invited, invited])).toEqual([true, true])
    expect(places.quotas[0]).toMatchObject({ taken: 3, held: 0 })
    expect(obstacles(places, invited).map(({ kind }) => kind)).toEqual(['quota', 'invitation'])
  })
  test('are kept again when one is given back, until the keeping has ended', () => {
    const places = kept()
    const invited = person({ invitationId: 'partner' })
    fill(places, [invited, invited])
    giveBack(places, invited)
    expect(places.quotas[0]).toMatchObject({ taken: 1, held: 1 })
    ;(places.invitations.get('partner') as { reserved: boolean }).reserved = false
    giveBack(places, invited)
    expect(places.quotas[0]).toMatchObject({ taken: 0, held: 1 })
  })
})

describe('the rank', () => {
  const crowd = (given: Partial<Crowd>): Crowd => ({ ...person(given), priority: 0, people: 1, ...given })
  test('counts only those ahead who want the same places', () => {
    const places = hall({
      quotas: [
        quota('overall', 9),
        quota('u', 0, { categories: ['university'] }),
        quota('e', 0, { regions: ['europe'] }),
      ],
    })
    const ahead = [
      crowd({ category: 'university', region: 'other', people: 4 }),
      crowd({ category: 'staff', region: 'europe', people: 5 }),
      crowd({ category: 'staff', region: 'other', people: 7 }),
    ]
    expect(rankBehind(places, person({ category: 'university', region: 'other' }), ahead)).toBe(5)
    expect(rankBehind(places, person({ region: 'europe' }), ahead)).toBe(6)
    expect(rankBehind(places, person({ category: 'university', region: 'europe' }), ahead)).toBe(10)
  })
})

// The same, said as plainly as possible: lists of people, counted again each time.
const someone = fc.record({
  category: fc.constantFrom(...categories),
  region: fc.constantFrom(...regions),
  territoryId: fc.constantFrom(null, 't1', 't2'),
  organisationKey: fc.constantFrom('a', 'b'),
  invitationId: fc.constant(null),
})
const someHall = fc.record({
  overall: fc.nat(6),
  categories: fc.subarray([...categories], { minLength: 1 }),
  regions: fc.subarray([...regions], { minLength: 1 }),
  some: fc.nat(4),
  others: fc.nat(4),
  territory: fc.nat(3),
  perOrganisation: fc.option(fc.integer({ min: 1, max: 4 })),
})

test('admitting in turn gives exactly what counting everybody again would give', () => {
  fc.assert(
    fc.property(someHall, fc.array(fc.tuple(someone, fc.boolean()), { maxLength: 30 }), (setup, steps) => {
      const places = hall({
        quotas: [
          quota('overall', setup.overall),
          quota('some', setup.some, { categories: setup.categories }),
          quota('others', setup.others, { regions: setup.regions, categories: ['staff', 'university'] }),
          quota('territory', setup.territory, { territoryId: 't1' }),
        ],
        perOrganisation: setup.perOrganisation,
      })
      const inside: Applicant[] = []
      for (const [who, leaves] of steps) {
        if (leaves && inside.length > 0) {
          giveBack(places, inside.shift() as Applicant)
          continue
        }
        const likeMe = (same: (other: Applicant) => boolean) => inside.filter(same).length
        const room =
          inside.length < setup.overall &&
          (!setup.categories.includes(who.category) ||
            likeMe(({ category }) => setup.categories.includes(category)) < setup.some) &&
          (!(setup.regions.includes(who.region) && ['staff', 'university'].includes(who.category)) ||
            likeMe(o => setup.regions.includes(o.region) && ['staff', 'university'].includes(o.category)) <
              setup.others) &&
          (who.territoryId !== 't1' || likeMe(({ territoryId }) => territoryId === 't1') < setup.territory) &&
          (setup.perOrganisation === null ||
            likeMe(({ organisationKey }) => organisationKey === who.organisationKey) < setup.perOrganisation)
        expect(obstacles(places, who).length === 0).toBe(room)
        if (!room) continue
        take(places, who)
        inside.push(who)
      }
      expect(places.quotas[0]?.taken).toBe(inside.length)
    }),
  )
})
