import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, person as asPerson } from '../../../source/ground/database/actor.ts'
import { endOutlivedShares } from '../../../source/remember/sharing/acts/jobs.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { giveRole, makePerson, signedIn } from '../../people/support.ts'
import { openScene, type Scene } from '../journal/support.ts'

// Whoever leaves had shown records to themself, or had been shown some: what was shown to somebody while they had a right here
// ends with the right. What is shown to them afterwards stands.

let scene: Scene
let administrator: string
beforeAll(async () => {
  scene = await openScene()
  const ada = await makePerson(scene.house, 'ada@ville.example', ['Ada', 'Admin'], 'fr')
  await giveRole(scene.house, ada, 'administrator', 'installation')
  administrator = (await signedIn(scene.house, ada)).headers.cookie
})
afterAll(() => scene.house.close())

const at = (path: string) => `/fr/territories/brecourt${path}`
const status = async (path: string, cookie: string) => (await ask(scene.house, at(path), cookie)).status
async function share(cookie: string, email: string, record = `note/${scene.here.memory.notes}`, endsOn = '2018-12-01') {
  const path = at(`/records/${record}/share`)
  const form = await ask(scene.house, path, cookie)
  return send(scene.house, path, cookie, {
    ...fieldsOf(form.html, path),
    givenName: 'Marie',
    familyName: 'Durand',
    email,
    language: 'fr',
    endsOn,
    reason: 'Pour voir',
  })
}
async function somebody(email: string, endsAt: string | null = null) {
  const id = await makePerson(scene.house, email, ['Kim', 'Partie'], 'fr')
  const right = await giveRole(scene.house, id, 'territory_editor', 'territory', scene.here.space)
  if (endsAt) await scene.sql('update perenne.access_right set ends_at = $2 where id = $1', [right, endsAt])
  return { id, right, cookie: (await signedIn(scene.house, id)).headers.cookie }
}
async function endRight(right: string) {
  const path = `/fr/administration/access/${right}/end`
  const form = await ask(scene.house, path, administrator)
  expect(wordsOn(form.html)).toContain('Ce qui y était partagé avec la personne jusqu’ici prend fin avec lui')
  const sent = await send(scene.house, path, administrator, { ...fieldsOf(form.html, path), reason: 'Fin de mandat' })
  expect(sent.status).toBe(303)
}
const liveShares = (person: string) =>
  scene.sql('select ends_at from perenne.share where person_id = $1 and ends_at > perenne.now()', [person])

test('nobody shares with themself, under whatever name or spelling of their address', async () => {
  const { house, here, sql } = scene
  const keeper = await somebody('solene@ville.example')
  for (const email of ['solene@ville.example', ' SOLENE@Ville.example ']) {
    const sent = await share(keeper.cookie, email)
    expect(sent.status).toBe(422)
    expect(wordsOn(sent.html)).toContain('On ne partage pas avec soi-même')
    expect(sent.html).toContain('value="Durand"')
  }
  expect(await liveShares(keeper.id)).toEqual([])
  expect(await sql(`select 1 from perenne.person where family_name = 'Durand'`)).toEqual([])
  // Nor by plain SQL: as a new share, or by turning one of somebody else to oneself.
  const values = { space_id: here.space, record_table: 'note' as const, record_id: here.memory.notes }
  const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: '42501' })
  await refused(
    as(house.db, asPerson(keeper.id), tx =>
      tx
        .insertInto('share')
        .values({ ...values, person_id: keeper.id, reason: null, shared_by: null, ends_at: '2018-12-01T00:00:00Z' })
        .execute(),
    ),
  )
  expect((await share(keeper.cookie, 'dehors@ville.example')).status).toBe(303)
  const mine = (set: { person_id?: string; ends_at?: string }) =>
    as(house.db, asPerson(keeper.id), tx =>
      tx.updateTable('share').set(set).where('record_id', '=', here.memory.notes).execute(),
    )
  await refused(mine({ person_id: keeper.id }))
})

