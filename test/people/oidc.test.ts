import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, job, person } from '../../source/ground/database/actor.ts'
import type { Room } from '../../source/ground/house.ts'
import { oidcRoutes } from '../../source/ground/people/oidc/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { type RunningProvider, signInThere, startProvider } from '../support/provider.ts'
import { type Browser, browserAfter, codeOf, factorsRoom, setUpGenerator } from './factors-support.ts'
import { cookieOf, makePerson, peopleRoom, signedIn } from './support.ts'

const room: Room = { name: 'oidc', routes: oidcRoutes }
const publicUrl = 'http://localhost:3000'
const withProvider = '/en/sign-in/with-provider'

let provider: RunningProvider
let house: TestHouse
let ana: string
let email: string
let number = 0

beforeAll(async () => {
  provider = await startProvider({ redirectUri: () => `${publicUrl}/sign-in/callback`, secret: 'a-secret-of-the-test' })
  house = await openTestHouse([factorsRoom, room, peopleRoom], {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'perenne',
    OIDC_CLIENT_SECRET: 'a-secret-of-the-test',
    OIDC_NAME: 'Ville de Brécourt',
  })
})
afterAll(async () => {
  await house?.close()
  await provider?.close()
})
beforeEach(async () => {
  email = `ana${++number}@ville.example`
  ana = await makePerson(house, email)
  provider.accounts.set(`a${number}`, { email, email_verified: true })
})

type Begun = { address: URL; cookie: string }

/** Presses the button: where the browser goes, and what it holds. */
async function begin(then = '', at = house): Promise<Begun> {
  const answer = await at.send(withProvider, { _then: then })
  expect(answer.status).toBe(200)
  const address = /^0; url=(.*)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? ''
  // The same for whoever's browser does not go on by itself.
  expect(await answer.text()).toContain(`href="${address.replaceAll('&', '&amp;')}"`)
  const set = answer.headers.getSetCookie().find(one => one.startsWith('perenne_provider=')) ?? ''
  expect(set).toMatch(/; Path=\/sign-in\/callback; HttpOnly; SameSite=Lax; Max-Age=600$/)
  return { address: new URL(address), cookie: set.split(';')[0] ?? '' }
}
const comeBack = (url: URL, cookie: string, at = house) =>
  at.ask(url.pathname + url.search, { headers: { 'accept-language': 'en', ...(cookie === '' ? {} : { cookie }) } })

/** The whole way. */
async function signIn(login: string, then = ''): Promise<Response> {
  const begun = await begin(then)
  return comeBack(await signInThere(begun.address.href, { login }), begun.cookie)
}

/** What the page that they are led to says, or the empty text for somebody who is in. */
async function problemAfter(response: Response): Promise<string> {
  const location = response.headers.get('location') ?? ''
  if (!/^\/[a-z]{2}\/sign-in(\?|$)/.test(location)) return ''
  expect(await cookieOf(response)).toBe('')
  const cookie = response.headers.getSetCookie().find(one => one.startsWith('perenne_flash=')) ?? ''
  const page = await (await house.ask(location, { headers: { cookie: cookie.split(';')[0] ?? '' } })).text()
  return /role="alert"><strong>[^<]*<\/strong><p>([^<]*)/.exec(page)?.[1] ?? 'nothing is said'
}
const isIn = async (response: Response) => {
  const browser: Browser = await browserAfter({ headers: { cookie: '' } }, response)
  return (await house.ask('/en/account', browser)).status === 200
}
const identitiesOf = (personId: string) =>
  as(house.db, job('test'), tx =>
    tx.selectFrom('external_identity').selectAll().where('person_id', '=', personId).execute(),
  )
const countOf = (table: 'person' | 'session' | 'challenge') =>
  as(house.db, job('test'), async tx => (await tx.selectFrom(table).selectAll().execute()).length)

