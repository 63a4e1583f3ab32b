import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job, person } from '../../source/ground/database/actor.ts'
import { erasePerson, installationSpace } from '../../source/ground/people/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { giveRole, makePerson, makeSpace, peopleRoom, signedIn } from './support.ts'

let house: TestHouse
let admin: string
let ines: string
const traces = ['Inès', 'Quiroga-Xanthopoulos', 'ines.q@ville.example', '01 99 55 44 33']

beforeAll(async () => {
  house = await openTestHouse([peopleRoom])
  admin = await makePerson(house, 'admin@ville.example', ['Ada', 'Min'])
  await giveRole(house, admin, 'administrator', 'installation')
  const network = await makeSpace(house, 'network', 'net')
  ines = await makePerson(house, traces[2] ?? '', [traces[0] ?? '', traces[1] ?? ''])
  await giveRole(house, ines, 'organiser', 'network', network)
  // What she leaves behind by working here: an account, rights given, mails, sessions, history.
  const mine = await signedIn(house, ines)
  const account = {
    givenName: traces[0] ?? '',
    familyName: traces[1] ?? '',
    telephone: traces[3] ?? '',
    language: 'fr',
  }
  await house.send('/en/account', account, mine)
  await house.send('/en/sign-in', { email: traces[2] ?? '' })
  const given = { givenName: 'N', familyName: 'N', email: 'n@ville.example', language: 'en', role: 'translator' }
  const response = await house.send(
    '/en/administration/access/give',
    { ...given, space: network, endsOn: '', reason: 'translates' },
    mine,
  )
  expect(response.status).toBe(303)
  await as(house.db, job('test'), tx =>
    tx
      .insertInto('mail')
      .values({
        space_id: installationSpace,
        person_id: ines,
        template: 'sign-in',
        language: 'fr',
        state: 'waiting_retry',
        last_error: `450 <${traces[2]}> mailbox busy`,
      })
      .execute(),
  )
})
afterAll(() => house.close())

/** Every text and jsonb column of every table, whatever its schema, that holds one of the words. */
async function whereFound(words: readonly string[]): Promise<string[]> {
  const owner = house.database.owner
  const { rows } = await owner.query(`
    select c.table_schema as s, c.table_name as t, string_agg(format('coalesce(%I::text, '''')', c.column_name), ' || '' '' || ') as text
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
    group by 1, 2 order by 1, 2`)
  expect(rows.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const { s, t, text } of rows) {
    for (const word of words) {
      const hit = await owner.query(
        `select 1 from "${s}"."${t}" where position(lower($1) in lower(${text})) > 0 limit 1`,
        [word],
      )
      if (hit.rowCount) found.push(`${s}.${t}: ${word}`)
    }
  }
  return found
}

test('the administrators find persons by any part of name or address, accents aside', async () => {
  const me = await signedIn(house, admin)
  const find = async (name: string) =>
    (await house.ask(`/en/administration/people?name=${encodeURIComponent(name)}`, me)).text()
  for (const words of ['ines', 'xantho INÈS', 'ines.q@', 'quiroga'])
    expect(await find(words)).toContain('Quiroga-Xanthopoulos')
  for (const words of ['zzz', '%', '_', "o'x", '\\']) expect(await find(words)).not.toContain('Quiroga-Xanthopoulos')
})

test('only an administrator erases, with a reason, after a page that asks', async () => {
  const path = `/en/administration/people/${ines}/erase`
  expect((await house.send(path, { reason: 'x' }, await signedIn(house, ines))).status).toBe(403)
  await expect(erasePerson(house, person(ines), admin, 'x')).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(erasePerson(house, { kind: 'anonymous' }, ines, 'x')).rejects.toMatchObject({ kind: 'forbidden' })
  const me = await signedIn(house, admin)
  expect(await (await house.ask(path, me)).text()).toContain('Erase Inès Quiroga-Xanthopoulos?')
  expect((await house.send(path, { reason: '  ' }, me)).status).toBe(422)
  expect(await whereFound(traces)).not.toEqual([])
})

test('the last administrator is not erased', async () => {
  const me = await signedIn(house, admin)
  const response = await house.send(`/en/administration/people/${admin}/erase`, { reason: 'at their request' }, me)
  expect(response.status).toBe(409)
  expect(await whereFound(['admin@ville.example'])).toEqual(['perenne.person: admin@ville.example'])
})

test('an erased name is absent from every table, and opens nothing any more', async () => {
  const hers = await signedIn(house, ines)
  const me = await signedIn(house, admin)
  expect((await whereFound(traces)).length).toBeGreaterThanOrEqual(4)
  const response = await house.send(`/en/administration/people/${ines}/erase`, { reason: 'at their request' }, me)
  expect(response.status).toBe(303)
  expect(await whereFound(traces)).toEqual([])
  expect((await house.ask('/en/account', hers)).status).toBe(303)
  const left = await as(house.db, job('test'), async tx => ({
    sessions: await tx.selectFrom('session').selectAll().where('person_id', '=', ines).execute(),
    links: await tx.selectFrom('sign_in_link').selectAll().where('person_id', '=', ines).execute(),
    rights: await tx.selectFrom('access_right').selectAll().where('person_id', '=', ines).execute(),
    mails: await tx.selectFrom('mail').select('state').where('person_id', '=', ines).execute(),
  }))
  expect(left.sessions).toEqual([])
  expect(left.links).toEqual([])
  expect(left.rights.map(right => right.ends_at === null)).toEqual([false])
  expect(new Set(left.mails.map(mail => mail.state))).toEqual(new Set(['cancelled']))
  const list = await (await house.ask('/en/administration/access?when=ended', me)).text()
  expect(list).toContain('An erased person')
  expect((await house.ask(`/en/administration/people/${ines}/erase`, me)).status).toBe(404)
  // The address is free again, for somebody else.
  await makePerson(house, traces[2] ?? '', ['Other', 'Person'])
  expect((await house.send('/en/sign-in', { email: traces[2] ?? '' })).status).toBe(200)
})
