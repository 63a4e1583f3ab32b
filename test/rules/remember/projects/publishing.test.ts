import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyKinds, statuses } from '../../../../source/remember/projects/rules/codes.ts'
import {
  isPastItsEnd,
  type Lack,
  type ProjectKnown,
  whatIsLacking,
} from '../../../../source/remember/projects/rules/publishing.ts'
import { hundredths, readShare, wrongShares } from '../../../../source/remember/projects/rules/shares.ts'

const whole: ProjectKnown = {
  title: true,
  description: true,
  identifier: 'FR-SIREN-217500016-2018-01',
  status: '2',
  plannedStart: '2017-01-01',
  actualStart: '2017-02-01',
  plannedEnd: '2019-12-31',
  actualEnd: null,
  parties: 1,
  countries: [{ country: 'CL', percentage: null }],
  sectors: [{ percentage: null }],
  ownThemes: 0,
  markers: [],
  money: [{ kind: 'budget', valueDate: '2017-01-01', periodStart: '2017-01-01', periodEnd: '2017-12-31' }],
}
const on = '2018-06-04'

describe('what is missing before a project can be published', () => {
  test('nothing, where all is there', () => {
    expect(whatIsLacking(whole, on)).toEqual([])
  })

  // One thing taken away or put wrong, and what is then told.
  test.each<[Lack[], Partial<ProjectKnown>]>([
    [['title'], { title: false }],
    [['description'], { description: false }],
    [['identifier'], { identifier: null }],
    [['identifier-signs'], { identifier: 'FR 2018/01' }],
    [['identifier-signs'], { identifier: 'FR|2018' }],
    [['parties'], { parties: 0 }],
    [['start'], { plannedStart: null, actualStart: null }],
    [[], { plannedStart: null }],
    [[], { actualStart: null }],
    [['actual-in-future'], { actualStart: '2018-06-05' }],
    [[], { actualStart: '2018-06-04' }],
    [['actual-in-future'], { actualEnd: '2019-01-01' }],
    [['date-not-exact'], { plannedEnd: '2019' }],
    [['date-not-exact'], { actualStart: '2017-02~' }],
    // May have happened: it is not known to lie in the future.
    [['date-not-exact'], { actualStart: '2018' }],
    [['actual-in-future', 'date-not-exact'], { actualEnd: '2019' }],
    [['country'], { countries: [] }],
    [
      ['country-shares'],
      {
        countries: [
          { country: 'CL', percentage: null },
          { country: 'SN', percentage: null },
        ],
      },
    ],
    [
      [],
      {
        countries: [
          { country: 'CL', percentage: null },
          { country: 'CL', percentage: null },
        ],
      },
    ],
    [
      [],
      {
        countries: [
          { country: 'CL', percentage: '33.33' },
          { country: 'SN', percentage: '66.67' },
        ],
      },
    ],
    [['sector'], { sectors: [] }],
    [['sector-only-own'], { sectors: [], ownThemes: 2 }],
    [['marker-unsaid'], { markers: [2, null] }],
    [[], { markers: [0, 1, 3] }],
    [['sector-shares'], { sectors: [{ percentage: '60' }, { percentage: '30' }] }],
    [['sector-shares'], { sectors: [{ percentage: '100' }, { percentage: null }] }],
    [['sector-shares'], { sectors: [{ percentage: '99' }] }],
    [
      ['budget-period'],
      { money: [{ kind: 'budget', valueDate: '2017-01-01', periodStart: '2017-01-01', periodEnd: null }] },
    ],
    [
      ['budget-long'],
      { money: [{ kind: 'budget', valueDate: '2017-01-01', periodStart: '2016-02-29', periodEnd: '2017-02-28' }] },
    ],
    [[], { money: [{ kind: 'budget', valueDate: '2017-01-01', periodStart: '2016-02-29', periodEnd: '2017-02-27' }] }],
    [
      ['money-in-future'],
      { money: [{ kind: 'disbursement', valueDate: '2018-06-05', periodStart: null, periodEnd: null }] },
    ],
    [[], { money: [{ kind: 'planned-disbursement', valueDate: '2019-06-05', periodStart: null, periodEnd: null }] }],
  ])('%j', (lacks, change) => {
    expect(whatIsLacking({ ...whole, ...change }, on)).toEqual(lacks)
  })
})

