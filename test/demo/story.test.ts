import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkProgramme } from '../../source/convene/programme/rules/checks.ts'
import { readVersions } from '../../source/convene/programme/store/versions.ts'
import { openHall, recount } from '../../source/convene/registration/store/hall.ts'
import { untilClosed } from '../../source/demo/last-days.ts'
import { demoRoutes } from '../../source/demo/routes.tsx'
import { untilLastMinute, untilOpening } from '../../source/demo/story.ts'
import { seminarSlug } from '../../source/demo/story-kit.ts'
import { as, job } from '../../source/ground/database/actor.ts'
import { locales } from '../../source/ground/languages/locales.ts'
import { openWeb } from '../../source/ground/web/server.ts'
import { rooms } from '../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

// The story of the demonstration, lived through by the real acts: the longest test of the house.
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(() => house.close())

async function figures() {
  const { rows } = await house.database.owner.query(
    `select state, count(*)::int as n from perenne.registration group by state order by state`,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}
async function countersAgree() {
  const { rows } = await house.database.owner.query('select id from perenne.space where slug = $1', [seminarSlug])
  await as(house.db, job('test'), async tx => {
    const { places } = await openHall(tx, rows[0].id)
    expect(await recount(tx, rows[0].id)).toEqual(places)
    for (const quota of places.quotas) expect(quota.taken + quota.held).toBeLessThanOrEqual(quota.capacity)
  })
}

test('the moments have the figures that their texts tell, and the counters agree at each', {
  timeout: 120_000,
}, async () => {
  await untilOpening(house, house.setClock)
  expect(await figures()).toEqual({ confirmed: 142, requested: 11, waiting: 23 })
  await countersAgree()
  const known = await house.database.owner.query(
    `select count(distinct organisation_id)::int as n from perenne.registration where organisation_id is not null`,
  )
  expect(known.rows[0].n).toBe(12)

  await untilLastMinute(house, house.setClock)
  const lastMinute = await figures()
  expect(lastMinute.confirmed).toBe(200)
  expect(lastMinute.waiting).toBeGreaterThan(0)
  await countersAgree()
  const promoted = await house.database.owner.query(`select count(*)::int as n from perenne.promotion`)
  expect(promoted.rows[0].n).toBeGreaterThanOrEqual(5)

  await untilClosed(house, house.setClock)
  expect(await figures()).toMatchObject({ confirmed: 198, offered: 2, refused: 3, cancelled: expect.any(Number) })
  expect((await figures()).requested).toBeUndefined()
  await countersAgree()

  // The programme as the text of that moment tells it: first with four flaws, at last with none.
  const { rows } = await house.database.owner.query('select id from perenne.space where slug = $1', [seminarSlug])
  const versions = await as(house.db, job('test'), tx => readVersions(tx, rows[0].id))
  expect(versions.map(({ programme }) => programme.provisional)).toEqual([true, false])
  expect(versions.map(({ programme }) => checkProgramme(programme).length)).toEqual([4, 0])
  const demo = { name: 'demo', routes: demoRoutes({ jump: async () => undefined, seminarSlug }) }
  const tour = openWeb({ ...house, rooms: [...rooms, demo] }, { keepPages: false }).app
  for (const locale of locales) {
    const changes = `/${locale}/seminars/${seminarSlug}/changes`
    const told = await tour.request(new URL(`/${locale}/demo`, house.settings.publicUrl).href)
    expect(await told.text()).toContain(`href="${changes}"`)
    const page = await (await house.ask(changes)).text()
    for (const key of ['part-1', 'part-2', 'lunch']) expect(page).toContain(`#slot-${key}"`)
  }
})
