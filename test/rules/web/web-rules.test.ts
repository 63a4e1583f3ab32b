import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keysFrom } from '../../../source/ground/keys.ts'
import { locales } from '../../../source/ground/languages/locales.ts'
import { negotiate } from '../../../source/ground/languages/negotiate.ts'
import { flashCookie, flashHeader, readFlashes } from '../../../source/ground/web/flash.ts'
import { readForm } from '../../../source/ground/web/form.ts'
import { openLimits } from '../../../source/ground/web/limits.ts'
import { Refusal } from '../../../source/ground/web/refusal.ts'
import { isFromOurPages, securityHeaders } from '../../../source/ground/web/security.ts'

describe('the language of a visitor', () => {
  test.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['de', 'fr'],
    ['de, en;q=0.5', 'en'],
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['en;q=0.3, es;q=0.7', 'es'],
    ['fr;q=0, en;q=0.1', 'en'],
    ['ca', 'es'],
    ['EN-GB', 'en'],
    ['*', 'fr'],
  ])('%s: %s', (header, locale) => {
    expect(negotiate(header)).toBe(locale)
  })
  test('is always one of ours, whatever a browser sends', () => {
    fc.assert(fc.property(fc.string(), header => (locales as readonly string[]).includes(negotiate(header))))
  })
})

describe('a request that changes something', () => {
  const ours = new URL('https://perenne.example.org')
  const from = (headers: Record<string, string>) =>
    isFromOurPages(new Request('http://127.0.0.1:3000/fr/sign-in', { method: 'POST', headers }), ours)
  test.each([
    [{}, true],
    [{ origin: 'https://perenne.example.org' }, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'https://perenne.example.org.evil.example' }, false],
    [{ origin: 'https://perenne.example.org:8443' }, false],
    [{ origin: 'null' }, false],
    [{ origin: '' }, false],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://perenne.example.org' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://perenne.example.org' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'made-up' }, false],
  ] as [Record<string, string>, boolean][])('%j: %s', (headers, expected) => {
    expect(from(headers)).toBe(expected)
  })
})

test('browsers are told to come by https where that is our address, and only there', () => {
  expect(securityHeaders(true)['strict-transport-security']).toContain('max-age=31536000')
  expect(securityHeaders(false)['strict-transport-security']).toBeUndefined()
  expect(securityHeaders(true)['content-security-policy']).not.toContain('unsafe-inline')
})

describe('a message for the next page', () => {
  const keys = keysFrom(Buffer.alloc(32, 1))
  const cookieOf = (header: string) => header.slice(flashCookie.length + 1, header.indexOf(';'))
  test('comes back as it was', () => {
    const flashes = [{ tone: 'done' as const, text: 'C’est fait ✓' }]
    expect(readFlashes(keys, cookieOf(flashHeader(keys, flashes, true)))).toEqual(flashes)
    expect(flashHeader(keys, flashes, true)).toContain('; Secure')
    expect(flashHeader(keys, flashes, false)).not.toContain('Secure')
  })
  test('is nobody else’s to write', () => {
    const mine = Buffer.from(JSON.stringify([{ tone: 'done', text: 'Send money' }])).toString('base64url')
    const real = cookieOf(flashHeader(keys, [{ tone: 'note', text: 'x' }], false))
    const forged = [
      mine,
      `${mine}.`,
      `${mine}.${real.split('.')[1]}`,
      keys.sign('once', mine),
      cookieOf(flashHeader(keysFrom(Buffer.alloc(32, 2)), [{ tone: 'note', text: 'x' }], false)),
    ]
    for (const cookie of forged) expect(readFlashes(keys, cookie)).toEqual([])
    fc.assert(fc.property(fc.string(), cookie => readFlashes(keys, cookie).length === 0))
  })
})

describe('a form', () => {
  const post = (body: string | URLSearchParams, headers: Record<string, string> = {}) =>
    readForm(new Request('http://localhost/', { method: 'POST', body, headers }))
  test('loses its control characters, and keeps line breaks, emoji and right-to-left text', async () => {
    const typed = 'a\u0000b\u0007c\u001b[31m\r\nd\re\t😀 مرحبا\u2028f\u007f'
    const { typed: read } = await post(new URLSearchParams({ text: typed, ok: 'é' }))
    expect(read).toEqual({ text: 'abc[31m\nd\ne\t😀 مرحباf', ok: 'é' })
  })
  test('has the last value of a field, or all of one that says so', async () => {
    const body = new URLSearchParams([
      ['a', '1'],
      ['a', '2'],
      ['b[]', '1'],
      ['b[]', '2'],
    ])
    expect((await post(body)).typed).toEqual({ a: '2', 'b[]': ['1', '2'] })
  })
  test('with a field named as the parts of an object are is a field like another', async () => {
    const { typed } = await post(new URLSearchParams({ constructor: 'x', toString: 'y' }))
    expect(Object.entries(typed)).toEqual([
      ['constructor', 'x'],
      ['toString', 'y'],
    ])
  })
  test.each([
    ['text/plain', 'a=1'],
    ['application/json', '{"a":1}'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', 'nothing of the kind'],
  ])('that is none (%s) is refused', async (type, body) => {
    await expect(post(body, { 'content-type': type })).rejects.toMatchObject({ kind: 'unprocessable' })
  })
})

describe('allowances', () => {
  test('the 61st registration of one session within a minute is refused, with the seconds to wait', async () => {
    const limits = openLimits()
    for (let i = 0; i < 60; i++) await limits.count('register', 'one', '192.0.2.1')
    const refused = await limits.count('register', 'one', '192.0.2.1').catch(error => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ kind: 'too-many' })
    expect(refused.retryAfter).toBeGreaterThan(0)
    expect(refused.retryAfter).toBeLessThanOrEqual(60)
    // Others behind the same address go on.
    await limits.count('register', 'two', '192.0.2.1')
    await limits.count('register', null, '192.0.2.1')
  })
  test('a hall of 500 people registers from behind one address', async () => {
    const limits = openLimits()
    for (let i = 0; i < 500; i++) {
      await limits.count('read', null, '192.0.2.1')
      await limits.count('register', null, '192.0.2.1')
    }
  })
  test('one address has an end too', async () => {
    const limits = openLimits()
    for (let i = 0; i < 3000; i++) await limits.count('register', `session-${i}`, '192.0.2.1')
    await expect(limits.count('register', 'another', '192.0.2.1')).rejects.toMatchObject({ kind: 'too-many' })
    await limits.count('register', 'another', '192.0.2.2')
  })
})