test('what colleagues had shown to somebody ends with their right; what is shown afterwards stands', async () => {
  const { here, sql } = scene
  const leaves = await somebody('kim@ville.example')
  expect((await share(here.editor.cookie, 'kim@ville.example')).status).toBe(303)
  const project = `activity/${here.memory.projects}`
  expect((await share(here.editor.cookie, 'kim@ville.example', project)).status).toBe(303)
  await endRight(leaves.right)
  expect(await status('/shares', leaves.cookie)).toBe(403)
  expect(await status(`/notes/${here.memory.notes}`, leaves.cookie)).toBe(404)
  expect(await liveShares(leaves.id)).toEqual([])
  expect(wordsOn((await ask(scene.house, '/fr/shared', leaves.cookie)).html)).toContain('Rien n’est partagé avec vous')
  expect(
    await sql(`select 1 from perenne.share_name n join perenne.share s on s.id = n.share_id where s.person_id = $1`, [
      leaves.id,
    ]),
  ).toEqual([])
  // Those who stay show it again: this is their choice, and it holds.
  expect((await share(here.editor.cookie, 'kim@ville.example')).status).toBe(303)
  expect(await status(`/notes/${here.memory.notes}`, leaves.cookie)).toBe(200)
  expect(await status(`/projects/${here.memory.projects}`, leaves.cookie)).toBe(404)
  // Another right that ends elsewhere ends nothing here.
  const elsewhere = await giveRole(scene.house, leaves.id, 'territory_reader', 'territory', scene.there.space)
  await endRight(elsewhere)
  expect(await status(`/notes/${here.memory.notes}`, leaves.cookie)).toBe(200)
})

test('a right that ends on a day said in advance ends them on that day, before any job has run', async () => {
  const { house, here } = scene
  const leaves = await somebody('luz@ville.example', '2018-06-30T22:00:00Z')
  expect((await share(here.editor.cookie, 'luz@ville.example')).status).toBe(303)
  // Whoever shares is not told that the address has a right here, nor when that ends.
  const listed = wordsOn((await ask(house, at('/shares'), here.editor.cookie)).html)
  expect(listed).not.toMatch(/30\s+juin/)
  await house.setClock('2018-06-30T21:00:00Z')
  expect(await status(`/notes/${here.memory.notes}`, leaves.cookie)).toBe(200)
  await house.setClock('2018-07-01T08:00:00Z')
  expect(await status(`/notes/${here.memory.notes}`, leaves.cookie)).toBe(404)
  expect(await endOutlivedShares(house)).toBe(1)
  expect(await endOutlivedShares(house)).toBe(0)
  expect(await liveShares(leaves.id)).toEqual([])
  expect((await share(here.editor.cookie, 'luz@ville.example')).status).toBe(303)
  await endOutlivedShares(house)
  expect(await status(`/notes/${here.memory.notes}`, leaves.cookie)).toBe(200)
})

test('a right that is taken away as a row, or a share that is said to be newer than it is, opens nothing', async () => {
  const { house, here, sql } = scene
  const leaves = await somebody('noa@ville.example')
  await share(here.editor.cookie, 'noa@ville.example')
  // By plain SQL an editor says that it was made long after.
  await as(house.db, asPerson(here.editor.id), tx =>
    tx
      .updateTable('share')
      .set({ shared_at: '2018-11-01T00:00:00Z', ends_at: '2018-11-02T00:00:00Z' })
      .where('person_id', '=', leaves.id)
      .execute(),
  )
  await sql('delete from perenne.access_right where id = $1', [leaves.right])
  expect(await liveShares(leaves.id)).toEqual([])
  await house.setClock('2018-11-01T08:00:00Z')
  expect(await status(`/notes/${here.memory.notes}`, leaves.cookie)).toBe(404)
})
