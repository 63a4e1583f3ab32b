import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { standsForAll } from '../../actors/store/standing.ts'
import { contactNames } from '../../store/about.ts'
import { inShort } from '../../store/in-short.ts'
import '../../store/tables.ts'
import type { MoneyKind, PartyRole, Scope, Status, Vocabulary } from '../rules/codes.ts'
import { datesAsKnown, type ProjectDates } from './dates.ts'
import { type Total, totalsOf } from './totals.ts'

export type Named = { id: string; name: Shown | null }
export type ProjectParty = {
  id: string
  role: PartyRole
  /** Null: the territory itself. An organisation that may not be seen has no name. */
  organisation: Named | null
}
export type ProjectPlace = {
  id: string
  country: string | null
  name: string | null
  latitude: string | null
  longitude: string | null
  percentage: string | null
}
export type ProjectTheme = {
  vocabulary: Vocabulary
  code: string
  percentage: string | null
  /** Of a policy marker, 0 to 4; null where it was never said. */
  significance: number | null
}
export type ProjectMoney = {
  id: string
  kind: MoneyKind
  value: string
  currency: string
  valueDate: string
  periodStart: string | null
  periodEnd: string | null
  provider: Named | null
  receiver: Named | null
  description: string | null
  atMost: Visibility
}
/** A record that has a page of its own and is only named here; own words are in the one language they were written in. */
export type ProjectMention = { id: string; name: Shown | null; during: string | null; kind: string }

export type OneProject = ProjectDates & {
  id: string
  identifier: string | null
  status: Status
  scope: Scope | null
  visibility: Visibility
  title: Shown | null
  description: Shown | null
  relationship: Named | null
  parent: Named | null
  below: (Named & { status: Status })[]
  parties: ProjectParty[]
  places: ProjectPlace[]
  themes: ProjectTheme[]
  money: ProjectMoney[]
  totals: Total[]
  duties: { id: string; name: Shown | null; contact: string | null; role: string }[]
  journal: ProjectMention[]
  decisions: ProjectMention[]
  documents: ProjectMention[]
  notes: ProjectMention[]
}

const mostMentioned = 10

