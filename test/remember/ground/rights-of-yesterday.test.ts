import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../../../source/ground/database/migrate.ts'

// A database that was there before migration 0015: what was removed from it is mended too.

const name = `t_${randomUUID().replaceAll('-', '')}`
const at = (user: string, database: string) => ({ host: inject('socketFolder'), port: inject('port'), user, database })
let root: pg.Client
let owner: pg.Client
const id: Record<string, string> = {}

beforeAll(async () => {
  root = new pg.Client(at('postgres', 'postgres'))
  await root.connect()
  await root.query(`create database ${name} owner perenne_owner`)
  owner = new pg.Client(at('perenne_owner', name))
  await owner.connect()
  await migrate(owner, 14)
  const make = async (what: string, text: string, values: unknown[] = []) => {
    id[what] = (await owner.query(`${text} returning id`, values)).rows[0].id
  }
  const say = (what: string, table: string, field: string, body: string) =>
    make(
      `${what} ${field}`,
      `insert into perenne.translation (record_table, record_id, field, language, body, state) values ($1, $2, $3, 'fr', $4, 'source')`,
      [table, id[what], field, body],
    )
  await owner.query(`select perenne.as_actor('job', 'test')`)
  await make('space', `insert into perenne.space (kind, slug, visibility) values ('territory', 'here', 2)`)
  const relationship = async (what: string) => {
    await make(
      what,
      `insert into perenne.relationship (space_id, visibility, kind, during) values ($1, 2, 'twinning', '2000/..')`,
      [id.space],
    )
    await say(what, 'relationship', 'name', 'Jumelage')
    await say(what, 'relationship', 'reason', 'Pourquoi')
    await make(`${what} agreement`, `insert into perenne.agreement (relationship_id, kind) values ($1, 'letter')`, [
      id[what],
    ])
  }
  const remove = (table: string, what: string) => owner.query(`delete from perenne.${table} where id = $1`, [id[what]])
  for (const what of ['there', 'narrowed', 'gone']) await relationship(what)
  for (const what of ['there', 'narrowed']) {
    await remove('translation', `${what} reason`)
    await remove('agreement', `${what} agreement`)
  }
  await owner.query('update perenne.relationship set visibility = 0 where id = $1', [id.narrowed])
  await remove('relationship', 'gone')

  const contact = async (what: string, office: boolean) => {
    await make(`${what} person`, `insert into perenne.person (given_name, language) values ('Ada', 'fr')`)
    await make(
      what,
      `insert into perenne.contact (space_id, visibility, person_id, languages, public_office) values ($1, 2, $2, '{es}', $3)`,
      [id.space, id[`${what} person`], office],
    )
    await say(what, 'contact', 'role', 'Présidente')
  }
  await contact('known', true)
  await contact('emptied', false)
  await contact('elected', true)
  await contact('removed', false)
  await owner.query(`update perenne.contact set languages = '{}' where id = any ($1)`, [[id.emptied, id.elected]])
  await owner.query('update perenne.person set given_name = null where id = $1', [id['emptied person']])
  await remove('translation', 'emptied role')
  await remove('contact', 'removed')
  await migrate(owner)
})
afterAll(async () => {
  await owner.end()
  await root.query(`drop database ${name} with (force)`)
  await root.end()
})

const seen = async (what: string) =>
  (
    await owner.query('select distinct visibility from perenne.record_version where record_id = $1 order by 1', [
      id[what],
    ])
  ).rows.map(row => row.visibility)

test('what was removed is for those inside, the parts of what is there as the whole', async () => {
  expect(await seen('there')).toEqual([2])
  expect(await seen('there reason')).toEqual([2])
  expect(await seen('there agreement')).toEqual([0])
  for (const what of ['narrowed', 'gone'])
    for (const part of ['', ' name', ' reason', ' agreement'])
      expect([what, part, await seen(what + part)]).toEqual([what, part, [0]])
})

test('that a text is kept inside is told inside alone', async () => {
  const { rows } = await owner.query(
    `select distinct v.visibility, v.doc ->> 'visibility' as was, c.visibility as now
     from perenne.record_version v join perenne.field_circle c on c.id = v.record_id`,
  )
  expect(rows).toEqual([{ visibility: 0, was: '0', now: 0 }])
})

test('of whoever was taken out of the contacts nothing is left but the line', async () => {
  const told = async (what: string) =>
    JSON.stringify(
      (
        await owner.query(
          `select doc from perenne.record_version where record_id = $1 or doc ->> 'record_id' = $1::text`,
          [id[what]],
        )
      ).rows,
    )
  expect(await told('known')).toMatch(/"es".*Présidente|Présidente.*"es"/)
  expect(await told('emptied')).not.toMatch(/"es"|Présidente/)
  expect(await told('removed')).not.toMatch(/"es"|Présidente/)
  expect(await told('elected')).not.toContain('"es"')
  expect(await told('elected')).toContain('Présidente')
})
