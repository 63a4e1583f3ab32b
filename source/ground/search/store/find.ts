import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import type { Room } from '../../house.ts'
import { type Locale, locales } from '../../languages/locales.ts'
import { plainQuotes } from '../rules/asked.ts'
import type { Lexicon } from '../rules/lexicon.ts'
import { fold, inEitherNumber, questionFor, wordsToGuess } from '../rules/question.ts'
import { perhapsMeant } from '../rules/spelling.ts'
import type { OtherWay, Widened } from '../rules/widen.ts'
import { configurationOf } from './entries.ts'
import { lexiconOf, widened } from './lexicon.ts'

/** Why something was found that does not have the word that was asked: what it says instead. */
export type Reason = { asked: string; found: string; language: Locale | null; field: boolean }

export type Result = {
  id: string
  table: string
  language: Locale
  title: string
  body: string
  path: string
  reasons: Reason[]
}

export type Results = {
  total: number
  /** How many there are of each table, whichever is asked for. */
  tables: Readonly<Record<string, number>>
  /** What was asked, without small words. */
  words: readonly string[]
  /** Nothing has the words that were asked for, and these titles look like them. */
  close: boolean
  /** Nothing has them, and this question finds something for whoever asks. */
  meant: string | null
  /** No title looks like them either: what stands here was found by the question that was perhaps meant. */
  instead: boolean
  results: Result[]
}

/** The memory whose past is asked, in a transaction that reads it (`asItWas`): what was there has no index, and is read whole. */
export type Past = { space: string; slug: string }

export type Wanted = {
  offset: number
  most: number
  /** Only what stands in this space. */
  space?: string
  /** Only records of this table; the numbers of the others are told all the same. */
  table?: string | null
  /** Only what tells of these days, as a daterange: `[2012-01-01,2015-01-01)`. */
  days?: string | null
  past?: Past | null
}

/**
 * Looks a question up in every language, as the actor of the transaction: what they may not see is neither shown,
 * counted nor suggested. Each record comes once, in the reader's language when it exists in it: first those that have the words,
 * then those that say the same in other words or in a field.
 *
 * @param question tidied (rules/question.ts)
 */
export async function find(
  tx: Tx,
  { rooms, locale }: { rooms: readonly Room[]; locale: Locale },
  question: string,
  wanted: Wanted,
): Promise<Results> {
  const lexicon = await lexiconOf(tx, rooms)
  const asked = await widened(tx, lexicon, locale, question)
  const exact = await read(tx, locale, question, wanted, sourceOf(wanted, question, asked), asked)
  if (exact.total > 0 || Object.keys(exact.tables).length > 0)
    return { ...exact, words: asked.words, close: false, meant: null, instead: false }
  const other = await heldTo(tx, locale, lexicon, perhapsMeant(lexicon, locale, question, asked.unknown), wanted)
  const words = wordsToGuess(question)
  const guessed = words.length > 0 ? await likely(tx, locale, question, wanted, words) : null
  // Names are in no list: titles that are hardly anything else are meant, rather than the nearest word of the list.
  if (guessed && guessed.total > 0 && (other === null || guessed.likeness >= surelyAlike))
    return { ...guessed, words: asked.words, close: true, meant: other?.meant ?? null, instead: false }
  if (other) return { ...other, close: false, instead: true }
  return { total: 0, tables: {}, words: asked.words, close: false, meant: null, instead: false, results: [] }
}

/** How much the words of a question are like those of a title, from 0 to 1, for the title to be meant. */
const surelyAlike = 0.6

async function likely(tx: Tx, locale: Locale, question: string, wanted: Wanted, words: readonly string[]) {
  await sql`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`.execute(tx)
  const found = await read(tx, locale, question, wanted, resembling(wanted, words), null)
  return { ...found, likeness: found.most / words.length }
}

/** What a question that was perhaps meant finds for whoever asks, if anything: the answer obeys the same policies. */
async function heldTo(tx: Tx, locale: Locale, lexicon: Lexicon, meant: string | null, wanted: Wanted) {
  if (meant === null) return null
  const asked = await widened(tx, lexicon, locale, meant)
  const found = await read(tx, locale, meant, wanted, sourceOf(wanted, meant, asked), asked)
  return found.total > 0 ? { ...found, words: asked.words, meant } : null
}

