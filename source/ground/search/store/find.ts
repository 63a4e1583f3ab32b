import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import { type Locale, locales } from '../../languages/locales.ts'
import { questionFor, wordsToGuess } from '../rules/question.ts'
import { configurationOf } from './entries.ts'

export type Result = { id: string; table: string; language: Locale; title: string; body: string; path: string }

/** `close`: nothing has the words that were asked for, and these titles look like them. */
export type Results = { total: number; close: boolean; results: Result[] }

/**
 * Looks a question up in every language, as the actor of the transaction: what they may not see is neither shown,
 * counted nor suggested. Each record comes once, in the reader's language when it exists in it.
 *
 * @param question tidied (rules/question.ts)
 */
export async function find(
  tx: Tx,
  locale: Locale,
  question: string,
  { offset, most }: { offset: number; most: number },
): Promise<Results> {
  const page = { offset, most }
  const exact = await read(tx, locale, matching(question), page)
  if (exact.total > 0) return { ...exact, close: false }
  const words = wordsToGuess(question)
  if (words.length === 0) return { total: 0, close: false, results: [] }
  await sql`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`.execute(tx)
  const guessed = await read(tx, locale, resembling(words), page)
  return { ...guessed, close: guessed.total > 0 }
}

type Matching = { condition: RawBuilder<unknown>; rank: RawBuilder<unknown> }

// Each language with its own configuration: `mandats` is found by `mandat` in French, and not by an English rule.
function matching(question: string): Matching {
  const asked = (locale: Locale) =>
    sql`websearch_to_tsquery(${configurationOf[locale]}::regconfig, unaccent(${questionFor(locale, question)}))`
  const conditions = locales.map(locale => sql`(e.language = ${locale} and e.words @@ ${asked(locale)})`)
  const ranks = locales.map(locale => sql`when ${locale} then ts_rank(e.words, ${asked(locale)})`)
  return { condition: sql.join(conditions, sql` or `), rank: sql`case e.language ${sql.join(ranks, sql` `)} end` }
}

function resembling(words: readonly string[]): Matching {
  return {
    condition: sql.join(
      words.map(word => sql`${word}::text <% e.title_folded`),
      sql` or `,
    ),
    rank: sql.join(
      words.map(word => sql`word_similarity(${word}, e.title_folded)`),
      sql` + `,
    ),
  }
}

type Row = Result & { total: number }

async function read(tx: Tx, locale: Locale, { condition, rank }: Matching, page: { offset: number; most: number }) {
  const { rows } = await sql<Row>`
    with hit as (
      select distinct on (e.record_id, e.record_table) e.record_id, e.record_table, e.language, ${rank} as rank
      from perenne.search_entry e
      where ${condition}
      order by e.record_id, e.record_table, rank desc, (e.language = ${locale}) desc
    ), best as (
      select h.*, count(*) over () as total from hit h
      order by h.rank desc, h.record_id limit ${page.most} offset ${page.offset}
    )
    select b.record_id as id, b.record_table as table, b.total,
           s.language, s.title, s.body, s.path
    from best b
    join lateral (
      select e.* from perenne.search_entry e
      where e.record_id = b.record_id and e.record_table = b.record_table and e.language in (${locale}, b.language)
      order by (e.language = ${locale}) desc limit 1
    ) s on true
    order by b.rank desc, b.record_id`.execute(tx)
  return { total: rows[0]?.total ?? 0, results: rows.map(({ total: _, ...result }) => result) }
}
