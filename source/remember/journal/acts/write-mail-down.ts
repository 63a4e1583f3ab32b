import { randomUUID } from 'node:crypto'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { type StoredFile, storeFile } from '#ground/files/index.ts'
import type { House } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { formatOf } from '#ground/reading/index.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { addContactNamed, giveAddress } from '../../actors/store/new-contact.ts'
import type { Category } from '../../documents/rules/categories.ts'
import { addDocument, addVersion, dropFile, writeTitle } from '../../documents/store/document-fields.ts'
import { type AboutRef, notOfMemory, writeAbout } from '../../store/about.ts'
import type { Participant } from '../rules/kinds.ts'
import {
  addInteraction,
  type InteractionToWrite,
  interactionOfMail,
  writeParticipants,
} from '../store/journal-fields.ts'
import { readAttachment, removeDraft } from '../store/mail-drafts.ts'
import { isStale, openDraft, readMailDraft, type Stranger } from './open-draft.ts'
import { openAttachment } from './waiting-mail.ts'
import { type Promised, writePromise } from './write-down.ts'

export type WriteMailDown = {
  space: string
  draft: string
  line: InteractionToWrite
  people: readonly Participant[]
  about: readonly AboutRef[]
  promised: Promised
  /** Numbers of what is attached that becomes documents, each with its category. */
  attachments: readonly { number: number; category: Category }[]
  /** Which of those whom the mail names and nobody knows here become contacts who took part. */
  add: readonly number[]
  /** Of those whose name is known here: which contact they are, or that they are somebody else and become one. */
  are: readonly { at: number; contact: string | 'new' }[]
  /** The version of the form as somebody left it, from which this one was filled. */
  version: string | null
  /** The language in which somebody writes: that of the titles of documents where the mail's is none of the four. */
  locale: Locale
  /** Writes it down though the mail waits no more: without it, and without what was attached. */
  evenWithout: boolean
  once: { key: string | null; location: (id: string) => string }
}

export type MailWritten =
  | { result: 'written'; id: string; kept: number; notKept: number }
  | { result: 'strange'; about: AboutRef[]; people: AboutRef[] }
  /** Of these somebody of the same name is known: who they are is asked first. Nothing was written. */
  | { result: 'ask'; at: number[] }
  /** Somebody else left the form otherwise meanwhile. Nothing was written. */
  | { result: 'stale' }
  /** It waits no more: dropped, or too old. Nothing was written. */
  | { result: 'gone' }

type ToKeep = { document: string; category: Category; file: StoredFile }

/**
 * Writes a mail that waits into the journal, as somebody looked it through, with what they chose of its attachments as documents
 * about that entry. All of it or nothing: the mail waits until everything is kept.
 *
 * @throws Refusal `forbidden` when the actor may not edit the memory, `no-room` when the disk is full
 */
export async function writeMailDown(house: House, who: Actor, given: WriteMailDown): Promise<MailWritten> {
  const { space, draft } = given
  const { kept, notKept } = await storeChosen(house, who, given)
  let done: MailWritten | null = null
  try {
    done = await as(house.db, who, async tx => {
      const waits = await openDraft(house, tx, space, draft, true)
      if (!waits && !given.evenWithout) return { result: 'gone' }
      if (waits && isStale(waits.kept, given.version, who)) return { result: 'stale' }
      const strangers = {
        about: await notOfMemory(tx, space, given.about),
        people: await notOfMemory(tx, space, given.people),
      }
      if (strangers.about.length + strangers.people.length > 0) return { result: 'strange', ...strangers }
      const { strangers: named } = waits ? await readMailDraft(tx, space, waits.mail) : { strangers: [] }
      const asked = notTold(named, given)
      if (asked.length > 0) return { result: 'ask', at: asked }
      const messageId = waits?.mail.messageId
      // Brought in by another way meanwhile: two entries of one mail are better than one that is lost.
      const isFree = messageId !== undefined && (await interactionOfMail(tx, space, messageId)) === null
      const id = await addInteraction(tx, space, {
        ...given.line,
        writtenBy: personOf(who),
        ...(isFree ? { messageId } : {}),
      })
      await writeParticipants(tx, id, [...given.people, ...(await addStrangers(tx, given, named))])
      await writeAbout(tx, { table: 'interaction', id, space }, given.about)
      const of = [...given.about, ...given.people.map(({ table, id }) => ({ table, id }))]
      await writePromise(tx, space, id, given.line.language, of, given.promised)
      for (const one of kept) await keep(tx, who, given, id, one)
      await removeDraft(tx, space, draft)
      await rememberSent(tx, given.once.key, given.once.location(id))
      return { result: 'written', id, kept: kept.length, notKept }
    })
    return done
  } finally {
    if (done?.result !== 'written' && kept.length > 0)
      await as(house.db, who, async tx => {
        for (const { file } of kept) await dropFile(tx, file.id)
      })
  }
}

