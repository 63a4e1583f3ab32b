import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openMailer } from '../../../source/ground/mail/acts/send-due.ts'
import { bouncesJob, readMailbox } from '../../../source/ground/mail/bounces/mailbox.ts'
import { takeReport } from '../../../source/ground/mail/bounces/take-report.ts'
import { bounceVerb } from '../../../source/ground/mail/bounces/verb.ts'
import { mailRoutes } from '../../../source/ground/mail/pages/routes.ts'
import { readSettings, type WrongSettings } from '../../../source/ground/settings.ts'
import { giveRole, makePerson, peopleRoom, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { addPerson, openPostbox, testRoom, write } from '../support.ts'
import { installedDovecot, type Mailbox, startDovecot } from './dovecot.ts'
import { letter, outOfOffice, qmailReport, standardReport } from './messages.ts'

let house: TestHouse
let person: string
beforeAll(async () => {
  house = await openTestHouse([testRoom, { name: 'mail', routes: mailRoutes }, peopleRoom])
  person = await addPerson(house, 'Ana', 'Souza', 'ana.souza@ville.example')
})
afterAll(() => house.close())
beforeEach(() => house.database.owner.query('truncate perenne.mail cascade'))

/** A mail that has left. */
async function sent(): Promise<string> {
  const id = await write(house, person)
  await house.database.owner.query(
    `update perenne.mail set state = 'sent', attempts = 1, sent_at = perenne.now() where id = $1`,
    [id],
  )
  return id
}
const facts = (id: string) => ({ id, host: 'localhost', to: 'ana.souza@ville.example' })
const take = (message: string) => takeReport(house, Buffer.from(message))
const stored = async (id: string) =>
  (
    await house.database.owner.query('select bounced_at, delayed_at, bounce, state from perenne.mail where id = $1', [
      id,
    ])
  ).rows[0]

describe('a mail that came back', () => {
  test('is marked once, without the address or the name', async () => {
    const id = await sent()
    expect(
      await take(
        standardReport(facts(id), { diagnostic: 'smtp; 550 5.1.1 Souza <ana.souza@ville.example> ana.souza unknown' }),
      ),
    ).toBe('bounced')
    const mail = await stored(id)
    expect(mail.bounced_at).not.toBeNull()
    expect(mail.state).toBe('sent')
    expect(mail.bounce).toMatch(/^5\.1\.1 550 5\.1\.1/)
    expect(mail.bounce).not.toMatch(/souza|ville/i)
    expect(await take(standardReport(facts(id), { status: '5.2.2' }))).toBe('known')
    expect(await take(standardReport(facts(id), { action: 'delayed', status: '4.4.1' }))).toBe('known')
    expect(await stored(id)).toEqual(mail)
  })

  test('may still be tried first, and fail after', async () => {
    const id = await sent()
    expect(await take(standardReport(facts(id), { action: 'delayed', status: '4.2.2' }))).toBe('delayed')
    expect(await take(standardReport(facts(id), { action: 'delayed', status: '4.2.2' }))).toBe('known')
    expect(await take(qmailReport(facts(id)))).toBe('bounced')
    expect((await stored(id)).bounce).toMatch(/^5\.2\.2/)
  })

  test('is found by the number of the envelope when nothing is quoted', async () => {
    const id = await sent()
    expect(await take(standardReport(facts(randomUUID()), { envelopeId: id, returned: null }))).toBe('bounced')
  })

  test.each([
    ['a number that is none of ours', () => standardReport(facts(randomUUID()))],
    ['an answer out of the office', (id: string) => outOfOffice(facts(id))],
    ['a letter', (id: string) => letter(facts(id))],
  ])('%s changes nothing', async (_, message) => {
    const id = await sent()
    expect(await take(message(id))).toBe('not-ours')
    expect((await stored(id)).bounced_at).toBeNull()
  })

  test('a mail that never left cannot come back', async () => {
    const id = await write(house, person)
    expect(await take(standardReport(facts(id)))).toBe('not-ours')
    expect((await stored(id)).bounced_at).toBeNull()
  })

  test('two reports at once mark it once', async () => {
    const id = await sent()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => take(standardReport(facts(id)))))
    expect(outcomes.filter(outcome => outcome === 'bounced')).toHaveLength(1)
    expect(outcomes.filter(outcome => outcome === 'known')).toHaveLength(5)
  })

  test('is shown in the list and on its page, in four languages, and can be asked for', async () => {
    const id = await sent()
    await sent()
    await take(standardReport(facts(id)))
    const boss = await makePerson(house, `boss-${randomUUID()}@ville.example`)
    await giveRole(house, boss, 'administrator', 'installation')
    const as = await signedIn(house, boss)
    for (const [language, words, why] of [
      ['fr', 'revenu', 'Cette adresse n’existe pas.'],
      ['es', 'devuelto', 'Esa dirección no existe.'],
      ['pt', 'devolvido', 'Esse endereço não existe.'],
      ['en', 'came back', 'There is no such address.'],
    ]) {
      const list = await (await house.ask(`/${language}/administration/mails?state=came_back`, as)).text()
      expect(list).toContain(words)
      expect(list).toContain(why)
      expect(list.match(/administration\/mails\/[0-9a-f-]{36}/g)?.every(path => path.endsWith(id))).toBe(true)
      const one = await (await house.ask(`/${language}/administration/mails/${id}`, as)).text()
      expect(one).toContain(words)
      expect(one).toContain(why)
    }
  })
})

