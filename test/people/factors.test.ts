import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, job, person } from '../../source/ground/database/actor.ts'
import { factorMails, resetSecondFactorVerb } from '../../source/ground/people/factors/index.ts'
import { useUpStep } from '../../source/ground/people/factors/store/authenticators.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import {
  type Browser,
  browserAfter,
  codeOf,
  codesOn,
  factorsRoom,
  forgetSteps,
  growStale,
  hiddenOn,
  secretOn,
  setUpGenerator,
} from './factors-support.ts'
import { giveRole, makePerson, peopleRoom, signedIn } from './support.ts'

let house: TestHouse
let ana: string
let number = 0

beforeAll(async () => {
  house = await openTestHouse([factorsRoom, peopleRoom])
})
afterAll(() => house.close())
// Somebody new each time: wrong codes are counted for each person.
beforeEach(async () => {
  ana = await makePerson(house, `ana${++number}@ville.example`)
})

const at = '/en/account/second-factor'
const mailsTo = (personId: string) =>
  as(house.db, job('test'), async tx => {
    const rows = await tx
      .selectFrom('mail')
      .select('template')
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .execute()
    return rows.map(row => row.template)
  })
const factorsOf = (personId: string) =>
  as(house.db, job('test'), tx =>
    tx.selectFrom('authenticator').selectAll().where('person_id', '=', personId).execute(),
  )
const prove = (browser: Browser, code: string, then = '') =>
  house.send('/en/sign-in/second', { [/^\d*$/.test(code) ? 'code' : 'recovery']: code, _then: then }, browser)

describe('setting a code generator up', () => {
  test('counts only when a code of it was typed; then codes are shown once, the session is renewed, a mail tells', async () => {
    const browser = await signedIn(house, ana)
    const page = await house.ask(`${at}/app`, browser)
    const html = await page.text()
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await factorsOf(ana)).toEqual([])
    const wrong = await house.send(`${at}/app`, { sealed: hiddenOn(html, 'sealed'), code: '000000' }, browser)
    expect(wrong.status).toBe(422)
    // The same picture again: what was scanned is not lost.
    expect(secretOn(await wrong.text())).toBe(secretOn(html))
    expect(await factorsOf(ana)).toEqual([])

    const right = { sealed: hiddenOn(html, 'sealed'), code: codeOf(secretOn(html)) }
    const answer = await house.send(`${at}/app`, right, browser)
    const said = await answer.text()
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(new Set(codesOn(said)).size).toBe(10)
    for (const code of codesOn(said)) expect(said).toContain(encodeURIComponent(code))
    expect(await mailsTo(ana)).toEqual(['second-factor-added'])
    // The cookie of before is worth nothing any more.
    expect((await house.ask('/en/account', browser)).headers.get('location')).toMatch(/^\/en\/sign-in\?/)
    const now = await browserAfter(browser, answer)
    expect((await house.ask('/en/account', now)).status).toBe(200)
    // No second one, and the code is used up.
    expect((await house.send(`${at}/app`, right, now)).headers.get('location')).toBe(at)
    expect(await factorsOf(ana)).toHaveLength(1)
    expect((await prove(await signedIn(house, ana), right.code)).status).toBe(422)
  })

  test('the secret is stored encrypted, codes as keyed hashes: nothing in the database shows them', async () => {
    const { secret, recovery } = await setUpGenerator(house, await signedIn(house, ana))
    const { rows } = await house.database.owner.query(
      `select a::text as text from perenne.authenticator a union all select r::text from perenne.recovery_code r
       union all select m::text from perenne.mail m union all select c::text from perenne.challenge c`,
    )
    const all = rows.map(row => row.text).join('\n')
    const bits = [...secret.replace(/ /g, '')]
      .map(one => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
      .join('')
    const hex = (bits.match(/.{4}/g) ?? []).map(four => Number.parseInt(four, 2).toString(16)).join('')
    expect(hex).toHaveLength(40)
    expect(all).not.toContain(hex)
    for (const code of recovery) {
      expect(all).not.toContain(code)
      expect(all).not.toContain(code.replace('-', ''))
    }
  })

  test('a form that another person was given, or made up, sets nothing up', async () => {
    const other = await makePerson(house, `bea${number}@ville.example`)
    const html = await (await house.ask(`${at}/app`, await signedIn(house, other))).text()
    const browser = await signedIn(house, ana)
    for (const sealed of [hiddenOn(html, 'sealed'), '', 'AAAA', 'x'.repeat(500)]) {
      const answer = await house.send(`${at}/app`, { sealed, code: codeOf(secretOn(html)) }, browser)
      expect(answer.status).toBe(422)
      // With a new picture, to go on.
      expect(secretOn(await answer.text())).not.toBe(secretOn(html))
    }
    expect(await factorsOf(ana)).toEqual([])
  })

  test('six at once set one up', async () => {
    const browser = await signedIn(house, ana)
    const html = await (await house.ask(`${at}/app`, browser)).text()
    const form = { sealed: hiddenOn(html, 'sealed'), code: codeOf(secretOn(html)) }
    const sent = Array.from({ length: 5 }, () => house.send(`${at}/app`, form, browser))
    const answers = await Promise.all(sent)
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
    expect(await factorsOf(ana)).toHaveLength(1)
    expect(await mailsTo(ana)).toEqual(['second-factor-added'])
  })
})