/** Bytes first, outside the transaction: it may take its time. Those whose document is not written are dropped again. */
async function storeChosen(house: House, who: Actor, { space, draft, attachments }: WriteMailDown) {
  const waits = attachments.length === 0 ? null : await as(house.db, who, tx => openDraft(house, tx, space, draft))
  const kept: ToKeep[] = []
  let notKept = 0
  for (const { number, category } of waits ? attachments : []) {
    const name = waits?.mail.attachments[number]?.name ?? ''
    const sealed = await as(house.db, who, tx => readAttachment(tx, draft, number))
    const bytes = sealed && openAttachment(house, draft, number, sealed)
    if (!bytes) {
      notKept += 1
      continue
    }
    const document = randomUUID()
    const content = new Blob([bytes as Uint8Array<ArrayBuffer>])
    const stored = await storeFile(house, who, { spaceId: space, recordId: document, name, content, visibility: 0 })
    if (stored.ok) kept.push({ document, category, file: stored.file })
    else notKept += 1
  }
  return { kept, notKept }
}

async function keep(
  tx: Tx,
  who: Actor,
  { space, line, locale }: WriteMailDown,
  interaction: string,
  { document, category, file }: ToKeep,
): Promise<void> {
  await addDocument(tx, space, document, {
    category,
    language: line.language,
    during: null,
    licence: null,
    keepUntil: null,
    legalHold: false,
    // Seen inside alone until somebody says otherwise, whoever may read the entry.
    visibility: 0,
  })
  const readable = formatOf(file.mediaType) !== null
  await addVersion(tx, document, { file: file.id, addedBy: personOf(who), readable })
  const source = isLocale(line.language) ? line.language : locale
  const title = file.name.replace(/\.[a-z0-9]{1,5}$/i, '') || file.name
  await writeTitle(tx, document, { source, [`title-${source}`]: title })
  await writeAbout(tx, { table: 'memory_document', id: document, space }, [{ table: 'interaction', id: interaction }])
}

/** Whom somebody added though one of the same name is known, without saying whether it is them, or as one who is not proposed. */
function notTold(strangers: readonly Stranger[], { add, are }: Pick<WriteMailDown, 'add' | 'are'>): number[] {
  return strangers
    .filter(({ at, namesakes }) => {
      const said = are.find(one => one.at === at)?.contact
      if (said === undefined) return add.includes(at) && namesakes.length > 0
      return said !== 'new' && !namesakes.some(({ id }) => id === said)
    })
    .map(({ at }) => at)
}

/**
 * Contacts of whom the mail tells name and address, and those who were known without one. Who became known by their address
 * meanwhile is no stranger, and is not added a second time.
 */
async function addStrangers(
  tx: Tx,
  { space, add, are, line, locale, people }: WriteMailDown,
  strangers: readonly Stranger[],
): Promise<Participant[]> {
  const added: Participant[] = []
  for (const { at, name, address, organisation, namesakes } of strangers) {
    const said = are.find(one => one.at === at)?.contact
    const known = namesakes.find(({ id }) => id === said)
    const email = address.trim()
    if (known) {
      await giveAddress(tx, space, known.id, email)
      // Ticked as having taken part already, or named twice: once is enough.
      if (![...people, ...added].some(one => one.id === known.id))
        added.push({ table: 'contact', id: known.id, side: known.side })
    } else if (said === 'new' || add.includes(at)) {
      const language = isLocale(line.language) ? line.language : locale
      const who = { name: name?.trim() || email, email, language, organisation: organisation?.id ?? null }
      const id = await addContactNamed(tx, space, who)
      added.push({ table: 'contact', id, side: organisation?.side ?? 'partner' })
    }
  }
  return added
}

const personOf = (who: Actor) => (who.kind === 'person' ? who.id : null)