describe('what leaves', () => {
  test('asks for reports by its number, and comes back to the address that is set', async () => {
    const asked: { from: string; args: unknown; to: unknown }[] = []
    const box = await openPostbox({
      onRcptTo(address, session, callback) {
        const from = session.envelope.mailFrom
        asked.push({ from: from ? from.address : '', args: from ? from.args : null, to: address.args })
        callback()
      },
    })
    const there = {
      ...house,
      settings: {
        ...house.settings,
        smtpUrl: box.url,
        mailFrom: 'P <p@example.org>',
        mailReturnPath: 'returned@example.org',
      },
    }
    const mailer = openMailer(there, { everyRound: 3_600_000 })
    try {
      await write(house, person)
      expect(await mailer.sendDue()).toBe(1)
      expect(asked[0]?.from).toBe('returned@example.org')
      expect(box.mails[0]?.from?.text).toContain('p@example.org')
    } finally {
      await mailer.close()
      await box.close()
    }
  })
})

describe('perenne bounce', () => {
  const run = async (
    message: string | Buffer,
    inHouse = (_: unknown, work: (house: TestHouse) => Promise<number>) => work(house),
  ) => {
    const said: string[] = []
    const complained: string[] = []
    const bytes = Buffer.from(message as string)
    const input = (async function* () {
      for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096)
    })()
    const verb = bounceVerb(inHouse as never, input)
    const code = await verb.run({
      words: [],
      json: true,
      environment: {},
      say: line => said.push(line),
      complain: line => complained.push(line),
    })
    return { code, said, complained }
  }
  test('takes a report, and lets anything else go by', async () => {
    const id = await sent()
    expect(await run(standardReport(facts(id)))).toMatchObject({ code: 0, said: ['{"taken":"bounced"}'] })
    expect(await run(letter(facts(id)))).toMatchObject({ code: 0, said: ['{"taken":"not-ours"}'] })
    expect(await run('')).toMatchObject({ code: 0 })
  })
  test('asks the mail server to try again when we cannot', async () => {
    const broken = async () => Promise.reject(new Error('the database is away'))
    expect(await run('x', broken as never)).toEqual({
      code: 75,
      said: [],
      complained: ['perenne bounce: the database is away'],
    })
  })
})

describe('the settings', () => {
  const problems = (environment: Record<string, string>) => {
    try {
      readSettings(environment, 'start')
      return []
    } catch (error) {
      return (error as WrongSettings).problems
    }
  }
  test('say what is wrong without the password', () => {
    expect(problems({ BOUNCES_URL: 'pop3://a:sesame@x/' }).join()).toMatch(/^BOUNCES_URL is .*imaps:\/\//)
    expect(problems({ BOUNCES_URL: 'pop3://a:sesame@x/' }).join()).not.toContain('sesame')
    expect(problems({ BOUNCES_URL: 'imaps://host/INBOX' })).toHaveLength(1)
    expect(problems({ MAIL_RETURN_PATH: 'Perenne <p@example.org>' })).toHaveLength(1)
    expect(problems({ BOUNCES_URL: 'imaps://a:b@x/INBOX', MAIL_RETURN_PATH: 'r@example.org' })).toEqual([])
  })
})

const dovecot = installedDovecot()
// Needs an IMAP server of the system: Debian's dovecot-imapd.
describe.skipIf(dovecot === undefined)('the mailbox of returned mails, on a real IMAP server', () => {
  let mailbox: Mailbox
  let there: TestHouse
  beforeAll(async () => {
    mailbox = await startDovecot(dovecot as string)
    there = { ...house, settings: { ...house.settings, bouncesUrl: mailbox.url } }
  })
  afterAll(() => mailbox.close())

  test('gives up its reports, and keeps the rest for whoever reads it', async () => {
    const [one, two] = [await sent(), await sent()]
    await mailbox.put(standardReport(facts(one)))
    await mailbox.put(letter(facts(one)))
    await mailbox.put(outOfOffice(facts(two)))
    await mailbox.put(qmailReport(facts(two)))
    await mailbox.put(
      Buffer.concat([Buffer.from(standardReport(facts(two), { subject: 'large' })), Buffer.alloc(3_000_000, 'x')]),
    )
    expect(await readMailbox(there)).toEqual({ taken: 3, left: 2 })
    expect((await stored(one)).bounced_at).not.toBeNull()
    expect((await stored(two)).bounced_at).not.toBeNull()
    expect(await mailbox.list('INBOX')).toEqual([
      { subject: 'Re: Place', seen: false },
      { subject: 'Absence', seen: false },
    ])
    expect((await mailbox.list('Perenne')).map(mail => mail.seen)).toEqual([true, true, true])
    // What was left is not read again and again.
    expect(await readMailbox(there)).toEqual({ taken: 0, left: 0 })
  })

  test('that refuses us, is away or has no such folder is told in the log, and stops nothing', async () => {
    for (const url of [
      mailbox.url.replace('sesame', 'open'),
      'imap://a:b@127.0.0.1:1/INBOX',
      mailbox.url.replace('INBOX', 'Nowhere'),
    ]) {
      const warned: string[] = []
      const log = Object.assign(Object.create(house.log), {
        warn: (what: { error: string }) => warned.push(what.error),
      })
      const away = { ...there, log, settings: { ...there.settings, bouncesUrl: url } }
      await bouncesJob.run(away)
      expect(warned, url).toHaveLength(1)
      expect(warned[0]).not.toMatch(/sesame|open street/)
    }
  })

  test('without a mailbox there is nothing to do', async () => {
    expect(await readMailbox(house)).toEqual({ taken: 0, left: 0 })
  })
})
