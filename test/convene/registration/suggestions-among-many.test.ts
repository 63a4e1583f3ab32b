import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { resemblingEach, type SuggestionKind } from '#convene/registration/store/suggestions.ts'
import { type Actor, as, asPublic, person, type Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import { formRooms } from './form-support.ts'
import { house, openHouse } from './house.ts'
import { naivelyResembling } from './naive-suggestions.ts'
import { makeSeminar, query, signedIn, type TestSeminar } from './support.ts'

openHouse(formRooms)

type Named = { names: readonly string[]; short?: string | null; visibility?: Visibility }
const languages = ['fr', 'es', 'pt', 'en']

/** Organisations or territories written at once, each with its names in as many languages. @returns their ids in order */
async function write(kind: SuggestionKind, spaceId: string, given: readonly Named[]): Promise<string[]> {
  const rows = JSON.stringify(given.map((one, n) => ({ visibility: 2, short: null, ...one, n })))
  const { owner } = house.database
  await owner.query('begin')
  await owner.query("select perenne.as_actor('job', 'test')")
  await owner.query(
    `create temporary table made on commit drop as
     select gen_random_uuid() as id, r.* from jsonb_to_recordset($1) as r (n int, visibility int, short text, names jsonb)`,
    [rows],
  )
  if (kind === 'organisation')
    await owner.query(
      `insert into perenne.organisation (id, space_id, visibility, kind, short_name, country)
       select id, $1, visibility, 'local-government', short, 'BR' from made`,
      [spaceId],
    )
  else {
    await owner.query(
      `insert into perenne.space (id, kind, parent_id, slug, visibility)
       select id, 'territory', $1, 'territory-' || left(id::text, 8) || '-' || n, visibility from made`,
      [spaceId],
    )
    await owner.query(
      `insert into perenne.territory (id, visibility, country, region, government)
       select id, visibility, 'BR', 'latin-america', 'municipality' from made`,
    )
  }
  await owner.query(
    `insert into perenne.translation (record_table, record_id, field, language, body, state, source_hash)
     select $1, m.id, 'name', ($2::text[])[name.n], name.body, case name.n when 1 then 'source' else 'reviewed' end,
       case when name.n > 1 then 'other' end
     from made m, jsonb_array_elements_text(m.names) with ordinality as name (body, n)`,
    [kind === 'organisation' ? 'organisation' : 'space', languages],
  )
  const { rows: made } = await owner.query<{ id: string }>('select id from made order by n')
  await owner.query('commit')
  await owner.query('analyze perenne.translation, perenne.organisation, perenne.territory')
  return made.map(({ id }) => id)
}

const installation = '00000000-0000-4000-8000-000000000001'
const how = { locale: 'en', most: 12 } as const
const said = (found: readonly (readonly { id: string; name: string; likeness: number }[])[]) =>
  found.map(each => each.map(({ id, name, likeness }) => [name, id, Math.round(likeness * 1e6)]))

// Few pieces, so that many names resemble each other, with signs of the pattern language and of nothing.
const piece = fc.constantFrom(
  ...[
    'São',
    'Jose',
    'José',
    'Rio',
    'Río',
    'Claro',
    'Mairie',
    'de',
    "d'Évry",
    'Prefeitura',
    'Preféitura',
    'Ñuñoa',
    'Nova',
  ],
  ...[
    'Œuvre',
    'STRASSE',
    'straße',
    '100%',
    'a_b',
    'C\\D',
    '–',
    '东京',
    'Saint-Étienne',
    'banana',
    'bananana',
    'Municipal',
  ],
)
const name = fc.array(piece, { minLength: 1, maxLength: 5 }).map(pieces => pieces.join(' '))
const typed = fc.oneof(
  name,
  name.chain(words =>
    fc.tuple(fc.nat(words.length), fc.nat(6)).map(([from, length]) => words.slice(from, from + length + 1)),
  ),
  name.chain(words => fc.nat(words.length).map(at => words.slice(0, at) + words.slice(at + 1))),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map(words => words.toWellFormed().replaceAll('\0', '')),
  fc.constantFrom('%', '__', '\\', '\\%', 'sa', 'ão', '%%', "'; --", '-', '  '),
)
const named = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 3 }),
  short: fc.option(fc.constantFrom('CUF', 'Rio', 'SJC', 'x%'), { nil: null }),
  visibility: fc.constantFrom<Visibility>(2, 2, 2, 1, 0),
})

