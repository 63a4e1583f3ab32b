import type { Actor, Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import type { MailAddress } from '#ground/reading/index.ts'
import { type Guessed, guessFrom } from '../rules/guess.ts'
import type { Side } from '../rules/kinds.ts'
import { languageOfMail } from '../rules/language-of-mail.ts'
import { type MailText, wordsOfMail } from '../rules/mail-text.ts'
import { areNamesakes } from '../rules/namesakes.ts'
import {
  addressesOfColleagues,
  type ContactKnown,
  contactsByAddress,
  contactsKnown,
  organisationsByDomain,
  relationshipsOf,
} from '../store/addresses.ts'
import { type DraftRow, listDrafts, readDraft } from '../store/mail-drafts.ts'
import { addressesOf } from './take-mail.ts'
import { openMail, openTyped, type TypedKept, type WaitingMail } from './waiting-mail.ts'

export type Draft = Omit<DraftRow, 'waiting'> & { mail: WaitingMail }
/** Its form as somebody left it, with their id and the version by which a later save knows it. */
export type Kept = TypedKept & { by: string | null; version: string }
export type WholeDraft = Draft & { kept: Kept | null }

const opened = <Row extends DraftRow>(house: House, { waiting, ...row }: Row) => {
  const mail = openMail(house, row.id, waiting)
  return mail === null ? null : { ...row, mail }
}

/** The mails of a memory that wait, the oldest first. One that another installation sealed cannot be read: it is left out. */
export const draftsThatWait = async (house: House, tx: Tx, space: string): Promise<Draft[]> =>
  (await listDrafts(tx, space)).flatMap(row => opened(house, row) ?? [])

/** One of them; null when none waits under this id. */
export async function openDraft(
  house: House,
  tx: Tx,
  space: string,
  id: string,
  lock = false,
): Promise<WholeDraft | null> {
  const row = await readDraft(tx, space, id, lock)
  const draft = row && opened(house, row)
  if (!draft) return null
  const { typed, typedBy, ...rest } = draft
  const kept = typed && openTyped(house, id, typed)
  return { ...rest, kept: kept && { ...kept, by: typedBy, version: versionOf(kept.fields) } }
}

/** Whether somebody else left this form otherwise since it was opened. Of one's own the last one counts. */
export const isStale = (kept: Kept | null, version: string | null, who: Actor): boolean =>
  kept !== null && kept.version !== version && !(who.kind === 'person' && who.id === kept.by)

export type DraftRead = {
  words: MailText
  /** ISO 639-1, where the words tell it. */
  language: string | null
  guessed: Guessed
  /** Whom the mail names, and who neither is a contact nor works here. */
  strangers: Stranger[]
}

export type Stranger = MailAddress & {
  /** Which one of those of the mail it is, those who wrote first. */
  at: number
  /** For whom they work, as far as the domain of their address tells. */
  organisation: { id: string; side: Side } | null
  /** Contacts who may be the same person, as far as names tell: somebody says whether they are. */
  namesakes: ContactKnown[]
}

/** A mail program that names a whole list tells nobody apart any more. */
const mostNamesakes = 5

/** What a mail tells, seen with what the memory knows today: contacts by address, organisations, relationships. */
export async function readMailDraft(tx: Tx, space: string, mail: WaitingMail): Promise<DraftRead> {
  const addresses = addressesOf(mail)
  const contacts = await contactsByAddress(tx, space, addresses)
  const known = new Set(contacts.map(one => one.address))
  const unknown = addresses.filter(address => !known.has(address))
  const domains = [...new Set(unknown.map(address => address.slice(address.lastIndexOf('@') + 1)))].filter(Boolean)
  const organisations = await organisationsByDomain(tx, space, domains)
  const partners = [...contacts.flatMap(one => one.organisation ?? []), ...organisations.map(one => one.id)]
  const relationships = await relationshipsOf(tx, space, [...new Set(partners)])
  const words = wordsOfMail(mail.text)
  const ours = await addressesOfColleagues(tx, unknown)
  const strange = new Set(unknown.filter(address => !ours.has(address)))
  const here = strange.size === 0 ? [] : await contactsKnown(tx, space)
  const domainOf = (address: string) => address.trim().toLowerCase().split('@').at(-1) ?? ''
  const strangers = [...mail.from, ...mail.to]
    .map((one, at) => ({
      ...one,
      at,
      organisation: organisations.find(({ domain }) => domain === domainOf(one.address)) ?? null,
    }))
    .filter(one => strange.delete(one.address.trim().toLowerCase()))
    .map(one => ({
      ...one,
      namesakes: here.filter(other => areNamesakes(one.name, other.name)).slice(0, mostNamesakes),
    }))
  return {
    words,
    language: languageOfMail(mail.subject, words.text),
    guessed: guessFrom({ contacts, organisations, relationships }),
    strangers,
  }
}
