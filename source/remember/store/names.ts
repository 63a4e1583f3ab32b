import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import './tables.ts'

/** The text by which people know a record, where it has one. */
const naming = ['name', 'title', 'object', 'body'] as const
const longest = 120

/**
 * What records of one memory are called by people, as far as the actor may know: id → words. By their text in the reader's
 * language or that of its author, by their own first words, or, for a contact, by the name of the person. Six queries,
 * whatever their number; a record without a name, or that one may not see, is not in it.
 */
export async function namesOfRecords(
  tx: Tx,
  space: string,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (ids.length === 0) return names
  const wanted = [...new Set(ids)]
  const own = async (table: 'interaction' | 'note' | 'commitment' | 'decision', column: string) => {
    const { rows } = await sql<{ id: string; words: string }>`
      select id, left(${sql.ref(column)}, ${longest}) as words from ${sql.table(table)}
      where space_id = ${space} and id = any (${sql.val(wanted)}::uuid[])`.execute(tx)
    for (const { id, words } of rows) names.set(id, words)
  }
  await own('interaction', 'title')
  await own('note', 'body')
  await own('commitment', 'what')
  await own('decision', 'number')
  for (const [id, texts] of await textsOf(tx, wanted)) {
    const words = naming.map(field => wordsOf(texts[field], locale)).find(text => text !== '')
    if (words) names.set(id, words)
  }
  const { rows } = await sql<{ id: string; given: string | null; family: string | null }>`
    select contact_id as id, given_name as given, family_name as family from perenne.contact_names(${space})
    where contact_id = any (${sql.val(wanted)}::uuid[])`.execute(tx)
  for (const { id, given, family } of rows) names.set(id, [given, family].filter(Boolean).join(' '))
  return names
}
