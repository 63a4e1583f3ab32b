import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPosts } from '#remember/actors/store/posts.ts'
import { as, person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { contact, make, openScene, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`
const post = (title: string, more: Record<string, string> = {}) =>
  make(scene, scene.here, 'post', { 'title-fr': title, nature: 'political', seats: '1', visibility: '2', ...more })
const appoint = (of: string, who: string, during: string, more: Record<string, string> = {}) =>
  make(scene, scene.here, 'appointment', { post: of, contact: who, during, visibility: '2', ...more })
const lineOf = async (id: string, first: string, last = first) => {
  const lines = await as(scene.house.db, person(scene.here.editor.id), tx =>
    listPosts(tx, scene.here.space, 'fr', { first, last }),
  )
  const line = lines.find(one => one.id === id)
  if (!line) throw new Error('no such post')
  return line
}

test('who held this in 2009? The page answers for a day or a year, surely or perhaps', async () => {
  const { house, here } = scene
  const mayor = await post('Maire')
  const [first, second, third] = await Promise.all(
    ['Aubert', 'Bernard', 'Cassin'].map(name => contact(scene, here, name, { publicOffice: 'yes' })),
  )
  await appoint(mayor, first ?? '', '2001/2008-03')
  await appoint(mayor, second ?? '', '2008-03/2014-03-28')
  await appoint(mayor, third ?? '', '2014-03-29/..')
  const asked = async (when: string) =>
    wordsOn((await ask(house, at(`/posts/${mayor}?when=${encodeURIComponent(when)}`), here.editor.cookie)).html)
  expect(await asked('2009')).toMatch(/2009 Bernard/)
  expect(await asked('12/03/2008')).toMatch(/Bernard \(peut-être\)\s+Aubert \(peut-être\)/)
  expect(await asked('juin 2010')).toMatch(/juin\s2010 Bernard/)
  expect(await asked('29/03/2014')).toMatch(/Cassin/)
  const unread = await ask(house, at(`/posts/${mayor}?when=l’an+dernier`), here.editor.cookie)
  expect(unread.status).toBe(422)
  expect(wordsOn(unread.html)).toContain('n’a pas pu être lue')
  expect(unread.html).toContain('value="l’an dernier"')
  // All of the posts can be asked too.
  const all = wordsOn((await ask(house, at('/posts?when=2009'), here.editor.cookie)).html)
  expect(all).toMatch(/Maire\s+Bernard/)
})

test('vacant, perhaps vacant, acting, carried over: each on its day', async () => {
  const { here } = scene
  const deputies = await post('Adjointes et adjoints', { seats: '3' })
  const term = await make(scene, here, 'term', {
    'name-fr': 'Mandat 2008-2014',
    during: '2008-03-16/2014-03-30',
    visibility: '2',
  })
  const [one, two] = await Promise.all(['Dumas', 'Etchart'].map(name => contact(scene, here, name)))
  await appoint(deputies, one ?? '', '2008-03-16/2015-06-30', { term })
  await appoint(deputies, two ?? '', '2010/2012', { term, acting: 'yes' })
  const in2009 = await lineOf(deputies, '2009-05-01')
  expect(in2009).toMatchObject({ vacant: 2, perhapsVacant: 0 })
  expect(in2009.holdings).toMatchObject([{ held: 'certain', acting: false, carriedOver: false }])
  const in2010 = await lineOf(deputies, '2010-05-01')
  expect(in2010).toMatchObject({ vacant: 1, perhapsVacant: 1 })
  expect(in2010.holdings.map(({ held, acting }) => [held, acting])).toEqual([
    ['certain', false],
    ['perhaps', true],
  ])
  const after = await lineOf(deputies, '2014-03-31')
  expect(after.holdings).toMatchObject([{ carriedOver: true }])
  expect((await lineOf(deputies, '2014-03-30')).holdings).toMatchObject([{ carriedOver: false }])
  expect(await lineOf(deputies, '2015-07-01')).toMatchObject({ holdings: [], vacant: 3 })
})

test('a term shows who held what in it, those appointed for it and those in post meanwhile', async () => {
  const { house, here } = scene
  const term = await make(scene, here, 'term', {
    'name-fr': 'Mandat 1995-2001',
    during: '1995-06/2001-03',
    visibility: '2',
  })
  const international = await post('Adjointe à l’international')
  const director = await post('Direction des relations internationales', { nature: 'technical' })
  const a = await contact(scene, here, 'Fauré')
  const b = await contact(scene, here, 'Garnier')
  await appoint(international, a, '1995-06/2001-03', { term })
  await appoint(director, b, '1990/2005')
  const words = wordsOn((await ask(house, at(`/terms/${term}`), here.editor.cookie)).html)
  expect(words).toMatch(/Adjointe à l’international\s+Fauré/)
  expect(words).toMatch(/Direction des relations internationales\s+Garnier/)
  expect(words).not.toContain('Dumas')
})

test('a post, a term and an appointment are made, changed and removed in the browser', async () => {
  const { house, here } = scene
  const who = await contact(scene, here, 'Henri')
  const fill = async (path: string, fields: Record<string, string | string[]>) => {
    const { html } = await ask(house, path, here.editor.cookie)
    return send(house, path, here.editor.cookie, { ...fieldsOf(html, path), ...fields })
  }
  const wrong = await fill(at('/posts/new'), { seats: 'deux' })
  expect(wrong.status).toBe(422)
  for (const field of ['title-fr', 'nature', 'seats']) expect(wrong.html).toContain(`#field-${field}`)
  const made = await fill(at('/posts/new'), { 'title-fr': 'Chargée de mission', nature: 'technical', visibility: '2' })
  const id = made.location?.split('/').at(-1) ?? ''
  const term = await fill(at('/terms/new'), {
    'name-fr': 'Mandat 2014-2020',
    during: '2014-2020',
    electedOn: '2014-03-30',
    visibility: '2',
  })
  expect(term.status).toBe(303)
  expect((await fill(at(`/appointments/new?post=${id}`), { during: '', contact: who })).status).toBe(422)
  const appointed = await fill(at(`/appointments/new?post=${id}`), {
    contact: who,
    during: 'depuis juin 2015',
    term: term.location?.split('/').at(-1) ?? '',
    'acting[]': ['yes'],
  })
  expect(appointed.location).toBe(at(`/posts/${id}`))
  const page = (await ask(house, at(`/posts/${id}`), here.editor.cookie)).html
  expect(wordsOn(page)).toMatch(/Henri \( ?par intérim ?\)/)
  const appointment = /appointments\/([0-9a-f-]{36})\/edit/.exec(page)?.[1] ?? ''
  const changed = await fill(at(`/appointments/${appointment}/edit`), { during: '06/2015 – 12/2017' })
  expect(changed.status).toBe(303)
  expect(wordsOn((await ask(house, at(`/posts/${id}`), here.editor.cookie)).html)).toContain('Vacante')
  for (const path of [`/appointments/${appointment}/remove`, `/posts/${id}/remove`]) {
    expect((await ask(house, at(path), here.editor.cookie)).status).toBe(200)
    expect((await send(house, at(path), here.editor.cookie, {})).status).toBe(303)
    expect((await send(house, at(path), here.editor.cookie, {})).status).toBe(404)
  }
  expect((await ask(house, at(`/posts/${id}`), here.editor.cookie)).status).toBe(404)
})

test('the posts ask as much of the database with one as with three', async () => {
  const { house, there } = scene
  const add = async (name: string) => {
    const id = await make(scene, there, 'post', { 'title-fr': name, nature: 'political', seats: '1', visibility: '2' })
    const who = await contact(scene, there, name)
    await make(scene, there, 'appointment', { post: id, contact: who, during: '2015/..', visibility: '2' })
    await make(scene, there, 'term', { 'name-fr': name, during: '2015/2020' })
  }
  await add('Un')
  const one = await queriesOf(house, at('/posts', 'ailleurs'), there.editor.cookie)
  await add('Deux')
  await add('Trois')
  expect(await queriesOf(house, at('/posts', 'ailleurs'), there.editor.cookie)).toBe(one)
})
