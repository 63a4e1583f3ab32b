import { afterAll, beforeAll, expect, test } from 'vitest'
import { circlesWords } from '#remember/messages/circles.ts'
import { publishingWords } from '#remember/messages/publishing.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { rowsOf } from './join-support.ts'
import { agreement, address as at, make, openRelations, organisation, relationship, type Scene } from './support.ts'

// Several relationships are opened or closed at once, from the list, after one has read what that shows to whom.
let scene: Scene
const words = circlesWords.fr
const page = at('/relationships/circles')
beforeAll(async () => {
  scene = await openRelations()
})
afterAll(() => scene.house.close())

const circlesOf = async (...ids: string[]) => {
  const rows = await rowsOf(scene, 'select id, visibility from perenne.relationship where id = any ($1)', [ids])
  return ids.map(id => rows.find(row => row.id === id)?.visibility)
}
const asking = (circle: number, ...ids: string[]) =>
  `${page}?${new URLSearchParams([...ids.map(id => ['id[]', id] as [string, string]), ['visibility', String(circle)]])}`

test('what becomes public, what no longer is and who stays hidden is told before anything is saved; then all at once, and back', async () => {
  const { house, here, partner } = scene
  const { cookie } = here.editor
  const inner = await relationship(scene, here, 'Coopération eau', {
    'reason-fr': 'Un fleuve',
    'narrative-fr': 'Récit',
    'narrative-at-most': '0',
  })
  const hidden = await organisation(house, here.space, 'Comité discret', 0)
  for (const one of [partner, hidden]) await make(scene, here, 'party', { organisation: one, role: 'partner' }, inner)
  await agreement(scene, here, inner)
  await agreement(scene, here, inner, { 'title-fr': 'Protocole discret', atMost: '0' })
  const among = await relationship(scene, here, 'Jumelage du réseau', { visibility: '1' })
  const open = await relationship(scene, here, 'Déclaration ouverte', { visibility: '2' })

  const list = await ask(house, at('/relationships'), cookie)
  for (const id of [inner, among, open]) expect(list.html).toMatch(new RegExp(`name="id\\[\\]" value="${id}"`))
  expect(list.html).toContain(`action="${page}"`)
  expect((await ask(house, at('/relationships'), here.reader.cookie)).html).not.toContain(`action="${page}"`)

  const told = await ask(house, asking(2, inner, among, open), cookie)
  expect(told.status).toBe(200)
  const said = wordsOn(told.html)
  for (const part of [
    wordsOn(words.opens(2)),
    wordsOn(words.same(1)),
    'Puerto Almendro',
    'Convention sur l’eau',
    publishingWords.fr.texts.reason,
  ])
    expect(said).toContain(part)
  // The button says what is done, and to how many.
  const buttonOf = (html: string) => wordsOn(/<button[^>]*>((?:(?!<button).)*?)<\/button>\s*<a /s.exec(html)?.[1] ?? '')
  expect(buttonOf(told.html)).toBe('Rendre 2 relations publiques')
  expect(buttonOf((await ask(house, asking(1, inner, open), cookie)).html)).toBe(
    'Montrer 2 relations au réseau seulement',
  )
  expect(buttonOf((await ask(house, asking(0, open), cookie)).html)).toBe('Rendre 1 relation interne')
  expect(said).not.toContain('Protocole discret')
  expect(said).not.toContain(publishingWords.fr.texts.narrative)
  expect(said.indexOf('Comité discret')).toBeGreaterThan(said.indexOf(wordsOn(publishingWords.fr.hidden)))
  // Looking changes nothing.
  expect(await circlesOf(inner, among, open)).toEqual([0, 1, 2])

  const typed = fieldsOf(told.html, page)
  expect(typed['to[]']).toHaveLength(2)
  const sent = await send(house, page, cookie, { ...typed, why: 'Forum de juin' })
  expect(sent.status).toBe(303)
  expect(await circlesOf(inner, among, open)).toEqual([2, 2, 2])
  expect((await send(house, page, cookie, typed)).location).toBe(sent.location)
  const reasons = await rowsOf(
    scene,
    `select distinct reason from perenne.record_version where record_table = 'relationship' and record_id = any ($1) and upper_inf(known)`,
    [[inner, among]],
  )
  expect(reasons).toEqual([{ reason: 'Forum de juin' }])

  // The way back goes through the same page, to each its own circle.
  const after = await ask(house, sent.location ?? '', cookie)
  const undo = /href="([^"]*\/circles\?to=[^"]*)"/.exec(after.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const back = await ask(house, undo, cookie)
  expect(wordsOn(back.html)).toContain(wordsOn(words.closes(2)))
  expect(buttonOf(back.html)).toBe('Modifier 2 relations')
  expect((await send(house, page, cookie, fieldsOf(back.html, page))).status).toBe(303)
  expect(await circlesOf(inner, among, open)).toEqual([0, 1, 2])
})

test('where one is other than was told, it is named and none is changed; read again, they are', async () => {
  const { house, here } = scene
  const { cookie } = here.editor
  const ids = [await relationship(scene, here, 'Première'), await relationship(scene, here, 'Deuxième')] as const
  const typed = fieldsOf((await ask(house, asking(2, ...ids), cookie)).html, page)
  // A colleague signs an agreement meanwhile: nobody has read that it would be public.
  await agreement(scene, here, ids[1], { 'title-fr': 'Tout neuf' })
  const sent = await send(house, page, cookie, { ...typed, why: 'Parce que' })
  expect(sent.status).toBe(409)
  const warned = wordsOn(sent.html).split(wordsOn(words.stale))[1]?.slice(0, 40) ?? ''
  expect(warned).toContain('Deuxième')
  expect(warned).not.toContain('Première')
  expect(wordsOn(sent.html)).toContain('Tout neuf')
  expect(await circlesOf(...ids)).toEqual([0, 0])
  const again = fieldsOf(sent.html, page)
  expect(again.why).toBe('Parce que')
  expect((await send(house, page, cookie, again)).status).toBe(303)
  expect(await circlesOf(...ids)).toEqual([2, 2])
})

test('without a tick or a circle the page says what to do; nonsense is nothing', async () => {
  const { house, here } = scene
  const { cookie } = here.editor
  const id = await relationship(scene, here, 'Seule')
  expect(wordsOn((await ask(house, `${page}?visibility=2`, cookie)).html)).toContain(words.none)
  expect(wordsOn((await ask(house, `${page}?id[]=${id}`, cookie)).html)).toContain(words.noCircle)
  expect(wordsOn((await ask(house, `${page}?id[]=${id}&visibility=3`, cookie)).html)).toContain(words.noCircle)
  expect(wordsOn((await ask(house, `${page}?id[]=x&to=y.2&visibility=2`, cookie)).html)).toContain(words.none)
  expect(wordsOn((await send(house, page, cookie, {})).html)).toContain(words.none)
  expect(await circlesOf(id)).toEqual([0])
})

test('only those who edit this memory, and only what it holds', async () => {
  const { house, here, there } = scene
  const own = await relationship(scene, here, 'La nôtre')
  const theirs = await relationship(scene, there, 'La leur')
  for (const cookie of [here.reader.cookie, there.editor.cookie]) {
    expect((await ask(house, asking(2, own), cookie)).status).toBe(403)
    expect((await send(house, page, cookie, { 'to[]': [`${own}.2.x`] })).status).toBe(403)
  }
  expect((await house.ask(asking(2, own))).status).toBe(303)
  expect(wordsOn((await ask(house, asking(2, own, theirs), here.editor.cookie)).html)).not.toContain('La leur')
  const told = fieldsOf((await ask(house, asking(2, own), here.editor.cookie)).html, page)
  const forged = { ...told, 'to[]': [...(told['to[]'] ?? []), `${theirs}.2.x`] }
  expect((await send(house, page, here.editor.cookie, forged)).status).toBe(404)
  expect(await circlesOf(own, theirs)).toEqual([0, 0])
})

test('one relationship or three: as many queries, on the list and on the page before', async () => {
  const { house, there } = scene
  const { cookie } = there.editor
  const list = at('/relationships', { place: 'ailleurs' })
  const asked = (...ids: string[]) => `${list}/circles?visibility=2&${ids.map(id => `id[]=${id}`).join('&')}`
  const ids = [await relationship(scene, there, 'Un')]
  await make(scene, there, 'party', { organisation: scene.stranger, role: 'partner' }, ids[0])
  await agreement(scene, there, ids[0] ?? '')
  const one = [await queriesOf(house, list, cookie), await queriesOf(house, asked(...ids), cookie)]
  for (const name of ['Deux', 'Trois']) {
    const id = await relationship(scene, there, name)
    await make(scene, there, 'party', { organisation: scene.stranger, role: 'partner' }, id)
    await agreement(scene, there, id)
    ids.push(id)
  }
  expect([await queriesOf(house, list, cookie), await queriesOf(house, asked(...ids), cookie)]).toEqual(one)
})

test('the form of a new relationship says what everybody would read, and which partners would stay hidden', async () => {
  const { house, here } = scene
  const shown = await ask(house, at('/relationships/new'), here.editor.cookie)
  const said = wordsOn(shown.html)
  for (const part of [publishingWords.fr.title, wordsOn(words.fresh.hidden), words.fresh.marked('Comité discret')])
    expect(said).toContain(part)
  expect(said).not.toContain(words.fresh.marked('Puerto Almendro'))
})
