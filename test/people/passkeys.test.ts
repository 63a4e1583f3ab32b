import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import {
  type Browser,
  browserAfter,
  codesOn,
  factorsRoom,
  growStale,
  type Options,
  openAuthenticator,
} from './factors-support.ts'
import { makePerson, peopleRoom, signedIn } from './support.ts'

let house: TestHouse
let ana: string
let number = 0
const origin = 'https://perenne.example.org'
const at = '/en/account/second-factor/passkeys'

beforeAll(async () => {
  house = await openTestHouse([factorsRoom, peopleRoom], { PUBLIC_URL: origin })
})
afterAll(() => house.close())
beforeEach(async () => {
  ana = await makePerson(house, `ana${++number}@ville.example`)
})

const options = async (path: string, browser: Partial<Browser> = {}) => {
  const answer = await house.send(path, {}, browser)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Options
}
const passkeysOf = (personId: string) =>
  as(house.db, job('test'), tx =>
    tx.selectFrom('authenticator').selectAll().where('person_id', '=', personId).execute(),
  )
const addPasskey = (browser: Browser, response: unknown, name = 'Office') =>
  house.send(at, { name, response: JSON.stringify(response) }, browser)
const enter = (response: unknown, browser: Partial<Browser> = {}) =>
  house.send('/en/sign-in/passkey', { response: JSON.stringify(response), _then: '/en/account' }, browser)
const prove = (browser: Browser, response: unknown) =>
  house.send('/en/sign-in/second', { response: JSON.stringify(response) }, browser)
const isIn = async (response: Response) =>
  (await house.ask('/en/account', await browserAfter({ headers: { cookie: '' } }, response))).status === 200

/** Someone with one passkey, as they make it. */
async function withPasskey(personId: string) {
  const browser = await signedIn(house, personId)
  const authenticator = openAuthenticator(origin)
  const answer = await addPasskey(browser, authenticator.make(await options(`${at}/options`, browser)))
  expect(answer.status).toBe(200)
  return { authenticator, codes: codesOn(await answer.text()), browser: await browserAfter(browser, answer) }
}

describe('adding a passkey', () => {
  test('is named, told by mail, brings recovery codes, and says nothing of the person but to their own device', async () => {
    const browser = await signedIn(house, ana)
    const asked = await options(`${at}/options`, browser)
    expect(asked.rp).toEqual({ id: 'perenne.example.org', name: 'Perenne' })
    // The handle is the person's random id, not their address (WebAuthn §14.6.1).
    expect(Buffer.from(asked.user?.id ?? '', 'base64url').toString('hex')).toBe(ana.replaceAll('-', ''))
    const { codes, browser: now } = await withPasskey(ana)
    expect(codes).toHaveLength(10)
    const [passkey] = await passkeysOf(ana)
    expect(passkey).toMatchObject({
      kind: 'passkey',
      name: 'Office',
      counter: 1,
      transports: ['internal'],
      secret: null,
    })
    const page = await (await house.ask('/en/account/second-factor', now)).text()
    expect(page).toContain('Office')
    expect(page).toContain('Not yet')
    const mails = await as(house.db, job('test'), tx =>
      tx.selectFrom('mail').select('template').where('person_id', '=', ana).execute(),
    )
    expect(mails).toEqual([{ template: 'passkey-added' }])
  })

  test('an answer to another challenge, of another person, site or kind, or a second time, is kept by nobody', async () => {
    const browser = await signedIn(house, ana)
    const eve = await makePerson(house, `eve${number}@ville.example`)
    const evesBrowser = await signedIn(house, eve)
    const authenticator = openAuthenticator(origin)
    const wrong: (() => Promise<unknown>)[] = [
      async () => authenticator.make({ ...(await options(`${at}/options`, browser)), challenge: 'A'.repeat(43) }),
      // Made for Eve's account, brought to Ana's.
      async () => authenticator.make(await options(`${at}/options`, evesBrowser)),
      // Asked of whoever signs in.
      async () =>
        authenticator.make({ ...(await options('/en/sign-in/passkey/options')), rp: { id: 'perenne.example.org' } }),
      async () => authenticator.make(await options(`${at}/options`, browser), { origin: 'https://evil.example' }),
      async () => authenticator.make(await options(`${at}/options`, browser), { rpId: 'evil.example' }),
      async () => authenticator.make(await options(`${at}/options`, browser), { type: 'webauthn.get' }),
      async () => ({ id: 'x', response: { clientDataJSON: 'e30' } }),
      async () => null,
      async () => ['x'],
    ]
    for (const [index, make] of wrong.entries()) {
      const answer = await addPasskey(browser, await make())
      expect(answer.status, String(index)).toBe(422)
      expect(await answer.text()).toContain('could not be checked')
      expect(await passkeysOf(ana)).toEqual([])
    }
    const right = authenticator.make(await options(`${at}/options`, browser))
    const added = await addPasskey(browser, right)
    expect(added.status).toBe(200)
    expect((await addPasskey(await browserAfter(browser, added), right)).status).toBe(422)
    expect(await passkeysOf(ana)).toHaveLength(1)
    // The same passkey for somebody else: refused, and Ana's stays hers.
    const again = await addPasskey(evesBrowser, authenticator.make(await options(`${at}/options`, evesBrowser)))
    expect(again.status).toBe(422)
    expect(await passkeysOf(eve)).toEqual([])
  })

  test('a challenge is good for ten minutes; the nightly job takes those away that have expired', async () => {
    const browser = await signedIn(house, ana)
    const response = openAuthenticator(origin).make(await options(`${at}/options`, browser))
    const { rows } = await house.database.owner.query(
      `select distinct round(extract(epoch from expires_at - created_at) / 60)::int as minutes from perenne.challenge`,
    )
    expect(rows).toEqual([{ minutes: 10 }])
    await house.database.owner.query("update perenne.challenge set expires_at = clock_timestamp() - interval '1 s'")
    expect((await addPasskey(browser, response)).status).toBe(422)
    await options(`${at}/options`, browser)
    await factorsRoom.jobs?.find(one => one.name === 'forget-challenges')?.run(house)
    const left = await house.database.owner.query('select count(*)::int as n from perenne.challenge')
    expect(left.rows[0].n).toBe(1)
  })

  test('without JavaScript, and without a name, the page says what to do and keeps what was typed', async () => {
    const browser = await signedIn(house, ana)
    const without = await house.send(at, { name: 'Bureau <b>', response: '' }, browser)
    expect(without.status).toBe(422)
    const html = await without.text()
    expect(html).toContain('Passkeys need JavaScript')
    expect(html).toContain('value="Bureau &lt;b&gt;"')
    const nameless = await house.send(at, { name: '  ', response: '{}' }, browser)
    expect(await nameless.text()).toContain('Give the passkey a name.')
    expect((await house.send(at, { name: 'x'.repeat(81) }, browser)).status).toBe(422)
  })

  test('the device is told which passkeys it has already; twenty are the most', async () => {
    const own = await withPasskey(ana)
    const asked = await options(`${at}/options`, own.browser)
    expect(asked.excludeCredentials).toMatchObject([{ id: own.authenticator.id }])
    let browser = own.browser
    for (let n = 1; n < 20; n++) {
      const answer = await addPasskey(browser, openAuthenticator(origin).make(await options(`${at}/options`, browser)))
      expect(answer.status).toBe(303)
      browser = await browserAfter(browser, answer)
    }
    const more = await addPasskey(browser, openAuthenticator(origin).make(await options(`${at}/options`, browser)))
    expect(more.status).toBe(422)
    expect(await passkeysOf(ana)).toHaveLength(20)
  })
})