/** Where entries come from, as `source`, and which of them answer: `literal`, `rank`. */
type Source = { before: RawBuilder<unknown>; entries: RawBuilder<unknown>; hits: RawBuilder<unknown> }

// Each language with its own configuration: `mandats` is found by `mandat` in French, and not by an English rule.
function sourceOf(wanted: Wanted, question: string, { query }: Widened): Source {
  const rows = locales.map(
    locale =>
      sql`(${locale}::text, ${sql.join(
        inEitherNumber(locale, questionFor(locale, plainQuotes(question))).map(
          form => sql`websearch_to_tsquery(${configurationOf[locale]}::regconfig, unaccent(${form}))`,
        ),
        sql` || `,
      )}, ${query[locale]}::tsquery)`,
  )
  const asked = sql`asked as materialized (
    select a.language, a.literal, a.literal || a.widened as whole from (values ${sql.join(rows)}) as a (language, literal, widened)
  )`
  const whole = (locale: Locale) => sql`(select a.whole from asked a where a.language = ${locale})`
  const found = wanted.past
    ? sql`join entry e on e.language = a.language`
    : sql`join perenne.entries_with(${sql.join(locales.map(whole))}, ${wanted.space ?? null}::uuid) k on k.language = a.language
          join perenne.search_entry e on e.record_id = k.record_id and e.record_table = k.record_table
            and e.language = k.language and e.at_most = k.at_most`
  const entries = entriesOf(wanted.past)
  return {
    before: wanted.past ? sql`${asked}, ${pastEntries(wanted.past)}` : asked,
    entries,
    hits: sql`select e.record_id, e.record_table, e.language, e.at_most, e.reach, e.title_folded, e.words @@ a.literal as literal,
        ts_rank(e.words, a.whole) as rank
      from asked a ${found} where e.words @@ a.whole${wanted.past ? sql`` : inSight}`,
  }
}

function resembling(wanted: Wanted, words: readonly string[]): Source {
  const likeness = sql.join(
    words.map(word => sql`word_similarity(${word}, e.title_folded)`),
    sql` + `,
  )
  const found = wanted.past
    ? sql`entry e where ${sql.join(
        words.map(word => sql`${word}::text <% e.title_folded`),
        sql` or `,
      )}`
    : sql`(select distinct * from perenne.entries_resembling(${sql.val([...words])}::text[], ${wanted.space ?? null}::uuid)) k
          join perenne.search_entry e using (record_id, record_table, language, at_most)`
  return {
    before: wanted.past ? pastEntries(wanted.past) : sql`nothing as (select)`,
    entries: entriesOf(wanted.past),
    hits: sql`select e.record_id, e.record_table, e.language, e.at_most, e.reach, e.title_folded, true as literal, ${likeness} as rank from ${found}${wanted.past ? sql`` : sql` where true${inSight}`}`,
  }
}

// What is public of a memory or a seminar that is not is found by nobody who may not see the whole: its pages do not open.
const inSight = sql` and e.space_id in (select s.id from perenne.space s)`

const entriesOf = (past: Past | null | undefined) => (past ? sql`entry` : sql`perenne.search_entry`)

// What was known then, read as whoever asks (decision 0018, migration 0025), in the shape of the index.
function pastEntries({ space, slug }: Past) {
  return sql`entry as materialized (
    select k.id as record_id, k.record_table, k.language, k.at_most, ${space}::uuid as space_id, k.title,
      lower(unaccent(k.title)) as title_folded, k.body, k.words, k.reach, perenne.memory_path(k.record_table, ${slug}, k.id) as path
    from perenne.entries_then() k
  )`
}

type Row = Omit<Result, 'reasons'> & {
  said: number[] | null
  rank: number
  total: number
  tables: Record<string, number>
}

/** How many of the first results are put in order by their titles. */
const mostCompared = 100

