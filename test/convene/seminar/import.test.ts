import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSeminar } from '../../../source/convene/seminar/acts/import-seminar.ts'
import { findSeminar } from '../../../source/convene/seminar/index.ts'
import { as, asPublic, job, person } from '../../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { sample, seminarRoom, slug, smallFile } from './room.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
})
afterAll(() => house?.close())

const who = job('import')
const count = async (table: string) =>
  Number((await house.database.owner.query(`select count(*) from perenne.${table}`)).rows[0].count)
const tables = ['space', 'seminar', 'slot', 'slot_theme', 'slot_role', 'translation', 'organisation', 'record_version']
const counts = async () => {
  const found: number[] = []
  for (const table of tables) found.push(await count(table))
  return found
}

async function given(text: string, options = {}) {
  const result = await importSeminar(house, who, text, options)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

/** A person with a role in a space of the given slug. */
async function somebody(role: string, spaceSlug: string): Promise<string> {
  const { rows } = await house.database.owner.query(
    `with p as (insert into perenne.person (given_name, language) values ('A', 'fr') returning id)
     insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
     select p.id, $1, s.id, s.kind, 'test' from p, perenne.space s where s.slug = $2 returning person_id`,
    [role, spaceSlug],
  )
  return rows[0].person_id
}

test('the sample is made whole, and a second time changes nothing at all', async () => {
  const text = await sample()
  const first = await given(text, { announce: true })
  expect(first).toMatchObject({ created: true, slug, announced: true })
  const before = await counts()
  const second = await given(text, { announce: true })
  expect(second).toMatchObject({ created: false, changes: [], id: first.id })
  expect(await counts()).toEqual(before)
  expect(await count('seminar_import')).toBe(1)
  const found = await asPublic(house.db, tx => findSeminar(tx, slug))
  expect(found?.quotas.map(({ key, capacity }) => [key, capacity])).toEqual([
    ['overall', 200],
    ['europe', 120],
    ['latin-america', 100],
    ['universities', 30],
    ['civil-society', 30],
  ])
  expect(found?.consents.map(consent => consent.key)).toEqual(['data', 'participants-list'])
  expect(found?.closesAt.toString()).toBe('2018-06-17T21:59:59Z')
  expect(found?.startsAt.toString()).toBe('2018-07-05T07:00:00Z')
  expect(found?.texts.title?.bodies.pt?.body).toBe('Rumo a uma ação internacional duradoura')
})

test('one word changed is one change; calendars get a new version when it is one that they show', async () => {
  const text = await sample()
  await given(text, { announce: true })
  const versions = await count('record_version')
  const result = await given(text.replace('  fr: Café\n', '  fr: Pause café\n').replace('fr: Café', 'fr: Pause café'))
  expect(result.changes).toEqual([
    { path: 'programme.slots.coffee.title.fr', kind: 'changed', before: 'Café', after: 'Pause café' },
  ])
  // The programme is a draft until it is released: calendars show nothing of it.
  expect(await count('record_version')).toBe(versions + 1)
  const found = () => asPublic(house.db, tx => findSeminar(tx, slug))
  expect(await found()).toMatchObject({ calendarSequence: 0, visibility: 2 })
  const venue = await given(
    text.replace('fr: Café', 'fr: Pause café').replace('5 rue Lobau, 75004 Paris', '5 rue de Lobau, 75004 Paris'),
  )
  expect(venue.changes.map(({ path }) => path)).toEqual(['venue_address'])
  expect(await found()).toMatchObject({ calendarSequence: 1 })
  await given(text)
})

test('a dry run tells what would change and writes nothing', async () => {
  await given(await sample(), { announce: true })
  const before = await counts()
  const text = (await sample())
    .replace('capacity: 200', 'capacity: 150')
    .replace(/ {2}- key: participants-list[\s\S]*?(?=\norganisations)/, '')
  const result = await given(text, { dryRun: true })
  expect(result.changes.map(change => change.path)).toEqual([
    'registration.capacity',
    'registration.consents.participants-list',
  ])
  expect(await counts()).toEqual(before)
  expect((await given(smallFile({ slug: 'not-kept' }), { dryRun: true })).created).toBe(true)
  expect(await counts()).toEqual(before)
})

test('a file with a problem writes nothing', async () => {
  const before = await counts()
  const result = await importSeminar(house, who, smallFile({ slug: 'wrong' }).replace('2030-05-06', '2018-02-30'))
  expect(result.ok).toBe(false)
  expect(await counts()).toEqual(before)
})

test('the words someone agreed to stay; another wording is a new version', async () => {
  await given(smallFile({ slug: 'agreed' }), { announce: true })
  const find = () => as(house.db, who, tx => findSeminar(tx, 'agreed'))
  const before = await find()
  const reworded = smallFile({ slug: 'agreed' }).replace('I agree.', 'I do agree.')
  await given(reworded)
  // Nobody agreed yet: the same consent, in other words.
  expect((await find())?.consents).toMatchObject([{ id: before?.consents[0]?.id, version: 1 }])
  await house.database.owner.query(
    `with p as (insert into perenne.person (given_name, language) values ('B', 'fr') returning id),
     r as (insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, country, region, language, state)
           select $1, p.id, 'x', 'staff', 'O', 'CO', 'latin-america', 'fr', 'confirmed' from p returning id)
     insert into perenne.registration_consent (registration_id, consent_id, given) select r.id, $2, true from r`,
    [before?.id, before?.consents[0]?.id],
  )
  await given(smallFile({ slug: 'agreed' }).replace('I agree.', 'I fully agree.'))
  const after = await find()
  expect(after?.consents).toMatchObject([{ key: 'data', version: 2, required: true }])
  expect(after?.consents[0]?.text?.bodies.en?.body).toBe('I fully agree.')
  const old = await house.database.owner.query(
    `select body from perenne.translation where record_id = $1 and language = 'en'`,
    [before?.consents[0]?.id],
  )
  expect(old.rows).toEqual([{ body: 'I do agree.' }])
})

test('the source language can change, and translations fall away with the file', async () => {
  await given(smallFile({ slug: 'turn' }))
  const turned = smallFile({ slug: 'turn' })
    .replace('source: en', 'source: fr')
    .replace(/\{en: (A small seminar), fr: ([^}]*)\}/, '{fr: $2}')
    .replaceAll('{en: ', '{fr: ')
    .replace('fr: I agree., fr:', 'en: I agree., fr:')
  await given(turned)
  const found = await as(house.db, who, tx => findSeminar(tx, 'turn'))
  expect(found?.texts.title).toEqual({
    source: 'fr',
    bodies: { fr: { body: 'Un petit séminaire', state: 'source', stale: false } },
  })
  expect((await given(turned)).changes).toEqual([])
})

