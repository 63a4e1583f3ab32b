import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, job, person } from '../../source/ground/database/actor.ts'
import type { Route } from '../../source/ground/house.ts'
import { secondFactorRule } from '../../source/ground/people/factors/index.ts'
import { openSession, sessionCookie } from '../../source/ground/people/session.ts'
import { rooms } from '../../source/rooms.ts'
import { queriesOf } from '../convene/registration/desk-support.ts'
import { addressOf, expectations } from '../permissions/expectations.ts'
import { openScene, type Scene, type Visitor, visitors } from '../permissions/scene.ts'
import { type Browser, browserAfter, setUpGenerator } from './factors-support.ts'
import { newestMail } from './support.ts'

const routes = rooms.flatMap(room => room.routes)
const keyOf = (route: Route) => `${route.method} ${route.path}`

let scene: Scene
const ids: Partial<Record<Visitor, string>> = {}

beforeAll(async () => {
  scene = await openScene()
  const { rows } = await scene.house.database.owner.query('select id, given_name from perenne.person where has_account')
  for (const visitor of visitors) ids[visitor] = rows.find(row => row.given_name === visitor)?.id
})
afterAll(() => scene.house.close())

const setRule = (rule: 'offered' | 'required') =>
  scene.house.database.owner.query('update perenne.installation set second_factor = $1', [rule])

async function sessionOf(visitor: Visitor, how: { secondFactor?: boolean } = {}): Promise<Browser> {
  const { token } = await openSession(scene.house.db, ids[visitor] as string, how)
  return { headers: { cookie: `${sessionCookie}=${token}` } }
}

/** A code generator that belongs to them, set up without a browser: what it is does not matter here. */
const giveFactor = (visitor: Visitor) =>
  as(scene.house.db, job('test'), tx =>
    tx
      .insertInto('authenticator')
      .values({
        person_id: ids[visitor] as string,
        kind: 'totp',
        secret: Buffer.alloc(49),
        confirmed_at: Temporal.Now.instant(),
      })
      .execute(),
  )
const takeFactors = () => scene.house.database.owner.query('delete from perenne.authenticator')

/** What somebody meets: the page, or which refusal. Where the second factor is asked for is not in. */
async function come(route: Route, browser: Partial<Browser>): Promise<string> {
  const init = { headers: { ...browser.headers, 'accept-language': 'fr' } }
  const address = addressOf(route.path, scene)
  const response =
    route.method === 'GET' ? await scene.house.ask(address, init) : await scene.house.send(address, {}, init)
  const location = response.headers.get('location') ?? ''
  if (response.status === 303 && /^\/fr\/sign-in(\?|$)/.test(location)) return 'sign-in'
  if (response.status === 303 && /^\/fr\/sign-in\/second(\?|$)/.test(location)) return 'second'
  if (response.status === 303 && /^\/fr\/account\/second-factor(\?|$)/.test(location)) return 'set-up'
  if (response.status === 403) return 'refused'
  if (response.status === 404) return 'nothing'
  if (response.status >= 500) return `failed: ${response.status}`
  return 'in'
}

// Where somebody who owes the second factor has business of their own.
const secondStep = /^(GET|POST) \/:l\/sign-in\/second(\/options)?$/
// The sign-in page leads on, and signing out ends the session.
const leadsOn = new Set(['GET /:l/sign-in'])

describe('whoever owes the second factor', () => {
  test.each(['organiser', 'administrator'] as const)(
    'finds each address as nobody does: %s',
    async visitor => {
      await giveFactor(visitor)
      let behindDoors = 0
      for (const route of routes) {
        const key = keyOf(route)
        // A session of its own for each: signing out ends one.
        const found = await come(route, await sessionOf(visitor))
        if (secondStep.test(key)) continue
        if (leadsOn.has(key)) expect(found, key).toBe('second')
        else if (route.door === 'everyone' || route.door === 'link')
          expect(found, key).toBe(expectations[key]?.anonymous)
        else expect(found, key).toBe(route.api ? 'refused' : 'second')
        if (route.door === 'office' || route.door === 'administrators') behindDoors++
      }
      expect(behindDoors).toBeGreaterThan(40)
      await takeFactors()
    },
    120_000,
  )

  test('is nobody to the database on pages for everyone: what is internal is not found by searching', async () => {
    const path = `/fr/files/${scene.ids.file}`
    expect((await scene.house.ask(path, await sessionOf('organiser'))).status).toBe(200)
    await giveFactor('organiser')
    expect((await scene.house.ask(path, await sessionOf('organiser'))).status).toBe(404)
    expect((await scene.house.ask(path, await sessionOf('organiser', { secondFactor: true }))).status).toBe(200)
    await takeFactors()
  })

  test('the API refuses instead of leading on', async () => {
    const { openWeb } = await import('../../source/ground/web/server.ts')
    await giveFactor('organiser')
    const handle = async () => new Response('secret')
    const api: Route = { method: 'GET', path: '/api/v1/secret', door: 'office', api: true, handle }
    const web = openWeb({ ...scene.house, rooms: [{ name: 'test', routes: [api] }] })
    const ask = async (browser: Browser) => web.app.request('http://localhost:3000/api/v1/secret', browser)
    expect((await ask(await sessionOf('organiser'))).status).toBe(403)
    expect(await (await ask(await sessionOf('organiser', { secondFactor: true }))).text()).toBe('secret')
    await takeFactors()
    await setRule('required')
    expect((await ask(await sessionOf('organiser'))).status).toBe(403)
    await setRule('offered')
  })
})

