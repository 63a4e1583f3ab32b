import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import type { TextState } from '#ground/languages/text.ts'

/** One text in one language, with all that says which version of it this is. */
export type TextVersion = { id: string; body: string; hash: string; state: TextState; sourceHash: string | null }
export type TextInLanguages = {
  table: string
  record: string
  field: string
  /** The language it was written in. */
  source: Locale
  bodies: Partial<Record<Locale, TextVersion>>
}

/** `record.field`, which tells a text from every other. */
export const nameOfText = (record: string, field: string) => `${record}.${field}`

/** Each text of these records in every language that the actor may see, by `nameOfText`: one query, however many. */
export async function readTexts(tx: Tx, records: readonly string[]): Promise<Map<string, TextInLanguages>> {
  const found = new Map<string, TextInLanguages>()
  if (records.length === 0) return found
  const rows = await tx
    .selectFrom('translation')
    .select(['id', 'record_table as table', 'record_id as record', 'field', 'language', 'body', 'body_hash as hash'])
    .select(['state', 'source_hash as sourceHash'])
    .where('record_id', 'in', [...records])
    .execute()
  for (const { table, record, field, language, state } of rows)
    if (state === 'source' && isLocale(language))
      found.set(nameOfText(record, field), { table, record, field, source: language, bodies: {} })
  for (const { table: _, record, field, language, ...version } of rows) {
    const text = found.get(nameOfText(record, field))
    if (text && isLocale(language)) text.bodies[language] = version
  }
  return found
}

/** The original that a translation was made from, where it is another one now: by the id of the translation. One query. */
export async function formerOriginals(
  tx: Tx,
  texts: Iterable<TextInLanguages>,
  language: Locale,
): Promise<Map<string, string>> {
  const stale = [...texts].flatMap(({ source, bodies }) => {
    const [original, translation] = [bodies[source], bodies[language]]
    return original && translation && isOlder(original, translation) ? [{ original, translation }] : []
  })
  if (stale.length === 0) return new Map()
  const { rows } = await sql<{ id: string; body: string }>`
    select distinct on (wanted.id) wanted.id, v.doc ->> 'body' as body
    from unnest(${stale.map(({ translation }) => translation.id)}::uuid[],
                ${stale.map(({ original }) => original.id)}::uuid[],
                ${stale.map(({ translation }) => translation.sourceHash)}::text[]) as wanted (id, original, hash)
    join perenne.record_version v on v.record_id = wanted.original and v.record_table = 'translation'
      and v.doc ->> 'body_hash' = wanted.hash
    order by wanted.id, v.version desc`.execute(tx)
  return new Map(rows.map(({ id, body }) => [id, body]))
}

/** Whether a translation was made from another original than this one. */
export const isOlder = (original: TextVersion, translation: TextVersion) =>
  translation.state !== 'source' && translation.sourceHash !== original.hash
