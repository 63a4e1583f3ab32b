import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Fields } from '../../rules/typed.ts'
import { type AboutNamed, aboutOf, aboutValue, contactNames, nameAbout } from '../../store/about.ts'
import { formRow } from '../../store/form-row.ts'
import type { NoteKind } from '../rules/forms.ts'

export type NoteFilter = { kind: NoteKind | null; relationship: string | null; words: string }
export type Note = {
  id: string
  kind: NoteKind
  body: string
  language: string
  during: string | null
  confidential: boolean
  visibility: Visibility
  /** Whose words they are; a name that this reader may not read, or nobody knows any more, is null. */
  toldBy: { id: string; name: string | null } | null
  about: AboutNamed[]
}

const columns = ['id', 'kind', 'body', 'language', 'during', 'confidential', 'visibility', 'told_by'] as const

/** Notes that this actor may read, the latest told first. Three queries and the names, however many they are. */
export async function listNotes(
  tx: Tx,
  space: string,
  locale: Locale,
  filter: NoteFilter,
  { page, size }: { page: number; size: number },
): Promise<{ notes: Note[]; total: number }> {
  let query = tx
    .selectFrom('note')
    .select(columns)
    .select(sql<number>`(count(*) over ())::integer`.as('total'))
    .where('space_id', '=', space)
    .orderBy(sql`lower(perenne.edtf_reach(during))`, sort => sort.desc().nullsLast())
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
  if (filter.kind !== null) query = query.where('kind', '=', filter.kind)
  if (filter.relationship !== null)
    query = query.where(
      sql<boolean>`exists (select from about a where a.record_id = note.id and a.record_table = 'note'
        and a.about_id = ${filter.relationship})`,
    )
  for (const word of filter.words.split(/\s+/).filter(Boolean).slice(0, 8))
    query = query.where(sql<boolean>`unaccent(body) ilike unaccent(${`%${word.replace(/[\\%_]/g, '\\$&')}%`})`)
  const rows = await query.execute()
  return { notes: await named(tx, space, locale, rows), total: rows[0]?.total ?? 0 }
}

/** One note; null when this actor may read none with this id there. */
export async function readNote(tx: Tx, space: string, id: string, locale: Locale): Promise<Note | null> {
  const rows = await tx.selectFrom('note').select(columns).where('space_id', '=', space).where('id', '=', id).execute()
  return (await named(tx, space, locale, rows))[0] ?? null
}

type Row = Omit<Note, 'toldBy' | 'about'> & { told_by: string | null }

async function named(tx: Tx, space: string, locale: Locale, rows: readonly Row[]): Promise<Note[]> {
  const ids = rows.map(row => row.id)
  const about = await aboutOf(tx, 'note', ids)
  const names = await contactNames(tx, space)
  const refs = await nameAbout(
    tx,
    space,
    locale,
    ids.flatMap(id => (about.get(id) ?? []).map(ref => ({ ...ref, of: id }))),
  )
  return rows.map(({ told_by, id, kind, body, language, during, confidential, visibility }) => ({
    id,
    kind,
    body,
    language,
    during,
    confidential,
    visibility,
    toldBy: told_by === null ? null : { id: told_by, name: names.get(told_by) ?? null },
    about: refs.filter(ref => ref.of === id),
  }))
}

/** A note as its form shows it; `lock` when it is about to be written. */
export async function readNoteFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'note', { space, parent: null, id }, { lock })
  if (!row) return null
  const about = (await aboutOf(tx, 'note', [id])).get(id) ?? []
  return {
    kind: row.kind,
    body: row.body,
    language: row.language,
    during: row.during ?? '',
    toldBy: row.told_by ?? '',
    visibility: String(row.visibility),
    confidential: row.confidential ? 'yes' : '',
    about: about.map(aboutValue).sort().join(' '),
  }
}

export type NoteToWrite = {
  kind: NoteKind
  body: string
  language: string
  during: string | null
  told_by: string | null
  visibility: Visibility
  confidential: boolean
}

export async function addNote(tx: Tx, space: string, given: NoteToWrite, writtenBy: string | null): Promise<string> {
  const { id } = await tx
    .insertInto('note')
    .values({ space_id: space, ...given, written_by: writtenBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Who wrote a note: only they may make it confidential. */
export async function authorOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.selectFrom('note').select('written_by').where('id', '=', id).executeTakeFirst()
  return row?.written_by ?? null
}

export async function changeNote(tx: Tx, id: string, given: NoteToWrite): Promise<void> {
  await tx.updateTable('note').set(given).where('id', '=', id).execute()
}

export async function removeNoteRow(tx: Tx, space: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('note')
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
