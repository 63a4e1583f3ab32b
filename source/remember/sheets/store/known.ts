import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { type Fields, type SheetKind, textKey } from '../rules/kinds.ts'
import { type Known, type KnownAgreement, type KnownRecord, tableOf } from '../rules/known.ts'

/** What a memory knows that a sheet of one kind may name, as far as the actor may see it. A dozen reads, however much it is. */
export async function knownFor(tx: Tx, space: string, kind: SheetKind): Promise<Known> {
  const { records, agreements } = await recordsOf(tx, space, kind)
  const relationships = kind === 'journal' || kind === 'projects' ? await relationshipNames(tx, space) : []
  const contacts = kind === 'journal' ? await contactNames(tx, space) : []
  const actors = await actorNames(tx, space)
  return { records, agreements, actors, contacts, relationships }
}

/** The records of one kind, told in the fields of a sheet, in the order in which they go out. */
export async function recordsOf(
  tx: Tx,
  space: string,
  kind: SheetKind,
): Promise<{ records: KnownRecord[]; agreements: KnownAgreement[] }> {
  const rows = await readers[kind](tx, space)
  const texts = await textsByRecord(tx, space, tableOf[kind])
  const records = rows.map(({ id, ...fields }) => ({ id, fields: { ...said(fields), ...texts.get(id) } }))
  if (kind !== 'relationships') return { records, agreements: [] }
  const { rows: found } = await sql<{ id: string; relationship: string } & Record<string, string | null>>`
    select a.id, a.relationship_id as relationship, a.kind as "agreementKind", a.first_end::text as "firstEnd", a.renewal,
      a.renewal_months::text as "renewalMonths",
      case when a.notice_months > 0 then a.notice_months::text when a.notice_days > 0 then a.notice_days || 'd' end as notice,
      (select min(e.on_day)::text from agreement_event e where e.agreement_id = a.id and e.kind = 'signed') as "signedOn"
    from agreement a where a.space_id = ${space} order by a.relationship_id, "signedOn" nulls last, a.id`.execute(tx)
  const titles = await textsByRecord(tx, space, 'agreement', { title: 'agreementTitle' })
  const agreements = found.map(({ id, relationship, ...fields }) => ({
    id,
    relationship,
    fields: { ...said(fields), ...titles.get(id) },
  }))
  return { records, agreements }
}

type Row = { id: string } & Record<string, string | null>

const said = (columns: Record<string, string | null>): Fields =>
  Object.fromEntries(Object.entries(columns).filter((one): one is [string, string] => one[1] !== null && one[1] !== ''))

const readers: Record<SheetKind, (tx: Tx, space: string) => Promise<Row[]>> = {
  actors: async (tx, space) => {
    const { rows } = await sql<Row>`
      select o.id, o.kind, o.short_name as "shortName", o.country, o.website, o.during, o.visibility::text as visibility,
        o.parent_id::text as parent,
        (select string_agg(lower(i.scheme) || ':' || i.value, chr(10) order by lower(i.scheme) || ':' || i.value)
         from identifier i where i.record_id = o.id) as identifiers
      from organisation o where o.space_id = ${space} and o.remembered and o.merged_into_id is null
      order by o.id`.execute(tx)
    return rows
  },
  contacts: async (tx, space) => {
    const { rows } = await sql<Row>`
      select c.id, n.given_name as given, n.family_name as family, c.organisation_id::text as organisation,
        array_to_string(c.languages, ' ') as languages, c.during,
        case when c.public_office then 'yes' else 'no' end as "publicOffice", c.visibility::text as visibility
      from contact c join perenne.contact_names(${space}) n on n.contact_id = c.id
      where c.space_id = ${space} order by c.id`.execute(tx)
    const addresses = await addressesOf(tx, space)
    return rows.map(row => ({ ...row, ...addresses.get(row.id) }))
  },
  relationships: async (tx, space) => {
    const { rows } = await sql<Row>`
      select r.id, r.kind, r.during, r.visibility::text as visibility,
        (select string_agg(distinct p.organisation_id::text, ' ') from relationship_party p where p.relationship_id = r.id) as partners,
        (select string_agg(distinct s.organisation_id::text, ' ') from responsibility s
         where s.relationship_id = r.id and s.role = 'leads') as leads
      from relationship r where r.space_id = ${space} order by r.id`.execute(tx)
    return rows
  },
  journal: async (tx, space) => {
    const { rows } = await sql<Row>`
      select i.id, i.during, i.kind, i.title, i.place, i.body, i.language, i.visibility::text as visibility,
        (select string_agg(distinct a.about_id::text, ' ') from about a
         where a.record_id = i.id and a.about_table = 'relationship') as relationship,
        (select string_agg(distinct p.organisation_id::text, ' ') from interaction_participant p where p.interaction_id = i.id) as organisations,
        (select string_agg(distinct p.contact_id::text, ' ') from interaction_participant p where p.interaction_id = i.id) as people
      from interaction i where i.space_id = ${space} order by i.reach, i.id`.execute(tx)
    return rows
  },
  projects: async (tx, space) => {
    const { rows } = await sql<Row>`
      select a.id, a.identifier, a.status, a.planned_start::text as "plannedStart", a.actual_start::text as "actualStart",
        a.planned_end::text as "plannedEnd", a.actual_end::text as "actualEnd", a.relationship_id::text as relationship,
        a.visibility::text as visibility,
        (select string_agg(distinct p.organisation_id::text, ' ') from activity_party p
         where p.activity_id = a.id and p.role = '4') as partners,
        (select p.country from activity_place p where p.activity_id = a.id and p.country is not null order by p.id limit 1) as country,
        m.value::text as budget, m.currency
      from activity a
      left join lateral (
        select v.value, v.currency from activity_money v
        where v.activity_id = a.id and v.kind = 'budget' order by v.value_date, v.id limit 1) m on true
      where a.space_id = ${space} order by a.id`.execute(tx)
    return rows
  },
}

