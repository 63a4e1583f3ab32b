import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { standsForAll } from '../../actors/store/standing.ts'
import { contactNames } from '../../store/about.ts'
import { type AgreementOn, agreementsOn } from '../../store/agreements.ts'
import { inShort } from '../../store/in-short.ts'
import '../../store/tables.ts'
import { type PartyRole, type RelationshipKind, standingOf } from '../rules/standing.ts'
import { type Shown as ShownStanding, signsOfLife } from './signs-of-life.ts'

export type Party = {
  id: string
  organisation: string
  name: Shown | null
  country: string | null
  role: PartyRole
  during: string | null
}
export type Fee = {
  id: string
  year: number
  amount: string
  currency: string
  due: string | null
  paidOn: string | null
}
export type Seat = {
  id: string
  body: Shown | null
  heldBy: 'city' | 'person'
  /** Null where nobody is named, or the name may not be read. */
  contact: string | null
  during: string
}
export type Duty = { id: string; name: Shown | null; contact: string | null; role: string }
/** A record that is only named here: it has a page of its own. Own words are in the one language they were written in. */
export type Mentioned = { id: string; name: Shown | null; during: string | null; kind: string }

export type OneRelationship = {
  id: string
  kind: RelationshipKind
  during: string
  visibility: Visibility
  standing: ShownStanding
  /** YYYY-MM-DD; told inside. */
  lastContact: string | null
  name: Shown | null
  reason: Shown | null
  narrative: Shown | null
  /** What to be careful about; never there for somebody outside. */
  sensitivity: Shown | null
  parties: Party[]
  agreements: (AgreementOn & { title: Shown | null })[]
  fees: Fee[]
  seats: Seat[]
  duties: Duty[]
  journal: Mentioned[]
  projects: Mentioned[]
  notes: Mentioned[]
  documents: Mentioned[]
  /** Commitments that are open. */
  owed: { id: string; what: string; language: string; owedBy: 'us' | 'them'; due: string | null }[]
}

const mostMentioned = 5

