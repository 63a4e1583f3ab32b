import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { type Locale, locales } from '../../source/ground/languages/locales.ts'
import { parts } from '../../source/ground/languages/messages/parts.ts'
import { json, text } from '../../source/ground/web/answer.ts'
import { openLimits } from '../../source/ground/web/limits.ts'
import { Refusal, type RefusalKind, statusOf } from '../../source/ground/web/refusal.ts'
import { get, post } from '../../source/ground/web/route.ts'
import { alreadySent, forgetOldForms, newOnceKey, rememberSent } from '../../source/ground/web/sent-once.ts'
import { rooms } from '../../source/rooms.ts'
import { count, fields, makeSeminar, query, type TestSeminar } from '../convene/registration/support.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { openPort, type Port } from './support.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }
let served = 0
// A room whose pages fail in every way there is.
const broken = {
  name: 'broken',
  routes: [
    get('/:l/broken/:kind', 'everyone', async visit => {
      const kind = visit.param('kind')
      if (kind in statusOf) throw new Refusal(kind as RefusalKind, null, kind === 'too-many' ? 7 : null)
      throw new Error(`secret words of ${kind}`)
    }),
    get('/api/v1/broken', 'everyone', () => Promise.reject(new Error('secret words')), { api: true }),
    post('/:l/write/:token', 'everyone', async visit => json(visit, 'written'), { allowance: 'register' }),
    get('/:l/count', 'everyone', async visit => text(visit, `served ${++served}`, 'text/plain'), { kept: true }),
  ],
}

let house: TestHouse
let port: Port
let seminar: TestSeminar
beforeAll(async () => {
  house = await openTestHouse([...rooms, broken])
  await house.setClock('2018-06-05T09:00:00Z')
  seminar = await makeSeminar(house, { capacity: 5 })
  port = await openPort(house)
})
afterAll(async () => {
  await port?.close()
  await house.close()
})

const heading = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1]
const words = (locale: Locale, status: 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507) =>
  parts[locale].errors[status]
// As HTML writes it.
const written = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

describe('an error page', () => {
  const kinds = [...(Object.keys(statusOf) as RefusalKind[]), 'bug' as const]
  test.each(kinds.flatMap(kind => locales.map(locale => [kind, locale] as const)))('%s in %s', async (kind, locale) => {
    const status = kind === 'bug' ? 500 : statusOf[kind]
    const { status: found, text: html, headers } = await port.ask(`/${locale}/broken/${kind}`)
    expect(found).toBe(status)
    expect(html).toContain(`<html lang="${locale}"`)
    expect(heading(html)).toBe(written(words(locale, status).title))
    for (const sentence of words(locale, status).sentences) expect(html).toContain(written(sentence))
    expect(/<code class="reference">[0-9a-f]{8}<\/code>/.test(html)).toBe(status >= 500)
    expect(html).not.toMatch(/secret words|\.tsx?:|at async|node_modules/)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['retry-after']).toBe(kind === 'too-many' ? '7' : undefined)
  })
  test('for a program is JSON', async () => {
    const { status, text: body } = await port.ask('/api/v1/broken')
    expect(status).toBe(500)
    expect(JSON.parse(body)).toEqual({
      code: 'error',
      message: words('fr', 500).title,
      reference: expect.stringMatching(/^[0-9a-f]{8}$/),
    })
    const nowhere = await port.ask('/api/v1/nowhere', { headers: { 'accept-language': 'es' } })
    expect(nowhere.status).toBe(404)
    expect(JSON.parse(nowhere.text)).toMatchObject({ code: 'not-found', message: words('es', 404).title })
  })
})

