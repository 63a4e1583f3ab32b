import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { unknownDate } from '../../rules/edtf.ts'
import '../../store/tables.ts'
import { type FieldOf, type Fields, fieldsOf, type SheetKind, textKey } from '../rules/kinds.ts'
import { type Known, type KnownAgreement, type KnownName, type KnownRecord, tableOf } from '../rules/known.ts'
import { readers } from './records-out.ts'

/** What a memory knows that a sheet of one kind may name, as far as the actor may see it. A dozen reads, however much it is. */
export async function knownFor(tx: Tx, space: string, kind: SheetKind): Promise<Known> {
  const { records, agreements } = await recordsOf(tx, space, kind)
  const types = new Set(Object.values<FieldOf>(fieldsOf[kind]).map(({ type }) => type))
  const relationships = types.has('relationship') ? await relationshipNames(tx, space) : []
  const contacts = types.has('contacts') ? await contactNames(tx, space) : []
  const posts = types.has('post') ? await titledNames(tx, space, 'post', 'title') : []
  const terms = types.has('term') ? await titledNames(tx, space, 'term', 'name') : []
  const actors = await actorNames(tx, space)
  return { records, agreements, actors, contacts, relationships, posts, terms }
}

/** The records of one kind, told in the fields of a sheet, in the order in which they go out. */
export async function recordsOf(
  tx: Tx,
  space: string,
  kind: SheetKind,
): Promise<{ records: KnownRecord[]; agreements: KnownAgreement[] }> {
  const rows = await readers[kind](tx, space)
  const texts = await textsByRecord(tx, space, tableOf[kind], kind === 'seats' ? { body: 'seat' } : {})
  const records = rows.map(({ id, ...fields }) => ({ id, fields: { ...said(fields), ...texts.get(id) } }))
  if (kind !== 'relationships') return { records, agreements: [] }
  const { rows: found } = await sql<{ id: string; relationship: string } & Record<string, string | null>>`
    select a.id, a.relationship_id as relationship, a.kind as "agreementKind", coalesce(a.first_end_as_known, a.first_end::text) as "firstEnd", a.renewal, a.visibility::text as visibility,
      a.renewal_months::text as "renewalMonths",
      case when a.notice_months > 0 then a.notice_months::text when a.notice_days > 0 then a.notice_days || 'd' end as notice,
      (select coalesce(e.on_as_known, e.on_day::text, ${unknownDate}) from agreement_event e
       where e.agreement_id = a.id and e.kind = 'signed' order by e.on_day, e.position, e.id limit 1) as "signedOn"
    from agreement a where a.space_id = ${space} order by a.relationship_id, "signedOn" nulls last, a.id`.execute(tx)
  const titles = await textsByRecord(tx, space, 'agreement', { title: 'agreementTitle' })
  const agreements = found.map(({ id, relationship, ...fields }) => ({
    id,
    relationship,
    fields: { ...said(fields), ...titles.get(id) },
  }))
  return { records, agreements }
}

const said = (columns: Record<string, string | null>): Fields =>
  Object.fromEntries(Object.entries(columns).filter((one): one is [string, string] => one[1] !== null && one[1] !== ''))

/**
 * id → its texts, as the fields of a sheet: `name@fr`, in which language the field was written (`source name`), and who sees it
 * (`circle name`).
 */
async function textsByRecord(
  tx: Tx,
  space: string,
  table: string,
  named: Readonly<Record<string, string>> = {},
): Promise<Map<string, Fields>> {
  const rows = await tx
    .selectFrom('translation')
    .select(['record_id', 'field', 'language', 'body', 'state', 'visibility'])
    .where('space_id', '=', space)
    .where('record_table', '=', table)
    .execute()
  const found = new Map<string, Fields>()
  for (const { record_id, field, language, body, state, visibility } of rows) {
    const name = named[field] ?? field
    const fields = found.get(record_id) ?? {}
    fields[textKey(name, language)] = body
    fields[`circle ${name}`] = String(visibility)
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
  const { rows } = await sql<{ id: string; visibility: string; names: string[]; partners: string[] }>`
    select r.id, r.visibility::text as visibility,
      array(select t.body from translation t where t.record_id = r.id and t.record_table = 'relationship' and t.field = 'name'
        order by t.state <> 'source', t.language) as names,
      array(select t.body from relationship_party p join translation t on t.record_id = p.organisation_id
        where p.relationship_id = r.id and p.role in ('partner', 'network') and t.record_table = 'organisation'
          and t.field = 'name') as partners
    from relationship r where r.space_id = ${space}`.execute(tx)
  const times = new Map<string, number>()
  for (const { partners } of rows) for (const name of new Set(partners)) times.set(name, (times.get(name) ?? 0) + 1)
  return rows.map(({ id, visibility, names, partners }) => ({
    id,
    visibility,
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

/** Posts and terms of office go by their own words. */
async function titledNames(tx: Tx, space: string, table: 'post' | 'term', field: string): Promise<KnownName[]> {
  const { rows } = await sql<{ id: string; visibility: string; names: string[] }>`
    select r.id, r.visibility::text as visibility,
      array(select t.body from translation t where t.record_id = r.id and t.record_table = ${table} and t.field = ${field}
        order by t.state <> 'source', t.language) as names
    from ${sql.table(table)} r where r.space_id = ${space}`.execute(tx)
  return rows
}
