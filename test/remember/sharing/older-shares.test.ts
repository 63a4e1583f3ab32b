import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../../../source/ground/database/migrate.ts'

// A database that was there before migration 0016: shares that nobody had to name. Those inside are given what they know by a
// right of their own, and never what an account is called.

const name = `t_${randomUUID().replaceAll('-', '')}`
const at = (user: string, database: string) => ({ host: inject('socketFolder'), port: inject('port'), user, database })
let root: pg.Client
let owner: pg.Client
const id: Record<string, string> = {}

async function asActor(kind: string, actor: string, work: () => Promise<unknown>) {
  await owner.query('begin')
  await owner.query('select perenne.as_actor($1, $2)', [kind, actor])
  await work()
  await owner.query('commit')
}

beforeAll(async () => {
  root = new pg.Client(at('postgres', 'postgres'))
  await root.connect()
  await root.query(`create database ${name} owner perenne_owner`)
  owner = new pg.Client(at('perenne_owner', name))
  await owner.connect()
  await migrate(owner, 15)
  const make = async (what: string, text: string, values: unknown[] = []) => {
    id[what] = (await owner.query(`${text} returning id`, values)).rows[0].id
  }
  for (const space of ['here', 'elsewhere'])
    await make(space, `insert into perenne.space (kind, slug) values ('territory', $1)`, [space])
  await make(
    'relationship',
    `insert into perenne.relationship (space_id, kind, during) values ($1, 'twinning', '2000/..')`,
    [id.here],
  )
  const account = (who: string, family: string) =>
    make(
      who,
      `insert into perenne.person (given_name, family_name, email, language, has_account) values ('Compte', $1, $2, 'es', true)`,
      [family, `${who}@ville.example`],
    )
  const contact = async (who: string, space: string, given: string | null, family: string | null) => {
    await make(
      `contact of ${who}`,
      `insert into perenne.person (given_name, family_name, email, language) values ($1, $2, $3, 'es')`,
      [given, family, `${who.toUpperCase()}@ville.example`],
    )
    await owner.query(`insert into perenne.contact (space_id, person_id) values ($1, $2)`, [
      id[space],
      id[`contact of ${who}`],
    ])
  }
  const share = (who: string, until = '1 year') =>
    make(
      `share of ${who}`,
      `insert into perenne.share (space_id, record_table, record_id, person_id, reason, ends_at)
       values ($1, 'relationship', $2, $3, 'r', perenne.now() + $4::interval)`,
      [id.here, id.relationship, id[who], until],
    )
  for (const who of ['known', 'half', 'author', 'secret', 'stranger', 'foreign', 'erased', 'ended'])
    await account(who, `Caché-${who}`)
  await contact('known', 'here', 'Rosa', 'Vera')
  await contact('half', 'here', null, 'Vera')
  // Known to another office: that is no right of this one.
  await contact('foreign', 'elsewhere', 'Rosa', 'Ajena')
  // Somebody who wrote here, and somebody who wrote nothing here but a confidential note.
  for (const [who, what] of [
    [
      'author',
      `insert into perenne.interaction (space_id, kind, during, title, language) values ($1, 'call', '2018', 'Appel', 'fr')`,
    ],
    [
      'secret',
      `insert into perenne.note (space_id, kind, body, language, confidential, written_by) values ($1, 'context', 'Note', 'fr', true, $2)`,
    ],
  ] as const) {
    await asActor('person', id[who] ?? '', () =>
      owner.query(what, what.includes('$2') ? [id.here, id[who]] : [id.here]),
    )
  }
  for (const who of ['known', 'half', 'author', 'secret', 'stranger', 'foreign', 'erased']) await share(who)
  await share('ended', '1 millisecond')
  await owner.query('select pg_sleep(0.01)')
  await owner.query(
    `update perenne.person set given_name = null, family_name = null, email = null, has_account = false, erased_at = perenne.now() where id = $1`,
    [id.erased],
  )
  await migrate(owner, 23)
  // One that was made since has its typed name, which stays.
  await account('typed', 'Caché-typed')
  await share('typed')
  await asActor('job', 'test', () =>
    owner.query(`select perenne.name_share($1, 'Madame', 'Typée')`, [id['share of typed']]),
  )
  await migrate(owner)
})
afterAll(async () => {
  await owner.end()
  await root.query(`drop database ${name} with (force)`)
  await root.end()
})

const named = async (who: string) => {
  const { rows } = await owner.query(
    `select concat_ws(' ', p.given_name, p.family_name) as name, p.has_account, p.email, n.person_id, n.space_id
     from perenne.share_name n join perenne.person p on p.id = n.person_id where n.share_id = $1`,
    [id[`share of ${who}`]],
  )
  return rows[0] ?? null
}

test.each([
  ['a contact of the memory, by its address', 'known', 'Rosa Vera'],
  ['a contact of whom the family name alone is known', 'half', 'Vera'],
  ['somebody who wrote there', 'author', 'Compte Caché-author'],
  ['somebody who wrote a confidential note alone', 'secret', 'secret@ville.example'],
  ['somebody whom the memory does not know', 'stranger', 'stranger@ville.example'],
  ['somebody whom another memory knows', 'foreign', 'foreign@ville.example'],
  ['somebody who was named since', 'typed', 'Madame Typée'],
])('%s', async (_, who, name) => {
  const row = await named(who)
  expect(row).toMatchObject({ name, has_account: false, email: null, space_id: id.here })
  // Never the row of the account, nor that of the contact: what is renamed there is not told here.
  expect([id[who], id[`contact of ${who}`]]).not.toContain(row.person_id)
})

test('neither an erased person nor a share that is over is named', async () => {
  expect(await named('erased')).toBeNull()
  expect(await named('ended')).toBeNull()
})

test('a name that was given goes with the erasure of its person', async () => {
  const { person_id } = await named('stranger')
  await owner.query(
    `update perenne.person set given_name = null, family_name = null, email = null, has_account = false, erased_at = perenne.now() where id = $1`,
    [id.stranger],
  )
  expect(await named('stranger')).toBeNull()
  expect((await owner.query('select given_name from perenne.person where id = $1', [person_id])).rows).toEqual([
    { given_name: null },
  ])
})