/** A relationship with its parts and what hangs on it, as far as the actor may see them; null when they may not see it. */
export async function readRelationship(
  tx: Tx,
  space: string,
  id: string,
  locale: Locale,
  day: Temporal.PlainDate,
  inside: boolean,
): Promise<OneRelationship | null> {
  const row = await tx
    .selectFrom('relationship')
    .select(['id', 'kind', 'during', 'visibility'])
    .where('id', '=', id)
    .where('space_id', '=', space)
    .executeTakeFirst()
  if (!row) return null
  const parties = await tx
    .selectFrom('relationship_party as p')
    // A partner whom the reader may not see is none to them, not even one without a name.
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.organisation_id as organisation', 'p.role', 'p.during', 'o.country'])
    .where('p.relationship_id', '=', id)
    .orderBy(sql`lower(perenne.edtf_reach(p.during))`)
    .orderBy('p.id')
    .execute()
  const agreements = await agreementsOn(tx, { relationships: [id] }, day)
  const fees = await tx
    .selectFrom('fee')
    .select(['id', 'year', 'amount', 'currency', 'due', 'paid_on as paidOn'])
    .where('relationship_id', '=', id)
    .orderBy('year', 'desc')
    .execute()
  const seats = await tx
    .selectFrom('network_seat')
    .select(['id', 'held_by as heldBy', 'contact_id as contact', 'during'])
    .where('relationship_id', '=', id)
    .orderBy(sql`lower(reach)`, sort => sort.desc().nullsLast())
    .orderBy('id')
    .execute()
  const duties = await tx
    .selectFrom('responsibility')
    .select(['id', 'organisation_id as organisation', 'contact_id as contact', 'role'])
    .where('relationship_id', '=', id)
    // As the map of services counts them: those that hold on the day.
    .where(sql<boolean>`(reach is null or reach @> ${day.toString()}::date)`)
    .orderBy(sql`array_position(array['leads', 'decides', 'contributes', 'is-consulted', 'key-actor'], role)`)
    .orderBy('id')
    .execute()
  const mentioned = await mentionedOf(tx, id)
  const owed = await tx
    .selectFrom('commitment')
    .select(['id', 'what', 'language', 'owed_by as owedBy', 'due'])
    .where('relationship_id', '=', id)
    .where('settled_on', 'is', null)
    .orderBy('due', sort => sort.asc().nullsLast())
    .orderBy('id')
    .limit(20)
    .execute()
  const organisations = [...parties, ...duties].map(one => one.organisation)
  const stands = await standsForAll(tx, organisations)
  const texts = await textsOf(tx, [
    id,
    ...organisations.map(stands),
    ...[...agreements, ...seats, ...mentioned].map(one => one.id),
  ])
  const signs = inside ? await signsOfLife(tx, space, day) : null
  const named = [...seats, ...duties].some(one => one.contact !== null)
  const people = named ? await contactNames(tx, space) : new Map<string, string>()
  const text = (record: string, field: string) => show(texts.get(record)?.[field], locale)
  const person = (contact: string | null) => (contact === null ? null : (people.get(contact) ?? null))
  const of = (table: string): Mentioned[] =>
    mentioned
      .filter(one => one.table === table)
      .map(({ own, language, ...one }) => ({
        ...one,
        name:
          own === null
            ? text(one.id, 'title')
            : { text: own, language: language as Locale, stale: false, state: 'source' },
      }))
  return {
    ...row,
    ...(signs?.(id, standingOf(row.during, day)) ?? { standing: standingOf(row.during, day), lastContact: null }),
    name: text(id, 'name'),
    reason: text(id, 'reason'),
    narrative: text(id, 'narrative'),
    sensitivity: text(id, 'sensitivity'),
    parties: parties.map(party => {
      const organisation = stands(party.organisation)
      return { ...party, organisation, name: text(organisation, 'name') }
    }),
    agreements: agreements.map(agreement => ({ ...agreement, title: text(agreement.id, 'title') })),
    fees,
    seats: seats.map(seat => ({ ...seat, body: text(seat.id, 'body'), contact: person(seat.contact) })),
    duties: duties.map(({ organisation, contact, ...duty }) => ({
      ...duty,
      name: text(stands(organisation), 'name'),
      contact: person(contact),
    })),
    journal: of('interaction'),
    projects: of('activity'),
    notes: of('note'),
    documents: of('memory_document'),
    owed,
  }
}

type MentionedRow = Omit<Mentioned, 'name'> & { table: string; own: string | null; language: string | null }

/** The latest of what tells of a relationship, or of its agreements; a few of each kind. */
async function mentionedOf(tx: Tx, id: string): Promise<MentionedRow[]> {
  const { rows } = await sql<MentionedRow>`
    with told as (
      select distinct a.record_table, a.record_id from about a
      where (a.about_table = 'relationship' and a.about_id = ${id})
         or (a.about_table = 'agreement' and a.about_id in (select g.id from agreement g where g.relationship_id = ${id}))
    ), found as (
      select 'interaction' as table, i.id, i.during::text as during, i.kind, i.title as own, i.language,
        coalesce(upper(i.reach), lower(i.reach)) as at
      from interaction i join told t on t.record_table = 'interaction' and t.record_id = i.id
      union all
      select 'note', n.id, n.during::text, n.kind, ${inShort(sql`n.body`, 120)}, n.language, upper(perenne.edtf_reach(n.during))
      from note n join told t on t.record_table = 'note' and t.record_id = n.id
      union all
      select 'memory_document', d.id, d.during::text, d.category, null, null, upper(perenne.edtf_reach(d.during))
      from memory_document d join told t on t.record_table = 'memory_document' and t.record_id = d.id
      union all
      select 'activity', p.id, null, p.status, null, null, coalesce(p.actual_start, p.planned_start)
      from activity p where p.relationship_id = ${id}
    ), ranked as (
      select f.*, row_number() over (partition by f.table order by f.at desc nulls last, f.id) as place from found f
    )
    select r.table, r.id, r.during, r.kind, r.own, r.language from ranked r
    where r.place <= ${mostMentioned} order by r.table, r.place`.execute(tx)
  return rows
}