describe('signing in with a passkey alone', () => {
  test('counts as both factors, and moves the counter on', async () => {
    const { authenticator } = await withPasskey(ana)
    const asked = await options('/en/sign-in/passkey/options')
    // Nobody learns who has a passkey: the device knows.
    expect(asked.allowCredentials ?? []).toEqual([])
    expect(asked.userVerification).toBe('required')
    const answer = await enter(authenticator.use(asked))
    expect(answer.headers.get('location')).toBe('/en/account')
    expect(await isIn(answer)).toBe(true)
    const [passkey] = await passkeysOf(ana)
    expect(passkey?.counter).toBe(2)
    expect(passkey?.used_at).not.toBeNull()
  })

  test('a replay, and anything that is not as asked, opens nothing', async () => {
    const { authenticator } = await withPasskey(ana)
    const stranger = openAuthenticator(origin)
    const fresh = () => options('/en/sign-in/passkey/options')
    const used = authenticator.use(await fresh())
    expect(await isIn(await enter(used))).toBe(true)
    const half = await signedIn(house, ana)
    const wrong: [string, unknown][] = [
      ['a replay', used],
      ['another site', authenticator.use(await fresh(), { origin: 'https://perenne.example.org.evil.example' })],
      ['another relying party', authenticator.use(await fresh(), { rpId: 'example.org' })],
      ['nobody checked who holds it', authenticator.use(await fresh(), { verified: false })],
      ['another kind of ceremony', authenticator.use(await fresh(), { type: 'webauthn.create' })],
      ['a challenge of our own making', authenticator.use({ ...(await fresh()), challenge: 'B'.repeat(43) })],
      ['a challenge of the second step', authenticator.use(await options('/en/sign-in/second/options', half))],
      ['no handle', authenticator.use(await fresh(), { handle: '' })],
      [
        'somebody else’s handle',
        authenticator.use(await fresh(), { handle: Buffer.alloc(16, 7).toString('base64url') }),
      ],
      ['an unknown passkey', stranger.use(await fresh())],
      ['its id, signed by another', { ...stranger.use(await fresh()), id: authenticator.id, rawId: authenticator.id }],
      ['nothing', null],
    ]
    for (const [what, response] of wrong) {
      const answer = await enter(response)
      expect(answer.headers.get('location'), what).toBe('/en/sign-in?then=%2Fen%2Faccount')
      expect(await isIn(answer), what).toBe(false)
    }
    expect(await isIn(await enter(authenticator.use(await fresh())))).toBe(true)
  })

  test('the same answer sent many times at once opens one session', async () => {
    const { authenticator } = await withPasskey(ana)
    const response = authenticator.use(await options('/en/sign-in/passkey/options'))
    const answers = await Promise.all(Array.from({ length: 6 }, () => enter(response)))
    expect((await Promise.all(answers.map(isIn))).filter(Boolean)).toHaveLength(1)
  })

  test('a counter that does not grow tells of a copy: refused; a forged answer does not move it', async () => {
    const { authenticator } = await withPasskey(ana)
    const next = () => options('/en/sign-in/passkey/options')
    expect(await isIn(await enter(authenticator.use(await next(), { counter: 40 })))).toBe(true)
    expect(await isIn(await enter(authenticator.use(await next(), { counter: 39 })))).toBe(false)
    expect(await isIn(await enter(authenticator.use(await next(), { counter: 40 })))).toBe(false)
    const forged = { ...openAuthenticator(origin).use(await next(), { counter: 99 }), id: authenticator.id }
    expect(await isIn(await enter({ ...forged, rawId: authenticator.id }))).toBe(false)
    expect((await passkeysOf(ana))[0]?.counter).toBe(40)
    expect(await isIn(await enter(authenticator.use(await next(), { counter: 41 })))).toBe(true)
  })

  test('a device that counts nothing is taken each time', async () => {
    const browser = await signedIn(house, ana)
    const authenticator = openAuthenticator(origin)
    await addPasskey(browser, authenticator.make(await options(`${at}/options`, browser), { counter: 0 }))
    for (let n = 0; n < 2; n++) {
      const asked = await options('/en/sign-in/passkey/options')
      expect(await isIn(await enter(authenticator.use(asked, { counter: 0 })))).toBe(true)
    }
  })

  test('whoever was removed, or erased, is let in no more', async () => {
    const { authenticator, browser } = await withPasskey(ana)
    const [passkey] = await passkeysOf(ana)
    await house.send(`/en/account/second-factor/remove/${passkey?.id}`, {}, browser)
    expect(await isIn(await enter(authenticator.use(await options('/en/sign-in/passkey/options'))))).toBe(false)
    const bea = await makePerson(house, `bea${number}@ville.example`)
    const hers = await withPasskey(bea)
    await as(house.db, job('test'), tx =>
      tx.updateTable('person').set({ has_account: false }).where('id', '=', bea).execute(),
    )
    expect(await isIn(await enter(hers.authenticator.use(await options('/en/sign-in/passkey/options'))))).toBe(false)
  })
})

