import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../../../source/ground/database/migrate.ts'

// A database that was there before migration 0026, with what it let happen: a confidential note that colleagues had shown to
// others, shares that a right had outlived, names that an import kept of people who had been taken out of the contacts.

const name = `t_${randomUUID().replaceAll('-', '')}`
const at = (user: string, database: string) => ({ host: inject('socketFolder'), port: inject('port'), user, database })
let root: pg.Client
let owner: pg.Client
const id: Record<string, string> = {}
const query = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
const make = async (what: string, text: string, values: unknown[] = []) => {
  id[what] = (await query(`${text} returning id`, values))[0].id
}

beforeAll(async () => {
  root = new pg.Client(at('postgres', 'postgres'))
  await root.connect()
  await root.query(`create database ${name} owner perenne_owner`)
  owner = new pg.Client(at('perenne_owner', name))
  await owner.connect()
  await migrate(owner, 25)
  await make('here', `insert into perenne.space (kind, slug) values ('territory', 'here')`)
  for (const who of ['author', 'colleague', 'guest', 'former'])
    await make(
      who,
      `insert into perenne.person (given_name, email, language, has_account) values ($1, $1 || '@ville.example', 'fr', true)`,
      [who],
    )
  const note = (what: string, confidential: boolean) =>
    make(
      what,
      `insert into perenne.note (space_id, kind, body, language, written_by, confidential) values ($1, 'fact', 'x', 'fr', $2, $3)`,
      [id.here, id.author, confidential],
    )
  await note('secret', true)
  await note('open', false)
  const share = (what: string, record: string, to: string, by: string | null) =>
    make(
      what,
      `insert into perenne.share (space_id, record_table, record_id, person_id, shared_by, ends_at)
       values ($1, 'note', $2, $3, $4, perenne.now() + interval '1 year')`,
      [id.here, id[record], id[to], by === null ? null : id[by]],
    )
  await share('by the author', 'secret', 'guest', 'author')
  await share('by a colleague', 'secret', 'guest', 'colleague')
  await share('by nobody known', 'secret', 'guest', null)
  await share('of an open note', 'open', 'guest', 'colleague')
  // Somebody whose right ended after the share; to themself, while theirs lasts.
  await query(
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
     values ($1, 'territory_editor', $3, 'territory', 'r'), ($2, 'territory_editor', $3, 'territory', 'r')`,
    [id.former, id.colleague, id.here],
  )
  await share('outlived', 'open', 'former', 'former')
  await share('to oneself', 'open', 'colleague', 'colleague')
  await query(`update perenne.access_right set ends_at = perenne.now() where person_id = $1`, [id.former])
  await share('made after', 'open', 'former', 'colleague')

  await make(
    'batch',
    `insert into perenne.import_batch (space_id, name, sha256, kind, way, created) values ($1, 'x.csv', repeat('a', 64), 'contacts', 'both', 1)`,
    [id.here],
  )
  const contact = async (what: string, names: [string | null, string | null], office: boolean, languages = '{}') => {
    await make(
      `person ${what}`,
      `insert into perenne.person (given_name, email, language) values ($1, $2, 'fr')`,
      names,
    )
    await make(
      what,
      'insert into perenne.contact (space_id, person_id, public_office, languages) values ($1, $2, $3, $4)',
      [id.here, id[`person ${what}`], office, languages],
    )
    await make(
      `kept of ${what}`,
      `insert into perenne.import_person (batch_id, contact_id, person_id, sealed, space_id) values ($1, $2, $3, 'x', $4)`,
      [id.batch, id[what], id[`person ${what}`], id.here],
    )
  }
  await contact('emptied', [null, null], false)
  await contact('emptied of an office', ['Paul', null], true)
  await contact('known', ['Rosa', 'rosa@ville.example'], false)
  await contact('known without an address', ['Olga', null], false)
  await contact('of an office', ['Nora', null], true, '{fr}')
  await migrate(owner)
})
afterAll(async () => {
  await owner.end()
  await root.query(`drop database ${name} with (force)`)
  await root.end()
})

test('what has outlived its right or its openness is ended; what those who may had chosen stands', async () => {
  const live = (await query('select id from perenne.share where ends_at > perenne.now()')).map(row => row.id)
  const named = Object.keys(id).filter(what => live.includes(id[what]))
  expect(named).toEqual(['by the author', 'of an open note', 'to oneself', 'made after'])
  // Ended is a change like any other: history has it.
  expect(
    await query(`select count(*)::int as n from perenne.record_version where record_id = $1`, [id['by a colleague']]),
  ).toEqual([{ n: 2 }])
})

test('one with oneself ends with the right that it had stood beside', async () => {
  await query('update perenne.access_right set ends_at = perenne.now() where person_id = $1', [id.colleague])
  expect(
    await query('select ends_at <= perenne.now() as over from perenne.share where id = $1', [id['to oneself']]),
  ).toEqual([{ over: true }])
})

test('what imports kept of whoever was taken out of the contacts is gone, and nothing else', async () => {
  const kept = (await query('select id from perenne.import_person')).map(row => row.id)
  expect(Object.keys(id).filter(what => kept.includes(id[what]))).toEqual([
    'kept of known',
    'kept of known without an address',
    'kept of of an office',
  ])
})
