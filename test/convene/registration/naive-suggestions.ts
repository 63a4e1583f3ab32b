import { sql } from 'kysely'
import type { Suggestion, SuggestionKind } from '#convene/registration/store/suggestions.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'

/**
 * What `resemblingEach` finds, without any index: every name that may be seen is compared with everything that was typed.
 * One query under the policies of whoever asks.
 */
export async function naivelyResembling(
  tx: Tx,
  kind: SuggestionKind,
  seminarId: string,
  words: readonly string[],
  { locale, most }: { locale: Locale; most: number },
): Promise<Omit<Suggestion, 'language'>[][]> {
  const typed = words.map(word => word.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 200))
  const long = typed.map(word => ([...word].length < 2 ? '' : word))
  const found: Omit<Suggestion, 'language'>[][] = words.map(() => [])
  const { rows } = await sql<Omit<Suggestion, 'language'> & { number: number }>`
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
      c.short_name as "shortName", c.country, s.body as name
    from best b join candidate c on c.id = b.id
    join lateral (
      select array_agg(t.body order by t.language) as names,
        (array_agg(t.body order by (t.language = ${locale}) desc, (t.state = 'source') desc))[1] as body
      from perenne.translation t
      where t.record_id = b.id and t.field = 'name' and t.record_table = ${kind === 'organisation' ? 'organisation' : 'space'}
    ) s on s.body is not null
    where b.place <= ${most}
    order by b.number, b.likeness desc, length(s.body), s.body, b.id`.execute(tx)
  for (const { number, ...row } of rows) found[number - 1]?.push(row)
  return found
}

const organisations = (seminarId: string) => sql`
  select o.id, o.short_name, o.country from perenne.organisation o
  where o.visibility = 2
    and o.space_id in (${seminarId}, (select network_id from perenne.seminar where id = ${seminarId}))`

const territories = sql`
  select t.id, null::text as short_name, t.country from perenne.territory t
  where t.visibility = 2 and t.successor_id is null`
