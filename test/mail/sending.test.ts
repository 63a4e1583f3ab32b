import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { connect } from '../../source/ground/database/connect.ts'
import { locales } from '../../source/ground/languages/locales.ts'
import { type MailerTimes, openMailer } from '../../source/ground/mail/acts/send-due.ts'
import { queueMail } from '../../source/ground/mail/store/queue.ts'
import { takeDueMail } from '../../source/ground/mail/store/sending.ts'
import { bundled } from '../support/bundled.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { addPerson, installation, openHangingServer, openPostbox, stateOf, testRoom, write } from './support.ts'

// Nothing by itself: each test says when a round begins.
const still: Partial<MailerTimes> = { everyRound: 3_600_000, closing: 300 }

const sender = bundled(join(import.meta.dirname, 'sender-process.ts'))
let house: TestHouse
let closers: (() => Promise<unknown>)[] = []
const later = <T extends { close(): Promise<unknown> }>(opened: T): T => {
  closers.unshift(() => opened.close())
  return opened
}
/** The house as it would be with this SMTP_URL. */
const withServer = (url: string): TestHouse => ({
  ...house,
  settings: { ...house.settings, smtpUrl: url, mailFrom: 'Perenne <perenne@example.org>' },
})
const open = (url: string, times: Partial<MailerTimes> = {}) =>
  later(openMailer(withServer(url), { ...still, ...times }))

beforeAll(async () => {
  house = await openTestHouse([testRoom])
})
afterAll(() => house.close())
beforeEach(() => house.database.owner.query('truncate perenne.mail cascade'))
afterEach(async () => {
  for (const close of closers) await close()
  closers = []
})

describe('what arrives', () => {
  it('is in the four languages, text and HTML, with its headers', async () => {
    const box = later(await openPostbox())
    const person = await addPerson(house, 'Lucía', 'Núñez', 'lucia@ville.example')
    const ids = new Map<string, string>()
    for (const language of locales) ids.set(language, await write(house, person, { language }))
    expect(await open(box.url).sendDue()).toBe(4)
    expect(box.mails).toHaveLength(4)
    const subjects = { fr: 'Votre place est confirmée\u202f! 🌍', es: '¡Su lugar está confirmado! 🌍' }
    for (const language of locales) {
      const mail = box.mails.find(one => one.headers.get('content-language') === language)
      expect(mail?.messageId).toBe(`<${ids.get(language)}@localhost>`)
      expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
      expect(mail?.date).toBeDefined()
      expect(mail?.text).toContain('Santé & <b>"respeito"</b>')
      expect(mail?.text).toContain(`http://localhost:3000/${language}/me/abc.def?x=1&y=2`)
      expect(mail?.html).toContain(`<html lang="${language}">`)
      expect(mail?.html).toContain('Santé &amp; &lt;b&gt;&quot;respeito&quot;&lt;/b&gt;')
      expect(mail?.html).toContain(`href="http://localhost:3000/${language}/me/abc.def?x=1&amp;y=2"`)
      expect(mail?.html).not.toMatch(/<table|<img|<script|https?:\/\/(?!localhost)/)
      expect(mail?.attachments.map(part => [part.filename, part.contentType])).toEqual([
        ['séminaire.ics', 'text/calendar'],
      ])
      if (language === 'fr' || language === 'es') expect(mail?.subject).toBe(subjects[language])
      expect(await stateOf(house, ids.get(language) ?? '')).toMatchObject({
        state: 'sent',
        attempts: 1,
        last_error: null,
        taken_at: null,
      })
    }
  })

  it('keeps names with commas, colons, at signs, quotes, emoji and other scripts whole', async () => {
    const box = later(await openPostbox())
    const names: [string, string][] = [
      ['Ana, dite "Nana"', 'de Souza; Lima:'],
      ['boss@evil.example', ','],
      ['🌍', 'محمد العربي'],
      ['Jean\r\nBcc: other@evil.example', 'Dupont'],
    ]
    for (const [given, family] of names) {
      await write(house, await addPerson(house, given, family, 'to@ville.example'))
    }
    expect(await open(box.url).sendDue()).toBe(4)
    const got = box.mails.map(mail => (Array.isArray(mail.to) ? [] : (mail.to?.value ?? [])))
    expect(got.every(to => to.length === 1 && to[0]?.address === 'to@ville.example')).toBe(true)
    expect(got.map(to => to[0]?.name).sort()).toEqual(
      names.map(([given, family]) => `${given} ${family}`.replace(/\s+/g, ' ')).sort(),
    )
    expect(box.mails.every(mail => mail.bcc === undefined)).toBe(true)
    expect(box.mails[0]?.from?.value).toEqual([{ name: 'Perenne', address: 'perenne@example.org' }])
  })
})

