import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { type TextsOfRecord, type TextToWrite, textsOf, writeTexts } from '#ground/languages/texts.ts'
import type { Change } from './reconcile.ts'

export type FileText = TextToWrite & {
  path: string
  /** A text that other seminars have too: what it says in languages that this one does not offer is theirs. */
  shared?: true
  /** The record whose next version this is: words that stay the same keep what was known of them. */
  predecessor?: string | undefined
}
/** Takes note of a text to be written once all the rows are there. */
export type NoteText = (table: string, id: string, field: string, words: FileText['bodies'], path: string) => void

/** How what is wanted is to be understood. */
export type Saying = {
  /**
   * A file is a statement: all that it says was read by whoever wrote it. An edit touches the languages that differ, and
   * says nothing of the others: where the source changed, their translations are out of date.
   */
  mode: 'statement' | 'edit'
  /** The languages in which no words means none. In others, words that are there stay until others are given. */
  languages: readonly Locale[]
  /** The language that the texts were first written in; the seminar's when it is not given. */
  source?: Locale
  /** The texts as they were when it was worked out what is wanted; read now when they are not given. */
  there?: ReadonlyMap<string, TextsOfRecord>
}

export const wholeStatement: Saying = { mode: 'statement', languages: locales }

/** Brings texts to what is wanted: one read, and only what differs is written. */
export async function reconcileTexts(
  tx: Tx,
  changes: Change[],
  texts: readonly FileText[],
  saying: Saying = wholeStatement,
): Promise<void> {
  const there = saying.there ?? (await textsOf(tx, [...new Set(texts.map(text => text.id))]))
  for (const text of texts) changes.push(...(await reconcileText(tx, text, there.get(text.id)?.[text.field], saying)))
}

async function reconcileText(
  tx: Tx,
  text: FileText,
  found: MultilingualText | undefined,
  { mode, languages }: Saying,
): Promise<Change[]> {
  const wanted = text.bodies
  const isGone = Object.keys(wanted).length === 0
  const differences = locales.flatMap((language): Change[] => {
    if (!languages.includes(language) && wanted[language] === undefined && !isGone) return []
    const before = found?.bodies[language]
    const after = wanted[language] ?? null
    const settled = mode === 'edit' || before?.state !== 'machine'
    if ((before?.body ?? null) === after && settled) return []
    const kind = before === undefined ? 'added' : after === null ? 'removed' : 'changed'
    return [{ path: `${text.path}.${language}`, kind, before: before?.body ?? null, after }]
  })
  const source = found && text.shared ? sourceOfShared(text, found, languages) : text.source
  const movedFrom = found && !isGone && found.source !== source ? found.source : null
  if (differences.length === 0 && movedFrom === null) return []
  if (movedFrom !== null) await moveSource(tx, { ...text, source }, movedFrom, mode)
  const differs = (language: string) => differences.some(({ path }) => path === `${text.path}.${language}`)
  const bodies = Object.fromEntries(
    Object.entries(wanted).filter(([language]) => mode === 'statement' || differs(language)),
  )
  await writeTexts(tx, [{ ...text, source, bodies, state: 'reviewed', only: false }])
  await removeLanguages(tx, text, isGone ? null : locales.filter(l => differs(l) && wanted[l] === undefined))
  if (mode === 'edit' && text.predecessor !== undefined) await keepWhatWasKnown(tx, text, text.predecessor)
  return differences
}

/**
 * The source of a text that several seminars share: the language it was first written in, as long as this seminar says it
 * in that language too or does not offer it. Otherwise two seminars with different source languages would take it from
 * each other at each import.
 */
function sourceOfShared(text: FileText, found: MultilingualText, languages: readonly Locale[]): Locale {
  const stays = text.bodies[found.source] !== undefined || !languages.includes(found.source)
  return stays ? found.source : text.source
}

/** A text has one source. Another language takes its place where the rows stand, so that words in use are not removed. */
async function moveSource(tx: Tx, text: FileText, from: Locale, mode: Saying['mode']): Promise<void> {
  const body = text.bodies[text.source]
  if (body === undefined) return
  const of = sql`t.record_id = ${text.id} and t.record_table = ${text.table} and t.field = ${text.field}`
  // Translations that were older than the former source are older than the new one too, unless a statement says them.
  await sql`
    update perenne.translation t set state = case when t.state = 'source' then 'reviewed' else t.state end,
      source_hash = perenne.text_hash(${body})
    where ${of} and t.language <> ${text.source} and (${mode === 'statement'} or t.language = ${from} or t.source_hash = (
      select s.body_hash from perenne.translation s where s.record_id = t.record_id and s.record_table = t.record_table
        and s.field = t.field and s.state = 'source'))`.execute(tx)
  await sql`
    update perenne.translation t set state = 'source', source_hash = null
    where ${of} and t.language = ${text.source}`.execute(tx)
}

/** @param languages null for all of them: the text is gone */
async function removeLanguages(tx: Tx, text: FileText, languages: readonly Locale[] | null): Promise<void> {
  if (languages?.length === 0) return
  let query = tx
    .deleteFrom('translation')
    .where('record_id', '=', text.id)
    .where('record_table', '=', text.table)
    .where('field', '=', text.field)
  if (languages) query = query.where('language', 'in', [...languages])
  await query.execute()
}

/** A translation that was carried over word for word is as reviewed, and as old, as it was. */
async function keepWhatWasKnown(tx: Tx, text: FileText, predecessor: string): Promise<void> {
  await sql`
    update perenne.translation t set state = p.state, source_hash = p.source_hash
    from perenne.translation p
    where t.record_id = ${text.id} and t.record_table = ${text.table} and t.field = ${text.field} and t.state <> 'source'
      and p.record_id = ${predecessor} and p.record_table = t.record_table and p.field = t.field
      and p.language = t.language and p.body = t.body and p.state <> 'source'`.execute(tx)
}

/** The texts of a file without the languages it leaves out. */
export function bodiesOf(
  words: Readonly<Record<string, string | undefined>> | undefined,
): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    Object.entries(words ?? {}).flatMap(([language, body]) =>
      isLocale(language) && body !== undefined ? [[language, body]] : [],
    ),
  )
}

/**
 * Whether a file words a text otherwise than it stands, in the languages that it speaks of. A language that was missing
 * may be added: nobody answered in it.
 */
export function reworded(
  there: MultilingualText | undefined,
  wanted: Readonly<Record<string, string | undefined>> | undefined,
  languages: readonly Locale[],
): boolean {
  const bodies = bodiesOf(wanted)
  return locales.some(language => {
    if (!languages.includes(language) && bodies[language] === undefined) return false
    const was = there?.bodies[language]
    return was !== undefined && bodies[language] !== was.body
  })
}
