import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InLine, inOrder, standings } from '#convene/registration/rules/standings.ts'

type Kind = 'staff' | 'university'
const person = fc.record({
  category: fc.constantFrom<Kind>('staff', 'university'),
  region: fc.constantFrom<'europe' | 'other'>('europe', 'other'),
  organisationKey: fc.constantFrom('a', 'b'),
  priority: fc.constantFrom(0, 0, 0, 5),
})

test('ranks of many at once are those counted by hand, one by one', () => {
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 12 }),
      fc.record({ all: fc.boolean(), university: fc.boolean(), europe: fc.boolean(), limit: fc.boolean() }),
      (people, full) => {
        const line: InLine[] = people
          .map((one, index) => ({ ...one, id: String(index), line: index, territoryId: null, invitationId: null }))
          .sort(inOrder)
        const quota = (key: string, isFull: boolean, more = {}) => ({
          id: key,
          key,
          capacity: 10,
          taken: isFull ? 10 : 1,
          held: 0,
          categories: null,
          regions: null,
          territoryId: null,
          ...more,
        })
        const found = standings(
          {
            quotas: [
              quota('overall', full.all),
              quota('university', full.university, { categories: ['university'] }),
              quota('europe', full.europe, { regions: ['europe'] }),
            ],
            perOrganisation: full.limit ? 2 : null,
            organisations: new Map([['a', 2]]),
            invitations: new Map(),
          },
          line,
          new Set(line.map(({ id }) => id)),
        )
        for (const [index, me] of line.entries()) {
          const stops = (other: InLine) =>
            full.all ||
            (full.university && me.category === 'university' && other.category === 'university') ||
            (full.europe && me.region === 'europe' && other.region === 'europe') ||
            (full.limit && me.organisationKey === 'a' && other.organisationKey === 'a')
          expect(found.get(me.id)?.rank).toBe(1 + line.slice(0, index).filter(stops).length)
        }
      },
    ),
  )
})

test('only those who are asked for are told, and the line is walked in its order', () => {
  const one = (id: string, line: number, priority = 0): InLine => ({
    id,
    line,
    priority,
    category: 'staff',
    region: 'europe',
    territoryId: null,
    organisationKey: id,
    invitationId: null,
  })
  const line = [one('late', 9, 5), one('early', 1), one('middle', 4)].sort(inOrder)
  expect(line.map(({ id }) => id)).toEqual(['late', 'early', 'middle'])
  const quotas = [
    { id: 'q', key: 'overall', capacity: 1, taken: 1, held: 0, categories: null, regions: null, territoryId: null },
  ]
  const places = { quotas, perOrganisation: null, organisations: new Map(), invitations: new Map() }
  const found = standings(places, line, new Set(['middle']))
  expect([...found.keys()]).toEqual(['middle'])
  expect(found.get('middle')).toEqual({
    rank: 3,
    obstacles: [{ kind: 'quota', key: 'overall', taken: 1, capacity: 1 }],
  })
})
