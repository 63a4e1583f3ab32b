// The index of many memories in four languages, and how somebody asks it.
import type pg from 'pg'
import { as, type Database, person } from '../../source/ground/database/actor.ts'
import { connect, connectOnce } from '../../source/ground/database/connect.ts'
import { type Locale, locales } from '../../source/ground/languages/locales.ts'
import { type Concept, concepts, wordsOfConcept } from '../../source/ground/search/rules/concepts.ts'
import { configurationOf } from '../../source/ground/search/store/entries.ts'
import { find } from '../../source/ground/search/store/find.ts'
import { rooms } from '../../source/rooms.ts'
import type { Ground } from '../registration/hall.ts'

/** Records of a territory; of as many territories, whatever their number, everything is public. */
const records = 100
const open = 20
const one = open + 1

export type Index = {
  records: number
  /** Milliseconds of one search by the keeper of one territory, as a page makes it: what was found, counted and explained. */
  asked(
    question: string,
    where: 'everywhere' | 'one memory',
  ): Promise<{ milliseconds: number; found: number; widened: number }>
  close(): Promise<void>
}

/** Writes the entries straight into the index: what triggers would have made of the records. */
export async function openIndex(ground: Ground, name: string, territories: number): Promise<Index> {
  const { connection, owner } = await ground.fresh(name)
  const client = await connectOnce(owner)
  await client.query("select perenne.as_actor('job', 'bench')")
  const { rows: spaces } = await client.query<{ id: string }>(
    `insert into perenne.space (kind, slug, parent_id, visibility)
     select 'territory', 'territory-' || n, '00000000-0000-4000-8000-000000000001', 2 from generate_series(1, ${territories}) n returning id`,
  )
  const { rows: persons } = await client.query<{ id: string }>(
    `insert into perenne.person (given_name, email, language, has_account) values ('Ada', 'ada@example.org', 'en', true) returning id`,
  )
  const keeper = persons[0]?.id ?? ''
  const space = spaces[one]?.id ?? ''
  await client.query(
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
     values ($1, 'territory_editor', $2, 'territory', 'bench', perenne.now() - interval '1 hour')`,
    [keeper, space],
  )
  await writeEntries(
    client,
    spaces.map(({ id }) => id),
  )
  await client.query('vacuum analyze perenne.search_entry')
  await client.end()
  const db: Database = connect(connection)
  return {
    records: territories * records,
    asked: (question, where) =>
      as(db, person(keeper), async tx => {
        const began = performance.now()
        const wanted = { offset: 0, most: 20, ...(where === 'one memory' ? { space } : {}) }
        const { total, results } = await find(tx, { rooms, locale: 'fr' }, question, wanted)
        const milliseconds = performance.now() - began
        return { milliseconds, found: total, widened: results.filter(({ reasons }) => reasons.length > 0).length }
      }),
    close: () => db.destroy(),
  }
}

/** The same numbers each time: a linear congruence is enough for words. */
export function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const known = Object.keys(concepts) as Concept[]

/** What one record says, in one language or two: three concepts of the field among words that mean nothing. */
export function textsOf(place: number, pick: ReturnType<typeof chance>) {
  const own = locales[place % locales.length] as Locale
  const twice = place % 3 === 0 ? [own, locales[(place + 1) % locales.length] as Locale] : [own]
  const themes = Array.from({ length: 3 }, () => known[pick(known.length)] as Concept)
  return twice.map(language => {
    const plain = () =>
      `${'bcdflmnprstv'[pick(12)]}${'aeiou'[pick(5)]}${'lnrst'[pick(5)]}${'aeio'[pick(4)]}${'mnrtv'[pick(5)]}${'ae'[pick(2)]}`
    const themed = themes.map(theme => wordsOfConcept(theme, language)[0] ?? '')
    return {
      language,
      title: `${plain()} ${themed[0]} ${plain()}`,
      body: [...Array.from({ length: 40 }, plain), themed[1], ...Array.from({ length: 20 }, plain), themed[2]].join(
        ' ',
      ),
    }
  })
}

export const kinds = ['twinning', 'cooperation', 'triangular', 'network', 'declaration']

async function writeEntries(client: pg.Client, spaces: readonly string[]): Promise<void> {
  for (const [place, space] of spaces.entries()) {
    // Each territory says the same whatever the number of the others.
    const pick = chance(place + 1)
    const rows = Array.from({ length: records }, (_, n) =>
      textsOf(place + n, pick).map(text => ({
        ...text,
        space,
        n,
        visibility: place < open ? 2 : 0,
        code: `#relationship:${kinds[pick(kinds.length)]}`,
        config: configurationOf[text.language],
      })),
    ).flat()
    await client.query(
      `insert into perenne.search_entry
         (record_id, language, record_table, space_id, visibility, title, title_folded, body, path, words, reach)
       select md5(r.space || ' ' || r.n)::uuid, r.language, 'relationship', r.space::uuid, r.visibility, r.title,
         lower(unaccent(r.title)), r.body, '/territories/t/relationships/' || r.n,
         setweight(to_tsvector(r.config::regconfig, unaccent(r.title)), 'A')
           || setweight(to_tsvector(r.config::regconfig, unaccent(r.body)), 'C') || array_to_tsvector(array['#record:relationship', r.code]),
         daterange(make_date(1990 + r.n % 30, 1, 1), null)
       from jsonb_to_recordset($1::jsonb)
         as r (space text, n int, language text, visibility smallint, title text, body text, code text, config text)`,
      [JSON.stringify(rows)],
    )
  }
}
