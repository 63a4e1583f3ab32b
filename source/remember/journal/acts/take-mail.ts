import { createHash } from 'node:crypto'
import { type Actor, as } from '#ground/database/actor.ts'
import type { FileProblem } from '#ground/files/index.ts'
import { mayKeepFiles } from '#ground/files/store/rows.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type MailRead, type NotRead, readSavedMail } from '#ground/reading/index.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { keepDocument } from '../../documents/acts/keep-document.ts'
import type { Participant } from '../rules/kinds.ts'
import { contactsByAddress } from '../store/addresses.ts'
import { addInteraction, interactionOfMail, writeParticipants } from '../store/journal-fields.ts'

export type TakeMail = {
  space: string
  mail: Blob
  /** Whether what is attached becomes documents. */
  keepAttachments: boolean
  language: Locale
  /** What a mail without a subject is called. */
  noSubject: string
  once: { key: string | null; location: (id: string) => string }
}

export type MailTaken =
  | {
      result: 'taken'
      id: string
      /** Addresses that no contact has. */
      unknown: number
      kept: number
      refused: { name: string; problem: FileProblem }[]
      /** Attachments that were left out: too many. */
      more: number
    }
  /** The same mail was written down before: where. */
  | { result: 'known'; id: string }
  | { result: 'not-read'; why: NotRead }

/** As a column holds it: a line of the journal is no archive of mails. */
const longestBody = 20_000

/**
 * Makes a line of the journal from a saved mail: its day, its subject, its words, and the contacts who wrote or received it.
 * It is a draft in that somebody looks at it next; it is internal. Names and addresses of people who are no contacts are not
 * kept. The same mail, by its Message-ID or, without one, by its bytes, makes no second line.
 *
 * @throws Refusal `forbidden` when the actor may not edit the memory, `unavailable` when too many mails wait to be read
 */
export async function takeMail(house: House, who: Actor, take: TakeMail): Promise<MailTaken> {
  const { space, language } = take
  if (!(await as(house.db, who, tx => mayKeepFiles(tx, space)))) throw forbidden()
  const found = await readSavedMail(house.settings.dataFolder, take.mail)
  if ('notRead' in found) return { result: 'not-read', why: found.notRead }
  const mail = found.read
  const messageId =
    mail.messageId ??
    `sha256:${createHash('sha256')
      .update(await take.mail.bytes())
      .digest('hex')}`
  const known = await as(house.db, who, tx => interactionOfMail(tx, space, messageId))
  if (known !== null) return { result: 'known', id: known }
  try {
    const { id, unknown } = await as(house.db, who, async tx => {
      const addresses = [...new Set([...mail.from, ...mail.to].map(one => one.address.toLowerCase()))]
      const contacts = await contactsByAddress(tx, space, addresses)
      const made = await addInteraction(tx, space, {
        ...lineOf(house, mail, take),
        language,
        writtenBy: who.kind === 'person' ? who.id : null,
        messageId,
      })
      const people: Participant[] = contacts.map(({ id, side }) => ({ table: 'contact', id, side }))
      await writeParticipants(tx, made, people)
      await rememberSent(tx, take.once.key, take.once.location(made))
      const matched = new Set(contacts.map(one => one.address))
      const strangers = addresses.filter(address => !matched.has(address)).length
      return { id: made, unknown: strangers + mail.moreAddresses }
    })
    const kept = take.keepAttachments ? await keepAttachments(house, who, take, mail, id) : { kept: 0, refused: [] }
    return { result: 'taken', id, unknown, ...kept, more: take.keepAttachments ? mail.moreAttachments : 0 }
  } catch (error) {
    // unique_violation: the same mail came twice at once.
    if ((error as { code?: unknown }).code !== '23505') throw error
    const other = await as(house.db, who, tx => interactionOfMail(tx, space, messageId))
    if (other === null) throw error
    return { result: 'known', id: other }
  }
}

function lineOf(house: House, mail: MailRead, { noSubject }: TakeMail) {
  const sent = mail.sentAt === null ? house.clock.now() : Temporal.Instant.from(mail.sentAt)
  const day = sent.toZonedDateTimeISO('UTC').toPlainDate()
  const body = shown(mail.text).trim()
  return {
    kind: 'letter' as const,
    // A year that no calendar of ours has is a mistake of the machine that wrote it.
    during: (day.year >= 1900 && day.year <= 2200
      ? day
      : house.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
    ).toString(),
    title: shown(mail.subject).slice(0, 300).trim() || noSubject,
    place: null,
    body: body === '' ? null : body.length > longestBody ? `${body.slice(0, longestBody - 1)}…` : body,
    visibility: 0 as const,
  }
}

// What a form would have taken out (web/form.ts).
const shown = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not be stored.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g, '')

async function keepAttachments(house: House, who: Actor, { space, language }: TakeMail, mail: MailRead, id: string) {
  let kept = 0
  const refused: { name: string; problem: FileProblem }[] = []
  for (const { name, bytes } of mail.attachments) {
    const result = await keepDocument(house, who, {
      space,
      document: {
        category: 'own',
        language,
        during: null,
        licence: null,
        keepUntil: null,
        legalHold: false,
        visibility: 0,
      },
      title: { ofFileIn: language },
      about: [{ table: 'interaction', id }],
      file: { name, content: new Blob([bytes as Uint8Array<ArrayBuffer>]) },
      once: null,
    })
    if (result.result === 'kept') kept += 1
    else if (result.result === 'not-stored') refused.push({ name, problem: result.problem })
  }
  return { kept, refused }
}