describe('where a second factor is asked of everyone', () => {
  beforeAll(() => setRule('required'))
  afterAll(() => setRule('offered'))

  test.each(['organiser', 'administrator'] as const)(
    'whoever has none opens their own account alone, and finds the rest as the public does: %s',
    async visitor => {
      for (const route of routes) {
        const key = keyOf(route)
        const found = await come(route, await sessionOf(visitor))
        // Their own: the account, and what sign-in pages do with somebody who is signed in.
        if (route.door === 'signed-in' || secondStep.test(key) || leadsOn.has(key)) {
          expect(found, key).not.toMatch(/second|failed/)
        } else if (route.door === 'everyone' || route.door === 'link') {
          expect(found, key).toBe(expectations[key]?.anonymous)
        } else expect(found, key).toBe(route.api ? 'refused' : 'set-up')
      }
    },
    120_000,
  )

  test('a page they wanted is come back to, once one is set up', async () => {
    const browser = await sessionOf('organiser')
    const led = await scene.house.ask('/en/desk', browser)
    expect(led.headers.get('location')).toBe(`/en/account/second-factor?then=${encodeURIComponent('/en/desk')}`)
    const page = await (await scene.house.ask(led.headers.get('location') ?? '', browser)).text()
    expect(page).toContain('Set up a second factor')
    expect(page).toContain(`/en/account/second-factor/app?then=${encodeURIComponent('/en/desk')}`)
    // No menu of the office, whose pages they may not open.
    expect(page).not.toContain('href="/en/desk"')
    const own = await setUpGenerator(scene.house, browser)
    expect((await scene.house.ask('/en/desk', own.browser)).status).toBe(200)
    await takeFactors()
  })

  test('whoever holds no right is asked for nothing', async () => {
    const browser = await sessionOf('nobody')
    expect(await (await scene.house.ask('/en/account/second-factor', browser)).text()).not.toContain(
      'This installation asks for a second factor',
    )
  })

  test('whoever removes their only one is led to set up another at once, in every browser', async () => {
    const elsewhere = await sessionOf('organiser', { secondFactor: true })
    const own = await setUpGenerator(scene.house, await sessionOf('organiser'))
    const { rows } = await scene.house.database.owner.query('select id from perenne.authenticator')
    const path = `/en/account/second-factor/remove/${rows[0].id}`
    expect(await (await scene.house.ask(path, own.browser)).text()).toContain('you will have to set up another at once')
    await scene.house.send(path, {}, own.browser)
    for (const browser of [own.browser, elsewhere]) {
      expect((await scene.house.ask('/en/desk', browser)).headers.get('location')).toMatch(
        /^\/en\/account\/second-factor/,
      )
    }
  })
})