describe('the second step', () => {
  test('whoever has a second factor gets a session that opens its page alone, until it is shown', async () => {
    const { secret } = await setUpGenerator(house, await signedIn(house, ana))
    const half = await signedIn(house, ana)
    const led = await house.ask('/en/account', half)
    expect(led.headers.get('location')).toBe(`/en/sign-in/second?then=${encodeURIComponent('/en/account')}`)
    // Not even the page on which a second factor is removed.
    for (const path of [at, `${at}/app`, `${at}/passkeys`]) {
      expect((await house.ask(path, half)).headers.get('location')).toMatch(/^\/en\/sign-in\/second/)
    }
    expect((await house.send(`${at}/codes`, {}, half)).headers.get('location')).toBe('/en/sign-in/second')
    expect((await house.ask('/en/sign-in', half)).headers.get('location')).toBe('/en/sign-in/second')
    expect(await (await house.ask('/en/sign-in/second?then=/en/account', half)).text()).toContain('value="/en/account"')

    const answer = await prove(half, codeOf(secret), '/en/account')
    expect(answer.headers.get('location')).toBe('/en/account')
    const whole = await browserAfter(half, answer)
    expect((await house.ask('/en/account', whole)).status).toBe(200)
    // Session fixation: the name that was known before opens nothing.
    expect(whole).not.toEqual(half)
    expect((await house.ask('/en/account', half)).headers.get('location')).toMatch(/^\/en\/sign-in\?/)
  })

  test('the half session lives half an hour, the whole one as long as any', async () => {
    const { secret } = await setUpGenerator(house, await signedIn(house, ana))
    const half = await signedIn(house, ana)
    const minutes = async () => {
      const { rows } = await house.database.owner.query(
        `select round(extract(epoch from expires_at - clock_timestamp()) / 60)::int as left from perenne.session
         where person_id = $1 order by created_at desc limit 1`,
        [ana],
      )
      return rows[0].left
    }
    expect(await minutes()).toBe(30)
    await prove(half, codeOf(secret))
    expect(await minutes()).toBe(14 * 24 * 60)
  })

  test('a code is taken once, in any session, also by many at once', async () => {
    const { secret } = await setUpGenerator(house, await signedIn(house, ana))
    const code = codeOf(secret)
    const sessions = await Promise.all(Array.from({ length: 4 }, () => signedIn(house, ana)))
    const answers = await Promise.all(sessions.map(browser => prove(browser, code)))
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 422, 422, 422])
    // An older one of the same minute is no way in either.
    expect((await prove(await signedIn(house, ana), codeOf(secret, -1))).status).toBe(422)
    expect((await prove(await signedIn(house, ana), codeOf(secret, 1))).status).toBe(303)
  })

  test('of two that have both looked at the same code before either used it, one gets in', async () => {
    await setUpGenerator(house, await signedIn(house, ana))
    const [factor] = await factorsOf(ana)
    const first = Promise.withResolvers<void>()
    const other = Promise.withResolvers<void>()
    const one = as(house.db, person(ana), async tx => {
      const used = await useUpStep(tx, factor?.id ?? '', 60_000_000)
      first.resolve()
      await other.promise
      return used
    })
    await first.promise
    // Waits for the row that the other has changed and not yet kept.
    const two = as(house.db, person(ana), tx => useUpStep(tx, factor?.id ?? '', 60_000_000))
    await setTimeout(100)
    other.resolve()
    expect(await Promise.all([one, two])).toEqual([true, false])
  })

  test('a code of two steps away, of another person, or nothing at all is refused, and said so', async () => {
    const { secret } = await setUpGenerator(house, await signedIn(house, ana))
    const other = await makePerson(house, `bea${number}@ville.example`)
    const theirs = await setUpGenerator(house, await signedIn(house, other))
    await forgetSteps(house)
    const half = await signedIn(house, ana)
    for (const code of [codeOf(secret, -3), codeOf(secret, 3), codeOf(theirs.secret), theirs.recovery[0] as string]) {
      const answer = await prove(half, code)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('This code is not right')
    }
    const none = await prove(half, '')
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Type the code.')
    expect((await prove(half, codeOf(secret))).status).toBe(303)
  })

  test('a recovery code stands in once, and is told by mail', async () => {
    const { recovery } = await setUpGenerator(house, await signedIn(house, ana))
    const code = recovery[0] as string
    const sessions = await Promise.all(Array.from({ length: 3 }, () => signedIn(house, ana)))
    const answers = await Promise.all(sessions.map(browser => prove(browser, code.toUpperCase().replace('-', ' '))))
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 422, 422])
    expect(await mailsTo(ana)).toEqual(['second-factor-added', 'recovery-code-used'])
    const whole = await browserAfter(sessions[0] as Browser, answers.find(answer => answer.status === 303) as Response)
    expect(await (await house.ask(at, whole)).text()).toContain('9 codes are left.')
  })

  test('after five wrong codes nobody gets in for a while, from no session and with no right code', async () => {
    const { secret } = await setUpGenerator(house, await signedIn(house, ana))
    const tries = await Promise.all(
      Array.from({ length: 12 }, async () => (await prove(await signedIn(house, ana), '000000')).status),
    )
    expect(tries.filter(status => status === 422)).toHaveLength(5)
    expect(tries.filter(status => status === 429)).toHaveLength(7)
    const right = await prove(await signedIn(house, ana), codeOf(secret))
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(60)
    // Somebody else is not kept out by it.
    const other = await makePerson(house, `bea${number}@ville.example`)
    const theirs = await setUpGenerator(house, await signedIn(house, other))
    expect((await prove(await signedIn(house, other), codeOf(theirs.secret))).status).toBe(303)
  })

  test('signing out ends a half session too; a page of another site cannot send the code', async () => {
    const { secret } = await setUpGenerator(house, await signedIn(house, ana))
    const half = await signedIn(house, ana)
    const forged = { headers: { ...half.headers, origin: 'https://evil.example' } }
    expect((await house.send('/en/sign-in/second', { code: codeOf(secret) }, forged)).status).toBe(403)
    expect((await house.send('/en/sign-out', {}, half)).status).toBe(303)
    expect((await prove(half, codeOf(secret))).headers.get('location')).toBe('/en/sign-in')
  })

  test('nobody, and whoever has no second factor, are led on', async () => {
    expect((await house.ask('/en/sign-in/second?then=/en/account')).headers.get('location')).toBe(
      '/en/sign-in?then=%2Fen%2Faccount',
    )
    const browser = await signedIn(house, ana)
    expect((await house.ask('/en/sign-in/second?then=//evil.example/en/', browser)).headers.get('location')).toBe(
      '/en/account',
    )
  })

  test('a generator set up in one browser makes the other sessions half ones', async () => {
    const elsewhere = await signedIn(house, ana)
    await setUpGenerator(house, await signedIn(house, ana))
    expect((await house.ask('/en/account', elsewhere)).headers.get('location')).toMatch(/^\/en\/sign-in\/second/)
  })
})

