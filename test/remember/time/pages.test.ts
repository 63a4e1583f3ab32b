import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

let house: TestHouse
let memory: Memory
let keeper: string
let cookies: { headers: { cookie: string } }
let reader: { headers: { cookie: string } }
const at = '/en/territories/brecourt'
const text = async (path: string, init?: RequestInit) => (await house.ask(`${at}${path}`, init)).text()

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2012-03-01T10:00:00Z')
  const space = await makeSpace(house, 'territory', 'brecourt')
  await house.database.owner.query(`update perenne.space set visibility = 2 where id = $1`, [space])
  await as(house.db, job('test'), tx =>
    tx
      .insertInto('territory')
      .values({
        id: space,
        visibility: 2,
        country: 'FR',
        region: 'europe',
        government: 'municipality',
        successor_id: null,
      })
      .execute(),
  )
  keeper = await makePerson(house, 'keeper@ville.example', ['Kim', 'Garde'], 'en')
  await giveRole(house, keeper, 'territory_editor', 'territory', space)
  const evaluator = await makePerson(house, 'eva@ville.example', ['Eva', 'Lue'], 'en')
  await giveRole(house, evaluator, 'evaluator', 'territory', space)
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 2))
  await house.setClock('2016-06-01T10:00:00Z')
  await as(
    house.db,
    asPerson(keeper),
    async tx => {
      await writeTexts(tx, [
        {
          table: 'relationship',
          id: memory.relationships,
          field: 'name',
          source: 'fr',
          bodies: { fr: 'Jumelage d’avant' },
        },
      ])
      await tx.updateTable('relationship').set({ kind: 'twinning' }).where('id', '=', memory.relationships).execute()
      await tx.deleteFrom('decision').where('id', '=', memory.decisions).execute()
    },
    'the council voted',
  )
  await house.setClock('2018-06-04T10:00:00Z')
  cookies = await signedIn(house, keeper)
  reader = await signedIn(house, evaluator)
})
afterAll(() => house.close())

describe('what is different', () => {
  test('between two days, record by record, each said with before and after, what is gone by its name of then', async () => {
    const page = await text('/differences?from=2014-01-01&to=2017-01-01')
    expect(page).toContain('2 records')
    expect(page).toMatch(/Coopération avec Puerto Almendro[\s\S]*Jumelage d’avant/)
    expect(page).toMatch(/Before[\s\S]*Cooperation[\s\S]*After[\s\S]*Twinning/)
    expect(page).toMatch(/Decision · No longer there[\s\S]*2015-112-2/)
    expect(await text('/differences?from=2017-01-01&to=2018-01-01')).toContain('Nothing that you may see is different')
  })
  test('only of what the visitor may see today', async () => {
    await house.database.owner.query('update perenne.relationship set visibility = 0 where id = $1', [
      memory.relationships,
    ])
    const page = await text('/differences?from=2014-01-01&to=2017-01-01')
    expect(page).toContain('1 record<')
    expect(page).not.toContain('Jumelage')
    expect(await text('/differences?from=2014-01-01&to=2017-01-01', cookies)).toContain('Jumelage d’avant')
    await house.database.owner.query('update perenne.relationship set visibility = 2 where id = $1', [
      memory.relationships,
    ])
  })
  test.each([
    '',
    '?from=2017-01-01&to=2016-01-01',
    '?from=2016-02-30&to=2017-01-01',
    '?from=2016-01-01&to=2044-01-01',
    '?from=x',
  ])('%s is told in words, what was typed kept', async query => {
    const response = await house.ask(`${at}/differences${query}`)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Give two days')
  })
})

describe('the history of a record', () => {
  const path = () => `/records/relationship/${memory.relationships}`
  test('tells each version with who, when and why', async () => {
    const page = await text(path(), cookies)
    expect(page).toContain('Kim Garde')
    expect(page).toContain('the council voted')
    // Made, renamed in 2016, and seen by others and by all again just before.
    expect(page.match(/<h2 id="step-/g)).toHaveLength(3)
  })
  test('is for those inside alone, and of no table but records', async () => {
    expect((await house.ask(`${at}${path()}`)).status).toBe(404)
    expect((await house.ask(`${at}${path()}`, reader)).status).toBe(200)
    for (const table of ['person', 'space', 'translation', 'share', 'x'])
      expect((await house.ask(`${at}/records/${table}/${memory.relationships}`, cookies)).status).toBe(404)
    expect((await house.ask(`${at}/records/relationship/nothing`, cookies)).status).toBe(404)
  })
  test('puts a version back, once, by whoever edits', async () => {
    const page = await text(path(), cookies)
    const moment = [...page.matchAll(/name="moment" value="([^"]+)"/g)].at(-1)?.[1] ?? ''
    const once = /name="_once" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const kind = async () =>
      (await house.database.owner.query('select kind from perenne.relationship where id = $1', [memory.relationships]))
        .rows[0].kind
    expect((await house.send(`${at}${path()}/put-back`, { moment }, reader)).status).toBe(403)
    expect(await kind()).toBe('twinning')
    for (let n = 0; n < 2; n++) {
      const response = await house.send(`${at}${path()}/put-back`, { moment, _once: once }, cookies)
      expect(response.status).toBe(303)
      expect(await kind()).toBe('cooperation')
    }
    const versions = await house.database.owner.query(
      `select from perenne.record_version where record_id = $1 and record_table = 'relationship' and known @> perenne.now() and actor_id = $2`,
      [memory.relationships, keeper],
    )
    expect(versions.rowCount).toBe(1)
    expect(await text(path(), cookies)).toContain('put back as of 2012-03-01')
    const nothing = await house.send(`${at}${path()}/put-back`, { moment: 'yesterday' }, cookies)
    expect(nothing.status).toBe(303)
    expect(await kind()).toBe('cooperation')
  })
  test('brings a removed record back', async () => {
    const gone = `/records/decision/${memory.decisions}`
    const page = await text(gone, cookies)
    expect(page).toContain('Removed')
    // The version that was removed is itself put back by its moment.
    const moment = /name="moment" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await house.send(`${at}${gone}/put-back`, { moment }, cookies)
    const { rows } = await house.database.owner.query('select number from perenne.decision where id = $1', [
      memory.decisions,
    ])
    expect(rows).toEqual([{ number: '2015-112-2' }])
  })
})

describe('any page as of a day', () => {
  test('says so, keeps the day in its links, and takes no other day', async () => {
    const page = await text('?on=2014-01-01')
    expect(page).toContain('what was known on')
    expect(page).toContain(`${at}/relationships?on=2014-01-01`)
    for (const query of ['?on=2044-01-01', '?on=2018-02-31', '?on=tomorrow'])
      expect(await text(query)).not.toContain('what was known on')
  })
  test('the last writings are told to those inside', async () => {
    expect((await house.ask(`${at}/history`)).status).toBe(404)
    const page = await text('/history', cookies)
    expect(page).toContain('Relationship')
    expect(page).toContain('Kim Garde')
  })
})
