import { createServer, type Server, type Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { as, job } from '../../source/ground/database/actor.ts'
import type { MailTemplate, Room } from '../../source/ground/house.ts'
import type { Locale } from '../../source/ground/languages/locales.ts'
import { queueMail } from '../../source/ground/mail/store/queue.ts'
import type { TestHouse } from '../support/house.ts'

export const installation = '00000000-0000-4000-8000-000000000001'

/** A real SMTP server on a port of its own, and what it took in. */
export type Postbox = { url: string; mails: ParsedMail[]; close(): Promise<void> }

export async function openPostbox(options: SMTPServerOptions = {}): Promise<Postbox> {
  const mails: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, _session, callback) {
      simpleParser(stream, { keepCidLinks: true }).then(
        mail => {
          mails.push(mail)
          callback()
        },
        error => callback(error),
      )
    },
    ...options,
  })
  server.on('error', () => {})
  const port = await new Promise<number>(resolve => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => new Promise(done => server.close(() => done())) }
}

/** A server that answers what `answer` says to each line, and hangs at each null; there it says `drip` for ever. */
export async function openHangingServer(
  greeting: string | null,
  answer: (line: string) => string | null = () => null,
  drip: string | null = null,
) {
  const sockets = new Set<Socket>()
  const server: Server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (greeting !== null) socket.write(`${greeting}\r\n`)
    socket.on('data', data => {
      for (const line of data.toString().split('\r\n')) {
        const said = line === '' ? null : answer(line)
        if (said !== null) socket.write(`${said}\r\n`)
        else if (line !== '' && drip !== null) {
          const dripping = setInterval(() => socket.write(`${drip}\r\n`), 100)
          socket.on('close', () => clearInterval(dripping))
        }
      }
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>(done => server.close(() => done()))
    },
  }
}

const greetings: Record<Locale, string> = {
  fr: 'Votre place est confirmée\u202f!',
  es: '¡Su lugar está confirmado!',
  pt: 'Sua vaga está confirmada',
  en: 'You have a place',
}

const greeting: MailTemplate = {
  words: async (house, _tx, data, locale, to) => ({
    subject: `${greetings[locale]} 🌍`,
    paragraphs: [`${to.givenName},`, String(data.note ?? 'Santé & <b>"respeito"</b>')],
    action: { label: 'Où — dónde', url: new URL(`/${locale}/me/abc.def?x=1&y=2`, house.settings.publicUrl).href },
    after: ['Petit mot de la fin'],
    attachments: [
      { name: 'séminaire.ics', mediaType: 'text/calendar', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    ],
  }),
}
/** Reads what only a job may see: for anybody else there is nothing to say. */
const secret: MailTemplate = {
  words: async (_house, tx, data) => {
    const link = await tx.selectFrom('sign_in_link').select('id').where('id', '=', String(data.link)).executeTakeFirst()
    return link ? { subject: 'Key', paragraphs: [`secret-${link.id}`] } : null
  },
}
export const testRoom: Room = {
  name: 'test',
  routes: [],
  mails: {
    greeting,
    secret,
    nothing: { words: async () => null },
    broken: {
      words: async () => {
        throw new Error('no words for lucia@ville.example')
      },
    },
  },
}

export async function addPerson(
  house: TestHouse,
  given: string,
  family: string,
  email: string | null,
): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const row = await tx
      .insertInto('person')
      .values({ given_name: given, family_name: family, email, telephone: null, language: 'fr' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

export async function write(
  house: TestHouse,
  personId: string,
  more: Partial<Parameters<typeof queueMail>[1]> = {},
): Promise<string> {
  return as(house.db, job('test'), tx =>
    queueMail(tx, { spaceId: installation, personId, template: 'greeting', language: 'fr', data: {}, ...more }),
  )
}

export const stateOf = (house: TestHouse, id: string) =>
  as(house.db, job('test'), tx => tx.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
