import { sql } from 'kysely'
import { type Life, lifeOf } from '#convene/seminar/rules/life.ts'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '#convene/store/tables.ts'

export type SeminarToRegisterFor = {
  id: string
  slug: string
  visibility: number
  sourceLanguage: Locale
  /** YYYY-MM-DD, in the venue's time zone. */
  heldOn: string
  /** HH:MM:SS */
  from: string
  to: string
  timeZone: string
  venueAddress: string
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
  /** Since when it has no sure day. */
  postponedAt: Temporal.Instant | null
  /** YYYY-MM-DD: the day it was announced for before it was moved. */
  movedFrom: string | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** What it is in this transaction. Places are not counted here: full is open. */
  life: Life
  /** Business time in the transaction that read it. */
  now: Temporal.Instant
}

/** A seminar by its slug, or by its id; null when the actor sees none. */
export async function findSeminarToRegisterFor(
  tx: Tx,
  by: { slug: string } | { id: string },
): Promise<SeminarToRegisterFor | null> {
  let query = tx
    .selectFrom('seminar as s')
    .innerJoin('space', 'space.id', 's.id')
    .select(['s.id', 'space.slug', 's.visibility', 's.source_language', 's.held_on', 's.hours_from', 's.hours_to'])
    .select(['s.time_zone', 's.venue_address', 's.registration_opens_at', 's.registration_closes_at', 's.cancelled_at'])
    .select(['s.postponed_at', 's.moved_from'])
    .select(sql<Temporal.Instant>`perenne.seminar_ends(s.id)`.as('ends'))
    .select(sql<Temporal.Instant>`perenne.now()`.as('now'))
  query =
    'slug' in by
      ? query.where('space.slug', '=', by.slug).where('space.kind', '=', 'seminar')
      : query.where('s.id', '=', by.id)
  const row = await query.executeTakeFirst()
  if (!row) return null
  const at = (time: string) =>
    Temporal.PlainDate.from(row.held_on).toZonedDateTime({ timeZone: row.time_zone, plainTime: time }).toInstant()
  const facts = {
    visibility: row.visibility,
    startsAt: at(row.hours_from),
    endsAt: row.ends,
    opensAt: row.registration_opens_at,
    closesAt: row.registration_closes_at,
    cancelledAt: row.cancelled_at,
    postponedAt: row.postponed_at,
  }
  return {
    ...facts,
    id: row.id,
    slug: row.slug,
    sourceLanguage: isLocale(row.source_language) ? row.source_language : 'en',
    heldOn: row.held_on,
    from: row.hours_from,
    to: row.hours_to,
    timeZone: row.time_zone,
    venueAddress: row.venue_address,
    movedFrom: row.moved_from,
    life: lifeOf(facts, null, row.now),
    now: row.now,
  }
}

export type Contact = {
  id: string
  email: string | null
  telephone: string | null
  label: MultilingualText | undefined
}
export type Consent = { id: string; key: string; required: boolean; text: MultilingualText | undefined }

/** What the pages of a registration say about the seminar, in three reads. */
export async function seminarWords(tx: Tx, seminarId: string) {
  const contacts = await tx
    .selectFrom('seminar_contact')
    .select(['id', 'email', 'telephone'])
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .execute()
  const consents = await currentConsents(tx, seminarId)
  const texts = await textsOf(tx, [seminarId, ...contacts.map(c => c.id), ...consents.map(c => c.id)])
  const of = texts.get(seminarId)
  return {
    title: of?.title,
    venue: of?.venue_name,
    entrance: of?.entrance,
    contacts: contacts.map((c): Contact => ({ ...c, label: texts.get(c.id)?.label })),
    consents: consents.map((c): Consent => ({ ...c, text: texts.get(c.id)?.text })),
  }
}

export type SeminarWords = Awaited<ReturnType<typeof seminarWords>>

/** The consents asked for today, in their order. */
export function currentConsents(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('consent')
    .select(['id', 'key', 'required'])
    .where('seminar_id', '=', seminarId)
    .where('superseded_at', 'is', null)
    .orderBy('position')
    .execute()
}

/** The languages spoken in a seminar, on the floor or by interpretation, and those of its texts; primary tags, each once. */
export async function spokenLanguages(tx: Tx, seminarId: string): Promise<string[]> {
  const row = await tx
    .selectFrom('seminar')
    .select(['languages', 'floor_languages', 'interpretation_languages'])
    .where('id', '=', seminarId)
    .executeTakeFirst()
  const all = row ? [...row.floor_languages, ...row.interpretation_languages, ...row.languages] : []
  return [...new Set(all.map(language => language.split('-')[0] ?? language))]
}
