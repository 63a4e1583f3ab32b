import { createTransport } from 'nodemailer'
import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { type Failure, readFailure, type SmtpError, scrub, writeReason } from '../rules/reason.ts'
import { afterFailure } from '../rules/retry.ts'
import { recipientOf } from '../store/read.ts'
import {
  markCancelled,
  markNotSent,
  markSent,
  releaseStuckMails,
  type TakenMail,
  takeDueMail,
} from '../store/sending.ts'
import { compose } from './compose.ts'
import { messageOf } from './message.ts'

export type Mailer = {
  /** Mails were written: look now. */
  poke(): void
  /** One round: sends what is due. Rounds of one process follow one another. @returns how many left */
  sendDue(): Promise<number>
  /** Lets mails on their way finish, for a moment; what does not is tried again later. */
  close(): Promise<void>
}

/** How long each step may take, in milliseconds of real time. */
export type MailerTimes = {
  connection: number
  greeting: number
  /** Silence in the middle of a conversation. */
  socket: number
  /** One mail from beginning to end: a server that trickles its answers falls under none of the others. */
  whole: number
  everyRound: number
  /** What a mail on its way is left at close. */
  closing: number
}
const usualTimes: MailerTimes = {
  connection: 10_000,
  greeting: 10_000,
  socket: 30_000,
  whole: 120_000,
  everyRound: 30_000,
  closing: 3_000,
}

/** Mails sent at once by one process: one that hangs does not hold up the others. */
const lines = 4

// It reads any recipient and whatever their mail is about, whoever caused it: that is why it runs as a job.
const sender = job('mail')

/**
 * Opens what sends mails. Any number of processes may run one. Without SMTP_URL nothing ever leaves, and mails stay
 * `to_send` for their page.
 */
export function openMailer(house: House, given: Partial<MailerTimes> = {}): Mailer {
  const { smtpUrl } = house.settings
  if (smtpUrl === null) return { poke() {}, sendDue: async () => 0, close: async () => {} }
  const times = { ...usualTimes, ...given }
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: lines,
    maxRequeues: 1,
    dnsTimeout: times.connection,
    connectionTimeout: times.connection,
    greetingTimeout: times.greeting,
    socketTimeout: times.socket,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The pool tells here of connections that broke while idle; a mail's own failure comes back from its sending.
  transport.on('error', error => house.log.debug({ error: scrub(error.message) }, 'a mail connection broke'))
  const closing = new AbortController()
  let ending = false
  let running: Promise<number> | null = null
  let again = false

  async function round(): Promise<number> {
    const freed = await as(house.db, sender, releaseStuckMails)
    if (freed > 0) house.log.warn({ mails: freed }, 'mails left behind by a process that died are tried again')
    const state = { sent: 0, serverGone: false }
    const results = await Promise.allSettled(Array.from({ length: lines }, () => line(state)))
    const broken = results.find(result => result.status === 'rejected')
    if (broken) throw broken.reason
    return state.sent
  }

  async function line(state: { sent: number; serverGone: boolean }): Promise<void> {
    while (!ending && !state.serverGone) {
      const mail = await as(house.db, sender, takeDueMail)
      if (!mail) return
      const failure = await sendOne(mail)
      if (failure === 'sent') state.sent++
      else if (failure?.serverGone) state.serverGone = true
    }
  }

  async function sendOne(mail: TakenMail): Promise<'sent' | Failure | null> {
    let person: Awaited<ReturnType<typeof recipientOf>>
    let composed: Awaited<ReturnType<typeof compose>>
    try {
      ;[person, composed] = await as(house.db, sender, async tx => {
        const found = await recipientOf(tx, mail.person_id)
        return [found, await compose(house, tx, { ...mail, person: found })] as const
      })
    } catch (error) {
      house.log.error(
        { mail: mail.id, template: mail.template, error: scrub(String(error)) },
        'a mail could not be put together',
      )
      return fail(mail, { kind: 'not-put-together', detail: '', permanent: false, serverGone: false })
    }
    if (!composed.ok) {
      const { because } = composed
      // A kind that is unknown here may be known to the next version, or to another process.
      if (because === 'no-template') {
        return fail(mail, { kind: because, detail: scrub(mail.template), permanent: false, serverGone: false })
      }
      await settle(tx => markCancelled(tx, mail, writeReason(because)))
      return null
    }
    try {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(times.whole)])
      await transport.sendMail({ ...messageOf(house, mail.id, composed), signal })
    } catch (error) {
      const failure = readFailure(closing.signal.aborted ? { message: 'interrupted' } : (error as SmtpError))
      const told = [person.email, person.given_name, person.family_name].filter(word => word !== null)
      return fail(mail, { ...failure, detail: scrub(failure.detail, told) })
    }
    await settle(tx => markSent(tx, mail))
    return 'sent'
  }

  async function fail(mail: TakenMail, failure: Failure): Promise<Failure> {
    const next = afterFailure(mail.attempts, failure.permanent)
    house.log.warn(
      { mail: mail.id, attempts: mail.attempts, state: next.state, kind: failure.kind },
      'a mail did not leave',
    )
    await settle(tx => markNotSent(tx, mail, writeReason(failure.kind, failure.detail), next.wait))
    return failure
  }

  // What happened to a mail is written even if the database was away for a moment: else it would be sent twice.
  async function settle(write: Parameters<typeof as<void>>[2]): Promise<void> {
    for (let left = 3; ; left--) {
      try {
        return await as(house.db, sender, write)
      } catch (error) {
        if (left === 0 || ending) throw error
        await new Promise(resolve => setTimeout(resolve, 500))
      }
    }
  }

  function sendDue(): Promise<number> {
    if (ending) return Promise.resolve(0)
    const before = running ?? Promise.resolve(0)
    const next = before.then(
      () => round(),
      () => round(),
    )
    running = next
    const clear = () => {
      if (running === next) running = null
    }
    next.then(clear, clear)
    return next
  }

  function look(): void {
    if (ending) return
    if (running) {
      again = true
      return
    }
    again = false
    sendDue()
      .catch(error => house.log.error({ error: scrub(String(error)) }, 'mails could not be looked at'))
      .finally(() => again && look())
  }

  const timer = setInterval(look, times.everyRound)
  timer.unref()

  return {
    poke: look,
    sendDue,
    async close() {
      ending = true
      clearInterval(timer)
      const late = setTimeout(() => closing.abort(), times.closing)
      await running?.catch(() => {})
      clearTimeout(late)
      transport.close()
    },
  }
}
