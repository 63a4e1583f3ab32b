import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { readInstant } from '#ground/database/connect.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Shown } from '#ground/languages/text.ts'
import { endOf, type Names, type Programme } from '../../programme/rules/programme.ts'
import { type ShownProgramme, shownIn } from '../../programme/rules/shown.ts'
import { type LaterWords, type Version, withLaterWords } from '../../programme/store/versions.ts'
import type { OrganisationRole } from '../../store/tables.ts'
import type { CountedPlaces, NoticeKind } from '../rules/life.ts'

/** field → text, as a reader of one language gets it. */
export type ShownTexts = Readonly<Record<string, Shown>>

export type SeminarOrganisation = {
  id: string
  shortName: string | null
  website: string | null
  /** Empty for an organisation that only a contact names. */
  roles: readonly OrganisationRole[]
  texts: ShownTexts
}
/** All that the public page of a seminar shows, in one language. */
export type SeminarPage = {
  id: string
  slug: string
  visibility: Visibility
  sourceLanguage: string
  languages: readonly string[]
  date: Temporal.PlainDate
  hoursFrom: Temporal.PlainTime
  hoursTo: Temporal.PlainTime
  timeZone: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  venueAddress: string
  venueCountry: string
  floorLanguages: readonly string[]
  interpretationLanguages: readonly string[]
  mandatory: boolean
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
  /** Since when it has no sure day: `date` is then the day that was given up. */
  postponedAt: Temporal.Instant | null
  /** The day it was announced for before it was moved. */
  movedFrom: Temporal.PlainDate | null
  /** What everyone was told last. */
  notice: {
    kind: NoticeKind
    heldOn: Temporal.PlainDate
    movedTo: Temporal.PlainDate | null
    reason: Shown | null
  } | null
  calendarSequence: number
  texts: ShownTexts
  accessLines: readonly Shown[]
  organisations: readonly SeminarOrganisation[]
  contacts: readonly {
    email: string | null
    telephone: string | null
    organisation: string | null
    label: Shown | null
  }[]
  /** The released version that everybody sees now; null when none was released. */
  version: Version | null
  /** How many were released. */
  versionCount: number
  /** Names on the programme that everybody may read. */
  names: Names
  /** Ids of files that its programme names or named, and that were taken back. */
  withdrawn: ReadonlySet<string>
  /** The same version as a reader of this language gets it. */
  programme: ShownProgramme | null
  /** Places of the whole seminar; null when they are not counted. */
  places: CountedPlaces | null
}

/**
 * Reads a seminar whole, in one statement: what it says, in the reader's language or else in the source language, is
 * put together by the database, so that a page costs one round trip however many slots it has.
 *
 * @returns null when there is none, or none that the actor may see
 */
export async function readSeminar(tx: Tx, slug: string, locale: Locale): Promise<SeminarPage | null> {
  const { rows } = await sql<{ page: Raw | null }>`
    with s as materialized (
      select s.*, p.slug from perenne.seminar s join perenne.space p on p.id = s.id
      where p.kind = 'seminar' and p.slug = ${slug}
    ), named as materialized (
      select o.id, o.short_name, o.website, n.roles, n.position
      from perenne.organisation o
      join (
        select so.organisation_id, array_agg(so.role order by so.role) as roles, min(so.position) as position
        from perenne.seminar_organisation so where so.seminar_id = (select id from s) group by 1
        union all
        select c.organisation_id, null, null from perenne.seminar_contact c where c.seminar_id = (select id from s)
      ) as n on n.organisation_id = o.id
    ), texts as (
      select src.record_id,
        json_object_agg(src.field, json_build_array(
          coalesce(mine.body, src.body), coalesce(mine.language, src.language), coalesce(mine.state, src.state),
          coalesce(mine.source_hash <> src.body_hash, false))) as fields
      from perenne.translation src
      left join perenne.translation mine
        on mine.record_id = src.record_id and mine.record_table = src.record_table and mine.field = src.field
        and mine.language = ${locale} and mine.state <> 'source'
      where src.state = 'source' and src.record_table <> 'consent'
        and (src.space_id = (select id from s)
          or (src.record_table = 'organisation' and src.record_id in (select id from named)))
      group by src.record_id
    )
    select json_build_object(
      'seminar', to_json(s),
      'texts', (select json_object_agg(record_id, fields) from texts),
      'accessLines', (select json_agg(id order by position) from perenne.seminar_access_line where seminar_id = s.id),
      'organisations', (
        select json_agg(json_build_array(id, short_name, website, roles) order by roles is null, position, id) from named),
      'contacts', (
        select json_agg(json_build_array(id, email, telephone, organisation_id) order by position)
        from perenne.seminar_contact where seminar_id = s.id),
      'version', (
        select json_build_array(id, number, slug, released_at, content, (
          select json_agg(json_build_object('language', w.language, 'texts', w.texts, 'older', w.older) order by w.language)
          from perenne.programme_version_language w where w.version_id = v.id))
        from perenne.programme_version v where seminar_id = s.id order by number desc limit 1),
      'names', (
        select json_agg(json_build_array(key, given_name, family_name)) from perenne.names_on_programme(s.id)),
      'withdrawn', (select json_agg(id) from perenne.withdrawn_documents(s.id) as id),
      'notice', (
        select json_build_array(id, kind, held_on, moved_to) from perenne.seminar_notice where seminar_id = s.id
        order by at desc, id limit 1),
      'places', (
        select json_build_array(capacity, taken, held) from perenne.quota where seminar_id = s.id and key = 'overall')
    ) as page from s`.execute(tx)
  const raw = rows[0]?.page
  return raw ? assemble(raw, locale) : null
}

