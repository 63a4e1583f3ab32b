import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Tables } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { standsForAll } from '../actors/store/standing.ts'
import './tables.ts'

export type AboutTable = Tables['about']['about_table']
export type RecordTable = Tables['about']['record_table']

/** What a record is about. In forms it is `table:id`. */
export type AboutRef = { table: AboutTable; id: string }
/** One of them with its name, as this reader may read it; null for one that they may not. */
export type AboutNamed = AboutRef & { name: Shown | null }

export const aboutValue = ({ table, id }: AboutRef): string => `${table}:${id}`

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** In the order in which they are offered: what lasts first. */
export const aboutTables = [
  'relationship',
  'agreement',
  'activity',
  'organisation',
  'contact',
  'post',
  'decision',
] as const

/** Reads `table:id`; null for anything else. */
export function readAboutValue(value: string): AboutRef | null {
  const [name, id = ''] = value.split(':')
  const table = aboutTables.find(known => known === name)
  return table && uuid.test(id) ? { table, id } : null
}

/**
 * What a record of a memory may be about: all that this reader sees of it, in the order of `aboutTables` and by name.
 *
 * @param also what it is about already, and is offered no more: an organisation that was merged, somebody whose name is kept no
 *   longer. It stays until somebody takes it out.
 */
export async function aboutToChoose(
  tx: Tx,
  space: string,
  locale: Locale,
  also: readonly AboutRef[] = [],
): Promise<AboutNamed[]> {
  const { rows } = await sql<{ table: AboutTable; id: string }>`
    select 'relationship' as table, id from relationship where space_id = ${space}
    union all select 'agreement', id from agreement where space_id = ${space}
    union all select 'activity', id from activity where space_id = ${space}
    union all select 'organisation', id from organisation where space_id = ${space} and remembered and merged_into_id is null
    union all select 'contact', id from contact where space_id = ${space}
    union all select 'post', id from post where space_id = ${space}
    union all select 'decision', id from decision where space_id = ${space}
    order by id`.execute(tx)
  const known = new Set(rows.map(aboutValue))
  const kept = new Set(also.map(aboutValue))
  const refs = [...rows, ...also.filter(ref => !known.has(aboutValue(ref)))]
  // What is chosen stays the choice, under the name by which it goes now.
  const named = (await nameAbout(tx, space, locale, refs)).map((ref, index) => ({ ...ref, ...refs[index] }))
  const place = (ref: AboutRef) => (aboutTables as readonly string[]).indexOf(ref.table)
  return named
    .filter(ref => ref.name !== null || kept.has(aboutValue(ref)))
    .sort((a, b) => place(a) - place(b) || (a.name?.text ?? '').localeCompare(b.name?.text ?? '', locale))
}

/** Some of them with their names, in three queries however many they are: a merged organisation is the one that stands for it. */
export async function nameAbout<R extends AboutRef>(
  tx: Tx,
  space: string,
  locale: Locale,
  refs: readonly R[],
): Promise<(R & AboutNamed)[]> {
  if (refs.length === 0) return []
  const stands = await standingAbout(tx, refs)
  const texts = await textsOf(tx, [...new Set(refs.map(ref => stands(ref.id)))])
  const contacts = await contactNames(tx, space)
  return refs.map(ref => {
    if (ref.table === 'contact') {
      const text = contacts.get(ref.id)
      return { ...ref, name: text === undefined ? null : asShown(text, locale) }
    }
    const id = stands(ref.id)
    const known = texts.get(id)
    return { ...ref, id, name: show(known?.name ?? known?.title ?? known?.object, locale) }
  })
}

const standingAbout = (tx: Tx, refs: readonly AboutRef[]) =>
  standsForAll(
    tx,
    refs.map(ref => (ref.table === 'organisation' ? ref.id : null)),
  )

const asShown = (text: string, language: Locale): Shown => ({ text, language, stale: false, state: 'source' })

/** The names of the contacts of a memory that this reader may read, by id. */
export async function contactNames(tx: Tx, space: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; given: string | null; family: string | null }>`
    select contact_id as id, given_name as given, family_name as family from perenne.contact_names(${space})`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.id, [row.given, row.family].filter(Boolean).join(' ')]))
}

type AboutRow = AboutRef & { record: string; stands: string }

async function aboutRows(tx: Tx, table: RecordTable, ids: readonly string[]): Promise<AboutRow[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('about')
    .select(['record_id as record', 'about_table as table', 'about_id as id'])
    .where('record_table', '=', table)
    .where('record_id', 'in', [...ids])
    .orderBy('about_table')
    .orderBy('about_id')
    .execute()
  const stands = await standingAbout(tx, rows)
  return rows.map(row => ({ ...row, stands: row.table === 'organisation' ? stands(row.id) : row.id }))
}

/**
 * What some records are about, by the id of the record; two queries. One that is about a merged organisation is about the one
 * that stands for it.
 */
export async function aboutOf(tx: Tx, table: RecordTable, ids: readonly string[]): Promise<Map<string, AboutRef[]>> {
  const found = new Map<string, AboutRef[]>()
  for (const { record, table: about, stands: id } of await aboutRows(tx, table, ids)) {
    const known = found.get(record)
    if (!known) found.set(record, [{ table: about, id }])
    else if (!known.some(ref => ref.id === id)) known.push({ table: about, id })
  }
  return found
}

/**
 * Says what a record is about from now on. What it was about and this actor cannot see stays; so does what points to a merged
 * organisation, as long as the record is about the one that stands for it.
 *
 * @returns those that are not of this memory, or that the actor may not see; when there are any, nothing was written
 */
export async function writeAbout(
  tx: Tx,
  record: { table: RecordTable; id: string; space: string },
  refs: readonly AboutRef[],
): Promise<AboutRef[]> {
  const strange = await notOfMemory(tx, record.space, refs)
  if (strange.length > 0) return strange
  const before = await aboutRows(tx, record.table, [record.id])
  const wanted = new Set(refs.map(ref => ref.id))
  const known = new Set(before.flatMap(ref => [ref.id, ref.stands]))
  const gone = before.filter(
    ref => !wanted.has(ref.id) && !wanted.has(ref.stands) && ref.table !== 'interaction' && ref.table !== 'space',
  )
  if (gone.length > 0) {
    await tx
      .deleteFrom('about')
      .where('record_table', '=', record.table)
      .where('record_id', '=', record.id)
      .where(
        'about_id',
        'in',
        gone.map(ref => ref.id),
      )
      .execute()
  }
  const added = [...new Map(refs.map(ref => [ref.id, ref])).values()].filter(ref => !known.has(ref.id))
  if (added.length > 0) {
    await tx
      .insertInto('about')
      .values(
        added.map(ref => ({
          record_table: record.table,
          record_id: record.id,
          about_table: ref.table,
          about_id: ref.id,
        })),
      )
      .execute()
  }
  return []
}

/** Those that are not of a memory, or not to be seen by this actor: a trigger would refuse them, without a word. */
export async function notOfMemory(tx: Tx, space: string, refs: readonly AboutRef[]): Promise<AboutRef[]> {
  const strange: AboutRef[] = []
  for (const table of new Set(refs.map(ref => ref.table))) {
    const asked = refs.filter(ref => ref.table === table)
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where space_id = ${space} and id in (${sql.join(asked.map(ref => ref.id))})`.execute(
      tx,
    )
    const here = new Set(rows.map(row => row.id))
    strange.push(...asked.filter(ref => !here.has(ref.id)))
  }
  return strange
}
