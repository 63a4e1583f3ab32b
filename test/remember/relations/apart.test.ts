import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeRelationshipsApart } from '#remember/relations/acts/take-apart.ts'
import { person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, send } from '../../convene/registration/desk-support.ts'
import { allOn as all, type Hung, joinNow, onWhich, rowsOf, textsOf, withAll } from './join-support.ts'
import { address as at, make, openRelations, type Scene } from './support.ts'

// Two relationships that were joined are taken apart again.
let scene: Scene
const sql = (text: string, values: unknown[] = []) => rowsOf(scene, text, values)
const rows = async (text: string, values: unknown[] = []) => (await sql(text, values)).map(row => Object.values(row)[0])
const texts = (id: string) => textsOf(scene, id)
const hangOn = (hung: Hung) => onWhich(scene, hung)
beforeAll(async () => {
  scene = await openRelations()
})
afterAll(() => scene.house.close())

test('taken apart again, each has what it had, as it is today; what was changed since stays', async () => {
  const { house, here } = scene
  const one = await withAll(scene, here, 'Réseau un', { 'reason-fr': 'Pour l’eau', 'reason-at-most': '0' })
  const other = await withAll(scene, here, 'Réseau deux', {
    'reason-fr': 'Pour les jeunes',
    'narrative-fr': 'Un récit',
    'narrative-at-most': '1',
  })
  const said = { one: await texts(one.id), other: await texts(other.id) }
  await joinNow(scene, here, { one: one.id, other: other.id }, { choices: { reason: 'other', name: 'other' } })
  expect((await texts(one.id)).find(text => text.field === 'reason').body).toBe('Pour les jeunes')
  // Meanwhile life goes on: a commitment is kept, an agreement removed, a new one signed.
  await sql(`update perenne.commitment set settled_on = '2026-02-13', outcome = 'kept' where id = $1`, [
    other.commitment,
  ])
  await sql(`delete from perenne.agreement where id = $1`, [other.agreement])
  const fresh = await make(scene, here, 'agreement', { 'title-fr': 'Neuf', kind: 'charter', renewal: 'none' }, one.id)

  const path = at(`/relationships/${one.id}/joined/${other.id}`)
  const page = await ask(house, path, here.editor.cookie)
  expect(page.status).toBe(200)
  const typed = fieldsOf(page.html, path)
  const sent = await send(house, path, here.editor.cookie, typed)
  expect([sent.status, sent.location]).toEqual([303, at(`/relationships/${other.id}`)])
  expect((await send(house, path, here.editor.cookie, typed)).location).toBe(sent.location)

  expect(await texts(one.id)).toEqual(said.one)
  expect(await texts(other.id)).toEqual(said.other)
  expect(await hangOn(one)).toEqual(all(one.id))
  expect(await hangOn(other)).toEqual({ ...all(other.id), agreement: undefined })
  expect(await rows('select relationship_id from perenne.agreement where id = $1', [fresh])).toEqual([one.id])
  expect(await rows('select outcome from perenne.commitment where id = $1', [other.commitment])).toEqual(['kept'])
  expect(
    await rows(
      `select field from perenne.field_circle where record_id = $1 and at_most < 2 and field <> 'sensitivity' order by 1`,
      [other.id],
    ),
  ).toEqual(['narrative', 'reason'])
  // The notes that kept the other words are gone: they stand again.
  expect(
    await rows(
      `select count(*)::int from perenne.note n join perenne.about a on a.record_id = n.id where a.about_id = $1`,
      [one.id],
    ),
  ).toEqual([1])
  expect((await ask(house, at(`/relationships/${other.id}`), here.editor.cookie)).status).toBe(200)
  expect(await rows('select count(*)::int from perenne.relationship_join where left_id = $1', [other.id])).toEqual([0])
})

test('taken apart after the one that stayed was changed, it stays as it is, and no note is lost', async () => {
  const { house, here } = scene
  const one = await withAll(scene, here, 'Ville un', { 'reason-fr': 'A' })
  const other = await withAll(scene, here, 'Ville deux', { 'reason-fr': 'B' })
  await joinNow(scene, here, { one: one.id, other: other.id })
  await sql(`update perenne.translation set body = 'Réécrit' where record_id = $1 and field = 'reason'`, [one.id])
  await sql(
    `update perenne.note set body = body || ' (relu)' where body like '%« Ville deux »%' or body like '%Ville deux%'`,
  )
  const done = await takeRelationshipsApart(house, person(here.editor.id), {
    space: here.space,
    gone: other.id,
    once: { key: null, location: '/' },
  })
  expect(done).toBe('changed')
  expect((await texts(one.id)).find(text => text.field === 'reason').body).toBe('Réécrit')
  expect((await texts(other.id)).find(text => text.field === 'reason').body).toBe('B')
  expect(await rows(`select count(*)::int from perenne.note where body like '%(relu)'`)).toEqual([1])
})

test('put back from its history, one that was joined takes with it what hung on it, as that is today', async () => {
  const { house, here } = scene
  const one = await withAll(scene, here, 'Rive un', {}, { year: '2001' })
  const other = await withAll(scene, here, 'Rive deux', {}, { year: '2002' })
  await joinNow(scene, here, { one: one.id, other: other.id })
  await sql(`update perenne.commitment set settled_on = '2026-02-13', outcome = 'kept' where id = $1`, [
    other.commitment,
  ])
  const path = at(`/records/relationship/${other.id}`)
  const page = await ask(house, path, here.editor.cookie)
  const sent = await send(house, `${path}/put-back`, here.editor.cookie, fieldsOf(page.html, `${path}/put-back`))
  expect(sent.status).toBe(303)
  expect(await hangOn(other)).toEqual(all(other.id))
  expect(await hangOn(one)).toEqual(all(one.id))
  expect(await rows('select outcome from perenne.commitment where id = $1', [other.commitment])).toEqual(['kept'])
  expect((await ask(house, at(`/relationships/${other.id}`), here.editor.cookie)).status).toBe(200)
})

test('joined over two steps, the first address leads to the last, and they are taken apart one by one', async () => {
  const { house, here } = scene
  const [a, b, c] = [
    await withAll(scene, here, 'Étape A', {}, { year: '2011' }),
    await withAll(scene, here, 'Étape B', {}, { year: '2012' }),
    await withAll(scene, here, 'Étape C', {}, { year: '2013' }),
  ] as const
  await joinNow(scene, here, { one: b.id, other: a.id })
  await joinNow(scene, here, { one: c.id, other: b.id })
  expect(await rows('select year from perenne.fee where relationship_id = $1 order by 1', [c.id])).toEqual([
    2011, 2012, 2013,
  ])
  const led = await house.ask(at(`/relationships/${a.id}`), { headers: { cookie: here.editor.cookie } })
  expect(led.headers.get('location')).toContain(`/relationships/${c.id}?was=${a.id}`)
  const apart = (gone: string) =>
    takeRelationshipsApart(house, person(here.editor.id), {
      space: here.space,
      gone,
      once: { key: null, location: '/' },
    })
  await expect(apart(a.id)).rejects.toMatchObject({ kind: 'not-found' })
  await apart(b.id)
  expect(await rows('select year from perenne.fee where relationship_id = $1 order by 1', [b.id])).toEqual([2011, 2012])
  await apart(a.id)
  expect(await hangOn(a)).toEqual(all(a.id))
  expect(await hangOn(b)).toEqual(all(b.id))
  expect(await hangOn(c)).toEqual(all(c.id))
})