type RawText = [body: string, language: Locale, state: Shown['state'], stale: boolean]
type Raw = {
  seminar: {
    id: string
    slug: string
    visibility: Visibility
    source_language: string
    languages: string[]
    held_on: string
    hours_from: string
    hours_to: string
    time_zone: string
    venue_address: string
    venue_country: string
    floor_languages: string[]
    interpretation_languages: string[]
    registration_mandatory: boolean
    registration_opens_at: string | null
    registration_closes_at: string
    cancelled_at: string | null
    postponed_at: string | null
    moved_from: string | null
    calendar_sequence: number
  }
  texts: Record<string, Record<string, RawText>> | null
  accessLines: string[] | null
  organisations: [id: string, short: string | null, website: string | null, roles: OrganisationRole[] | null][] | null
  contacts: [id: string, email: string | null, telephone: string | null, organisation: string | null][] | null
  version:
    | [id: string, number: number, slug: string, released: string, content: Programme, later: LaterWords | null]
    | null
  names: [key: string, given: string | null, family: string | null][] | null
  withdrawn: string[] | null
  notice: [id: string, kind: NoticeKind, held: string, moved: string | null] | null
  places: [capacity: number, taken: number, held: number] | null
}

function assemble(raw: Raw, locale: Locale): SeminarPage {
  const s = raw.seminar
  const textsOf = (id: string): ShownTexts => {
    const shown: Record<string, Shown> = {}
    for (const [field, [text, language, state, stale]] of Object.entries(raw.texts?.[id] ?? {})) {
      shown[field] = { text, language, state, stale }
    }
    return shown
  }
  const one = (id: string, field: string): Shown | null => textsOf(id)[field] ?? null
  const some = (ids: readonly string[], field: string) => ids.map(id => one(id, field)).filter(text => text !== null)

  const organisations = new Map<string, SeminarOrganisation>()
  for (const [id, shortName, website, roles] of raw.organisations ?? []) {
    if (organisations.has(id)) continue
    organisations.set(id, { id, shortName, website, roles: roles ?? [], texts: textsOf(id) })
  }
  const nameOf = (id: string) => {
    const found = organisations.get(id)
    return found ? shortNameOf(found) : ''
  }
  const version = raw.version && versionOf(raw.version)
  const names: Names = new Map(
    (raw.names ?? []).map(([key, given, family]) => [key, { givenName: given ?? '', familyName: family ?? '' }]),
  )
  const withdrawn = new Set(raw.withdrawn ?? [])
  const date = Temporal.PlainDate.from(s.held_on)
  const hoursFrom = Temporal.PlainTime.from(s.hours_from)
  const hoursTo = Temporal.PlainTime.from(s.hours_to)
  const at = (plainTime: Temporal.PlainTime) => date.toZonedDateTime({ timeZone: s.time_zone, plainTime }).toInstant()
  return {
    id: s.id,
    slug: s.slug,
    visibility: s.visibility,
    sourceLanguage: s.source_language,
    languages: s.languages,
    date,
    hoursFrom,
    hoursTo,
    timeZone: s.time_zone,
    startsAt: at(hoursFrom),
    endsAt: latest(at(hoursTo), version && endOf(version.programme)),
    venueAddress: s.venue_address,
    venueCountry: s.venue_country,
    floorLanguages: s.floor_languages,
    interpretationLanguages: s.interpretation_languages,
    mandatory: s.registration_mandatory,
    opensAt: s.registration_opens_at === null ? null : readInstant(s.registration_opens_at),
    closesAt: readInstant(s.registration_closes_at),
    cancelledAt: s.cancelled_at === null ? null : readInstant(s.cancelled_at),
    postponedAt: s.postponed_at === null ? null : readInstant(s.postponed_at),
    movedFrom: s.moved_from === null ? null : Temporal.PlainDate.from(s.moved_from),
    notice: raw.notice && {
      kind: raw.notice[1],
      heldOn: Temporal.PlainDate.from(raw.notice[2]),
      movedTo: raw.notice[3] === null ? null : Temporal.PlainDate.from(raw.notice[3]),
      reason: one(raw.notice[0], 'reason'),
    },
    calendarSequence: s.calendar_sequence,
    texts: textsOf(s.id),
    accessLines: some(raw.accessLines ?? [], 'text'),
    organisations: [...organisations.values()],
    contacts: (raw.contacts ?? []).map(([id, email, telephone, organisation]) => ({
      email,
      telephone,
      organisation: organisation === null ? null : nameOf(organisation),
      label: one(id, 'label'),
    })),
    version,
    versionCount: version?.number ?? 0,
    names,
    withdrawn,
    programme: version && shownIn(version.programme, names, locale, withdrawn),
    places: raw.places && { capacity: raw.places[0], taken: raw.places[1], held: raw.places[2] },
  }
}

function versionOf([id, number, slug, released, content, later]: NonNullable<Raw['version']>): Version {
  return { id, number, slug, releasedAt: readInstant(released), programme: withLaterWords(content, later ?? []) }
}

/** How an organisation is named in a line: by its short name, else by its name. */
export function shortNameOf(organisation: Pick<SeminarOrganisation, 'shortName' | 'texts'>): string {
  return organisation.shortName ?? organisation.texts.name?.text ?? ''
}

const latest = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other !== null && Temporal.Instant.compare(other, one) > 0 ? other : one
