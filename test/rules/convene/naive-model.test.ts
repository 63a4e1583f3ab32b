import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NaiveHall, type NaiveQuota, type NaiveSetup, type Newcomer } from '../../convene/registration/naive-model.ts'

const overall = (capacity: number): NaiveQuota => ({ key: 'overall', capacity })
const europe = (capacity: number): NaiveQuota => ({ key: 'europe', capacity, regions: ['europe'] })
const staff = (capacity: number): NaiveQuota => ({ key: 'staff', capacity, categories: ['staff'] })

/** A hall, and people who come one after the other: `ana staff europe lyon`, with more when it matters. */
function story(setup: NaiveSetup) {
  const hall = new NaiveHall(setup)
  const comes = (words: string, more: Partial<Newcomer> = {}) => {
    const [id = '', category = 'staff', region = 'europe', organisation = id] = words.split(' ')
    return hall.register({ id, category, region, organisation, ...more })
  }
  const states = () => Object.fromEntries(hall.people().map(person => [person.id, person.state]))
  const taken = () => Object.fromEntries(hall.recount().quotas.map(quota => [quota.key, quota.taken]))
  return { hall, comes, states, taken }
}

describe('the places of the whole seminar', () => {
  test('the last place goes to who asks first; the others wait in their order', () => {
    const { hall, comes, taken } = story({ quotas: [overall(1)] })
    expect([comes('ana'), comes('bea'), comes('caro')]).toEqual(['confirmed', 'waiting', 'waiting'])
    expect(hall.line()).toEqual(['bea', 'caro'])
    expect([hall.rank('ana'), hall.rank('bea'), hall.rank('caro')]).toEqual([null, 1, 2])
    expect(taken()).toEqual({ overall: 1 })
  })
  test('who cancels makes room for the first in line, in the same breath', () => {
    const { hall, comes, states } = story({ quotas: [overall(1)] })
    for (const name of ['ana', 'bea', 'caro']) comes(name)
    expect(hall.cancel('ana')).toBe('cancelled')
    expect(states()).toEqual({ ana: 'cancelled', bea: 'confirmed', caro: 'waiting' })
    expect(hall.rank('caro')).toBe(1)
    expect(hall.cancel('ana'), 'a second time changes nothing').toBe('cancelled')
    expect(states()).toMatchObject({ caro: 'waiting' })
  })
  test('no place at all: everybody waits', () => {
    const { comes } = story({ quotas: [overall(0)] })
    expect([comes('ana'), comes('bea')]).toEqual(['waiting', 'waiting'])
  })
  test('without a quota nobody waits', () => {
    const { comes } = story({ quotas: [] })
    expect([comes('ana'), comes('bea')]).toEqual(['confirmed', 'confirmed'])
  })
  test('a capacity below what is taken closes until it has fallen', () => {
    const { hall, comes, states } = story({ quotas: [overall(3)] })
    for (const name of ['ana', 'bea', 'caro', 'dora']) comes(name)
    hall.setCapacity('overall', 2)
    expect(states(), 'nobody loses a place').toMatchObject({ ana: 'confirmed', bea: 'confirmed', caro: 'confirmed' })
    hall.cancel('ana')
    expect(states().dora).toBe('waiting')
    hall.cancel('bea')
    expect(states().dora).toBe('confirmed')
    hall.setCapacity('overall', 4)
    expect([comes('eva'), comes('fe'), comes('gala')]).toEqual(['confirmed', 'confirmed', 'waiting'])
  })
  test('more places: as many come up as there are', () => {
    const { hall, comes, states } = story({ quotas: [overall(0)] })
    for (const name of ['ana', 'bea', 'caro']) comes(name)
    hall.setCapacity('overall', 2)
    expect(states()).toEqual({ ana: 'confirmed', bea: 'confirmed', caro: 'waiting' })
  })
})

