import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { type TextsOfRecord, textsOf } from '#ground/languages/texts.ts'

/** A seminar with what registering for it needs. */
export type FoundSeminar = {
  id: string
  slug: string
  networkId: string
  visibility: Visibility
  sourceLanguage: Locale
  languages: readonly Locale[]
  date: Temporal.PlainDate
  hoursFrom: Temporal.PlainTime
  hoursTo: Temporal.PlainTime
  timeZone: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  venueAddress: string
  venueCountry: string
  mandatory: boolean
  opensAt: Temporal.Instant | null
  /** The last second in which a registration is accepted: one is in time while now < closesAt + 1 s. */
  closesAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
  postponedAt: Temporal.Instant | null
  calendarSequence: number
  /** title, subtitle, venue_name, entrance, … in every language they exist in. */
  texts: TextsOfRecord
  /** The consents asked for now, in their order. */
  consents: readonly {
    id: string
    key: string
    version: number
    required: boolean
    text: MultilingualText | undefined
  }[]
  quotas: readonly { id: string; key: string; capacity: number; taken: number }[]
}

/**
 * The seminar at an address, as the actor may see it. Four queries, whatever it holds.
 *
 * @returns null when there is none, or none that the actor may see
 */
export async function findSeminar(tx: Tx, slug: string): Promise<FoundSeminar | null> {
  const row = await tx
    .selectFrom('seminar as s')
    .innerJoin('space as p', 'p.id', 's.id')
    .selectAll('s')
    .select('p.slug')
    .select(sql<Temporal.Instant>`perenne.seminar_ends(s.id)`.as('ends'))
    .where('p.kind', '=', 'seminar')
    .where('p.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return null
  const consents = await tx
    .selectFrom('consent')
    .select(['id', 'key', 'version', 'required'])
    .where('seminar_id', '=', row.id)
    .where('superseded_at', 'is', null)
    .orderBy('position')
    .execute()
  const quotas = await tx
    .selectFrom('quota')
    .select(['id', 'key', 'capacity', 'taken'])
    .where('seminar_id', '=', row.id)
    .orderBy('position')
    .orderBy('key')
    .execute()
  const texts = await textsOf(tx, [row.id, ...consents.map(consent => consent.id)])
  const date = Temporal.PlainDate.from(row.held_on)
  const hoursFrom = Temporal.PlainTime.from(row.hours_from)
  const hoursTo = Temporal.PlainTime.from(row.hours_to)
  const at = (plainTime: Temporal.PlainTime) => date.toZonedDateTime({ timeZone: row.time_zone, plainTime }).toInstant()
  return {
    id: row.id,
    slug: row.slug,
    networkId: row.network_id,
    visibility: row.visibility,
    sourceLanguage: isLocale(row.source_language) ? row.source_language : 'en',
    languages: row.languages.filter(isLocale),
    date,
    hoursFrom,
    hoursTo,
    timeZone: row.time_zone,
    startsAt: at(hoursFrom),
    endsAt: row.ends,
    venueAddress: row.venue_address,
    venueCountry: row.venue_country,
    mandatory: row.registration_mandatory,
    opensAt: row.registration_opens_at,
    closesAt: row.registration_closes_at,
    cancelledAt: row.cancelled_at,
    postponedAt: row.postponed_at,
    calendarSequence: row.calendar_sequence,
    texts: texts.get(row.id) ?? {},
    consents: consents.map(consent => ({ ...consent, text: texts.get(consent.id)?.text })),
    quotas,
  }
}