describe('changing how one signs in', () => {
  test('asks for the second factor again when it was shown long ago, and then goes on', async () => {
    const own = await setUpGenerator(house, await signedIn(house, ana))
    const [factor] = await factorsOf(ana)
    await growStale(house)
    const pages = [`${at}/passkeys`, `${at}/remove/${factor?.id}`]
    for (const path of pages) {
      expect((await house.ask(path, own.browser)).headers.get('location')).toBe(
        `/en/sign-in/second?then=${encodeURIComponent(path)}`,
      )
    }
    for (const path of [...pages, `${at}/codes`]) {
      const answer = await house.send(path, { name: 'x' }, own.browser)
      expect(answer.headers.get('location')).toBe(`/en/sign-in/second?then=${encodeURIComponent(at)}`)
    }
    expect((await house.send(`${at}/passkeys/options`, {}, own.browser)).status).toBe(403)
    expect(await factorsOf(ana)).toHaveLength(1)
    const answer = await prove(own.browser, codeOf(own.secret), `${at}/remove/${factor?.id}`)
    const fresh = await browserAfter(own.browser, answer)
    expect((await house.ask(answer.headers.get('location') ?? '', fresh)).status).toBe(200)
  })

  test('removed, the mail alone opens the account again; codes go along; a mail tells', async () => {
    const own = await setUpGenerator(house, await signedIn(house, ana))
    const [factor] = await factorsOf(ana)
    const asked = await house.ask(`${at}/remove/${factor?.id}`, own.browser)
    expect(await asked.text()).toContain('It is your only second factor')
    expect((await house.send(`${at}/remove/${factor?.id}`, {}, own.browser)).headers.get('location')).toBe(at)
    expect(await factorsOf(ana)).toEqual([])
    const left = await as(house.db, job('test'), tx =>
      tx.selectFrom('recovery_code').selectAll().where('person_id', '=', ana).execute(),
    )
    expect(left).toEqual([])
    expect(await mailsTo(ana)).toEqual(['second-factor-added', 'second-factor-removed'])
    expect((await house.ask('/en/account', await signedIn(house, ana))).status).toBe(200)
  })

  test('new codes make the old ones worthless', async () => {
    const own = await setUpGenerator(house, await signedIn(house, ana))
    const page = await house.send(`${at}/codes`, {}, own.browser)
    const fresh = codesOn(await page.text())
    expect(fresh).toHaveLength(10)
    expect((await prove(await signedIn(house, ana), own.recovery[3] as string)).status).toBe(422)
    expect((await prove(await signedIn(house, ana), fresh[3] as string)).status).toBe(303)
  })

  test('nobody sees, removes or changes what is another person’s', async () => {
    const own = await setUpGenerator(house, await signedIn(house, ana))
    const [factor] = await factorsOf(ana)
    const eve = await makePerson(house, `eve${number}@ville.example`)
    await giveRole(house, eve, 'administrator', 'installation')
    const browser = await signedIn(house, eve)
    for (const id of [factor?.id, 'not-an-id', '00000000-0000-4000-8000-00000000dead']) {
      expect((await house.ask(`${at}/remove/${id}`, browser)).status).toBe(404)
      expect((await house.send(`${at}/remove/${id}`, {}, browser)).status).toBe(404)
    }
    expect(await factorsOf(ana)).toHaveLength(1)
    // The database answers the same to whoever forgot to ask.
    for (const table of ['authenticator', 'recovery_code', 'challenge', 'external_identity'] as const) {
      const seen = await as(house.db, person(eve), tx => tx.selectFrom(table).selectAll().execute())
      expect(seen, table).toEqual([])
    }
    const changed = await as(house.db, person(eve), tx =>
      tx
        .updateTable('authenticator')
        .set({ last_step: 0 })
        .where('id', '=', factor?.id ?? '')
        .executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
    await expect(
      as(house.db, person(eve), tx =>
        tx.insertInto('recovery_code').values({ person_id: ana, code_hash: 'eve knows it' }).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    expect((await house.ask(at, own.browser)).status).toBe(200)
  })

  test('erased with the person, and all ways in with it', async () => {
    const own = await setUpGenerator(house, await signedIn(house, ana))
    await as(house.db, job('test'), tx =>
      tx
        .insertInto('external_identity')
        .values({ person_id: ana, issuer: 'https://login.example', subject: ana })
        .execute(),
    )
    await as(house.db, job('test'), tx =>
      tx
        .insertInto('challenge')
        .values({
          id: ana,
          kind: 'add-passkey',
          person_id: ana,
          expires_at: Temporal.Now.instant().add({ minutes: 5 }),
        })
        .execute(),
    )
    const root = await makePerson(house, `root${number}@ville.example`)
    await giveRole(house, root, 'administrator', 'installation')
    const erased = await house.send(
      `/en/administration/people/${ana}/erase`,
      { reason: 'at their request' },
      await signedIn(house, root),
    )
    expect(erased.status).toBe(303)
    for (const table of ['authenticator', 'recovery_code', 'challenge', 'external_identity', 'session'] as const) {
      const left = await as(house.db, job('test'), tx =>
        tx.selectFrom(table).selectAll().where('person_id', '=', ana).execute(),
      )
      expect(left, table).toEqual([])
    }
    expect((await house.ask('/en/account', own.browser)).headers.get('location')).toMatch(/^\/en\/sign-in\?/)
  })
})

test('from the machine itself, the second factor of whoever administers alone is taken away', async () => {
  const own = await setUpGenerator(house, await signedIn(house, ana))
  const said: string[] = []
  const complained: string[] = []
  const verb = resetSecondFactorVerb((_line, work) => work(house))
  const run = (...words: string[]) =>
    verb.run({
      words,
      json: false,
      environment: {},
      say: line => said.push(line),
      complain: line => complained.push(line),
    })
  const address = `ana${number}@ville.example`
  expect(await run(address.toUpperCase())).toBe(0)
  expect(said).toEqual([expect.stringContaining('taken away')])
  expect(await factorsOf(ana)).toEqual([])
  expect(await mailsTo(ana)).toEqual(['second-factor-added', 'second-factor-reset'])
  expect((await house.ask('/en/account', own.browser)).headers.get('location')).toMatch(/^\/en\/sign-in\?/)
  expect(await run(address)).toBe(1)
  expect(await run('nobody@ville.example')).toBe(1)
  expect(complained).toHaveLength(2)
  const { rows } = await house.database.owner.query('select what, actor_kind from perenne.noted_act')
  expect(rows).toEqual([{ what: 'second-factor-reset', actor_kind: 'job' }])
})

test('each mail has its words in four languages, and leads to the page of one’s own', async () => {
  for (const [name, template] of Object.entries(factorMails)) {
    const subjects = new Set<string>()
    for (const locale of ['fr', 'es', 'pt', 'en'] as const) {
      const to = { id: ana, givenName: 'Ana', familyName: 'Souza', email: 'ana@ville.example' }
      const words = await as(house.db, job('test'), tx => template.words(house, tx, {}, locale, to))
      expect(words?.action?.url, name).toBe(new URL(`/${locale}/account/second-factor`, house.settings.publicUrl).href)
      expect(words?.paragraphs[0]).toContain('Ana')
      expect(words?.after?.[0]?.length).toBeGreaterThan(20)
      subjects.add(words?.subject ?? '')
    }
    expect(subjects.size, name).toBe(4)
  }
})
