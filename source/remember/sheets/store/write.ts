import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { tableOrder } from '../../rules/file/plan.ts'
import { addRows, asJson } from '../../store/write-memory.ts'
import type { Addition, Plan } from '../rules/planned.ts'
import '../../store/tables.ts'

/** A record that an import made or changed, with the line of the sheet that told of it. */
export type Written = { line: number; table: string; id: string; isNew: boolean }
type Writing = { space: string; person: string | null }
export type PersonBefore = {
  contact: string
  given: string | null
  family: string | null
  email: string | null
  telephone: string | null
}

// Rows of one statement: what is said of them at once stays a small part of the memory.
const together = 2_000
const order = (table: string): number => {
  if (table === 'identifier') return 0.5
  const place = (tableOrder as readonly string[]).indexOf(table)
  return place < 0 ? tableOrder.length : place
}

/**
 * Writes what an import plans, many rows in a statement, under the policies of whoever imports.
 *
 * @returns every record that was made or changed, texts aside, and the persons as they were
 */
export async function writePlan(
  tx: Tx,
  plan: Plan,
  writing: Writing,
): Promise<{ written: Written[]; persons: PersonBefore[] }> {
  const written: Written[] = []
  await addAll(tx, plan.additions, writing, written)
  await changeColumns(tx, plan.columns, writing.space)
  for (const { line, table, id } of plan.columns) written.push({ line, table, id, isNew: false })
  await changeTexts(tx, plan.texts)
  for (const { line, table, id } of plan.texts) written.push({ line, table, id, isNew: false })
  const persons = await writePersons(tx, plan.persons, writing, written)
  for (const { line, agreement, columns } of plan.signatures) {
    const { rows } = await sql<{ id: string }>`
      select id from agreement_event where agreement_id = ${agreement} and kind = 'signed'
      order by on_day, position, id limit 1`.execute(tx)
    for (const { id } of rows) {
      await tx
        .updateTable('agreement_event')
        .set(columns as never)
        .where('id', '=', id)
        .execute()
      written.push({ line, table: 'agreement_event', id, isNew: false })
    }
  }
  for (const { line, activity, part, columns } of plan.parts) {
    const table = part === 'budget' ? 'activity_money' : 'activity_place'
    const first =
      part === 'budget' ? sql`kind = 'budget' order by value_date, id` : sql`country is not null order by id`
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where activity_id = ${activity} and ${first} limit 1`.execute(tx)
    for (const { id } of rows) {
      await tx
        .updateTable(table)
        .set(columns as never)
        .where('id', '=', id)
        .execute()
      written.push({ line, table, id, isNew: false })
    }
  }
  return { written, persons }
}

/** Rows that change the same columns, in one statement. */
async function changeColumns(tx: Tx, changes: Plan['columns'], space: string): Promise<void> {
  const alike = Map.groupBy(changes, ({ table, columns }) => `${table} ${Object.keys(columns).sort()}`)
  for (const all of alike.values())
    for (let from = 0; from < all.length; from += together) {
      const run = all.slice(from, from + together)
      const table = sql.table(run[0]?.table ?? '')
      const set = Object.keys(run[0]?.columns ?? {}).map(name => sql`${sql.ref(name)} = r.${sql.ref(name)}`)
      await sql`
        update ${table} t set ${sql.join(set)}
        from jsonb_populate_recordset(null::${table}, ${asJson(run.map(({ id, columns }) => ({ ...columns, id })))}::jsonb) as r
        where t.id = r.id and t.space_id = ${space}`.execute(tx)
    }
}

// As `writeTexts`, many in a statement: sources first, so that each translation is stamped with the one it was made from.
async function changeTexts(tx: Tx, texts: Plan['texts']): Promise<void> {
  const ours = texts.filter(
    ({ source, language, body }) => isLocale(source) && isLocale(language) && body.trim() !== '',
  )
  for (const original of [true, false]) {
    const some = ours.filter(({ source, language }) => (source === language) === original)
    for (let from = 0; from < some.length; from += together) {
      const run = some.slice(from, from + together).map(({ table, id, field, language, body }) => ({
        record_table: table,
        record_id: id,
        field,
        language,
        body,
        state: original ? 'source' : 'reviewed',
      }))
      await sql`
        insert into translation (record_table, record_id, field, language, body, state, source_hash)
        select r.record_table, r.record_id, r.field, r.language, r.body, r.state,
          case when r.state <> 'source' then (select s.body_hash from translation s
            where s.record_id = r.record_id and s.record_table = r.record_table and s.field = r.field and s.state = 'source') end
        from jsonb_to_recordset(${asJson(run)}::jsonb) as r(record_table text, record_id uuid, field text, language text,
          body text, state text)
        on conflict (record_id, record_table, field, language)
          do update set body = excluded.body, state = excluded.state, source_hash = excluded.source_hash
          where translation.body is distinct from excluded.body or translation.state = 'machine'`.execute(tx)
    }
  }
}

async function addAll(
  tx: Tx,
  additions: readonly Addition[],
  { space, person }: Writing,
  written: Written[],
): Promise<void> {
  const depth = depths(additions)
  const sorted = additions.toSorted(
    (a, b) => order(a.table) - order(b.table) || depth(a) - depth(b) || compare(a.language, b.language),
  )
  const sameRun = (a: Addition, b: Addition) =>
    a.table === b.table && a.language === b.language && (a.table !== 'organisation' || depth(a) === depth(b))
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from] as Addition
    let to = from
    while (to < sorted.length && to - from < together && sameRun(first, sorted[to] as Addition)) to++
    const run = sorted.slice(from, to)
    await addRows(
      tx,
      run.map(one => ({ table: one.table, id: one.id, columns: one.columns, texts: one.texts })),
      { space, person, source: first.language as Locale },
    )
    for (const { line, table, id } of run) written.push({ line, table, id, isNew: true })
    from = to
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

// How many organisations of the same sheet stand above each: what names another comes in a later statement.
function depths(additions: readonly Addition[]): (one: Addition) => number {
  const byId = new Map(additions.map(one => [one.id, one]))
  const known = new Map<string, number>()
  const depthOf = (one: Addition): number => {
    const there = known.get(one.id)
    if (there !== undefined) return there
    // Two that are part of each other are as deep as one alone: whoever wrote that is told by the database.
    known.set(one.id, 0)
    const parent = byId.get(String(one.columns.parent_id ?? ''))
    const depth = parent ? depthOf(parent) + 1 : 0
    known.set(one.id, depth)
    return depth
  }
  return depthOf
}

async function writePersons(
  tx: Tx,
  changes: Plan['persons'],
  { space }: Writing,
  written: Written[],
): Promise<PersonBefore[]> {
  if (changes.length === 0) return []
  const before = await sql<PersonBefore>`
    select c.id as contact, p.given_name as given, p.family_name as family, p.email, p.telephone
    from contact c join perenne.person p on p.id = c.person_id
    where c.space_id = ${space} and c.id = any (${sql.val(changes.map(one => one.contact))}::uuid[])`.execute(tx)
  const persons = new Set(before.rows.map(({ contact }) => contact))
  const known = changes.filter(({ contact }) => persons.has(contact))
  await putPersons(
    tx,
    space,
    known.map(({ contact, given, family, email, telephone }) => ({ contact, given, family, email, telephone })),
  )
  for (const { line, contact } of known) written.push({ line, table: 'contact', id: contact, isNew: false })
  return before.rows.map(({ contact, given, family, email, telephone }) => ({
    contact,
    given,
    family,
    email,
    telephone,
  }))
}

/** Writes the names and addresses of contacts; not of those who were erased. */
export async function putPersons(tx: Tx, space: string, persons: readonly PersonBefore[]): Promise<void> {
  if (persons.length === 0) return
  await sql`
    select perenne.write_contact_person(${space}, c.person_id, r.given, r.family, r.email, r.telephone, p.language)
    from jsonb_to_recordset(${asJson(persons)}::jsonb) as r(contact uuid, given text, family text, email text, telephone text)
    join contact c on c.id = r.contact and c.space_id = ${space}
    join perenne.person p on p.id = c.person_id and p.erased_at is null`.execute(tx)
}
