import { sql } from 'kysely'
import type { FileSeat, FileSlot } from '#convene/seminar/rules/programme-file.ts'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { SeatAnswer } from '../rules/panel.ts'
import './table.ts'

/** Somebody on a programme: who they are, and what they do there. */
export type OwnPart = {
  id: string
  key: string
  seminarId: string
  personId: string
  organisationId: string | null
  givenName: string
  familyName: string
  email: string | null
  language: Locale
  /** Whether everybody may read the name. */
  named: boolean
  linkNumber: number
  /** Those for which they were asked. */
  seats: OwnSeat[]
  /** What else they do. */
  roles: OwnRole[]
}
export type OwnRole = { id: string; slotId: string; role: 'moderator' | 'speaker'; state: FileSeat['state'] }
export type OwnSeat = {
  id: string
  slotId: string
  region: FileSeat['region']
  state: FileSeat['state']
  organisationId: string | null
}
/** A slot of the draft that somebody is on. */
export type OwnSlot = {
  id: string
  kind: FileSlot['kind']
  part: string | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  title: MultilingualText | undefined
  room: MultilingualText | undefined
}
/** What somebody said of themself, language by language. */
export type OwnWords = Record<'role' | 'about', Partial<Record<Locale, string>>>

/** Which link of somebody on a programme is the valid one; null when there is no such person. */
export async function panelLinkOf(tx: Tx, id: string): Promise<{ linkNumber: number; erased: boolean } | null> {
  const row = await tx
    .selectFrom('programme_person as pp')
    .innerJoin('person as p', 'p.id', 'pp.person_id')
    .select(['pp.link_number', 'p.erased_at'])
    .where('pp.id', '=', id)
    .executeTakeFirst()
  return row ? { linkNumber: row.link_number, erased: row.erased_at !== null } : null
}

/**
 * One person of a programme, with their seats and what else they do there: what their own link may see, no more.
 *
 * @param all with the seats for which nobody has asked them yet, for a mail that is about to ask
 */
export async function readOwnPart(tx: Tx, id: string, { all = false } = {}): Promise<OwnPart | null> {
  const row = await tx
    .selectFrom('programme_person as pp')
    .innerJoin('person as p', 'p.id', 'pp.person_id')
    .select(['pp.id', 'pp.key', 'pp.seminar_id', 'pp.person_id', 'pp.organisation_id', 'pp.named', 'pp.link_number'])
    .select(['p.given_name', 'p.family_name', 'p.email', 'p.language'])
    .where('pp.id', '=', id)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  let seats = tx
    .selectFrom('slot_seat')
    .select(['id', 'slot_id as slotId', 'region', 'state', 'organisation_id as organisationId'])
    .where('programme_person_id', '=', id)
  if (!all) seats = seats.where('state', '<>', 'open')
  const roles = tx
    .selectFrom('slot_person')
    .select(['id', 'slot_id as slotId', 'role', 'state'])
    .where('programme_person_id', '=', id)
    .orderBy('id')
  return {
    id: row.id,
    key: row.key,
    seminarId: row.seminar_id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    givenName: row.given_name ?? '',
    familyName: row.family_name ?? '',
    email: row.email,
    language: isLocale(row.language) ? row.language : 'en',
    named: row.named,
    linkNumber: row.link_number,
    seats: await seats.orderBy('id').execute(),
    roles: await roles.execute(),
  }
}

