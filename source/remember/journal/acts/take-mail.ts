import { createHash, randomUUID } from 'node:crypto'
import { type Actor, as } from '#ground/database/actor.ts'
import { type FileProblem, largestFile } from '#ground/files/index.ts'
import { kindOf } from '#ground/files/rules/kind.ts'
import { receiveBytes } from '#ground/files/store/bytes.ts'
import { mayKeepFiles } from '#ground/files/store/rows.ts'
import type { House } from '#ground/house.ts'
import { type MailRead, type NotRead, readSavedMail } from '#ground/reading/index.ts'
import { forbidden, Refusal } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { todayAt } from '../../rules/days.ts'
import { zoneOfMemory } from '../../store/memories.ts'
import { interactionOfMail } from '../store/journal-fields.ts'
import { addDraft, countDrafts, draftOfMail } from '../store/mail-drafts.ts'
import { sealAttachment, sealMail, type WaitingMail } from './waiting-mail.ts'

/** A journal is no archive of mails: with this many waiting, some are written down or dropped first. */
export const mostWaiting = 50

export type TakeMail = {
  space: string
  mail: Blob
  once: { key: string | null; location: (draft: string) => string }
}

export type MailTaken =
  | { result: 'waiting'; draft: string }
  /** The same mail waits already. */
  | { result: 'waits'; draft: string }
  /** The same mail was written down before: where. */
  | { result: 'written'; id: string }
  | { result: 'too-many' }
  | { result: 'not-read'; why: NotRead }

/**
 * Takes a saved mail in: it waits, sealed, with what is attached, until somebody of the office writes it down or drops it
 * (docs/data.md: at most 14 days). The same mail, by its Message-ID or, without one, by its bytes, waits once, and is not taken
 * again once it is in the journal.
 *
 * @throws Refusal `forbidden` when the actor may not edit the memory, `unavailable` when too many mails wait to be read,
 *   `no-room` when the disk is full
 */
export async function takeMail(house: House, who: Actor, { space, mail, once }: TakeMail): Promise<MailTaken> {
  if (!(await as(house.db, who, tx => mayKeepFiles(tx, space)))) throw forbidden()
  const found = await readSavedMail(house.settings.dataFolder, mail)
  if ('notRead' in found) return { result: 'not-read', why: found.notRead }
  const read = found.read
  const hash = createHash('sha256')
  const messageId = read.messageId ?? `sha256:${hash.update(await mail.bytes()).digest('hex')}`
  const mailHash = house.keys.hash('mail of a memory', messageId)
  const known = await as(house.db, who, tx => knownMail(tx, space, messageId, mailHash))
  if (known) return known
  if ((await as(house.db, who, tx => countDrafts(tx, space))) >= mostWaiting) return { result: 'too-many' }
  const draft = randomUUID()
  const zone = await as(house.db, who, tx => zoneOfMemory(tx, space))
  const waiting = await waitingMail(house, read, messageId, todayAt(house.clock, zone))
  const attachments = read.attachments.flatMap(({ bytes }, number) =>
    waiting.attachments[number]?.problem === null
      ? [{ number, content: sealAttachment(house, draft, number, bytes) }]
      : [],
  )
  try {
    return await as(house.db, who, async tx => {
      await addDraft(tx, {
        id: draft,
        space,
        mailHash,
        waiting: sealMail(house, draft, waiting),
        addresses: addressesOf(waiting),
        by: who.kind === 'person' ? who.id : null,
        attachments,
      })
      await rememberSent(tx, once.key, once.location(draft))
      return { result: 'waiting', draft }
    })
  } catch (error) {
    // unique_violation: the same mail came twice at once.
    if ((error as { code?: unknown }).code !== '23505') throw error
    const other = await as(house.db, who, tx => knownMail(tx, space, messageId, mailHash))
    if (other === null) throw error
    return other
  }
}

async function knownMail(
  tx: Parameters<Parameters<typeof as>[2]>[0],
  space: string,
  messageId: string,
  mailHash: string,
): Promise<MailTaken | null> {
  const written = await interactionOfMail(tx, space, messageId)
  if (written !== null) return { result: 'written', id: written }
  const draft = await draftOfMail(tx, space, mailHash)
  return draft === null ? null : { result: 'waits', draft }
}

/** The addresses that a mail names, in small letters, each once. */
export const addressesOf = ({ from, to }: Pick<WaitingMail, 'from' | 'to'>): string[] => [
  ...new Set([...from, ...to].map(one => one.address.trim().toLowerCase())),
]

async function waitingMail(
  house: House,
  mail: MailRead,
  messageId: string,
  today: Temporal.PlainDate,
): Promise<WaitingMail> {
  const sent = mail.sentOn === null ? null : Temporal.PlainDate.from(mail.sentOn)
  const attachments: WaitingMail['attachments'] = []
  for (const { name, bytes } of mail.attachments)
    attachments.push({ name: shown(name), bytes: bytes.length, problem: await problemOf(house, name, bytes) })
  return {
    messageId,
    // A year that no calendar of ours has is a mistake of the machine that wrote it.
    day: (sent !== null && sent.year >= 1900 && sent.year <= 2200 ? sent : today).toString(),
    subject: shown(mail.subject).trim().slice(0, 300),
    from: mail.from.map(({ name, address }) => ({ name: shown(name), address: shown(address) })),
    to: mail.to.map(({ name, address }) => ({ name: shown(name), address: shown(address) })),
    moreAddresses: mail.moreAddresses,
    text: shown(mail.text).trim(),
    attachments,
    moreAttachments: mail.moreAttachments,
  }
}

/** Whether a file would be kept, found out as when it is: nothing of it stays. */
async function problemOf(house: House, name: string, bytes: Uint8Array): Promise<FileProblem | null> {
  const content = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()
  const looked = await receiveBytes(house.settings.dataFolder, content, largestFile, found =>
    kindOf({ ...found, name }) === null ? ('not-kept' as const) : ('kept' as const),
  ).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOSPC' || error.code === 'EDQUOT' ? new Refusal('no-room') : error
  })
  return 'problem' in looked && looked.problem !== 'kept' ? looked.problem : null
}

// What a form would have taken out (web/form.ts).
const shown = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not be stored.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g, '')
