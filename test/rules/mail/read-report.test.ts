import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestReport, readReport } from '#ground/mail/bounces/read-report.ts'
import { readReturned } from '#ground/mail/rules/returned.ts'
import { letter, outOfOffice, qmailReport, standardReport } from '../../mail/bounces/messages.ts'

const host = 'perenne.example.org'
const about = () => ({ id: randomUUID(), host, to: 'ana@ville.example' })
const read = (message: string) => readReport(Buffer.from(message), host)

describe('a report by the standard', () => {
  test('is known by the returned mail', async () => {
    const facts = about()
    expect(await read(standardReport(facts))).toEqual({
      what: 'failed',
      status: '5.1.1',
      said: '550 5.1.1 <ana@ville.example>: Recipient address rejected: User unknown',
      mails: [facts.id],
    })
  })

  test('is known by the number of its envelope, which comes first', async () => {
    const facts = about()
    const other = randomUUID()
    const report = standardReport(facts, { envelopeId: other })
    expect((await read(report))?.mails).toEqual([other, facts.id])
    expect((await read(standardReport(facts, { envelopeId: other, returned: null })))?.mails).toEqual([other])
  })

  test('says whether its server still tries', async () => {
    const facts = about()
    expect(await read(standardReport(facts, { action: 'delayed', status: '4.4.1' }))).toMatchObject({
      what: 'delayed',
      status: '4.4.1',
    })
  })

  test.each(['delivered', 'relayed', 'expanded'])('“%s” is no trouble', async action => {
    expect(await read(standardReport(about(), { action, status: '2.0.0' }))).toBeNull()
  })

  test('about a mail of somebody else is none of ours', async () => {
    const facts = about()
    const returned = `Message-ID: <${facts.id}@elsewhere.example>`
    expect(await read(standardReport(facts, { returned, envelopeId: 'not-a-number' }))).toBeNull()
  })

  test('a host is compared as it is written, not as a pattern', async () => {
    const facts = about()
    expect(await read(standardReport(facts, { returned: `Message-ID: <${facts.id}@perenneXexample.org>` }))).toBeNull()
  })
})

describe('other ways of saying it', () => {
  test('qmail', async () => {
    const facts = about()
    expect(await read(qmailReport(facts))).toEqual({
      what: 'failed',
      status: '5.2.2',
      said: '550 5.2.2 Mailbox full',
      mails: [facts.id],
    })
  })
  test('an answer out of the office is no report, nor is a letter that quotes a status', async () => {
    expect(await read(outOfOffice(about()))).toBeNull()
    expect(await read(letter(about()))).toBeNull()
  })
})

describe('hostile messages', () => {
  const bounded = async (message: string | Uint8Array) => {
    const before = process.memoryUsage().rss
    const read = await readReport(typeof message === 'string' ? Buffer.from(message) : message, host)
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
    return read
  }
  test('20 MB behind the report change nothing', async () => {
    const facts = about()
    const report = Buffer.concat([Buffer.from(standardReport(facts)), Buffer.alloc(20 * 1024 * 1024, 'x')])
    expect((await bounded(report))?.mails).toEqual([facts.id])
    expect(await bounded(Buffer.alloc(longestReport * 20, 'a'))).toBeNull()
  })
  test('ten thousand parts, parts in parts, endless headers', async () => {
    const parts = '--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n\r\n'.repeat(10_000)
    expect(await bounded(`Content-Type: multipart/report; boundary=b\r\n\r\n${parts}--b--\r\n`)).toBeNull()
    let nested = ''
    for (let n = 0; n < 3000; n++) nested += `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`
    expect(await bounded(nested)).toBeNull()
    expect(await bounded(`${'X-Long: y\r\n'.repeat(200_000)}\r\n`)).toBeNull()
  })
  test('whatever comes is read or is none: nothing throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 3000 }),
          fc.tuple(fc.nat(2000), fc.string({ maxLength: 40 })).map(([at, noise]) => {
            const report = standardReport(about())
            return Buffer.from(report.slice(0, at) + noise + report.slice(at))
          }),
        ),
        async bytes => {
          const found = await readReport(bytes, host)
          if (found) expect(found.mails.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('why it came back', () => {
  test.each([
    ['5.1.1 550 unknown', 'unknown-address'],
    ['5.1.10 NULL MX', 'unknown-address'],
    ['5.2.2 full', 'mailbox-full'],
    ['5.2.1 disabled', 'mailbox-shut'],
    ['5.1.2 bad domain', 'no-server'],
    ['5.4.4 unable to route', 'no-server'],
    ['4.4.1 no answer', 'no-server'],
    ['5.3.4 too big', 'too-large'],
    ['5.7.1 blocked', 'refused'],
    ['5.0.0 something', 'other'],
    ['no status at all', 'other'],
    ['', 'other'],
  ])('%s → %s', (bounce, kind) => expect(readReturned(bounce)).toEqual({ kind, detail: bounce }))
})