describe('quotas that overlap', () => {
  test('a place needs room in each of them', () => {
    const { comes, taken, hall } = story({ quotas: [overall(10), europe(2), staff(2)] })
    expect(comes('ana staff europe')).toBe('confirmed')
    expect(comes('bea staff latin-america')).toBe('confirmed')
    expect(comes('caro staff europe'), 'no place for staff').toBe('waiting')
    expect(comes('dora elected europe')).toBe('confirmed')
    expect(comes('eva elected europe'), 'no place for Europe').toBe('waiting')
    expect(comes('fe elected latin-america')).toBe('confirmed')
    expect(taken()).toEqual({ overall: 4, europe: 2, staff: 2 })
    expect(hall.fullFor('caro')).toEqual(['europe', 'staff'])
    expect(hall.fullFor('eva')).toEqual(['europe'])
  })
  test('whoever is passed over keeps the rank', () => {
    const { hall, comes, states } = story({ quotas: [overall(2), europe(1)] })
    comes('ana staff europe')
    comes('bea staff latin-america')
    comes('caro staff europe')
    comes('dora staff latin-america')
    hall.cancel('bea')
    expect(states(), 'Europe is full: the place goes to the next').toMatchObject({ caro: 'waiting', dora: 'confirmed' })
    comes('eva staff europe')
    hall.cancel('ana')
    expect(states()).toMatchObject({ caro: 'confirmed', eva: 'waiting' })
  })
  test('the rank counts only people who want something that is full for me', () => {
    const { hall, comes } = story({ quotas: [overall(9), europe(0), staff(0)] })
    comes('ana elected europe')
    comes('bea staff latin-america')
    comes('caro staff europe')
    comes('dora elected europe')
    comes('eva staff latin-america')
    const ranks = Object.fromEntries(hall.line().map(id => [id, hall.rank(id)]))
    expect(ranks).toEqual({ ana: 1, bea: 1, caro: 3, dora: 3, eva: 3 })
    hall.setCapacity('overall', 0)
    expect(hall.rank('eva'), 'now all of them are in the way').toBe(5)
  })
  test('a territory has its own', () => {
    const { comes } = story({ quotas: [overall(9), { key: 'lyon', capacity: 1, territory: 'lyon' }] })
    expect(comes('ana staff europe', { territory: 'lyon' })).toBe('confirmed')
    expect(comes('bea staff europe', { territory: 'lyon' })).toBe('waiting')
    expect(comes('caro staff europe', { territory: 'nantes' })).toBe('confirmed')
    expect(comes('dora staff europe')).toBe('confirmed')
  })
  test('a quota with two conditions counts who meets both', () => {
    const both = { key: 'both', capacity: 0, categories: ['staff', 'elected'], regions: ['europe'] }
    const { comes } = story({ quotas: [both] })
    expect([comes('a staff other'), comes('b other europe'), comes('c elected europe')]).toEqual([
      'confirmed',
      'confirmed',
      'waiting',
    ])
  })
  test('a quota that comes later counts who is there; taken away, it lets people in', () => {
    const { hall, comes, states, taken } = story({ quotas: [overall(9)] })
    comes('ana staff europe')
    comes('bea staff europe')
    hall.addQuota(europe(1))
    expect(taken()).toEqual({ overall: 2, europe: 2 })
    comes('caro staff europe')
    hall.cancel('ana')
    expect(states().caro).toBe('waiting')
    hall.removeQuota('europe')
    expect(states().caro).toBe('confirmed')
  })
})

describe('the line', () => {
  test('goes by priority, then by who came first', () => {
    const { hall, comes, states } = story({ quotas: [overall(0)] })
    comes('ana')
    comes('bea')
    comes('caro', { priority: 5 })
    hall.prioritise('bea', 5)
    expect(hall.line()).toEqual(['bea', 'caro', 'ana'])
    expect(hall.rank('ana')).toBe(3)
    hall.prioritise('caro', -1)
    hall.setCapacity('overall', 2)
    expect(states()).toEqual({ ana: 'confirmed', bea: 'confirmed', caro: 'waiting' })
  })
  test('after the cut-off nobody comes up, and an offer can still be accepted', () => {
    const { hall, comes, states } = story({ quotas: [overall(2)], promotion: 'offer' })
    for (const name of ['ana', 'bea', 'caro', 'dora']) comes(name)
    hall.cancel('ana')
    hall.reachCutOff()
    hall.cancel('bea')
    hall.setCapacity('overall', 9)
    expect(hall.accept('caro')).toBe('confirmed')
    expect(states()).toMatchObject({ caro: 'confirmed', dora: 'waiting' })
    expect(hall.rank('dora'), 'nothing is full').toBe(1)
    expect(comes('eva'), 'nobody overtakes those who were not given the free places').toBe('waiting')
  })
})