describe('the administrators’ page', () => {
  beforeEach(takeFactors)
  const security = '/en/administration/security'

  test('asks everyone only when one’s own is set up; noted, and read where it counts', async () => {
    const administrator = await sessionOf('administrator')
    const first = await scene.house.send(security, { rule: 'required' }, administrator)
    expect(first.status).toBe(409)
    expect(await first.text()).toContain('Set up your own second factor first')
    const own = await setUpGenerator(scene.house, administrator)
    const page = await (await scene.house.ask(security, own.browser)).text()
    expect(page).toMatch(/[67] people have none yet/)
    expect((await scene.house.send(security, { rule: 'required' }, own.browser)).status).toBe(303)
    expect(await as(scene.house.db, person(ids.organiser as string), secondFactorRule)).toBe('required')
    expect((await scene.house.send(security, { rule: 'offered' }, own.browser)).status).toBe(303)
    expect((await scene.house.send(security, { rule: 'never' }, own.browser)).status).toBe(422)
    const { rows } = await scene.house.database.owner.query(
      'select what, actor_id from perenne.noted_act order by number',
    )
    expect(rows).toEqual([
      { what: 'second-factor-required', actor_id: ids.administrator },
      { what: 'second-factor-offered', actor_id: ids.administrator },
    ])
  })

  test('lists whoever holds a right, those without one first', async () => {
    await giveFactor('administrator')
    await giveFactor('elsewhere')
    const administrator = await sessionOf('administrator', { secondFactor: true })
    const html = await (await scene.house.ask(security, administrator)).text()
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(match => match[1] ?? '')
    expect(rows.map(row => row.includes('Code generator'))).toEqual([...Array(6).fill(false), true, true])
    expect(html).not.toContain('nobody@example.org')
    // One’s own is taken away in the account.
    expect(html).toContain(`/en/administration/people/${ids.elsewhere}/second-factor`)
    expect(html).not.toContain(`/en/administration/people/${ids.administrator}/second-factor`)
  })

  test('asks the same number of queries for seven colleagues as for ten', async () => {
    const { cookie } = (await sessionOf('administrator')).headers
    const few = await queriesOf(scene.house, security, cookie)
    const { rows } = await scene.house.database.owner.query(
      `insert into perenne.person (given_name, language, has_account, email)
       select 'more', 'fr', true, n || '@more.example' from generate_series(1, 3) n returning id`,
    )
    for (const { id } of rows) {
      await scene.house.database.owner.query(
        `insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
         select $1, 'administrator', id, kind, 'essai' from perenne.space where kind = 'installation'`,
        [id],
      )
    }
    expect(await queriesOf(scene.house, security, cookie)).toBe(few)
    expect(few).toBeLessThanOrEqual(8)
    await scene.house.database.owner.query(
      "delete from perenne.access_right where reason = 'essai' and person_id = any($1)",
      [rows.map(row => row.id)],
    )
  })

  test('takes a colleague’s away: factors, codes and sessions; told by mail, noted with who did it', async () => {
    await giveFactor('administrator')
    const administrator = await sessionOf('administrator', { secondFactor: true })
    const own = await setUpGenerator(scene.house, await sessionOf('organiser'))
    const path = `/en/administration/people/${ids.organiser}/second-factor`
    expect(await (await scene.house.ask(path, administrator)).text()).toContain('organiser Essai')
    expect((await scene.house.send(path, {}, administrator)).headers.get('location')).toBe(security)
    expect((await scene.house.ask('/en/account', own.browser)).headers.get('location')).toMatch(/^\/en\/sign-in\?/)
    for (const table of ['authenticator', 'recovery_code', 'session'] as const) {
      const left = await as(scene.house.db, job('test'), tx =>
        tx
          .selectFrom(table)
          .selectAll()
          .where('person_id', '=', ids.organiser as string)
          .execute(),
      )
      expect(left, table).toEqual([])
    }
    expect((await scene.house.ask('/en/desk', await sessionOf('organiser'))).status).toBe(200)
    expect((await newestMail(scene.house, ids.organiser as string))?.template).toBe('second-factor-reset')
    const { rows } = await scene.house.database.owner.query(
      "select actor_id, detail from perenne.noted_act where what = 'second-factor-reset'",
    )
    expect(rows).toEqual([{ actor_id: ids.administrator, detail: { person: ids.organiser, factors: 1 } }])
    // A second time there is nothing to take.
    await scene.house.send(path, {}, administrator)
    const again = await scene.house.database.owner.query(
      "select from perenne.noted_act where what = 'second-factor-reset'",
    )
    expect(again.rowCount).toBe(1)
  })

  test('no one else takes any away, nor an administrator their own here, nor with one shown an hour ago', async () => {
    await giveFactor('administrator')
    await giveFactor('elsewhere')
    const path = (visitor: Visitor) => `/en/administration/people/${ids[visitor]}/second-factor`
    for (const visitor of ['nobody', 'organiser', 'steward'] as const) {
      expect((await scene.house.send(path('elsewhere'), {}, await sessionOf(visitor))).status).toBe(403)
    }
    const administrator = await sessionOf('administrator', { secondFactor: true })
    await scene.house.send(path('administrator'), {}, administrator)
    await scene.house.database.owner.query(
      "update perenne.session set second_factor_at = second_factor_at - interval '1 hour'",
    )
    for (const answer of [
      await scene.house.ask(path('elsewhere'), administrator),
      await scene.house.send(path('elsewhere'), {}, administrator),
    ]) {
      expect(answer.headers.get('location')).toMatch(/^\/en\/sign-in\/second/)
    }
    const left = await scene.house.database.owner.query('select from perenne.authenticator')
    expect(left.rowCount).toBe(2)
    for (const id of ['not-an-id', '00000000-0000-4000-8000-00000000dead']) {
      const fresh = await sessionOf('administrator', { secondFactor: true })
      expect((await scene.house.send(`/en/administration/people/${id}/second-factor`, {}, fresh)).status).toBe(404)
    }
  })
})

test('a browser that is halfway may begin again', async () => {
  await giveFactor('organiser')
  const half = await sessionOf('organiser')
  const out = await scene.house.send('/en/sign-out', {}, half)
  expect(out.headers.get('location')).toBe('/en/')
  expect((await scene.house.ask('/en/desk', half)).headers.get('location')).toMatch(/^\/en\/sign-in\?/)
  expect(await browserAfter(half, out)).toEqual({ headers: { cookie: `${sessionCookie}=` } })
  await takeFactors()
})

test('what administrators did to second factors is told in the log of acts', async () => {
  await giveFactor('administrator')
  const browser = await sessionOf('administrator', { secondFactor: true })
  await scene.house.send('/en/administration/security', { rule: 'required' }, browser)
  await scene.house.send('/en/administration/security', { rule: 'offered' }, browser)
  const html = await (await scene.house.ask('/en/administration/log', browser)).text()
  expect(html).toContain('Second factor asked of everyone from now on')
  expect(html).toContain('Second factor left to each person from now on')
  expect(html).toContain('Second factor of a colleague reset')
  await takeFactors()
})