describe('signing in through the organisation’s own provider', () => {
  test('opens the account with the same checked address, links it, tells by mail, and goes where one wanted', async () => {
    const response = await signIn(`a${number}`, '/en/account?x=1')
    expect(response.headers.get('location')).toBe('/en/account?x=1')
    expect(await isIn(response)).toBe(true)
    expect(await identitiesOf(ana)).toMatchObject([{ issuer: provider.issuer, subject: `a${number}` }])
    const mails = await as(house.db, job('test'), tx =>
      tx.selectFrom('mail').select('template').where('person_id', '=', ana).execute(),
    )
    expect(mails).toEqual([{ template: 'sign-in-way-added' }])
    expect(await countOf('challenge')).toBe(0)
    // From then on by its number: the address may change, there and here, and no mail is written again.
    provider.accounts.set(`a${number}`, { email: 'ana.other@ville.example', email_verified: false })
    expect(await isIn(await signIn(`a${number}`))).toBe(true)
    const page = await (await house.ask('/en/account/second-factor', await signedIn(house, ana))).text()
    expect(page).toContain(provider.issuer)
  })

  test('asks for what it must: code, PKCE, state, nonce, nothing but the address', async () => {
    const { address } = await begin()
    const asked = Object.fromEntries(address.searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'perenne',
      redirect_uri: `${publicUrl}/sign-in/callback`,
      scope: 'openid email',
      code_challenge_method: 'S256',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length).toBeGreaterThanOrEqual(43)
    const other = (await begin()).address.searchParams
    for (const name of ['state', 'nonce', 'code_challenge']) expect(other.get(name)).not.toBe(asked[name])
  })

  test('two first sign-ins at once link it once', async () => {
    const responses = await Promise.all([signIn(`a${number}`), signIn(`a${number}`)])
    expect((await Promise.all(responses.map(isIn))).some(Boolean)).toBe(true)
    expect(await identitiesOf(ana)).toHaveLength(1)
  })
})