describe('offers', () => {
  test('an offer holds the place; it is accepted, runs out, or is declined', () => {
    const { hall, comes, states, taken } = story({ quotas: [overall(1)], promotion: 'offer' })
    for (const name of ['ana', 'bea', 'caro', 'dora']) comes(name)
    hall.cancel('ana')
    expect(states()).toMatchObject({ bea: 'offered', caro: 'waiting' })
    expect(taken()).toEqual({ overall: 1 })
    expect(hall.expire('bea')).toBe('expired')
    expect(hall.accept('bea'), 'too late').toBe('expired')
    expect(states()).toMatchObject({ caro: 'offered', dora: 'waiting' })
    hall.cancel('caro')
    expect(hall.accept('dora')).toBe('confirmed')
    expect(hall.expire('dora'), 'what is accepted does not run out').toBe('confirmed')
  })
})

describe('approval', () => {
  test('a request holds no place and stands in no line', () => {
    const { hall, comes, states, taken } = story({ quotas: [overall(1)], approvalFor: ['other'] })
    expect(comes('ana other')).toBe('requested')
    expect(comes('bea staff')).toBe('confirmed')
    expect(comes('caro staff')).toBe('waiting')
    expect(taken()).toEqual({ overall: 1 })
    expect(hall.rank('ana')).toBe(null)
    expect(hall.rank('caro')).toBe(1)
    expect(hall.approve('ana')).toBe('waiting')
    expect(hall.line(), 'at the time of the request').toEqual(['ana', 'caro'])
    hall.cancel('bea')
    expect(states()).toMatchObject({ ana: 'confirmed', caro: 'waiting' })
  })
  test('with room, approval confirms; refused while they wait, cancelled once confirmed, and the place is free again', () => {
    const { hall, comes, states } = story({ quotas: [overall(1)], approvalFor: ['other'] })
    comes('ana other')
    comes('bea other')
    comes('caro staff')
    expect(hall.refuse('bea')).toBe('refused')
    expect(hall.approve('bea')).toBe('refused')
    expect(hall.approve('ana')).toBe('waiting')
    expect(hall.refuse('caro'), 'whoever is confirmed is not refused').toBe('confirmed')
    hall.cancel('caro')
    expect(states()).toEqual({ ana: 'confirmed', bea: 'refused', caro: 'cancelled' })
  })
  test('an invitation may stand for the approval', () => {
    const invitations = [
      { id: 'x', places: null, reserved: false, withoutApproval: true },
      { id: 'y', places: null, reserved: false },
    ]
    const { comes } = story({ quotas: [overall(9)], approvalFor: ['other'], invitations })
    expect(comes('ana other', { invitation: 'x' })).toBe('confirmed')
    expect(comes('bea other', { invitation: 'y' })).toBe('requested')
  })
})

describe('a change', () => {
  test('asks for room only where the old place did not count', () => {
    const { hall, comes, states, taken } = story({ quotas: [overall(2), europe(1), staff(1)] })
    comes('ana staff europe')
    comes('bea elected latin-america')
    expect(hall.change('ana', { category: 'elected' }), 'overall and Europe are full, and hers already').toBe(
      'confirmed',
    )
    expect(taken()).toEqual({ overall: 2, europe: 1, staff: 0 })
    expect(hall.change('bea', { region: 'europe' })).toBe('no room')
    expect(hall.people().find(person => person.id === 'bea')?.region).toBe('latin-america')
    expect(hall.change('bea', { category: 'staff', region: 'europe' }), 'all or nothing').toBe('no room')
    expect(hall.change('bea', { category: 'staff' })).toBe('confirmed')
    expect(states()).toEqual({ ana: 'confirmed', bea: 'confirmed' })
    expect(taken()).toEqual({ overall: 2, europe: 1, staff: 1 })
  })
  test('gives what it leaves to the line', () => {
    const { hall, comes, states } = story({ quotas: [europe(1)] })
    comes('ana staff europe')
    comes('bea staff europe')
    hall.change('ana', { region: 'other' })
    expect(states()).toEqual({ ana: 'confirmed', bea: 'confirmed' })
    expect(hall.change('ana', { region: 'europe' })).toBe('no room')
  })
  test('whoever waits keeps the rank, and may find room', () => {
    const { hall, comes, states } = story({ quotas: [europe(0), staff(0)] })
    comes('ana elected europe')
    comes('bea elected europe')
    expect(hall.change('ana', { category: 'staff' })).toBe('waiting')
    expect(hall.line()).toEqual(['ana', 'bea'])
    expect(hall.change('ana', { category: 'elected', region: 'other' })).toBe('confirmed')
    hall.cancel('bea')
    expect(hall.change('bea', { region: 'other' }), 'who has left changes nothing').toBe('cancelled')
    expect(states()).toEqual({ ana: 'confirmed', bea: 'cancelled' })
  })
  test('between two territories', () => {
    const lyon = { key: 'lyon', capacity: 1, territory: 'lyon' }
    const { hall, comes } = story({ quotas: [lyon] })
    comes('ana staff europe', { territory: 'lyon' })
    comes('bea staff europe', { territory: 'nantes' })
    expect(hall.change('bea', { territory: 'lyon' })).toBe('no room')
    expect(hall.change('ana', { territory: null })).toBe('confirmed')
    expect(hall.change('bea', { territory: 'lyon' })).toBe('confirmed')
  })
})