/** Addresses and telephones are read by those inside alone: who reads in public has no right to the table at all. */
async function addressesOf(
  tx: Tx,
  space: string,
): Promise<Map<string, { email: string | null; telephone: string | null }>> {
  const may = await sql<{ may: boolean }>`select has_table_privilege('perenne.person', 'select') as may`.execute(tx)
  if (!may.rows[0]?.may) return new Map()
  const { rows } = await sql<{ id: string; email: string | null; telephone: string | null }>`
    select c.id, p.email, p.telephone from contact c join perenne.person p on p.id = c.person_id
    where c.space_id = ${space}`.execute(tx)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** id → its texts, as the fields of a sheet: `name@fr`, and in which language the field was written (`source name`). */
async function textsByRecord(
  tx: Tx,
  space: string,
  table: string,
  named: Readonly<Record<string, string>> = {},
): Promise<Map<string, Fields>> {
  const rows = await tx
    .selectFrom('translation')
    .select(['record_id', 'field', 'language', 'body', 'state'])
    .where('space_id', '=', space)
    .where('record_table', '=', table)
    .execute()
  const found = new Map<string, Fields>()
  for (const { record_id, field, language, body, state } of rows) {
    const name = named[field] ?? field
    const fields = found.get(record_id) ?? {}
    fields[textKey(name, language)] = body
    if (state === 'source') {
      fields[`source ${name}`] = language
      fields.language ??= language
    }
    found.set(record_id, fields)
  }
  return found
}

async function actorNames(tx: Tx, space: string): Promise<Known['actors']> {
  const { rows } = await sql<{ id: string; names: string[]; identifiers: string[] }>`
    select o.id,
      array_remove(array_append(array(
        select t.body from translation t where t.record_id = o.id and t.record_table = 'organisation' and t.field = 'name'
        order by t.state <> 'source', t.language), o.short_name), null) as names,
      array(select lower(i.scheme) || ':' || i.value from identifier i where i.record_id = o.id) as identifiers
    from organisation o where o.space_id = ${space} and o.remembered and o.merged_into_id is null`.execute(tx)
  return rows
}

/** A relationship goes by its names and by that of its only partner. */
async function relationshipNames(tx: Tx, space: string): Promise<Known['relationships']> {
  const { rows } = await sql<{ id: string; names: string[]; partners: string[] }>`
    select r.id,
      array(select t.body from translation t where t.record_id = r.id and t.record_table = 'relationship' and t.field = 'name'
        order by t.state <> 'source', t.language) as names,
      array(select t.body from relationship_party p join translation t on t.record_id = p.organisation_id
        where p.relationship_id = r.id and t.record_table = 'organisation' and t.field = 'name') as partners
    from relationship r where r.space_id = ${space}`.execute(tx)
  const times = new Map<string, number>()
  for (const { partners } of rows) for (const name of new Set(partners)) times.set(name, (times.get(name) ?? 0) + 1)
  return rows.map(({ id, names, partners }) => ({
    id,
    names: [...names, ...partners.filter(name => times.get(name) === 1)],
  }))
}

async function contactNames(tx: Tx, space: string): Promise<Known['contacts']> {
  const { rows } = await sql<{ id: string; given: string | null; family: string | null }>`
    select contact_id as id, given_name as given, family_name as family from perenne.contact_names(${space})`.execute(
    tx,
  )
  return rows.map(({ id, given, family }) => ({
    id,
    names: [...new Set([[given, family].filter(Boolean).join(' '), [family, given].filter(Boolean).join(' ')])],
  }))
}
