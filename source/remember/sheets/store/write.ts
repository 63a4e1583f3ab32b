import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { tableOrder } from '../../rules/file/plan.ts'
import { addRows } from '../../store/write-memory.ts'
import type { Addition, Plan } from '../rules/plan.ts'
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

// Rows of one statement: PostgreSQL takes 65,535 values in one.
const together = 500
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
  for (const { line, table, id, columns } of plan.columns) {
    await tx
      .updateTable(table as 'organisation')
      .set(columns as never)
      .where('id', '=', id)
      .where('space_id', '=', writing.space)
      .execute()
    written.push({ line, table, id, isNew: false })
  }
  for (const { line, table, id, field, language, body, source } of plan.texts) {
    if (!isLocale(source) || !isLocale(language)) continue
    await writeTexts(tx, [{ table, id, field, source, bodies: { [language]: body } }])
    written.push({ line, table, id, isNew: false })
  }
  const persons = await writePersons(tx, plan.persons, writing, written)
  for (const { line, agreement, day } of plan.signatures) {
    const { rows } = await sql<{ id: string }>`
      update agreement_event e set on_day = ${day} where e.id = (
        select id from agreement_event where agreement_id = ${agreement} and kind = 'signed' order by on_day, position, id limit 1)
      returning e.id`.execute(tx)
    for (const { id } of rows) written.push({ line, table: 'agreement_event', id, isNew: false })
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
  const before = await sql<PersonBefore & { person: string; language: string }>`
    select c.id as contact, c.person_id as person, p.given_name as given, p.family_name as family, p.email, p.telephone, p.language
    from contact c join perenne.person p on p.id = c.person_id
    where c.space_id = ${space} and c.id = any (${sql.val(changes.map(one => one.contact))}::uuid[])`.execute(tx)
  const known = new Map(before.rows.map(row => [row.contact, row]))
  for (const { line, contact, given, family, email, telephone } of changes) {
    const person = known.get(contact)
    if (!person) continue
    await sql`select perenne.write_contact_person(${space}, ${person.person}, ${given}, ${family}, ${email}, ${telephone}, ${person.language})`.execute(
      tx,
    )
    written.push({ line, table: 'contact', id: contact, isNew: false })
  }
  return before.rows.map(({ contact, given, family, email, telephone }) => ({
    contact,
    given,
    family,
    email,
    telephone,
  }))
}

/** Puts persons back as they were before an import. */
export async function putPersonsBack(tx: Tx, space: string, persons: readonly PersonBefore[]): Promise<void> {
  for (const { contact, given, family, email, telephone } of persons)
    await sql`
      select perenne.write_contact_person(${space}, c.person_id, ${given}, ${family}, ${email}, ${telephone}, p.language)
      from contact c join perenne.person p on p.id = c.person_id
      where c.id = ${contact} and c.space_id = ${space} and p.erased_at is null`.execute(tx)
}
