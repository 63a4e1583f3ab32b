import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import '#convene/store/tables.ts'

export type SuggestionKind = 'organisation' | 'territory'

/** A record whose name looks like what was typed. */
export type Suggestion = {
  id: string
  /** In the reader's language, else in the one it was written in. */
  name: string
  language: Locale
  shortName: string | null
  country: string | null
  /** Every name it goes by, in any language, the short one included. */
  names: readonly string[]
  /** 0 to 1: how close its closest name comes to what was typed. */
  likeness: number
}

/**
 * What people may mean by a name they type, closest first: organisations that organisers have approved (the public ones
 * of the seminar and its network), or public territories. Accents, capitals, a few wrong letters and missing words do not
 * matter, nor the language. Run it in the public role: it then reads nothing else.
 *
 * @param words what was typed; fewer than two letters find nothing
 * @param most at most so many
 */
export async function resembling(
  tx: Tx,
  kind: SuggestionKind,
  seminarId: string,
  words: string,
  how: { locale: Locale; most: number },
): Promise<Suggestion[]> {
  return (await resemblingEach(tx, kind, seminarId, [words], how))[0] ?? []
}

/** The same for many names in one read: for each what it resembles, in their order. */
export async function resemblingEach(
  tx: Tx,
  kind: SuggestionKind,
  seminarId: string,
  words: readonly string[],
  { locale, most }: { locale: Locale; most: number },
): Promise<Suggestion[][]> {
  const typed = words.map(word => word.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 200))
  const long = typed.map(word => ([...word].length < 2 ? '' : word))
  const found: Suggestion[][] = words.map(() => [])
  if (long.every(word => word === '')) return found
  const { rows } = await sql<Omit<Suggestion, 'language'> & { language: string; number: number }>`
    with folded as materialized (
      select lower(unaccent(w.word)) as words, w.number
      from unnest(${long}::text[]) with ordinality as w(word, number) where w.word <> ''
    ), asked as materialized (
      select words, number, cardinality(show_trgm(words)) as trigrams from folded
    ), candidate as materialized (
      ${kind === 'organisation' ? organisations(seminarId) : territories}
    ), name as materialized (
      select c.id, lower(unaccent(t.body)) as folded
      from candidate c join perenne.translation t on t.record_id = c.id and t.field = 'name'
        and t.record_table = ${kind === 'organisation' ? 'organisation' : 'space'}
      union all
      select c.id, lower(unaccent(c.short_name)) from candidate c where c.short_name is not null
    ), compared as materialized (
      select a.number, a.words, a.trigrams, n.id, n.folded,
        strpos(n.folded, a.words) as at, similarity(a.words, n.folded) as alike
      from name n, asked a
    ), scored as materialized (
      select number, id, case
          when folded = words then 1
          -- Beginning as a name begins is what people type; within a name it counts a little less.
          when at = 1 then 0.95
          when at > 0 then 0.9
          -- The closest words within a name are looked for, which is dear, only where enough letters are common to both: the
          -- three-letter groups in common can be no more than this, and so many are needed to come to 0.4.
          when alike / (1 + alike) * (trigrams + length(folded) + 1) < 0.44 * trigrams then alike
          else greatest(alike, 0.9 * strict_word_similarity(words, folded))
        end as likeness
      from compared
    ), hit as (
      select number, id, max(likeness) as likeness from scored where likeness >= 0.4 group by number, id
    ), best as (
      select h.*, row_number() over (partition by h.number order by h.likeness desc, h.id) as place from hit h
    )
    select b.number::int, b.id, b.likeness::float8 as likeness, s.names || array_remove(array[c.short_name], null) as names,
      c.short_name as "shortName", c.country, s.body as name, s.language
    from best b join candidate c on c.id = b.id
    join lateral (
      select array_agg(t.body order by t.language) as names,
        (array_agg(t.body order by (t.language = ${locale}) desc, (t.state = 'source') desc))[1] as body,
        (array_agg(t.language order by (t.language = ${locale}) desc, (t.state = 'source') desc))[1] as language
      from perenne.translation t
      where t.record_id = b.id and t.field = 'name' and t.record_table = ${kind === 'organisation' ? 'organisation' : 'space'}
    ) s on s.body is not null
    where b.place <= ${most}
    order by b.number, b.likeness desc, length(s.body), s.body`.execute(tx)
  for (const { number, language, ...row } of rows)
    found[number - 1]?.push({ ...row, language: isLocale(language) ? language : 'en' })
  return found
}

const organisations = (seminarId: string) => sql`
  select o.id, o.short_name, o.country from perenne.organisation o
  where o.visibility = 2
    and o.space_id in (${seminarId}, (select network_id from perenne.seminar where id = ${seminarId}))`

/** Whether any organisation is approved for a seminar or its network. */
export async function anyOrganisation(tx: Tx, seminarId: string): Promise<boolean> {
  const { rows } = await sql`${organisations(seminarId)} limit 1`.execute(tx)
  return rows.length > 0
}

const territories = sql`
  select t.id, null::text as short_name, t.country from perenne.territory t
  where t.visibility = 2 and t.successor_id is null`
