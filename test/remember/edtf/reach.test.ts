import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { parseEdtf, reachOf } from '../../../source/remember/rules/edtf.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse([])
})
afterAll(() => t?.close())

it('reads every date as the database does, and computes the same reach', async () => {
  const point = fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.option(fc.integer({ min: 1, max: 12 })),
      fc.option(fc.integer({ min: 1, max: 28 })),
      fc.constantFrom('', '~', '?', '%'),
    )
    .map(([year, month, day, mark]) => {
      const two = (value: number | null) => (value === null ? '' : `-${String(value).padStart(2, '0')}`)
      return `${String(year).padStart(4, '0')}${two(month)}${month === null ? '' : two(day)}${mark}`
    })
  const end = fc.oneof({ arbitrary: point, weight: 4 }, { arbitrary: fc.constantFrom('', '..'), weight: 1 })
  const texts = fc.oneof(
    point,
    fc.tuple(end, end).map(([a, b]) => `${a}/${b}`),
    fc.constantFrom(
      '',
      '/',
      '/..',
      '../',
      'XXXX',
      'XXXX/..',
      '..',
      '../..',
      '2004-02',
      '2000-02',
      '1900-02',
      '2004-02-29',
      '199X',
      '2004/2005/2006',
      '04',
    ),
  )
  const sample = fc.sample(texts, 2000)
  // A period that ends before it begins, or a day of no calendar, is refused by an error: only what we take is asked for.
  const taken = sample.filter(text => parseEdtf(text) !== null)
  const { rows } = await as(t.db, job('tests'), tx =>
    sql<{ edtf: string; taken: boolean; first: string | null; last: string | null }>`
      select edtf, perenne.is_edtf(edtf) as taken, lower(reach)::text as first, (upper(reach) - 1)::text as last
      from (select edtf, perenne.edtf_reach(edtf) as reach from unnest(${sql.val(taken)}::text[]) as edtf) r`.execute(
      tx,
    ),
  )
  expect(rows.length).toBeGreaterThan(500)
  for (const row of rows) {
    expect(row.taken, row.edtf).toBe(true)
    const { first, last } = reachOf(row.edtf)
    expect([row.first, row.last], row.edtf).toEqual([first?.toString() ?? null, last?.toString() ?? null])
  }
  const refused = [...new Set(sample.filter(text => parseEdtf(text) === null))].slice(0, 60)
  expect(refused.length).toBeGreaterThan(5)
  for (const text of refused) {
    const ours = await as(t.db, job('tests'), tx =>
      sql<{ is: boolean }>`select perenne.is_edtf(${text}) as is`.execute(tx),
    ).then(
      answer => answer.rows[0]?.is,
      () => false,
    )
    expect(ours, text).toBe(false)
  }
})