async function sameAsNaively(
  kind: SuggestionKind,
  seminar: TestSeminar,
  ask: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
) {
  await fc.assert(
    fc.asyncProperty(
      fc.array(typed, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(1, 3, 12),
      async (words, most) => {
        const [ours, naive] = await ask(async tx => [
          await resemblingEach(tx, kind, seminar.id, words, { ...how, most }),
          await naivelyResembling(tx, kind, seminar.id, words, { ...how, most }),
        ])
        expect(said(ours)).toEqual(said(naive))
      },
    ),
    { numRuns: 60 },
  )
}

test('what is found by the index is what comparing every name finds, for the public and for an organiser', async () => {
  const seminar = await makeSeminar(house)
  const other = await makeSeminar(house)
  const { personId } = await signedIn(house, 'organiser', seminar.network, 'network')
  const some = (seed: number) => fc.sample(named, { numRuns: 100, seed })
  for (const [index, space] of [seminar.id, seminar.network, other.network].entries())
    await write('organisation', space, some(index))
  await write('territory', installation, some(3))
  for (const kind of ['organisation', 'territory'] as const) {
    await sameAsNaively(kind, seminar, work => asPublic(house.db, work))
    await sameAsNaively(kind, seminar, work => as(house.db, person(personId), work))
  }
}, 120_000)

/** Rows of the tables of names that a transaction has read until now. */
async function rowsRead(tx: Tx): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
    from pg_stat_xact_user_tables where schemaname = 'perenne' and relname in ('translation', 'organisation')`.execute(
    tx,
  )
  return rows[0]?.rows ?? 0
}

test('among 5,000 organisations few are looked at, and without the index all of them', async () => {
  const seminar = await makeSeminar(house)
  const cities = ['São José', 'Río Negro', 'Évreux', 'Montevideo', 'Belém', 'Köln', 'Ñuñoa', 'Saint-Étienne', 'Cuenca']
  const sides = ['do Norte', 'del Sur', 'la Forêt', 'Nova', 'Vieja']
  const place = (n: number) => `${cities[n % cities.length]} ${sides[n % sides.length]} ${(n * 7919).toString(36)}`
  const names = 10_000
  await write(
    'organisation',
    seminar.network,
    Array.from({ length: names / 2 }, (_, n) => ({ names: [`Mairie de ${place(n)}`, `Ayuntamiento de ${place(n)}`] })),
  )
  const read = (find: typeof resemblingEach | typeof naivelyResembling, words: string) =>
    asPublic(house.db, async tx => {
      // As an installation plans it: for these words, not for any.
      await sql`set local plan_cache_mode = auto`.execute(tx)
      const before = await rowsRead(tx)
      const found = await find(tx, 'organisation', seminar.id, [words], how)
      return { rows: (await rowsRead(tx)) - before, found: found[0]?.length }
    })
  for (const [words, found, most] of [
    ['ayuntamiento de rio negro del sur', 12, names / 4],
    ['sao jose', 12, names],
    ['montevideu', 12, names],
    ['zzzzzz', 0, 100],
  ] as const) {
    const ours = await read(resemblingEach, words)
    expect([words, ours.found]).toEqual([words, found])
    expect(ours.rows).toBeLessThan(most)
    expect((await read(naivelyResembling, words)).rows).toBeGreaterThan(names)
  }
})

test('nobody learns of a name that is not public: not by the function itself, in whatever role, nor by what it leaves out', async () => {
  const seminar = await makeSeminar(house)
  const hidden = await makeSeminar(house, { visibility: 0 })
  const names = (count: number, visibility: Visibility) =>
    Array.from({ length: count }, (_, n) => ({ names: [`Hidden council of Larkfield ${n}`], short: 'HCL', visibility }))
  await write('organisation', seminar.id, [...names(20, 0), ...names(20, 1)])
  await write('organisation', hidden.id, names(20, 0))
  await write('territory', installation, [...names(20, 0), ...names(20, 1)])
  const [open] = await write('organisation', seminar.id, [{ names: ['Council of Larkfeld'] }])
  const organiser = await signedIn(house, 'organiser', seminar.id)
  const evaluator = await signedIn(house, 'evaluator', seminar.id)
  const call = (kind: SuggestionKind, words: string) => (tx: Tx) =>
    sql<{ id: string; likeness: number }>`
      select * from perenne.names_resembling(${kind}, ${[seminar.id, hidden.id, seminar.network]}::uuid[], ${words}, 12)`
      .execute(tx)
      .then(({ rows }) => rows.map(({ id }) => id))
  const everybody: (<T>(work: (tx: Tx) => Promise<T>) => Promise<T>)[] = [
    work => asPublic(house.db, work),
    ...[organiser, evaluator].map(
      ({ personId }) =>
        <T>(work: (tx: Tx) => Promise<T>) =>
          as(house.db, person(personId) as Actor, work),
    ),
  ]
  for (const ask of everybody) {
    // Names that resemble it better are not public: they neither show nor take the places of those that are.
    expect(await ask(call('organisation', 'hidden council of larkfield'))).toEqual([open])
    expect(await ask(call('organisation', 'HCL'))).toEqual([])
    expect(await ask(call('territory', 'hidden council of larkfield'))).toEqual([])
  }
  // What becomes internal is not found a moment longer.
  await query(house, 'update perenne.organisation set visibility = 0 where id = $1', [open])
  expect(await asPublic(house.db, call('organisation', 'council of larkfeld'))).toEqual([])
  await expect(asPublic(house.db, call('person' as SuggestionKind, 'ana'))).rejects.toThrow('no names of person')
})

test('without an actor nothing is found', async () => {
  const seminar = await makeSeminar(house)
  await write('organisation', seminar.id, [{ names: ['Council of Larkfield'] }])
  const { rows } = await sql`
    select * from perenne.names_resembling('organisation', ${[seminar.id]}::uuid[], 'council', 12)`.execute(house.db)
  expect(rows).toEqual([])
})
