import { afterAll, beforeAll, expect, test } from 'vitest'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { openWorld, outcome, type Row, type World } from './support.ts'
import { fillBothSides } from './two-seminars.ts'

// Every foreign key between tables whose rows lie in a space, as the catalogue has them: whoever edits a space tries to point a
// row of it at what lies in another one, a new row and one that is there. Each is refused, or stands in one of these two lists.

/** What may name something of another space, and why. */
const mayNameAnother: Record<string, string> = {
  'organisation territory_id': 'a territory is a place: an organisation may be the local government of any',
  'quota territory_id': 'places are held for the people of any territory',
  'territory successor_id': 'a territory says into which other one it was merged, on its own page',
}
/** What nobody adds or changes so who edits a space, not even within it: these are refused whatever they point to, and why. */
const notByEditors: Record<string, string> = {
  'network_member member_id, added': 'who belongs to a network is said by those who administer both',
  'network_member member_id, changed': 'the same',
  'network_member space_id, added': 'the same',
  'network_member space_id, changed': 'the same',
  'noted_act space_id, added': 'written by the database',
  'noted_act space_id, changed': 'written by the database',
  'programme_person organisation_id, added': 'written with its person, by write_programme_person',
  'programme_person seminar_id, added': 'written with its person, by write_programme_person',
  'programme_version seminar_id, changed': 'what was released does not change',
  'programme_version_language version_id, changed': 'what was released does not change',
  'seminar id, added': 'there is one for each space of a seminar',
  'seminar network_id, added': 'there is one for each space of a seminar',
  'share_name share_id, added': 'written by name_share',
  'share_name share_id, changed': 'written by name_share',
  'share_name space_id, added': 'written by name_share',
  'share_name space_id, changed': 'written by name_share',
}

type Key = { child: string; columns: string[]; parent: string; parentColumns: string[] }
let house: TestHouse
let world: World
let keys: Key[]
let generated: Record<string, string[]>
let own: string[]
let foreign: string[]