/** A project with all that belongs to it, as far as the actor may see it; null when they may not see it in this memory. */
export async function readProject(
  tx: Tx,
  space: string,
  id: string,
  locale: Locale,
  day: Temporal.PlainDate,
): Promise<OneProject | null> {
  type Row = Pick<
    OneProject,
    | 'id'
    | 'identifier'
    | 'status'
    | 'plannedStart'
    | 'actualStart'
    | 'plannedEnd'
    | 'actualEnd'
    | 'scope'
    | 'visibility'
  > & { relationship: string | null; parent: string | null }
  const [row] = (
    await sql<Row>`
      select a.id, a.identifier, a.status, ${datesAsKnown}, a.scope, a.visibility,
        r.id as relationship, p.id as parent
      from activity a left join relationship r on r.id = a.relationship_id left join activity p on p.id = a.parent_id
      where a.id = ${id} and a.space_id = ${space}`.execute(tx)
  ).rows
  if (!row) return null
  const below = await tx
    .selectFrom('activity')
    .select(['id', 'status'])
    .where('parent_id', '=', id)
    .orderBy(sql`coalesce(actual_start, planned_start)`)
    .orderBy('id')
    .execute()
  const parties = await tx
    .selectFrom('activity_party')
    .select(['id', 'role', 'organisation_id as organisation'])
    .where('activity_id', '=', id)
    .orderBy('role')
    .orderBy('id')
    .execute()
  const places = await tx
    .selectFrom('activity_place')
    .select(['id', 'country', 'name', 'latitude', 'longitude', 'percentage'])
    .where('activity_id', '=', id)
    .orderBy('country')
    .orderBy('name')
    .orderBy('id')
    .execute()
  const themes = await tx
    .selectFrom('activity_class')
    .select(['vocabulary', 'code', 'percentage', 'significance'])
    .where('activity_id', '=', id)
    .orderBy('vocabulary')
    .orderBy(sql`lpad(code, 60)`)
    .execute()
  const money = await tx
    .selectFrom('activity_money')
    .select(['id', 'kind', 'value', 'currency', 'value_date as valueDate', 'period_start as periodStart'])
    .select(['period_end as periodEnd', 'provider_id', 'receiver_id', 'description', 'at_most as atMost'])
    .where('activity_id', '=', id)
    .orderBy('value_date')
    .orderBy('id')
    .execute()
  const totals = await totalsOf(tx, [id])
  const duties = await tx
    .selectFrom('responsibility')
    .select(['id', 'organisation_id as organisation', 'contact_id as contact', 'role'])
    .where('activity_id', '=', id)
    .where(sql<boolean>`(reach is null or reach @> ${day.toString()}::date)`)
    .orderBy(sql`array_position(array['leads', 'decides', 'contributes', 'is-consulted', 'key-actor'], role)`)
    .orderBy('id')
    .execute()
  const mentioned = await mentionsOf(tx, id)
  const organisations = [
    ...parties.map(party => party.organisation),
    ...money.flatMap(one => [one.provider_id, one.receiver_id]),
    ...duties.map(duty => duty.organisation),
  ].filter(one => one !== null)
  const stands = await standsForAll(tx, organisations)
  const others = [row.relationship, row.parent].filter(one => one !== null)
  const texts = await textsOf(tx, [
    ...new Set([
      id,
      ...organisations.map(stands),
      ...others,
      ...below.map(one => one.id),
      ...mentioned.map(one => one.id),
    ]),
  ])
  const people = duties.some(duty => duty.contact) ? await contactNames(tx, space) : new Map<string, string>()
  const text = (record: string, field: string) => show(texts.get(record)?.[field], locale)
  const named = (record: string | null, field: string): Named | null =>
    record === null ? null : { id: record, name: text(record, field) }
  const organisation = (one: string | null) => named(one && stands(one), 'name')
  const of = (table: string): ProjectMention[] =>
    mentioned
      .filter(one => one.table === table)
      .map(({ own, language, table: _table, ...one }) => ({
        ...one,
        name:
          own === null
            ? (text(one.id, 'title') ?? text(one.id, 'object'))
            : { text: own, language: language as Locale, stale: false, state: 'source' },
      }))
  return {
    ...row,
    title: text(id, 'title'),
    description: text(id, 'description'),
    relationship: named(row.relationship, 'name'),
    parent: named(row.parent, 'title'),
    below: below.map(one => ({ ...one, name: text(one.id, 'title') })),
    parties: parties.map(party => ({ ...party, organisation: organisation(party.organisation) })),
    places,
    themes,
    money: money.map(({ provider_id, receiver_id, ...one }) => ({
      ...one,
      provider: organisation(provider_id),
      receiver: organisation(receiver_id),
    })),
    totals: totals.of(id),
    duties: duties.map(({ organisation: of, contact, ...duty }) => ({
      ...duty,
      name: text(stands(of), 'name'),
      contact: contact === null ? null : (people.get(contact) ?? null),
    })),
    journal: of('interaction'),
    decisions: of('decision'),
    documents: of('memory_document'),
    notes: of('note'),
  }
}

type MentionRow = Omit<ProjectMention, 'name'> & { table: string; own: string | null; language: string | null }

/** The latest of what tells of a project; a few of each kind. */
async function mentionsOf(tx: Tx, id: string): Promise<MentionRow[]> {
  const { rows } = await sql<MentionRow>`
    with told as (
      select a.record_table, a.record_id from about a where a.about_table = 'activity' and a.about_id = ${id}
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
      select 'decision', d.id, d.decided_on::text, d.number, null, null, d.decided_on
      from decision d join told t on t.record_table = 'decision' and t.record_id = d.id
    ), ranked as (
      select f.*, row_number() over (partition by f.table order by f.at desc nulls last, f.id) as place from found f
    )
    select r.table, r.id, r.during, r.kind, r.own, r.language from ranked r
    where r.place <= ${mostMentioned} order by r.table, r.place`.execute(tx)
  return rows
}