describe('the limit for one organisation', () => {
  test('keeps the others of it waiting, and nobody else', () => {
    const { hall, comes, states } = story({ quotas: [overall(9)], perOrganisation: 2 })
    for (const name of ['ana', 'bea', 'caro', 'dora']) comes(`${name} staff europe lyon`)
    expect(comes('eva staff europe quito')).toBe('confirmed')
    expect(states()).toMatchObject({ caro: 'waiting', dora: 'waiting' })
    expect([hall.rank('caro'), hall.rank('dora')]).toEqual([1, 2])
    expect(hall.fullFor('dora')).toEqual(['organisation'])
    expect(hall.recount().organisations).toEqual({ lyon: 2, quito: 1 })
    hall.cancel('eva')
    expect(states().caro).toBe('waiting')
    hall.cancel('ana')
    expect(states()).toMatchObject({ caro: 'confirmed', dora: 'waiting' })
    hall.limitOrganisations(null)
    expect(states().dora).toBe('confirmed')
  })
})

describe('invitations', () => {
  const kept = (places: number) => ({ id: 'x', places, reserved: true })
  const held = (hall: NaiveHall) => hall.recount().quotas.find(quota => quota.key === 'overall')?.held

  test('places kept for an invitation are used one by one, then it is full', () => {
    const { hall, comes } = story({ quotas: [overall(3)], invitations: [kept(2)] })
    expect(held(hall)).toBe(2)
    expect(comes('ana')).toBe('confirmed')
    expect(comes('bea'), 'two places are kept').toBe('waiting')
    expect(comes('caro', { invitation: 'x' })).toBe('confirmed')
    expect(held(hall)).toBe(1)
    expect(comes('dora', { invitation: 'x' })).toBe('confirmed')
    expect(comes('eva', { invitation: 'x' })).toBe('waiting')
    expect(held(hall)).toBe(0)
    expect(hall.fullFor('eva')).toEqual(['overall', 'invitation'])
    expect(hall.fullFor('bea')).toEqual(['overall'])
    expect(hall.rank('eva')).toBe(2)
    expect(hall.recount().invitations).toEqual({ x: 2 })
  })
  test('given back, a place is kept again: for the invitation, not for the line', () => {
    const { hall, comes, states } = story({ quotas: [overall(2)], invitations: [kept(1)] })
    comes('ana', { invitation: 'x' })
    comes('bea')
    comes('caro')
    comes('dora', { invitation: 'x' })
    hall.cancel('ana')
    expect(states(), 'the next of the same invitation').toMatchObject({ caro: 'waiting', dora: 'confirmed' })
    hall.cancel('dora')
    expect(states().caro).toBe('waiting')
    expect(held(hall)).toBe(1)
  })
  test('released, kept places go to the line; what comes back later too', () => {
    const { hall, comes, states } = story({ quotas: [overall(2)], invitations: [kept(2)] })
    comes('ana')
    comes('bea', { invitation: 'x' })
    hall.setInvitation({ ...kept(2), reserved: false })
    expect(states()).toEqual({ ana: 'confirmed', bea: 'confirmed' })
    comes('caro')
    hall.cancel('bea')
    expect(states().caro).toBe('confirmed')
    expect(held(hall)).toBe(0)
  })
  test('they are kept out of the overall quota only', () => {
    const { comes } = story({ quotas: [overall(9), europe(1)], invitations: [kept(2)] })
    expect(comes('ana staff europe')).toBe('confirmed')
    expect(comes('bea staff europe', { invitation: 'x' }), 'Europe is full for them as well').toBe('waiting')
    expect(comes('caro staff other', { invitation: 'x' })).toBe('confirmed')
  })
  test('of an invitation that keeps nothing, the number of places is still a limit', () => {
    const { hall, comes, states } = story({
      quotas: [overall(9)],
      invitations: [{ id: 'x', places: 1, reserved: false }],
    })
    comes('ana', { invitation: 'x' })
    expect(comes('bea', { invitation: 'x' })).toBe('waiting')
    expect(hall.fullFor('bea')).toEqual(['invitation'])
    hall.setInvitation({ id: 'x', places: 2, reserved: false })
    expect(states().bea).toBe('confirmed')
  })
  test('fewer places for an invitation than are used: nothing is kept until it has fallen', () => {
    const { hall, comes } = story({ quotas: [overall(5)], invitations: [kept(2)] })
    comes('ana', { invitation: 'x' })
    comes('bea', { invitation: 'x' })
    hall.setInvitation(kept(1))
    expect(held(hall)).toBe(0)
    hall.cancel('ana')
    expect(held(hall)).toBe(0)
    hall.cancel('bea')
    expect(held(hall)).toBe(1)
  })
  test('who was invited before the places were kept counts among them', () => {
    const { hall, comes } = story({ quotas: [overall(5)], invitations: [{ ...kept(2), reserved: false }] })
    comes('ana', { invitation: 'x' })
    hall.setInvitation(kept(2))
    expect(held(hall)).toBe(1)
    hall.cancel('ana')
    expect(held(hall)).toBe(2)
  })
})