beforeAll(async () => {
  house = await openTestHouse(rooms)
  world = await openWorld(0, house.database)
  const { space, person, sql, one } = world
  // Somebody who may do all that may be done in the own ones, short of administering.
  person.editor = await one(
    `insert into perenne.person (given_name, email, language, has_account) values ('E', 'editor@example.org', 'fr', true) returning id`,
  )
  for (const [role, kind, where] of [
    ['territory_editor', 'territory', 'here'],
    ['organiser', 'network', 'net'],
  ])
    await sql(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, $2, $3, $4, 'test')`,
      [person.editor, role, space[where as string], kind],
    )
  await fillBothSides(house, world)
  own = ['net', 'here', 'here-seminar'].map(slug => space[slug] as string)
  foreign = ['there', 'far', 'there-seminar'].map(slug => space[slug] as string)
  keys = (await sql(
    `select child.relname as child, parent.relname as parent,
       (select array_agg(a.attname::text order by k.place) from unnest(c.conkey) with ordinality k (number, place)
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as columns,
       (select array_agg(a.attname::text order by k.place) from unnest(c.confkey) with ordinality k (number, place)
         join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as "parentColumns"
     from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
     where c.contype = 'f' and c.connamespace = 'perenne'::regnamespace
       and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'space_id')
       and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'space_id')
     order by 1, c.conname`,
  )) as Key[]
  const columns = await sql(
    `select c.relname as table, array_agg(a.attname::text) as names from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'perenne'::regnamespace and (a.attgenerated <> '' or a.attidentity <> '') group by 1`,
  )
  generated = Object.fromEntries(columns.map(row => [row.table, row.names as string[]]))
}, 120_000)
afterAll(async () => {
  await world.close()
  await house.close()
})

const nameOf = ({ child, columns }: Key) => `${child} ${columns.join(', ')}`
async function rowIn(table: string, spaces: readonly unknown[], but: unknown = null): Promise<Row | undefined> {
  const { rows } = await world.database.owner.query(
    `select to_jsonb(t) as row from perenne.${table} t where t.space_id = any ($1) and ($2::text is null or to_jsonb(t) ->> 'id' is distinct from $2)
     order by array_position($1, t.space_id) limit 1`,
    [spaces, but],
  )
  return rows[0]?.row
}
const pointedAt = ({ columns, parentColumns }: Key, parent: Row): Row =>
  Object.fromEntries(columns.map((name, place) => [name, parent[parentColumns[place] as string]]))
const pointsNow = ({ columns }: Key, row: Row): Row => Object.fromEntries(columns.map(name => [name, row[name]]))

// Where one of two is named, the other is not.
const instead: Record<string, Row> = {
  'responsibility activity_id': { relationship_id: null },
  'responsibility relationship_id': { activity_id: null },
}
// What would be there twice.
const apart: Record<string, Row> = {
  consent: { key: 'autre' },
  mail_draft_attachment: { number: 9 },
  programme_day: { held_on: '2018-07-09' },
  programme_room: { key: 'autre' },
  programme_version: { number: 99, slug: 'autre' },
  programme_version_language: { language: 'xx' },
  question: { key: 'autre' },
  question_option: { key: 'autre' },
  quota: { key: 'autre' },
  slot: { key: 'autre' },
  space: { slug: 'autre' },
}
const whichIs = (row: Row) => JSON.stringify('id' in row ? { id: row.id } : row)
const written = (key: Key, at: Row): Row => ({ ...apart[key.child], ...instead[nameOf(key)], ...at })

/** As somebody who edits; what would stand in the way of an answer is removed first. */
function editing(key: Key, row: Row, at: Row, isNew: boolean, work: (app: World['app']) => Promise<string>) {
  const { app } = world
  return world.asking('job', async () => {
    const inTheWay = isNew ? [whichIs(row)] : []
    if (JSON.stringify(at) !== JSON.stringify(pointsNow(key, row)) && !key.columns.includes('id'))
      inTheWay.push(JSON.stringify(at))
    for (const one of inTheWay) {
      await app.query('savepoint before')
      const gone = await outcome(app, `delete from perenne.${key.child} t where to_jsonb(t) @> $1`, [one])
      if (!gone.startsWith('done')) await app.query('rollback to savepoint before')
      await app.query('release savepoint before')
    }
    await app.query('select perenne.as_actor($1, $2)', ['person', world.person.editor])
    return work(app)
  })
}
/** A new row like this one. */
const adding = (key: Key, row: Row, at: Row): Promise<string> =>
  editing(key, row, at, true, async app => {
    const values: Row = { ...row, ...written(key, at) }
    if ('id' in row && !key.columns.includes('id') && !['territory', 'seminar'].includes(key.child))
      values.id = crypto.randomUUID()
    if (key.child === 'contact')
      values.person_id = (
        await app.query(`select perenne.write_contact_person($1, null, 'Une', 'Amie', null, null, 'fr') as id`, [
          row.space_id,
        ])
      ).rows[0].id
    for (const name of generated[key.child] ?? []) delete values[name]
    const names = Object.keys(values).join(', ')
    return outcome(
      app,
      `insert into perenne.${key.child} (${names}) select ${names} from jsonb_populate_record(null::perenne.${key.child}, $1)`,
      [JSON.stringify(values)],
    )
  })
const changing = (key: Key, row: Row, at: Row): Promise<string> =>
  editing(key, row, at, false, app => {
    const values = written(key, at)
    const names = Object.keys(values)
    return outcome(
      app,
      `update perenne.${key.child} t set (${names.join(', ')}) = (select ${names.map(name => `r.${name}`).join(', ')}
         from jsonb_populate_record(null::perenne.${key.child}, $1) r)
       where to_jsonb(t) @> $2`,
      [JSON.stringify(values), whichIs(row)],
    )
  })

test('there is a row of each table on both sides', async () => {
  const lacking = new Set<string>()
  for (const { child, parent } of keys) {
    if (!(await rowIn(child, own))) lacking.add(`own ${child}`)
    if (!(await rowIn(parent, foreign))) lacking.add(`foreign ${parent}`)
  }
  expect([...lacking]).toEqual([])
  expect(keys.length).toBeGreaterThan(115)
})

test('no key leads out of the space of its row', async () => {
  const refused = ['42501', '23503', 'done 0']
  const open: string[] = []
  const unproven: string[] = []
  for (const key of keys) {
    const row = (await rowIn(key.child, key.child === 'space' ? [world.space['here-seminar']] : own)) as Row
    const now = pointsNow(key, row)
    const sibling = key.parent === 'space' ? undefined : await rowIn(key.parent, [row.space_id], Object.values(now)[0])
    const home = sibling && sibling.id !== row.id ? pointedAt(key, sibling) : now
    const elsewhere = row.space_kind === 'network' || key.child === 'space' ? [world.space.far] : foreign
    const away = pointedAt(key, (await rowIn(key.parent, elsewhere)) as Row)
    for (const [way, trying] of [
      ['added', adding],
      ['changed', changing],
    ] as const) {
      const there = await trying(key, row, away)
      if (!refused.includes(there)) open.push(`${nameOf(key)}, ${way}: ${there}`)
      if ((await trying(key, row, home)) !== 'done 1') unproven.push(`${nameOf(key)}, ${way}`)
    }
  }
  expect(open).toEqual(
    Object.keys(mayNameAnother).flatMap(name => [`${name}, added: done 1`, `${name}, changed: done 1`]),
  )
  expect(unproven).toEqual(Object.keys(notByEditors))
}, 120_000)
