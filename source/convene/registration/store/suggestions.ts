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
    with best as materialized (
      select w.number, near.id, near.likeness
      from unnest(${long}::text[]) with ordinality as w(word, number)
      cross join lateral perenne.names_resembling(${kind}, ${kind === 'organisation' ? spacesOf(seminarId) : sql`'{}'`}, w.word, ${most}) near
      where w.word <> ''
    )
    select b.number::int, b.id, b.likeness::float8 as likeness, s.names || array_remove(array[c.short_name], null) as names,
      c.short_name as "shortName", c.country, s.body as name, s.language
    from best b join (${kind === 'organisation' ? organisations(seminarId) : territories}) c on c.id = b.id
    join lateral (
      select array_agg(t.body order by t.language) as names,
        (array_agg(t.body order by (t.language = ${locale}) desc, (t.state = 'source') desc))[1] as body,
        (array_agg(t.language order by (t.language = ${locale}) desc, (t.state = 'source') desc))[1] as language
      from perenne.translation t
      where t.record_id = b.id and t.field = 'name' and t.record_table = ${kind === 'organisation' ? 'organisation' : 'space'}
    ) s on s.body is not null
    order by b.number, b.likeness desc, length(s.body), s.body, b.id`.execute(tx)
  for (const { number, language, ...row } of rows)
    found[number - 1]?.push({ ...row, language: isLocale(language) ? language : 'en' })
  return found
}

// A seminar and its network.
const spacesOf = (seminarId: string) => sql`
  array[${seminarId}, (select network_id from perenne.seminar where id = ${seminarId})]::uuid[]`

const organisations = (seminarId: string) => sql`
  select o.id, o.short_name, o.country from perenne.organisation o
  where o.visibility = 2 and o.space_id = any (${spacesOf(seminarId)})`

/** Whether any organisation is approved for a seminar or its network. */
export async function anyOrganisation(tx: Tx, seminarId: string): Promise<boolean> {
  const { rows } = await sql`${organisations(seminarId)} limit 1`.execute(tx)
  return rows.length > 0
}

const territories = sql`
  select t.id, null::text as short_name, t.country from perenne.territory t
  where t.visibility = 2 and t.successor_id is null`