describe('a strange request', () => {
  test.each([
    ['/de/', 404],
    ['/FR/', 404],
    ['/fr/nowhere', 404],
    ['/fr/seminars/a%00b', 404],
    ['/fr/seminars/%', 404],
    ['/fr/seminars/%E0%A4%A', 404],
    ['/fr/seminars/%ff%fe', 404],
    ['/fr/files/not-an-id', 404],
    ['/fr/me/forged.token', 404],
    ['/fr/../../etc/passwd', 404],
    ['/fr/%2e%2e/%2e%2e/etc/passwd', 404],
    [`/fr/seminars/${'a'.repeat(10_000)}`, 404],
    [`/fr/${'a'.repeat(20_000)}`, 431],
  ])('GET %s', async (path, status) => {
    expect((await port.ask(path)).status).toBe(status)
  })
  test.each([
    '/fr/search?q=%00',
    '/fr/search?q=%ff',
    '/fr/search?q=a&page=99999999999999999999',
    '/fr/search?q=a&page=-1',
    '/fr/search?q=%F0%9F%98%80',
    `/fr/search?q=${'a '.repeat(4000).replaceAll(' ', '%20')}`,
    '/fr/seminars?page=1e99&sort=%27%3B--',
    '/fr/sign-in?then=https://evil.example',
  ])('GET %s is answered without failing', async path => {
    expect((await port.ask(path)).status).toBeLessThan(500)
  })
  test('an unknown language is answered in one that the browser asks for', async () => {
    const { text: html } = await port.ask('/de/', { headers: { 'accept-language': 'de, pt-BR;q=0.8' } })
    expect(heading(html)).toBe(written(words('pt', 404).title))
  })
  test('a cookie of 20 kB is too much, one of 8 kB of rubbish is not', async () => {
    expect((await port.ask('/fr/', { headers: { cookie: `a=${'b'.repeat(20_000)}` } })).status).toBe(431)
    const rubbish = `perenne_session=${'b'.repeat(8000)}; perenne_flash=%E0%A4%A; =; ;;`
    expect((await port.ask('/fr/', { headers: { cookie: rubbish } })).status).toBe(200)
  })
  test('HEAD answers as GET does, without the page', async () => {
    for (const [path, status] of [
      ['/fr/', 200],
      ['/fr/nowhere', 404],
      [`/fr/seminars/${seminar.slug}`, 200],
    ] as const) {
      const { status: found, text: body, headers } = await port.ask(path, { method: 'HEAD' })
      expect([found, body]).toEqual([status, ''])
      expect(headers['content-type']).toContain('text/html')
    }
  })
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s changes nothing', async method => {
    const { status } = await port.ask(`/fr/seminars/${seminar.slug}/register`, { method })
    expect(status).toBe(404)
  })
  test.each([
    ['{"givenName":', 422],
    ['[]', 422],
    ['null', 422],
    ['', 422],
    ['"text"', 422],
    ['{"givenName":{"a":[1]},"consents":"x"}', 422],
  ])('the interface for programs is sent %s', async (body, status) => {
    const answer = await port.ask(`/api/v1/seminars/${seminar.slug}/registrations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)).toMatchObject({ code: expect.any(String), message: expect.any(String) })
  })
  test('a NUL in what a program sends writes nothing and does not fail', async () => {
    const { consents: _, ...person } = { ...fields(), consents: ['data'] }
    const answer = await port.ask(`/api/v1/seminars/${seminar.slug}/registrations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...person, consents: ['data'], familyName: 'a\u0000b', email: 'nul@example.org' }),
    })
    expect(answer.status).toBeLessThan(500)
  })
})