test('slots come, move and go by their key', async () => {
  await given(smallFile({ slug: 'slots', slots: 3, organisations: 3 }))
  const less = smallFile({ slug: 'slots', slots: 1, organisations: 3 }).replace(
    'from: "09:00", to: "10:00"',
    'from: "09:15", to: "10:00"',
  )
  const result = await given(less)
  expect(result.changes.map(change => `${change.kind} ${change.path}`)).toEqual([
    'removed programme.slots.slot-2',
    'removed programme.slots.slot-3',
    'changed programme.slots.slot-1.starts_at',
  ])
  const orphans = await house.database.owner.query(
    `select count(*)::int as n from perenne.translation t where t.record_table in ('slot', 'slot_theme')
     and not exists (select from perenne.slot s where s.id = t.record_id)
     and not exists (select from perenne.slot_theme s where s.id = t.record_id)`,
  )
  expect(orphans.rows[0].n).toBe(0)
})

test('only whoever may edit there can import', async () => {
  await given(smallFile({ slug: 'mine' }), { announce: true })
  const organiser = person(await somebody('organiser', 'mine'))
  const stranger = person(await somebody('organiser', slug))
  const administrator = person(await somebody('administrator', 'installation'))
  const text = smallFile({ slug: 'mine' }).replace('A small seminar', 'A larger seminar')

  await expect(importSeminar(house, stranger, text)).rejects.toMatchObject({ kind: 'forbidden' })
  // An unchanged file changes nothing, for anybody.
  expect(await importSeminar(house, organiser, smallFile({ slug: 'mine' }))).toMatchObject({ changes: [] })
  expect(await importSeminar(house, organiser, text)).toMatchObject({ ok: true, created: false })
  // A new seminar needs the network, a new network the installation.
  await expect(importSeminar(house, organiser, smallFile({ slug: 'new-one' }))).rejects.toThrow()
  const whole = smallFile({ slug: 'new-two' }).replace('slug: net,', 'slug: other-net,')
  expect(await importSeminar(house, administrator, whole)).toMatchObject({ ok: true, created: true })
  // The slug of a seminar of another network.
  await expect(importSeminar(house, administrator, smallFile({ slug: 'new-two' }))).rejects.toMatchObject({
    kind: 'conflict',
  })
  expect(await asPublic(house.db, tx => findSeminar(tx, 'new-two'))).toBeNull()
})

test('two imports of the same new seminar at once make one', async () => {
  const text = smallFile({ slug: 'twice' })
  const results = await Promise.all([given(text), given(text), given(text)])
  expect(results.map(result => result.created).sort()).toEqual([false, false, true])
})

test('announcing makes everything of it public, and later imports leave it so', async () => {
  await given(smallFile({ slug: 'announced' }))
  expect(await asPublic(house.db, tx => findSeminar(tx, 'announced'))).toBeNull()
  await given(smallFile({ slug: 'announced' }), { announce: true })
  await given(smallFile({ slug: 'announced' }))
  const found = await asPublic(house.db, tx => findSeminar(tx, 'announced'))
  expect(found?.consents[0]?.text?.bodies.fr?.body).toBe('J’accepte.')
  // Its programme is the organisers' draft: everybody reads the version that was released with the announcement.
  const rows = await as(house.db, who, tx =>
    sql<{ kept: string; visibility: number[] }>`
      select 'slot' as kept, array_agg(distinct visibility) as visibility from slot where space_id = ${found?.id}
      union all select 'programme_version', array_agg(distinct visibility) from programme_version where space_id = ${found?.id}
      order by 1`.execute(tx),
  )
  expect(rows.rows).toEqual([
    { kept: 'programme_version', visibility: [2] },
    { kept: 'slot', visibility: [0] },
  ])
})
