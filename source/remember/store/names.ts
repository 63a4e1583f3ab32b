import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { inShort } from './in-short.ts'
import './tables.ts'

/** The text by which people know a record, where it has one. */
const naming = ['name', 'title', 'object', 'body'] as const
const longest = 120

/** A name as its reader gets it, and the language in which that is. */
export type ShownName = Pick<Shown, 'text' | 'language'> & { stale?: boolean }

/**
 * What records of one memory are called by people, as far as the actor may know: id → words with their language. By their text
 * in the reader's language or that of its author, by their own first words, or, for a contact, by the name of the person (of
 * no language: told as the reader's). Six queries, whatever their number; a record without a name, or that one may not see, is
 * not in it.
 */
export async function shownNamesOfRecords(
  tx: Tx,
  space: string,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, ShownName>> {
  const names = new Map<string, ShownName>()
  if (ids.length === 0) return names
  const wanted = [...new Set(ids)]
  const own = async (table: 'interaction' | 'note' | 'commitment' | 'decision', column: string) => {
    // A number is of no language.
    const language = table === 'decision' ? sql`null` : sql.ref('language')
    const { rows } = await sql<{ id: string; words: string; language: string | null }>`
      select id, ${inShort(sql.ref(column), longest)} as words, ${language} as language from ${sql.table(table)}
      where space_id = ${space} and id = any (${sql.val(wanted)}::uuid[])`.execute(tx)
    for (const { id, words: text, language } of rows)
      names.set(id, { text, language: isLocale(language) ? language : locale })
  }
  await own('interaction', 'title')
  await own('note', 'body')
  await own('commitment', 'what')
  await own('decision', 'number')
  for (const [id, texts] of await textsOf(tx, wanted)) {
    const words = naming.map(field => show(texts[field], locale)).find(shown => shown !== null && shown.text !== '')
    if (words) names.set(id, words)
  }
  const { rows } = await sql<{ id: string; given: string | null; family: string | null }>`
    select contact_id as id, given_name as given, family_name as family from perenne.contact_names(${space})
    where contact_id = any (${sql.val(wanted)}::uuid[])`.execute(tx)
  for (const { id, given, family } of rows)
    names.set(id, { text: [given, family].filter(Boolean).join(' '), language: locale })
  return names
}

/** The same where only the words matter: in a mail, a title, a list to choose from. */
export async function namesOfRecords(
  tx: Tx,
  space: string,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, string>> {
  return wordsOfNames(await shownNamesOfRecords(tx, space, ids, locale))
}

/** Names without their languages. */
export const wordsOfNames = (names: ReadonlyMap<string, ShownName>): Map<string, string> =>
  new Map([...names].map(([id, { text }]) => [id, text]))