describe('what is refused', () => {
  const expired = 'This sign-in was begun too long ago, in another browser, or has been used. Begin again.'

  test('a replayed answer: the browser that began it has used it', async () => {
    const begun = await begin()
    const back = await signInThere(begun.address.href, { login: `a${number}` })
    expect(await isIn(await comeBack(back, begun.cookie))).toBe(true)
    expect(await problemAfter(await comeBack(back, begun.cookie))).toBe(expired)
    // Sent twice at once it opens one session.
    const again = await begin()
    const there = await signInThere(again.address.href, { login: `a${number}` })
    const answers = await Promise.all(Array.from({ length: 4 }, () => comeBack(there, again.cookie)))
    expect((await Promise.all(answers.map(isIn))).filter(Boolean)).toHaveLength(1)
  })

  test('an answer that another browser began, or none: nobody is signed in as somebody else', async () => {
    const begun = await begin()
    const back = await signInThere(begun.address.href, { login: `a${number}` })
    expect(await problemAfter(await comeBack(back, ''))).toBe(expired)
    const victim = await begin()
    expect(await problemAfter(await comeBack(back, victim.cookie))).toContain('could not be trusted')
    expect(await problemAfter(await comeBack(back, 'perenne_provider=made-up'))).toBe(expired)
    expect(await identitiesOf(ana)).toEqual([])
  })

  test('a wrong state, a wrong nonce, a wrong verifier, a code that is none', async () => {
    const sessions = await countOf('session')
    const spoilt: ((begun: Begun) => Promise<URL>)[] = [
      async begun => {
        const back = await signInThere(begun.address.href, { login: `a${number}` })
        back.searchParams.set('state', 'A'.repeat(43))
        return back
      },
      async begun => {
        const back = await signInThere(begun.address.href, { login: `a${number}` })
        back.searchParams.delete('state')
        return back
      },
      async begun => {
        begun.address.searchParams.set('nonce', 'B'.repeat(43))
        return signInThere(begun.address.href, { login: `a${number}` })
      },
      async begun => {
        begun.address.searchParams.set('code_challenge', 'C'.repeat(43))
        return signInThere(begun.address.href, { login: `a${number}` })
      },
      async begun => {
        const back = await signInThere(begun.address.href, { login: `a${number}` })
        back.searchParams.set('code', 'D'.repeat(43))
        return back
      },
      async begun => {
        const back = await signInThere(begun.address.href, { login: `a${number}` })
        // RFC 9207: another provider's answer.
        back.searchParams.set('iss', 'https://evil.example')
        return back
      },
    ]
    for (const [index, spoil] of spoilt.entries()) {
      const begun = await begin()
      const problem = await problemAfter(await comeBack(await spoil(begun), begun.cookie))
      expect(problem, String(index)).toContain('could not be trusted')
    }
    expect(await countOf('session')).toBe(sessions)
    expect(await identitiesOf(ana)).toEqual([])
  })

  test('an answer after ten minutes', async () => {
    const begun = await begin()
    const back = await signInThere(begun.address.href, { login: `a${number}` })
    await house.database.owner.query("update perenne.challenge set expires_at = clock_timestamp() - interval '1 s'")
    expect(await problemAfter(await comeBack(back, begun.cookie))).toBe(expired)
  })

  test('an address that the provider has not checked, and one that nobody has here: no account is made', async () => {
    const persons = await countOf('person')
    for (const said of [{ email }, { email, email_verified: false }, { email_verified: true }, {}]) {
      provider.accounts.set('eve', said)
      expect(await problemAfter(await signIn('eve'))).toContain('does not say that it has checked')
    }
    provider.accounts.set('eve', { email: 'stranger@ville.example', email_verified: true })
    expect(await problemAfter(await signIn('eve'))).toContain('Nobody has an account here')
    expect(await countOf('person')).toBe(persons)
    expect(await identitiesOf(ana)).toEqual([])
  })

  test('an address that went over to somebody else there does not open the account of before', async () => {
    expect(await isIn(await signIn(`a${number}`))).toBe(true)
    provider.accounts.set('newcomer', { email, email_verified: true })
    expect(await problemAfter(await signIn('newcomer'))).toContain('Another account at Ville de Brécourt is linked')
    // Unlinked by whoever it belongs to, the new one is taken.
    const [identity] = await identitiesOf(ana)
    const browser = await signedIn(house, ana)
    const eve = await makePerson(house, `eve${number}@ville.example`)
    const path = `/en/account/second-factor/remove/${identity?.id}`
    expect((await house.send(path, {}, await signedIn(house, eve))).status).toBe(404)
    expect(await as(house.db, person(eve), tx => tx.selectFrom('external_identity').selectAll().execute())).toEqual([])
    expect(await (await house.ask(path, browser)).text()).toContain('Unlink the account')
    expect((await house.send(path, {}, browser)).status).toBe(303)
    expect(await isIn(await signIn('newcomer'))).toBe(true)
  })

  test('whoever says no there', async () => {
    const begun = await begin('/en/account')
    const back = await signInThere(begun.address.href, { abort: 'yes' })
    expect(back.searchParams.get('error')).toBe('access_denied')
    const response = await comeBack(back, begun.cookie)
    expect(response.headers.get('location')).toBe('/en/sign-in?then=%2Fen%2Faccount')
    expect(await problemAfter(response)).toContain('did not sign you in')
  })

  test('a button pressed by a page of another site', async () => {
    expect((await house.send(withProvider, {}, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
  })

  test('somebody whose account was erased', async () => {
    await signIn(`a${number}`)
    await as(house.db, job('test'), tx =>
      tx
        .updateTable('person')
        .set({
          given_name: null,
          family_name: null,
          email: null,
          has_account: false,
          erased_at: Temporal.Now.instant(),
        })
        .where('id', '=', ana)
        .execute(),
    )
    expect(await problemAfter(await signIn(`a${number}`))).toContain('Nobody has an account here')
  })
})

describe('a second factor', () => {
  test('of one’s own is asked for all the same, whatever the provider says', async () => {
    const { secret } = await setUpGenerator(house, await signedIn(house, ana))
    provider.accounts.set(`a${number}`, { email, email_verified: true, amr: ['pwd', 'mfa'] })
    const response = await signIn(`a${number}`, '/en/account')
    expect(response.headers.get('location')).toBe('/en/sign-in/second?then=%2Fen%2Faccount')
    expect(await isIn(response)).toBe(false)
    const half = await browserAfter({ headers: { cookie: '' } }, response)
    const answer = await house.send('/en/sign-in/second', { code: codeOf(secret), _then: '/en/account' }, half)
    expect(answer.headers.get('location')).toBe('/en/account')
  })

  test('shown there counts only where the settings say that its word is trusted', async () => {
    const trusting = await openTestHouse([factorsRoom, room, peopleRoom], {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'perenne',
      OIDC_CLIENT_SECRET: 'a-secret-of-the-test',
      OIDC_NAME: 'Ville de Brécourt',
      OIDC_MFA: 'trust',
    })
    try {
      const bea = await makePerson(trusting, 'bea@ville.example')
      await setUpGenerator(trusting, await signedIn(trusting, bea))
      const locationFor = async (said: object) => {
        provider.accounts.set('bea', { email: 'bea@ville.example', email_verified: true, ...said })
        const begun = await begin('', trusting)
        const back = await signInThere(begun.address.href, { login: 'bea' })
        return (await comeBack(back, begun.cookie, trusting)).headers.get('location')
      }
      expect(await locationFor({ amr: ['pwd'] })).toMatch(/^\/en\/sign-in\/second/)
      expect(await locationFor({ amr: ['pwd', 'mfa'] })).toBe('/en/account')
    } finally {
      await trusting.close()
    }
  })
})

describe('a provider that', () => {
  test('changed its keys is understood at once', async () => {
    expect(await isIn(await signIn(`a${number}`))).toBe(true)
    provider.changeKeys()
    expect(await isIn(await signIn(`a${number}`))).toBe(true)
  })

  test('falls silent stops neither the mail link nor the page, and is asked again by the next', async () => {
    const begun = await begin()
    const back = await signInThere(begun.address.href, { login: `a${number}` })
    provider.fall()
    try {
      expect(await problemAfter(await comeBack(back, begun.cookie))).toContain('does not answer at present')
      const button = await house.send(withProvider, { _then: '/en/account' })
      expect(button.headers.get('location')).toBe('/en/sign-in?then=%2Fen%2Faccount')
      expect(await problemAfter(button)).toContain('does not answer at present')
      expect((await house.ask('/en/sign-in')).status).toBe(200)
      expect((await house.send('/en/sign-in', { email })).status).toBe(200)
    } finally {
      provider.rise()
    }
    expect(await isIn(await signIn(`a${number}`))).toBe(true)
  })

  test('is away from the start stops nothing', async () => {
    provider.fall()
    const early = await openTestHouse([room, peopleRoom], {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'perenne',
      OIDC_NAME: 'Ville',
    })
    try {
      const page = await (await early.ask('/en/sign-in')).text()
      expect(page).toContain('Sign in with Ville')
      expect((await early.send(withProvider, {})).headers.get('location')).toBe('/en/sign-in')
      provider.rise()
      expect((await early.send(withProvider, {})).status).toBe(200)
    } finally {
      provider.rise()
      await early.close()
    }
  })
})

test('a token that is signed with other keys than the published ones is refused', async () => {
  const forger = await startProvider({ redirectUri: () => `${publicUrl}/sign-in/callback`, addressInToken: true })
  // A public client, whose token carries the address.
  const open = await openTestHouse([factorsRoom, room, peopleRoom], {
    OIDC_ISSUER: forger.issuer,
    OIDC_CLIENT_ID: 'perenne',
    OIDC_NAME: 'Ville',
  })
  try {
    await makePerson(open, 'bea@ville.example')
    forger.accounts.set('bea', { email: 'bea@ville.example', email_verified: true })
    const through = async () => {
      const begun = await begin('', open)
      return comeBack(await signInThere(begun.address.href, { login: 'bea' }), begun.cookie, open)
    }
    expect((await through()).headers.get('location')).toBe('/en/account')
    expect(forger.asked).not.toContain('GET /me')
    forger.publishOtherKeys()
    expect((await through()).headers.get('location')).toBe('/en/sign-in')
  } finally {
    await open.close()
    await forger.close()
  }
})

test('without a provider in the settings there is no button, and nothing at its addresses', async () => {
  const bare = await openTestHouse([room, peopleRoom])
  try {
    expect(await (await bare.ask('/en/sign-in')).text()).not.toContain('with-provider')
    expect((await bare.send(withProvider, {})).status).toBe(404)
    expect((await bare.ask('/sign-in/callback?code=x&state=y')).status).toBe(404)
  } finally {
    await bare.close()
  }
})