describe('a body that is too long', () => {
  const path = () => `/es/seminars/${seminar.slug}/register`
  const half = `givenName=${'x'.repeat(700_000)}`
  test('with its length said, or in chunks without one, gets the page in the language', async () => {
    for (const body of [half + half, [half, half, half]]) {
      const { status, text: html } = await port.ask(path(), { method: 'POST', headers: form, body })
      expect(status).toBe(413)
      expect(heading(html)).toBe(written(words('es', 413).title))
    }
  })
  test('as multipart, and as JSON', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const head = '--b\r\ncontent-disposition: form-data; name="givenName"\r\n\r\n'
    const multipart = await port.ask(path(), { method: 'POST', headers, body: [head, half, half] })
    expect(multipart.status).toBe(413)
    const api = await port.ask(`/api/v1/seminars/${seminar.slug}/registrations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ['{"a":"', half, half, '"}'],
    })
    expect([api.status, JSON.parse(api.text).code]).toEqual([413, 'too-large'])
  })
})

test('a form sent from a page of somebody else’s gets the 403 page, and nothing is written', async () => {
  const before = await count(house, seminar.id)
  const body = new URLSearchParams(fields({ email: 'stranger@example.org' })).toString()
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  ]) {
    const answer = await port.ask(`/pt/seminars/${seminar.slug}/register`, {
      method: 'POST',
      headers: { ...form, ...headers } as Record<string, string>,
      body,
    })
    expect(answer.status).toBe(403)
    expect(heading(answer.text)).toBe(written(words('pt', 403).title))
  }
  expect(await count(house, seminar.id)).toEqual(before)
})

test('a full disk: a clear page, nothing half-written, and the same form goes through once there is room', async () => {
  const path = `/en/seminars/${seminar.slug}/register`
  const body = new URLSearchParams(fields({ email: 'full@example.org', familyName: 'Disk' })).toString()
  const before = await count(house, seminar.id)
  // The last thing that a registration writes is its mail: all the rest has been done by then.
  await query(
    house,
    `create function perenne.no_room() returns trigger language plpgsql as
       $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`,
  )
  await query(
    house,
    'create trigger no_room before insert on perenne.mail for each row execute function perenne.no_room()',
  )
  try {
    const { status, text: html } = await port.ask(path, { method: 'POST', headers: form, body })
    expect(status).toBe(507)
    expect(heading(html)).toBe(written(words('en', 507).title))
    for (const sentence of words('en', 507).sentences) expect(html).toContain(written(sentence))
    expect(html).toMatch(/<code class="reference">/)
    expect(html).not.toContain('could not extend')
    expect(await count(house, seminar.id)).toEqual(before)
    expect(await query(house, "select 1 from perenne.person where email = 'full@example.org'")).toEqual([])
  } finally {
    await query(house, 'drop trigger no_room on perenne.mail')
  }
  expect((await port.ask(path, { method: 'POST', headers: form, body })).status).toBe(303)
  expect((await count(house, seminar.id)).confirmed).toBe(before.confirmed + 1)
})

test('one form leads to one place, once, and a forged key to none', async () => {
  const key = newOnceKey(house.keys)
  expect(await alreadySent(house, key)).toBeNull()
  await as(house.db, job('test'), tx => rememberSent(tx, key, '/fr/first'))
  await expect(as(house.db, job('test'), tx => rememberSent(tx, key, '/fr/second'))).rejects.toMatchObject({
    location: '/fr/first',
  })
  expect(await alreadySent(house, key)).toBe('/fr/first')
  await as(house.db, job('test'), tx => rememberSent(tx, 'chosen', '/fr/chosen'))
  for (const forged of ['chosen', `${key}x`, key.replace('.', '..'), '', null]) {
    expect(await alreadySent(house, forged)).toBeNull()
  }
  await query(house, `update perenne.sent_form set sent_at = clock_timestamp() - interval '49 hours' where key = $1`, [
    key,
  ])
  await forgetOldForms(house.db)
  expect(await alreadySent(house, key)).toBeNull()
})

describe('behind a proxy', () => {
  test('by https cookies are for https alone, and browsers are told to stay there', async () => {
    const secure = await openPort(house, {
      environment: { PUBLIC_URL: 'https://perenne.example.org', TRUSTED_PROXIES: '127.0.0.1' },
    })
    try {
      const answer = await secure.ask('/fr/', { headers: { cookie: 'perenne_session=old' } })
      expect(answer.headers['strict-transport-security']).toContain('max-age')
      const cookies = [answer.headers['set-cookie']].flat()
      expect(cookies.length).toBeGreaterThan(0)
      for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly.*; Secure/)
      // The browser's own word is about the public address, not about the one the proxy asks.
      const headers = { ...form, host: '127.0.0.1:3000', origin: 'https://perenne.example.org' }
      expect((await secure.ask('/fr/write/a', { method: 'POST', headers, body: 'a=1' })).status).toBe(200)
    } finally {
      await secure.close()
    }
    expect((await port.ask('/fr/')).headers['strict-transport-security']).toBeUndefined()
  })
  test('allowances are per link first, then per client, as the trusted proxy names it', async () => {
    const counted = await openPort(house, { environment: { TRUSTED_PROXIES: '127.0.0.1' }, limits: openLimits() })
    const send = (token: string, client: string) =>
      counted.ask(`/en/write/${token}`, {
        method: 'POST',
        headers: { ...form, 'x-forwarded-for': client },
        body: 'a=1',
      })
    try {
      for (let i = 0; i < 60; i++) expect((await send('one', '192.0.2.1')).status).toBe(200)
      const refused = await send('one', '192.0.2.1')
      expect(refused.status).toBe(429)
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect(heading(refused.text)).toBe(written(words('en', 429).title))
      // Another address does not make another person of the same link; another link behind the same address does.
      expect((await send('one', '192.0.2.2')).status).toBe(429)
      expect((await send('two', '192.0.2.1')).status).toBe(200)
    } finally {
      await counted.close()
    }
  })
})

describe('a page that is kept', () => {
  test('is made once a second for all who have no cookie, in any encoding, and not for others', async () => {
    const keeping = await openPort(house, { keepPages: true })
    try {
      const first = await keeping.ask('/fr/count')
      expect(first.text).toMatch(/^served \d+$/)
      expect((await keeping.ask('/fr/count')).text).toBe(first.text)
      expect(
        (await keeping.ask('/fr/count', { headers: { 'accept-encoding': 'br' } })).headers['content-encoding'],
      ).toBe('br')
      const etag = String(first.headers.etag)
      const unchanged = await keeping.ask('/fr/count', { headers: { 'if-none-match': etag } })
      expect([unchanged.status, unchanged.text]).toEqual([304, ''])
      expect((await keeping.ask('/fr/count', { headers: { cookie: 'a=b' } })).text).not.toBe(first.text)
      expect((await keeping.ask('/es/count')).text).not.toBe(first.text)
      expect((await keeping.ask('/fr/count')).text).toBe(first.text)
      await new Promise(resolve => setTimeout(resolve, 1100))
      expect((await keeping.ask('/fr/count')).text).not.toBe(first.text)
    } finally {
      await keeping.close()
    }
  })
})