/** These slots of a draft in the order of the timetable. */
export async function readOwnSlots(tx: Tx, ids: readonly string[]): Promise<OwnSlot[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('slot')
    .select(['id', 'kind', 'part', 'starts_at', 'ends_at', 'room_id'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('starts_at')
    .orderBy('position')
    .execute()
  const texts = await textsOf(
    tx,
    rows.flatMap(({ id, room_id }) => (room_id === null ? [id] : [id, room_id])),
  )
  return rows.map(({ id, kind, part, starts_at, ends_at, room_id }) => ({
    id,
    kind: kind as FileSlot['kind'],
    part,
    startsAt: starts_at,
    endsAt: ends_at,
    title: texts.get(id)?.title,
    room: room_id === null ? undefined : texts.get(room_id)?.name,
  }))
}

/** How organisations are called: id → short name, or the name in each language. */
export async function readOrganisations(tx: Tx, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  const found = new Map<string, { short: string | null; name: MultilingualText | undefined }>()
  if (wanted.length === 0) return found
  const rows = await tx.selectFrom('organisation').select(['id', 'short_name']).where('id', 'in', wanted).execute()
  const texts = await textsOf(tx, wanted)
  for (const { id, short_name } of rows) found.set(id, { short: short_name, name: texts.get(id)?.name })
  return found
}

/** What somebody on a programme says of themself, words that wait for another language included. */
export async function readOwnWords(tx: Tx, id: string): Promise<OwnWords> {
  const { rows } = await sql<{ field: string; language: string; body: string }>`
    select field, language, body from perenne.said_by_person(${id})`.execute(tx)
  const words: OwnWords = { role: {}, about: {} }
  for (const { field, language, body } of rows)
    if ((field === 'role' || field === 'about') && isLocale(language)) words[field][language] = body
  return words
}

/** The languages of a seminar's texts, the one they are first written in at the head. */
export async function languagesOfSeminar(tx: Tx, seminarId: string): Promise<Locale[]> {
  const row = await tx
    .selectFrom('seminar')
    .select(['source_language', 'languages'])
    .where('id', '=', seminarId)
    .executeTakeFirstOrThrow()
  return [...new Set([row.source_language, ...row.languages])].filter(isLocale)
}

/** Whether whoever holds this link was not erased; they are not until the end of the transaction. */
export async function holdMyself(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ here: boolean }>`select perenne.hold_myself() as here`.execute(tx)
  return rows[0]?.here === true
}

/** Their own seats for which they were asked, kept from changing until the end of the transaction. */
export async function holdOwnSeats(tx: Tx, id: string): Promise<Map<string, FileSeat['state']>> {
  const rows = await tx
    .selectFrom('slot_seat')
    .select(['id', 'state'])
    .where('programme_person_id', '=', id)
    .where('state', '<>', 'open')
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(row => [row.id, row.state]))
}

export async function answerSeat(tx: Tx, seatId: string, answer: SeatAnswer): Promise<void> {
  await tx.updateTable('slot_seat').set({ state: answer }).where('id', '=', seatId).executeTakeFirstOrThrow()
}

/** The answer for a moderation or a talk, in the name of the link. */
export async function answerPart(tx: Tx, partId: string, answer: SeatAnswer): Promise<void> {
  await sql`select perenne.answer_for_part(${partId}, ${answer})`.execute(tx)
}

/** What somebody says of themself, in the name of their link: names, language, whether the name is shown. */
export async function writeOwnName(
  tx: Tx,
  { seminarId, personId, email }: Pick<OwnPart, 'seminarId' | 'personId' | 'email'>,
  own: { givenName: string; familyName: string; language: Locale; named: boolean },
): Promise<void> {
  const { givenName, familyName, language, named } = own
  await sql`select perenne.write_programme_person(
    ${seminarId}, ${personId}, ${givenName}, ${familyName}, ${email}, ${language})`.execute(tx)
  await sql`select perenne.show_my_name(${named})`.execute(tx)
}

/** A post or a few lines, in the name of the link; no words take those of that language away. */
export async function writeOwnWords(tx: Tx, field: 'role' | 'about', language: Locale, words: string): Promise<void> {
  await sql`select perenne.say_of_myself(${field}, ${language}, ${words})`.execute(tx)
}

/** The person of a line on a programme; null without one. */
export async function personOfPart(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('programme_person as pp')
    .innerJoin('person as p', 'p.id', 'pp.person_id')
    .select(['p.id', 'p.has_account as hasAccount', 'p.erased_at'])
    .where('pp.id', '=', id)
    .executeTakeFirst()
  return row ? { id: row.id, hasAccount: row.hasAccount, erased: row.erased_at !== null } : null
}

/** What a mail was written from. */
export async function readPanelInvitation(tx: Tx, id: string) {
  return tx
    .selectFrom('panel_invitation')
    .select(['programme_person_id as programmePersonId', 'reminder', 'note'])
    .where('id', '=', id)
    .executeTakeFirst()
}