describe('a passkey as the second factor', () => {
  test('after the mail link, also one that cannot check who holds it', async () => {
    const { authenticator } = await withPasskey(ana)
    const half = await signedIn(house, ana)
    const html = await (await house.ask('/en/sign-in/second', half)).text()
    expect(html).toContain('<passkey-button')
    expect(html).toContain('<noscript>')
    const asked = await options('/en/sign-in/second/options', half)
    expect(asked.allowCredentials).toMatchObject([{ id: authenticator.id }])
    const response = authenticator.use(asked, { verified: false })
    const answer = await prove(half, response)
    expect(answer.status).toBe(303)
    expect(await isIn(answer)).toBe(true)
    expect((await prove(await signedIn(house, ana), response)).status).toBe(422)
  })

  test('of another person it opens nothing, whichever way the challenge was had', async () => {
    await withPasskey(ana)
    const eve = await makePerson(house, `eve${number}@ville.example`)
    const hers = await withPasskey(eve)
    const half = await signedIn(house, ana)
    const evesHalf = await signedIn(house, eve)
    for (const asked of [
      await options('/en/sign-in/second/options', half),
      await options('/en/sign-in/second/options', evesHalf),
      await options('/en/sign-in/passkey/options'),
    ]) {
      const answer = await prove(half, hers.authenticator.use(asked))
      expect(answer.status).toBe(422)
      expect((await house.ask('/en/account', half)).headers.get('location')).toMatch(/^\/en\/sign-in\/second/)
    }
  })

  test('is shown again before another one is added', async () => {
    const own = await withPasskey(ana)
    await growStale(house)
    expect((await house.send(`${at}/options`, {}, own.browser)).status).toBe(403)
    expect((await house.ask(at, own.browser)).headers.get('location')).toMatch(/^\/en\/sign-in\/second\?then=/)
    const asked = await options('/en/sign-in/second/options', own.browser)
    const fresh = await browserAfter(own.browser, await prove(own.browser, own.authenticator.use(asked)))
    expect((await house.ask(at, fresh)).status).toBe(200)
  })

  test('nobody is told what to ask a browser for without a session', async () => {
    expect((await house.send('/en/sign-in/second/options', {})).status).toBe(403)
    expect((await house.send(`${at}/options`, {})).status).toBe(403)
  })
})
