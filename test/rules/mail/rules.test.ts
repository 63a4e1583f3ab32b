import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../../source/ground/languages/locales.ts'
import { frameMail } from '../../../source/ground/mail/acts/frame.ts'
import { readFailure, readReason, reasonKinds, scrub, writeReason } from '../../../source/ground/mail/rules/reason.ts'
import { afterFailure, canCancel, canRetry, canSendAgain, waits } from '../../../source/ground/mail/rules/retry.ts'

describe('retry', () => {
  it('waits longer after each try, about two days in all, then gives up', () => {
    const minutes = waits.map(wait => wait.total('minutes'))
    expect(minutes).toEqual([1, 5, 15, 60, 180, 720, 1440])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), tries => {
        const now = afterFailure(tries, false)
        const next = afterFailure(tries + 1, false)
        expect(now.state).toBe('waiting_retry')
        if (next.wait) expect(next.wait.total('seconds')).toBeGreaterThan(now.wait?.total('seconds') ?? Infinity)
        else expect([tries, next.state]).toEqual([7, 'failed'])
        expect(afterFailure(tries, true)).toEqual({ state: 'failed', wait: null })
      }),
    )
  })

  it('offers something to do in each state, except on its way', () => {
    const states = ['to_send', 'waiting_retry', 'failed', 'sent', 'cancelled'] as const
    for (const state of states) expect(canRetry(state) || canCancel(state) || canSendAgain(state), state).toBe(true)
    expect(canRetry('sending') || canCancel('sending') || canSendAgain('sending')).toBe(false)
  })
})

describe('what a failure means', () => {
  const cases: [object, string, boolean, boolean][] = [
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 no' }, 'refused-for-good', true, false],
    [
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 wait' },
      'refused-for-now',
      false,
      false,
    ],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 spam' }, 'refused-for-good', true, false],
    [{ code: 'EENVELOPE', command: 'DATA', responseCode: 503, response: '503 order' }, 'refused-for-now', false, false],
    [
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, response: '553 you' },
      'refused-for-now',
      false,
      false,
    ],
    [{ code: 'EENVELOPE', command: 'API', message: 'Invalid recipient "x"' }, 'refused-for-good', true, false],
    [
      { code: 'EPROTOCOL', command: 'CONN', responseCode: 554, response: '554 go away' },
      'refused-for-now',
      false,
      true,
    ],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 no' }, 'sign-in-refused', false, true],
    [{ code: 'ETIMEDOUT', command: 'CONN', timeoutType: 'GREETING_TIMEOUT' }, 'no-answer', false, true],
    [{ code: 'ETIMEDOUT', command: 'CONN', timeoutType: 'SOCKET_TIMEOUT' }, 'no-answer', false, false],
    [{ code: 'EABORT', message: 'Message sending aborted' }, 'no-answer', false, false],
    [{ code: 'ESOCKET', command: 'CONN', message: 'connect ECONNREFUSED' }, 'unreachable', false, true],
    [{ code: 'EDNS', message: 'getaddrinfo ENOTFOUND' }, 'unreachable', false, true],
    [{}, 'unreachable', false, true],
  ]
  it.each(cases)('%j', (error, kind, permanent, serverGone) => {
    expect(readFailure(error)).toMatchObject({ kind, permanent, serverGone })
  })

  it('never keeps an address, whatever the server says around it', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string(), fc.string(), (address, before, after) => {
        const kept = scrub(`${before} <${address}> ${address}: ${after}`, [address])
        expect(kept).not.toContain(address)
        expect(kept.length).toBeLessThanOrEqual(300)
        expect(kept).not.toMatch(/[\r\n]/)
      }),
    )
    expect(scrub('550 (Rosa Lima) box of rosa.lima full', ['rosa.lima@x.example', 'Rosa', 'Lima'])).toBe(
      '550 (… …) box of … full',
    )
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reasonKinds), fc.string(), (kind, detail) => {
        expect(readReason(writeReason(kind, detail))).toEqual({ kind, detail })
      }),
    )
    expect(readReason('something older')).toEqual({ kind: 'other', detail: 'something older' })
  })
})

describe('the frame of all mails', () => {
  const site = new URL('https://perenne.example.org')
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('<b>', '"\'&', '</p><script>'),
  )

  it('lets no words become markup, in any language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), anything, anything, anything, (locale, subject, body, label) => {
        const empty = frameMail(
          { subject: '', paragraphs: ['x'], action: { label: 'x', url: 'https://x/' } },
          locale,
          site,
        )
        const { html } = frameMail({ subject, paragraphs: [body], action: { label, url: 'https://x/' } }, locale, site)
        const tags = (text: string) => text.match(/<\/?[a-z][^>]*>/g)?.filter(tag => tag !== '<br>')
        expect(tags(html)).toEqual(tags(empty.html))
      }),
    )
  })

  it('keeps a subject to one line, and the spaces that hold words together', () => {
    const subject = (text: string) => frameMail({ subject: text, paragraphs: [] }, 'fr', site).subject
    expect(subject('Place\u00a0: confirmée\u202f!\r\nBcc: x@y.example')).toBe(
      'Place\u00a0: confirmée\u202f! Bcc: x@y.example',
    )
  })

  it('says in the language of the mail where it comes from', () => {
    const because = locales.map(locale => frameMail({ subject: 's', paragraphs: ['p'] }, locale, site).text)
    expect(new Set(because).size).toBe(4)
    for (const text of because) expect(text).toContain('perenne.example.org')
    expect(because[0]).toContain('https://perenne.example.org/fr/privacy')
  })
})