describe('what never leaves', () => {
  it('a mail rolled back with its transaction', async () => {
    const box = later(await openPostbox())
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    await expect(
      as(house.db, job('test'), async tx => {
        await queueMail(tx, { spaceId: installation, personId: person, template: 'greeting', language: 'fr', data: {} })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await open(box.url).sendDue()).toBe(0)
    expect(box.mails).toHaveLength(0)
  })

  it('a mail to an erased person, or about something that is gone: cancelled, with its reason', async () => {
    const box = later(await openPostbox())
    const erased = await addPerson(house, 'X', 'Y', null)
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    const toErased = await write(house, erased)
    const nothing = await write(house, person, { template: 'nothing' })
    await open(box.url).sendDue()
    expect(await stateOf(house, toErased)).toMatchObject({ state: 'cancelled', last_error: 'recipient-erased' })
    expect(await stateOf(house, nothing)).toMatchObject({ state: 'cancelled', last_error: 'nothing-to-say' })
    expect(box.mails).toHaveLength(0)
  })

  it('a mail that is due later, until then', async () => {
    const box = later(await openPostbox())
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    await house.setClock('2018-06-04T09:00:00Z')
    await write(house, person, { dueAt: Temporal.Instant.from('2018-06-04T10:00:00Z') })
    const mailer = open(box.url)
    expect(await mailer.sendDue()).toBe(0)
    await house.setClock('2018-06-04T10:00:01Z')
    expect(await mailer.sendDue()).toBe(1)
  })

  it('any mail without SMTP_URL', async () => {
    const id = await write(house, await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example'))
    const mailer = later(openMailer(house))
    mailer.poke()
    expect(await mailer.sendDue()).toBe(0)
    expect(await stateOf(house, id)).toMatchObject({ state: 'to_send', attempts: 0 })
  })

  it('one whose template fails or is unknown: tried again, and nothing of the fault is kept', async () => {
    const box = later(await openPostbox())
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    const broken = await write(house, person, { template: 'broken' })
    const unknown = await write(house, person, { template: 'constructor' })
    const well = await write(house, person)
    expect(await open(box.url).sendDue()).toBe(1)
    expect(await stateOf(house, broken)).toMatchObject({ state: 'waiting_retry', last_error: 'not-put-together' })
    expect(await stateOf(house, unknown)).toMatchObject({ last_error: 'no-template: constructor' })
    expect(await stateOf(house, well)).toMatchObject({ state: 'sent' })
  })
})

const refusing = (responseCode: number, text: string, at: 'onRcptTo' | 'onData') => {
  const error = Object.assign(new Error(text), { responseCode })
  return openPostbox(
    at === 'onRcptTo'
      ? { onRcptTo: (_address, _session, callback) => callback(error) }
      : { onData: (stream, _session, callback) => void stream.resume().on('end', () => callback(error)) },
  )
}

describe('a server that refuses', () => {
  it('for now: tried again with growing delay, then given up after eight tries', { timeout: 60_000 }, async () => {
    const box = later(await refusing(451, 'greylisted, try later', 'onRcptTo'))
    const id = await write(house, await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example'))
    const mailer = open(box.url)
    const waited: number[] = []
    await house.setClock('2018-06-04T09:00:00Z')
    await house.database.owner.query('update perenne.mail set due_at = perenne.now()')
    for (let tries = 1; tries <= 7; tries++) {
      await mailer.sendDue()
      const mail = await stateOf(house, id)
      expect(mail).toMatchObject({ state: 'waiting_retry', attempts: tries })
      expect(mail.last_error).toBe('refused-for-now: 451 greylisted, try later')
      waited.push(Math.round(house.clock.now().until(mail.due_at).total('minutes')))
      expect(await mailer.sendDue()).toBe(0)
      expect((await stateOf(house, id)).attempts).toBe(tries)
      await house.setClock(mail.due_at.add({ seconds: 1 }).toString())
    }
    expect(waited).toEqual([1, 5, 15, 60, 180, 720, 1440])
    await mailer.sendDue()
    expect(await stateOf(house, id)).toMatchObject({ state: 'failed', attempts: 8 })
  })

  it.each(['onRcptTo', 'onData'] as const)('for good (%s): not tried again, without the address', async at => {
    const box = later(await refusing(550, '5.1.1 <rosa@ville.example>: user rosa (Rosa Lima) unknown', at))
    const id = await write(house, await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example'))
    await open(box.url).sendDue()
    const mail = await stateOf(house, id)
    expect(mail).toMatchObject({ state: 'failed', attempts: 1 })
    expect(mail.last_error).toMatch(/^refused-for-good: 550 5\.1\.1/)
    expect(mail.last_error).not.toMatch(/rosa|lima/i)
  })

  it('does not keep the others', async () => {
    const box = later(
      await openPostbox({
        onRcptTo: ({ address }, _session, callback) =>
          callback(address.startsWith('bad') ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
      }),
    )
    const bad = await addPerson(house, 'B', 'B', 'bad@ville.example')
    const good = await addPerson(house, 'G', 'G', 'good@ville.example')
    for (let i = 0; i < 20; i++) await write(house, i % 2 ? bad : good)
    expect(await open(box.url).sendDue()).toBe(10)
    expect(box.mails).toHaveLength(10)
  })
})

const short = { connection: 300, greeting: 300, socket: 700, whole: 1500 }

describe('a server that hangs', () => {
  it('without a greeting: no answer, in bounded time, and the round ends there', async () => {
    const server = later(await openHangingServer(null))
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    for (let i = 0; i < 30; i++) await write(house, person)
    const started = performance.now()
    expect(await open(server.url, short).sendDue()).toBe(0)
    expect(performance.now() - started).toBeLessThan(4000)
    const { rows } = await house.database.owner.query(
      `select state, last_error ~ '^no-answer: ' as said, count(*)::int as n from perenne.mail group by 1, 2 order by 1`,
    )
    // Only the mails in hand spent a try on it: the others wait untouched.
    expect(rows).toEqual([
      { state: 'to_send', said: null, n: 26 },
      { state: 'waiting_retry', said: true, n: 4 },
    ])
  })

  const polite = (line: string) => {
    if (/^EHLO/i.test(line)) return '250 hello'
    if (/^(MAIL|RCPT|RSET)/i.test(line)) return '250 ok'
    return null
  }

  it('at DATA: no answer, and the next mail is tried all the same', async () => {
    const server = later(await openHangingServer('220 hello', polite))
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    for (let i = 0; i < 5; i++) await write(house, person)
    const started = performance.now()
    expect(await open(server.url, short).sendDue()).toBe(0)
    expect(performance.now() - started).toBeLessThan(5000)
    const { rows } = await house.database.owner.query(
      `select distinct state, attempts, split_part(last_error, ':', 1) as why from perenne.mail`,
    )
    expect(rows).toEqual([{ state: 'waiting_retry', attempts: 1, why: 'no-answer' }])
  })

  it('by trickling its answer for ever: cut off as a whole', async () => {
    const server = later(await openHangingServer('220 hello', polite, '354-wait'))
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    const id = await write(house, person)
    // It is never silent for as long as the socket's own limit.
    const started = performance.now()
    expect(await open(server.url, short).sendDue()).toBe(0)
    expect(performance.now() - started).toBeLessThan(4000)
    expect(await stateOf(house, id)).toMatchObject({ state: 'waiting_retry', attempts: 1 })
    expect((await stateOf(house, id)).last_error).toMatch(/^no-answer/)
  })

  it('does not hold up the end of the program, and gives its mail back', async () => {
    const server = later(await openHangingServer('220 hello', polite))
    const id = await write(house, await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example'))
    const mailer = openMailer(withServer(server.url), still)
    const sending = mailer.sendDue()
    await vi.waitFor(async () => expect((await stateOf(house, id)).state).toBe('sending'), 3000)
    const started = performance.now()
    await mailer.close()
    expect(performance.now() - started).toBeLessThan(2000)
    expect(await sending).toBe(0)
    expect(await stateOf(house, id)).toMatchObject({ state: 'waiting_retry', last_error: 'interrupted' })
  })

  it('or is not there: unreachable', async () => {
    const box = await openPostbox()
    await box.close()
    const id = await write(house, await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example'))
    await open(box.url).sendDue()
    expect((await stateOf(house, id)).last_error).toMatch(/^unreachable: /)
  })

  it('or does not let us in: said so, and tried again', async () => {
    const box = later(
      await openPostbox({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_auth, _session, callback) => callback(Object.assign(new Error('no'), { responseCode: 535 })),
      }),
    )
    const id = await write(house, await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example'))
    await open(box.url.replace('//', '//me:wrong@')).sendDue()
    const mail = await stateOf(house, id)
    expect(mail.state).toBe('waiting_retry')
    expect(mail.last_error).toMatch(/^sign-in-refused/)
    expect(mail.last_error).not.toContain('wrong')
  })
})

describe('several senders', () => {
  it('send each of a hundred mails once', async () => {
    const box = later(await openPostbox())
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    for (let i = 0; i < 100; i++) await write(house, person, { data: { note: `number ${i}` } })
    // As two processes would: each with connections of its own.
    const db = connect(house.database.appConnection)
    later({ close: () => db.destroy() })
    const two = [open(box.url), later(openMailer({ ...withServer(box.url), db }, still))]
    const sent = await Promise.all(two.flatMap(mailer => [mailer.sendDue(), mailer.sendDue()]))
    expect(sent.reduce((a, b) => a + b)).toBe(100)
    // Both had their part, or the test shows nothing.
    expect(sent.filter(n => n > 0).length).toBeGreaterThan(1)
    expect(new Set(box.mails.map(mail => mail.messageId)).size).toBe(100)
    expect(box.mails).toHaveLength(100)
  })

  it('look at once when poked, again for what was written meanwhile', async () => {
    const box = later(await openPostbox())
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    const mailer = open(box.url)
    await write(house, person)
    mailer.poke()
    await write(house, person)
    mailer.poke()
    await vi.waitFor(() => expect(box.mails).toHaveLength(2), 5000)
  })

  it('send what a process was sending when it was killed', async () => {
    const hanging = later(await openHangingServer('220 hello'))
    const box = later(await openPostbox())
    const id = await write(house, await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example'))
    const child = spawn(process.execPath, [sender.file], {
      env: {
        ...process.env,
        TEST_CONNECTION: JSON.stringify(house.database.appConnection),
        SMTP_URL: hanging.url,
        MAIL_FROM: 'perenne@example.org',
      },
      stdio: 'inherit',
    })
    const gone = once(child, 'exit')
    await vi.waitFor(async () => expect((await stateOf(house, id)).state).toBe('sending'), 15_000)
    child.kill('SIGKILL')
    expect(await gone).toEqual([null, 'SIGKILL'])
    const mailer = open(box.url)
    expect(await mailer.sendDue()).toBe(0)
    await house.database.owner.query(`update perenne.mail set taken_at = taken_at - interval '11 minutes'`)
    expect(await mailer.sendDue()).toBe(1)
    expect(box.mails.map(mail => mail.messageId)).toEqual([`<${id}@localhost>`])
  })

  it('give back after ten minutes what a process that died had taken, not before', async () => {
    const box = later(await openPostbox())
    const person = await addPerson(house, 'Rosa', 'Lima', 'rosa@ville.example')
    const id = await write(house, person)
    const taken = await as(house.db, job('mail'), takeDueMail)
    expect(taken?.id).toBe(id)
    const mailer = open(box.url)
    // Business time may be anywhere: only real time tells that a process died.
    await house.setClock('2030-01-01T00:00:00Z')
    expect(await mailer.sendDue()).toBe(0)
    const age = (minutes: number) =>
      house.database.owner.query(`update perenne.mail set taken_at = clock_timestamp() - make_interval(mins => $1)`, [
        minutes,
      ])
    await age(9)
    expect(await mailer.sendDue()).toBe(0)
    await age(11)
    expect(await mailer.sendDue()).toBe(1)
    expect(await stateOf(house, id)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(box.mails).toHaveLength(1)
  })
})
