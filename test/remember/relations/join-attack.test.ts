import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeRelationshipsApart } from '#remember/relations/acts/take-apart.ts'
import { type Actor, anonymous, as, asPublic, job, person } from '../../../source/ground/database/actor.ts'
import { somebody } from '../actors/support.ts'
import { joinNow, rowsOf, withAll } from './join-support.ts'
import { make, openRelations, organisation, type Scene } from './support.ts'

// Joining shows nobody anything that they did not see: asked with plain SQL under the application's own login, for every circle of
// the two and of their parts, before and after, by those who stand outside and by those to whom one of the two is shown.

let scene: Scene
let neighbour: string
const sql_ = (text: string, values: unknown[] = []) => rowsOf(scene, text, values)
beforeAll(async () => {
  scene = await openRelations()
  const { house, here, there } = scene
  // Both territories belong to one network: who edits there reads what is for the network here.
  const net = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({ kind: 'network', slug: 'net', parent_id: '00000000-0000-4000-8000-000000000001', visibility: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
  for (const member of [here.space, there.space])
    await sql_('insert into perenne.network_member (space_id, member_id) values ($1, $2)', [net, member])
  neighbour = there.editor.id
})
afterAll(() => scene.house.close())

const tables = [
  'relationship',
  'relationship_party',
  'agreement',
  'agreement_event',
  'fee',
  'network_seat',
  'responsibility',
  'activity',
  'commitment',
  'interaction',
  'note',
  'organisation',
  'relationship_join',
]

/** All that an actor sees of a memory: which rows, and every line of words in texts, in search and in history. */
async function seenBy(who: Actor | null, space: string): Promise<Set<string>> {
  const { db } = scene.house
  const all = tables
    .map(
      table =>
        `select '${table} ' || id from perenne.${table} where ${table === 'organisation' ? 'true or ' : ''}space_id = '${space}'`,
    )
    .filter(text => who !== null || !text.includes('relationship_join'))
  const words = [
    `select unnest(string_to_array(body, E'\\n')) from perenne.translation where space_id = '${space}'`,
    `select unnest(string_to_array(title || E'\\n' || body, E'\\n')) from perenne.search_entry where space_id = '${space}'`,
    `select unnest(string_to_array(doc ->> 'body', E'\\n')) from perenne.record_version
     where space_id = '${space}' and record_table in ('translation', 'note')`,
    `select record_table || ' ' || record_id from perenne.record_version where space_id = '${space}' and record_table <> 'translation'`,
  ]
  const ask = async (tx: Parameters<Parameters<typeof as>[2]>[0]) => {
    const { rows } = await sql
      .raw<{ seen: string | null }>(
        `select distinct seen from (${[...all, ...words].map(text => `(${text})`).join(' union all ')}) as x (seen)`,
      )
      .execute(tx)
    return new Set(rows.map(row => row.seen ?? ''))
  }
  return who === null ? asPublic(db, ask) : as(db, who, ask)
}

/** A pair of whose circles the first is `one`, the second `other`; half of the parts of each are for those inside alone. */
async function pairOf(one: 0 | 1 | 2, other: 0 | 1 | 2) {
  const { house, here } = scene
  const made = []
  for (const [name, visibility, kept] of [
    ['un', one, '0'],
    ['deux', other, '1'],
  ] as const) {
    const own = await withAll(
      scene,
      here,
      `Paire ${one}${other} ${name}`,
      {
        visibility: String(visibility),
        'reason-fr': `Raison ${one}${other} ${name}`,
        'reason-at-most': kept,
        'narrative-fr': `Récit ${one}${other} ${name}`,
        'sensitivity-fr': `Prudence ${one}${other} ${name}`,
      },
      { year: name === 'un' ? '2001' : '2002' },
    )
    await make(
      scene,
      here,
      'agreement',
      { 'title-fr': `Secret ${name}`, kind: 'letter', renewal: 'none', atMost: '0' },
      own.id,
    )
    const quiet = await organisation(house, here.space, `Ville ${one}${other} ${name}`, visibility === 2 ? 0 : 2)
    await make(scene, here, 'party', { organisation: quiet, role: 'donor', atMost: kept }, own.id)
    await sql_('update perenne.responsibility set visibility = $2 where id = $1', [own.duty, visibility])
    made.push(own)
  }
  const [first, second] = made
  if (!first || !second) throw new Error('no pair')
  return { one: first.id, other: second.id }
}

const share = (record: string, to: string, until: string) =>
  sql_(
    `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'relationship', $2, $3, $4)`,
    [scene.here.space, record, to, until],
  )
const endOf = async (record: string, to: string) =>
  (
    await sql_(
      `select ends_at at time zone 'UTC' as ends, ends_at > perenne.now() as live from perenne.share where record_id = $1 and person_id = $2`,
      [record, to],
    )
  )[0]

const circles = [0, 1, 2] as const
test.each(circles.flatMap(one => circles.map(other => [one, other] as const)))(
  'circles %i and %i: nobody sees more, joined or taken apart again',
  async (one, other) => {
    const { house, here, there } = scene
    const pair = await pairOf(one, other)
    const guests: Record<string, string> = {}
    for (const name of ['of the one', 'of the other', 'of both'])
      guests[name] = (await somebody(house, 'territory_reader', there.space)).id
    await share(pair.one, guests['of the one'] ?? '', '2027-01-01')
    await share(pair.other, guests['of the other'] ?? '', '2027-01-01')
    await share(pair.one, guests['of both'] ?? '', '2027-01-01')
    await share(pair.other, guests['of both'] ?? '', '2026-06-01')
    const askers: Record<string, Actor | null> = {
      public: null,
      anonymous,
      neighbour: person(neighbour),
      ...Object.fromEntries(Object.entries(guests).map(([name, id]) => [name, person(id)])),
    }
    const before: Record<string, Set<string>> = {}
    for (const [name, who] of Object.entries(askers)) before[name] = await seenBy(who, here.space)
    const stays = one > other ? 'one' : 'other'
    const choices = { reason: 'both', narrative: stays === 'one' ? 'other' : 'one', sensitivity: 'both' } as const
    expect(await joinNow(scene, here, pair, { stays, choices })).toBe('joined')

    const more = async () => {
      const found: string[] = []
      for (const [name, who] of Object.entries(askers))
        for (const seen of await seenBy(who, here.space)) if (!before[name]?.has(seen)) found.push(`${name}: ${seen}`)
      return found
    }
    expect(await more()).toEqual([])
    const gone = stays === 'one' ? pair.other : pair.one
    // Whoever was shown both goes on until the earlier day; who was shown one sees it no longer.
    expect((await endOf(pair[stays], guests['of both'] ?? '')).ends.toISOString()).toContain('2026-06-01')
    for (const name of ['of the one', 'of the other'])
      expect((await endOf(pair[stays], guests[name] ?? ''))?.live ?? false).toBe(false)
    const [joined] = await sql_('select visibility from perenne.relationship where id = $1', [pair[stays]])
    expect(joined.visibility).toBe(Math.min(one, other))

    await takeRelationshipsApart(house, person(here.editor.id), {
      space: here.space,
      gone,
      once: { key: null, location: '/' },
    })
    expect(await more()).toEqual([])
  },
)

test('the same walk finds what a join without circles would open', async () => {
  const { house, here } = scene
  const pair = await pairOf(0, 2)
  const before = await seenBy(anonymous, here.space)
  // What a careless join does: it hangs the parts of the one on the other.
  await as(house.db, person(here.editor.id), tx =>
    sql`update agreement set relationship_id = ${pair.other} where relationship_id = ${pair.one}`.execute(tx),
  )
  const after = [...(await seenBy(anonymous, here.space))].filter(seen => !before.has(seen))
  expect(after.some(seen => seen.startsWith('agreement '))).toBe(true)
})
