import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

type Asked = { edtf: string; first: string; last: string }

async function ask(asked: readonly Asked[]): Promise<(string | null)[]> {
  const { rows } = await database.owner.query<{ held: string | null }>(
    `select perenne.edtf_between(q.edtf, q.first, q.last) as held
     from unnest($1::text[], $2::date[], $3::date[]) with ordinality as q(edtf, first, last, place) order by q.place`,
    [asked.map(one => one.edtf), asked.map(one => one.first), asked.map(one => one.last)],
  )
  return rows.map(row => row.held)
}

test.each([
  ['2008/2014', '2009', '2009', 'certain'],
  ['2008/2014', '2008-03-01', '2008-03-01', 'perhaps'],
  ['2008/2014', '2008', '2008', 'certain'],
  ['2008-03-16/2014-03-30', '2008-03-16', '2008-03-16', 'certain'],
  ['2008-03-16/2014-03-30', '2014-03-31', '2014-03-31', null],
  ['2009', '2009', '2009', 'certain'],
  ['2009', '2009-06-01', '2009-06-01', 'perhaps'],
  ['2009', '2010', '2010', null],
  ['2008~/2014', '2009-06-01', '2009-06-01', 'perhaps'],
  ['2008~/2014', '2010-06-01', '2010-06-01', 'certain'],
  ['2008~', '2008', '2008', 'perhaps'],
  ['2011/..', '2026-01-01', '2026-01-01', 'certain'],
  ['2011/', '2026-01-01', '2026-01-01', 'perhaps'],
  ['2011/', '2011', '2011', 'certain'],
  ['/2011', '2011', '2011', 'certain'],
  ['/2011', '1990', '1990', 'perhaps'],
  ['../2011', '1990', '1990', 'certain'],
] as const)('%s, asked for %s to %s: %s', async (edtf, from, to, answer) => {
  const [held] = await ask([
    { edtf, first: from.length === 4 ? `${from}-01-01` : from, last: to.length === 4 ? `${to}-12-31` : to },
  ])
  expect(held).toBe(answer)
})

// ─── Against all the days that it may have been ────────────────────────────────────────────────────
// A model in days since 2008-01-01, which imports nothing: every pair of days on which it may have begun and ended is tried.

const epoch = Temporal.PlainDate.from('2008-01-01')
const lastDay = 800
const dayAt = (n: number) => epoch.add({ days: n })
const indexOf = (text: string) => epoch.until(Temporal.PlainDate.from(text)).days

type Part = { text: string; first: number; last: number; unit: 'years' | 'months' | 'days'; about: boolean }

const part = (): fc.Arbitrary<Part> =>
  fc
    .record({
      n: fc.integer({ min: 0, max: lastDay }),
      unit: fc.constantFrom('years' as const, 'months' as const, 'days' as const),
      mark: fc.constantFrom('', '', '', '~', '?'),
    })
    .map(({ n, unit, mark }) => {
      const day = dayAt(n)
      const from = unit === 'years' ? day.with({ month: 1, day: 1 }) : unit === 'months' ? day.with({ day: 1 }) : day
      const to = from.add({ [unit]: 1 }).subtract({ days: 1 })
      const length = { years: 4, months: 7, days: 10 }[unit]
      return {
        text: `${day.toString().slice(0, length)}${mark}`,
        first: indexOf(from.toString()),
        last: indexOf(to.toString()),
        unit,
        about: mark !== '',
      }
    })

const moved = (n: number, unit: Part['unit'], by: 1 | -1) =>
  indexOf(
    dayAt(n)
      .add({ [unit]: by })
      .toString(),
  )

type Case = { a: Part; z: Part | 'open' | 'unknown' | 'same'; q: [number, number] }

const cases = fc
  .record({
    a: part(),
    z: fc.oneof(part(), fc.constantFrom('open' as const, 'unknown' as const, 'same' as const)),
    q: fc.tuple(fc.integer({ min: -40, max: lastDay + 400 }), fc.constantFrom(0, 0, 30, 365)),
  })
  .map(({ a, z, q: [from, days] }): Case => ({ a, z, q: [from, from + days] }))
  .filter(({ a, z }) => typeof z === 'string' || (a.first <= z.last && a.text !== z.text))

function naive({ a, z, q: [from, to] }: Case): 'certain' | 'perhaps' | null {
  const end = z === 'same' ? a : z
  const farAway = 4000
  const days = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)
  const spread = (one: Part, leeway: boolean): number[] =>
    leeway && one.about ? days(moved(one.first, one.unit, -1), moved(one.last, one.unit, 1)) : days(one.first, one.last)
  const ends = (leeway: boolean): number[] =>
    end === 'open' ? [farAway] : end === 'unknown' ? days(spread(a, leeway)[0] ?? 0, farAway) : spread(end, leeway)
  const held = (begin: number, stop: number) => begin <= to && stop >= from
  // Held on every pair: enough to try the days that matter, the first and last of each side, and those about the question.
  const tried = (list: number[]) => {
    const set = new Set(list)
    const candidates = [list[0], list.at(-1), from - 1, from, from + 1, to - 1, to, to + 1]
    return candidates.filter((n): n is number => n !== undefined && set.has(n))
  }
  const pairs = (leeway: boolean) => {
    const stops = ends(leeway)
    const set = new Set(stops)
    return tried(spread(a, leeway)).flatMap(begin => {
      const after = [...tried(stops), ...(set.has(begin) ? [begin] : [])]
      return after.filter(stop => stop >= begin).map(stop => [begin, stop] as const)
    })
  }
  const beginsToo = (leeway: boolean) => {
    const begins = new Set(spread(a, leeway))
    return tried(ends(leeway)).flatMap(stop => (begins.has(stop) ? [[stop, stop] as const] : []))
  }
  const wide = [...pairs(true), ...beginsToo(true)]
  const narrow = [...pairs(false), ...beginsToo(false)]
  if (!narrow.some(([begin, stop]) => held(begin, stop))) return null
  return wide.every(([begin, stop]) => held(begin, stop)) ? 'certain' : 'perhaps'
}

test('who held a post on an imprecise day is what every possible day says', async () => {
  const many = fc.sample(cases, { numRuns: 2500, seed: 20181123 })
  const asked = many.map(({ a, z, q: [from, to] }) => ({
    edtf: z === 'same' ? a.text : `${a.text}/${z === 'open' ? '..' : z === 'unknown' ? '' : z.text}`,
    first: dayAt(from).toString(),
    last: dayAt(to).toString(),
  }))
  const answers = await ask(asked)
  const wrong = many.flatMap((one, n) => {
    const expected = naive(one)
    return answers[n] === expected ? [] : [{ ...asked[n], answer: answers[n], expected }]
  })
  expect(wrong.slice(0, 5)).toEqual([])
  // All three answers occur often enough to mean something.
  for (const answer of ['certain', 'perhaps', null])
    expect(answers.filter(one => one === answer).length).toBeGreaterThan(150)
})