async function read(tx: Tx, locale: Locale, question: string, wanted: Wanted, source: Source, asked: Widened | null) {
  const { days = null, table = null, space = null } = wanted
  const ways = waysOf(asked)
  const { rows } = await sql<Row>`
    with ${source.before}, answer as (${source.hits}
    ), hit as (
      select distinct on (h.record_id, h.record_table) h.record_id, h.record_table, h.language, h.at_most, h.title_folded, h.literal, h.rank
      from answer h
      where ${days}::daterange is null or h.reach && ${days}::daterange
      order by h.record_id, h.record_table, h.literal desc, h.rank desc, (h.language = ${locale}) desc, h.at_most desc
    ), placed as (
      select h.*, row_number() over (order by h.literal desc, h.rank desc, h.record_id) <= ${mostCompared} as early
      from hit h where ${table}::text is null or h.record_table = ${table}
    ), best as (
      -- Of the first of them, those that are called what was asked: « Maire » before all that a mayor signed.
      select p.*, p.rank + case when p.early then similarity(${fold(question)}, p.title_folded)
        else 0 end as score
      from placed p order by p.early desc, p.literal desc, score desc, p.record_id limit ${wanted.most} offset ${wanted.offset}
    ), shown as (
      select b.record_id as id, b.record_table as table, b.early, b.literal, b.rank, b.score, s.language, s.title, s.body, s.path,
        (select array_agg(w.place) from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb) as w (place int, language text, query text)
          where (w.language is null or w.language = m.language) and m.words @@ w.query::tsquery) as said
      from best b
      join ${source.entries} m using (record_id, record_table, language, at_most)
      join lateral (
        select e.* from ${source.entries} e
        where e.record_id = b.record_id and e.record_table = b.record_table and e.language in (${locale}, b.language)
          and (${space}::uuid is null or e.space_id = ${space})
        order by (e.language = ${locale}) desc, (e.at_most = b.at_most) desc limit 1
      ) s on true
    )
    select s.*, n.total, n.tables
    from (select coalesce(sum(k.number) filter (where ${table}::text is null or k.record_table = ${table}), 0)::int as total,
        coalesce(jsonb_object_agg(k.record_table, k.number), '{}') as tables
      from (select h.record_table, count(*)::int as number from hit h group by 1) k) n
    left join shown s on true
    order by s.early desc, s.literal desc, s.score desc, s.id`.execute(tx)
  const [first] = rows
  return {
    total: first?.total ?? 0,
    tables: first?.tables ?? {},
    most: Math.max(0, ...rows.map(row => row.rank)),
    results: rows.flatMap(row =>
      row.id === null
        ? []
        : [
            {
              id: row.id,
              table: row.table,
              language: row.language,
              title: row.title,
              body: row.body,
              path: row.path,
              reasons: asked ? reasonsOf(asked, ways, row.said ?? [], locale) : [],
            },
          ],
    ),
  }
}

type Way = { place: number; group: number; language: Locale | null; query: string; other: OtherWay | null }

/** Each way to ask for each part of the question, numbered: first as it stands, then in other words, then by a field. */
function waysOf(asked: Widened | null): Way[] {
  const ways: Omit<Way, 'place'>[] = (asked?.groups ?? []).flatMap(({ literal, ways }, group) => [
    ...locales
      .filter(language => literal[language] !== '')
      .map(language => ({ group, language, query: literal[language], other: null })),
    ...[...ways]
      .sort((one, next) => Number(one.field) - Number(next.field))
      .map(other => ({ group, language: other.language, query: other.query, other })),
  ])
  return ways.map((way, place) => ({ ...way, place }))
}

/** For each part of the question that an entry does not have as it stands, the first other way in which it says it. */
function reasonsOf(asked: Widened, ways: readonly Way[], said: readonly number[], locale: Locale): Reason[] {
  return asked.groups.flatMap((group, number) => {
    const there = ways.filter(way => way.group === number && said.includes(way.place))
    const other = there.some(way => way.other === null) ? null : there[0]?.other
    return other
      ? [{ asked: group.asked, found: other.shown(locale), language: other.language, field: other.field }]
      : []
  })
}