describe('shares', () => {
  const share = fc.integer({ min: 0, max: 10_000 }).map(hundredth => (hundredth / 100).toFixed(2))

  test('are read exactly, with a comma, a point or neither', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom('.', ','), (hundredth, sign) => {
        const typed = `${Math.trunc(hundredth / 100)}${sign}${String(hundredth % 100).padStart(2, '0')}`
        expect(hundredths(readShare(typed) ?? '-1')).toBe(hundredth)
      }),
    )
    for (const typed of ['100.01', '101', '-1', 'x', '1.234', '1,2,3', '']) expect(readShare(typed), typed).toBeNull()
  })

  test('whatever divides 100 is right, and one hundredth of thirds may be missing; anything else is told', () => {
    // The model: cuts of a line of 10,000 parts.
    const cuts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(cuts, fc.integer({ min: -3000, max: 3000 }), (points, off) => {
        const sorted = [0, ...points.sort((a, b) => a - b), 10_000]
        const parts = sorted.slice(1).map((point, index) => point - (sorted[index] ?? 0))
        const moved = parts.map((part, index) => (index === 0 ? Math.max(0, part + off) : part))
        const really = moved.reduce((sum, part) => sum + part, 0) - 10_000
        const wrong = wrongShares(moved.map(part => (part / 100).toFixed(2)))
        expect(wrong).toBe(Math.abs(really) <= 1 ? null : 'sum')
      }),
    )
  })

  test('some without a share, or none of several, is told; one alone needs none', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 5 }), fc.nat(5), (shares, place) => {
        const holed: (string | null)[] = [...shares]
        holed.splice(place % (shares.length + 1), 0, null)
        expect(wrongShares(holed)).toBe('some')
        expect(wrongShares(holed.map(() => null))).toBe('none')
      }),
    )
    expect(wrongShares([null])).toBeNull()
    expect(wrongShares([])).toBeNull()
  })

  test('the remark on sectors and the check of the form are one rule', () => {
    fc.assert(
      fc.property(fc.array(fc.option(share, { nil: null }), { minLength: 1, maxLength: 4 }), shares => {
        const lacks = whatIsLacking({ ...whole, sectors: shares.map(percentage => ({ percentage })) }, on)
        expect(lacks.includes('sector-shares')).toBe(wrongShares(shares) !== null)
      }),
    )
  })
})

test('a project is past its end when its state says that it goes on, and nothing else', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map(days => Temporal.PlainDate.from('2015-01-01').add({ days }))
  fc.assert(
    fc.property(
      fc.constantFrom(...statuses),
      fc.option(day, { nil: null }),
      fc.option(day, { nil: null }),
      day,
      (status, planned, actual, today) => {
        const late =
          Number(status) <= 3 && actual === null && planned !== null && Temporal.PlainDate.compare(planned, today) < 0
        const project = {
          status,
          plannedEnd: planned?.toString() ?? null,
          actualEnd: actual?.toString() ?? null,
        }
        expect(isPastItsEnd(project, today.toString())).toBe(late)
      },
    ),
  )
})

test('of money only what has happened may not be dated in the future', () => {
  const transactions = new Set(['incoming', 'commitment', 'disbursement', 'expenditure'])
  for (const kind of moneyKinds) {
    const money = [{ kind, valueDate: '2018-06-05', periodStart: '2018-06-05', periodEnd: '2018-08-01' }]
    expect(whatIsLacking({ ...whole, money }, on), kind).toEqual(transactions.has(kind) ? ['money-in-future'] : [])
  }
})
