import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type MultilingualText, type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { type AboutNamed, aboutOf, nameAbout } from '../../store/about.ts'
import type { Category } from '../rules/categories.ts'
import '../../store/tables.ts'

export type DocumentFilter = {
  category: Category | null
  relationship: string | null
  language: string | null
  words: string
}

export type ListedDocument = {
  id: string
  category: string
  language: string | null
  during: string | null
  visibility: Visibility
  title: Shown | null
  versions: number
  /** When its last file came. */
  lastAt: Temporal.Instant | null
  about: AboutNamed[]
}

/** Documents that this actor may see, the one with the newest file first. Four queries however many they are. */
export async function listDocuments(
  tx: Tx,
  space: string,
  locale: Locale,
  filter: DocumentFilter,
  { page, size }: { page: number; size: number },
): Promise<{ documents: ListedDocument[]; total: number }> {
  let query = tx
    .selectFrom('memory_document as d')
    .leftJoin('document_version as v', 'v.document_id', 'd.id')
    .select(['d.id', 'd.category', 'd.language', 'd.during', 'd.visibility'])
    .select(sql<number>`count(v.id)::integer`.as('versions'))
    .select(sql<Temporal.Instant | null>`max(v.added_at)`.as('lastAt'))
    .select(sql<number>`(count(*) over ())::integer`.as('total'))
    .where('d.space_id', '=', space)
    .groupBy(['d.id', 'd.category', 'd.language', 'd.during', 'd.visibility'])
    .orderBy(sql`max(v.added_at)`, sort => sort.desc().nullsLast())
    .orderBy('d.id')
    .limit(size)
    .offset((page - 1) * size)
  const { category, relationship, language, words } = filter
  if (category !== null) query = query.where('d.category', '=', category)
  if (language !== null) query = query.where('d.language', '=', language)
  if (relationship !== null)
    query = query.where(
      sql<boolean>`exists (select from about a where a.record_id = d.id and a.record_table = 'memory_document'
        and (a.about_id = ${relationship} or a.about_id in (select g.id from agreement g where g.relationship_id = ${relationship})))`,
    )
  if (words !== '') {
    const asked = words.split(/\s+/).slice(0, 8)
    const inTitle = asked.map(word => sql`unaccent(t.body) ilike unaccent(${`%${word.replace(/[\\%_]/g, '\\$&')}%`})`)
    // The words of files are looked up where search keeps them: reading all the texts would take as long as they are.
    query = query.where(
      sql<boolean>`(exists (select from translation t where t.record_id = d.id and t.record_table = 'memory_document'
        and ${sql.join(inTitle, sql` and `)})
        or exists (select from perenne.search_entry e where e.record_id = d.id and e.record_table = 'memory_document'
          and e.words @@ websearch_to_tsquery((case e.language when 'fr' then 'french' when 'es' then 'spanish'
            when 'pt' then 'portuguese' else 'english' end)::regconfig, unaccent(${words}))))`,
    )
  }
  const rows = await query.execute()
  const ids = rows.map(row => row.id)
  const texts = await textsOf(tx, ids)
  const about = await aboutOf(tx, 'memory_document', ids)
  const named = await nameAbout(
    tx,
    space,
    locale,
    ids.flatMap(id => (about.get(id) ?? []).map(ref => ({ ...ref, of: id }))),
  )
  return {
    documents: rows.map(({ total: _, ...row }) => ({
      ...row,
      title: show(texts.get(row.id)?.title, locale),
      about: named.filter(ref => ref.of === row.id),
    })),
    total: rows[0]?.total ?? 0,
  }
}

export type DocumentVersion = {
  id: string
  number: number
  addedAt: Temporal.Instant
  extraction: 'waiting' | 'done' | 'none' | 'failed'
  /** Null when the file is gone, or when this reader may not have it. */
  file: { id: string; name: string; mediaType: string; bytes: number; sha256: string } | null
}
export type KeptDocument = {
  id: string
  category: string
  language: string | null
  during: string | null
  licence: string | null
  keepUntil: string | null
  legalHold: boolean
  visibility: Visibility
  title: MultilingualText | undefined
  versions: DocumentVersion[]
  about: AboutNamed[]
}

/** A document with its files, the newest first; null when this actor sees none with this id there. */
export async function readDocument(tx: Tx, space: string, id: string, locale: Locale): Promise<KeptDocument | null> {
  const row = await tx
    .selectFrom('memory_document')
    .select(['id', 'category', 'language', 'during', 'licence', 'keep_until', 'legal_hold', 'visibility'])
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const versions = await tx
    .selectFrom('document_version as v')
    .leftJoin('file as f', 'f.id', 'v.file_id')
    .select(['v.id', 'v.number', 'v.added_at as addedAt', 'v.extraction'])
    .select(['f.id as fileId', 'f.name', 'f.media_type as mediaType', 'f.bytes', 'f.sha256'])
    .where('v.document_id', '=', id)
    .orderBy('v.number', 'desc')
    .execute()
  const texts = await textsOf(tx, [id])
  const about = (await aboutOf(tx, 'memory_document', [id])).get(id) ?? []
  const { keep_until, legal_hold, ...rest } = row
  return {
    ...rest,
    keepUntil: keep_until,
    legalHold: legal_hold,
    title: texts.get(id)?.title,
    versions: versions.map(({ fileId, name, mediaType, bytes, sha256, ...version }) => ({
      ...version,
      file:
        fileId === null || name === null || mediaType === null || sha256 === null
          ? null
          : { id: fileId, name, mediaType, bytes: Number(bytes), sha256 },
    })),
    about: await nameAbout(tx, space, locale, about),
  }
}

export type DocumentPastDue = { id: string; keepUntil: string; title: Shown | null; category: string }

/** Documents whose day is past and that nothing holds, the longest past first: for a person to decide, never removed silently. */
export async function documentsPastDue(
  tx: Tx,
  space: string,
  locale: Locale,
  today: Temporal.PlainDate,
): Promise<DocumentPastDue[]> {
  const rows = await tx
    .selectFrom('memory_document')
    .select(['id', 'keep_until', 'category'])
    .where('space_id', '=', space)
    .where('keep_until', '<', today.toString())
    .where('legal_hold', '=', false)
    .orderBy('keep_until')
    .orderBy('id')
    .limit(500)
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(({ id, keep_until, category }) => ({
    id,
    keepUntil: keep_until ?? '',
    category,
    title: show(texts.get(id)?.title, locale),
  }))
}

/** The languages of the documents of a memory that this actor may see. */
export async function languagesOf(tx: Tx, space: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('memory_document')
    .select('language')
    .distinct()
    .where('space_id', '=', space)
    .where('language', 'is not', null)
    .orderBy('language')
    .execute()
  return rows.flatMap(row => row.language ?? [])
}

/** The relationships of a memory, to narrow the list to one. */
export async function relationshipIds(tx: Tx, space: string): Promise<{ table: 'relationship'; id: string }[]> {
  const rows = await tx.selectFrom('relationship').select('id').where('space_id', '=', space).orderBy('id').execute()
  return rows.map(({ id }) => ({ table: 'relationship' as const, id }))
}
