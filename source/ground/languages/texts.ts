import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'
import { isLocale, type Locale } from './locales.ts'
import type { MultilingualText, TextState } from './text.ts'

/** field → text, of one record. */
export type TextsOfRecord = Record<string, MultilingualText>

/** The texts of many records in one query: record id → field → text. */
export async function textsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, TextsOfRecord>> {
  const found = new Map<string, TextsOfRecord>()
  if (ids.length === 0) return found
  const rows = await tx
    .selectFrom('translation as t')
    .leftJoin('translation as source', join =>
      join
        .onRef('source.record_id', '=', 't.record_id')
        .onRef('source.record_table', '=', 't.record_table')
        .onRef('source.field', '=', 't.field')
        .on('source.state', '=', 'source'),
    )
    .select(['t.record_id', 't.field', 't.language', 't.body', 't.state', 'source.language as source'])
    .select(sql<boolean>`coalesce(t.source_hash <> source.body_hash, false)`.as('stale'))
    .where('t.record_id', 'in', [...ids])
    .execute()
  for (const row of rows) {
    if (!isLocale(row.language) || !isLocale(row.source)) continue
    let texts = found.get(row.record_id)
    if (!texts) found.set(row.record_id, (texts = {}))
    texts[row.field] ??= { source: row.source, bodies: {} }
    const text = texts[row.field]
    if (text) text.bodies[row.language] = { body: row.body, state: row.state, stale: row.stale }
  }
  return found
}

export type TextToWrite = {
  table: string
  id: string
  field: string
  source: Locale
  /** The languages to write. A language left out is left as it is, unless `only` says otherwise. */
  bodies: Partial<Record<Locale, string>>
  /** State of the translations given; the source is always `source`. */
  state?: Exclude<TextState, 'source'>
  /** True when languages that are not given are to be removed (an import says all there is). */
  only?: boolean
}

/**
 * Writes texts, source first, so that each translation is stamped with the source it was made from.
 * A text that is already there word for word is left alone, its state and stamp included.
 *
 * @returns how many texts were added, changed or removed
 */
export async function writeTexts(tx: Tx, texts: readonly TextToWrite[]): Promise<number> {
  let changes = 0
  for (const text of texts) {
    if (text.only) changes += await removeOthers(tx, text)
    const source = text.bodies[text.source]
    if (source !== undefined) changes += await writeOne(tx, text, text.source, source, 'source')
    for (const [language, body] of Object.entries(text.bodies)) {
      if (language === text.source || !isLocale(language)) continue
      changes += await writeOne(tx, text, language, body, text.state ?? 'reviewed')
    }
  }
  return changes
}

async function writeOne(tx: Tx, text: TextToWrite, language: Locale, body: string, state: TextState): Promise<number> {
  if (body.trim() === '') return 0
  const sourceHash = state === 'source' ? sql<null>`null` : currentSourceHash(text)
  const result = await tx
    .insertInto('translation')
    .values({
      record_table: text.table,
      record_id: text.id,
      field: text.field,
      language,
      body,
      state,
      source_hash: sourceHash,
    })
    .onConflict(conflict =>
      conflict
        .columns(['record_id', 'record_table', 'field', 'language'])
        .doUpdateSet({ body, state, source_hash: sourceHash })
        .where(eb =>
          eb.or([eb('translation.body', 'is distinct from', body), eb('translation.state', '=', 'machine')]),
        ),
    )
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

const currentSourceHash = (text: TextToWrite) => sql<string>`(
  select s.body_hash from translation s
  where s.record_id = ${text.id} and s.record_table = ${text.table} and s.field = ${text.field} and s.state = 'source')`

async function removeOthers(tx: Tx, text: TextToWrite): Promise<number> {
  const kept = Object.entries(text.bodies)
    .filter(([, body]) => body.trim() !== '')
    .map(([language]) => language)
  const result = await tx
    .deleteFrom('translation')
    .where('record_id', '=', text.id)
    .where('record_table', '=', text.table)
    .where('field', '=', text.field)
    .where('language', 'not in', kept.length > 0 ? kept : ['--'])
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