test('a step for somebody unknown, or a second registration, is a mistake of the test that uses the model', () => {
  const { hall, comes } = story({ quotas: [] })
  comes('ana')
  expect(() => comes('ana')).toThrow('ana')
  expect(() => hall.cancel('zoe')).toThrow('zoe')
  expect(() => hall.setCapacity('none', 1)).toThrow('none')
})

// Whatever happens in whatever order.
const who = fc.integer({ min: 0, max: 14 }).map(n => `p${n}`)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('register' as const),
      fc.constantFrom('staff', 'elected', 'other'),
      fc.constantFrom('europe', 'other'),
      fc.constantFrom('lyon', 'quito'),
      fc.constantFrom(null, 'x'),
    ),
  },
  fc.tuple(
    fc.constantFrom('approve' as const, 'refuse' as const, 'cancel' as const, 'accept' as const, 'expire' as const),
    who,
  ),
  fc.tuple(
    fc.constant('change' as const),
    who,
    fc.constantFrom('staff', 'elected'),
    fc.constantFrom('europe', 'other'),
  ),
  fc.tuple(fc.constant('prioritise' as const), who, fc.integer({ min: -1, max: 1 })),
  fc.tuple(
    fc.constant('setCapacity' as const),
    fc.constantFrom('overall', 'europe', 'staff'),
    fc.integer({ min: 0, max: 8 }),
  ),
)

test('nobody who has room is left in line, and nothing grows beyond its capacity', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.constantFrom('direct' as const, 'offer' as const),
      (steps, promotion) => {
        const hall = new NaiveHall({
          quotas: [overall(5), europe(3), staff(2)],
          perOrganisation: 4,
          invitations: [{ id: 'x', places: 2, reserved: true }],
          approvalFor: ['other'],
          promotion,
        })
        const used = () => hall.recount().quotas.map(({ taken, held }) => taken + held)
        for (const [operation, ...given] of steps) {
          const before = used()
          const known = (id: unknown): id is string => hall.people().some(person => person.id === id)
          if (operation === 'register') {
            const [category, region, organisation, invitation] = given as [string, string, string, string | null]
            hall.register({ id: `p${hall.people().length}`, category, region, organisation, invitation })
          } else if (operation === 'setCapacity') {
            hall.setCapacity(given[0] as string, given[1] as number)
          } else if (known(given[0])) {
            if (operation === 'change')
              hall.change(given[0], { category: given[1] as string, region: given[2] as string })
            else if (operation === 'prioritise') hall.prioritise(given[0], given[1] as number)
            else hall[operation](given[0])
          }
          hall.recount().quotas.forEach(({ key, capacity, taken, held }, index) => {
            expect(taken + held, key).toBeLessThanOrEqual(Math.max(capacity, before[index] ?? 0))
          })
          for (const id of hall.line()) expect(hall.fullFor(id), id).not.toEqual([])
          for (const places of Object.values(hall.recount().organisations)) expect(places).toBeLessThanOrEqual(4)
          expect(hall.recount().invitations.x).toBeLessThanOrEqual(2)
        }
      },
    ),
  )
})
