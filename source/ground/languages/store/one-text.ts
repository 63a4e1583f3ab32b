import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import { isLocale, type Locale } from '../locales.ts'
import type { TextState } from '../text.ts'

/** One text in one language, with all that says which version of it this is. */
export type Version = { id: string; body: string; hash: string; state: TextState; sourceHash: string | null }

export type OneText = {
  table: string
  record: string
  field: string
  spaceId: string
  source: Locale
  bodies: Partial<Record<Locale, Version>>
}

/** A text in every language that the actor may see; null when there is none. One query. */
export async function readText(tx: Tx, table: string, record: string, field: string): Promise<OneText | null> {
  const rows = await tx
    .selectFrom('translation')
    .select([
      'id',
      'language',
      'body',
      'body_hash as hash',
      'state',
      'source_hash as sourceHash',
      'space_id as spaceId',
    ])
    .where('record_table', '=', table)
    .where('record_id', '=', record)
    .where('field', '=', field)
    .execute()
  const source = rows.find(row => row.state === 'source')
  if (!source || !isLocale(source.language)) return null
  const bodies: OneText['bodies'] = {}
  for (const { language, spaceId: _, ...version } of rows) if (isLocale(language)) bodies[language] = version
  return { table, record, field, spaceId: source.spaceId, source: source.language, bodies }
}

/**
 * Whether these words were agreed to or answered by somebody, and so stay as they are: the database lets no one change
 * or remove them (trigger `keep_settled_words`). A language that is missing may be added, except to a mailing that
 * has begun to leave.
 */
export async function wordsAreSettled(tx: Tx, text: OneText): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select perenne.words_are_settled(${text.table}, ${text.record}::uuid, ${text.field}) as settled`.execute(tx)
  return rows[0]?.settled === true
}

/** Whether the database refused a write for that reason. */
export const isSettledWords = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'settled_words_stay'

/** What the actor may do with the texts of a space. */
export async function rightsIn(tx: Tx, spaceId: string): Promise<{ translate: boolean; edit: boolean }> {
  const { rows } = await sql<{ translate: boolean; edit: boolean }>`
    select ${spaceId}::uuid = any (perenne.spaces('translate')) as translate,
           ${spaceId}::uuid = any (perenne.spaces('edit')) as edit`.execute(tx)
  const held = rows[0] ?? { translate: false, edit: false }
  return { translate: held.translate || held.edit, edit: held.edit }
}

/** Former wordings of an original, by their hash: what older translations were made from. */
export async function formerWordings(tx: Tx, text: OneText): Promise<Map<string, string>> {
  const source = text.bodies[text.source]
  const hashes = Object.values(text.bodies).flatMap(version =>
    version.sourceHash !== null && version.sourceHash !== source?.hash ? [version.sourceHash] : [],
  )
  if (!source || hashes.length === 0) return new Map()
  const { rows } = await sql<{ hash: string; body: string }>`
    select distinct on (hash) doc ->> 'body_hash' as hash, doc ->> 'body' as body
    from perenne.record_version
    where record_id = ${source.id}::uuid and record_table = 'translation'
      and doc ->> 'body_hash' = any (${sql.val(hashes)}::text[])
    order by hash, version desc`.execute(tx)
  return new Map(rows.map(row => [row.hash, row.body]))
}

/** Who wrote a text's present version, and when, as far as the actor may know it. */
export async function lastWriter(
  tx: Tx,
  translationId: string,
): Promise<{ name: string | null; at: Temporal.Instant } | null> {
  const row = await tx
    .selectFrom('record_version as v')
    .leftJoin('person as p', join => join.onRef(sql`p.id::text`, '=', 'v.actor_id').on('v.actor_kind', '=', 'person'))
    .select(['p.given_name', 'p.family_name'])
    .select(sql<Temporal.Instant>`lower(v.known)`.as('at'))
    .where('v.record_id', '=', translationId)
    .where('v.record_table', '=', 'translation')
    .where(sql<boolean>`upper_inf(v.known)`)
    .executeTakeFirst()
  if (!row) return null
  return { name: [row.given_name, row.family_name].filter(Boolean).join(' ') || null, at: row.at }
}

export type NewWords = { body: string; state: TextState; sourceHash: string | null }

/**
 * Changes a text, provided that it still is the version that was seen. False when it is not, or when the policies do
 * not let the actor change it: who calls reads again to tell which.
 */
export async function changeText(tx: Tx, seen: Version, words: NewWords): Promise<boolean> {
  const result = await tx
    .updateTable('translation')
    .set({ body: words.body, state: words.state, source_hash: words.sourceHash })
    .where('id', '=', seen.id)
    .where('body', '=', seen.body)
    .where('state', '=', seen.state)
    .where(sql<boolean>`source_hash is not distinct from ${seen.sourceHash}`)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Adds a text in a language that it did not have. False when somebody added it meanwhile. */
export async function addText(tx: Tx, text: OneText, language: Locale, words: NewWords): Promise<boolean> {
  const result = await tx
    .insertInto('translation')
    .values({
      record_table: text.table,
      record_id: text.record,
      field: text.field,
      language,
      body: words.body,
      state: words.state,
      source_hash: words.sourceHash,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
