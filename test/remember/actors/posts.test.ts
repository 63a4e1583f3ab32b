import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPosts, readTerm } from '#remember/actors/store/posts.ts'
import { as, person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { actor, contact, make, openScene, type Scene } from './support.ts'

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

test.each(['/posts/new', '/terms/new'])(
  '%s: that it may stay empty is said of the organisation, and of no other field',
  async path => {
    const { house, here } = scene
    const told = async (cookie: string, slug: string) => (await ask(house, at(path, slug), cookie)).html
    const hint = 'pour le territoire lui-même'
    // Nothing to choose from yet, then one that is known.
    const empty = await told(scene.there.editor.cookie, 'ailleurs')
    expect(empty).toMatch(new RegExp(`id="field-organisation-new-hint"[^>]*>[^<]*${hint}`))
    await actor(scene, here, 'Une régie')
    const html = await told(here.editor.cookie, 'brecourt')
    expect(html).toMatch(new RegExp(`id="field-organisation-hint"[^>]*>[^<]*${hint}`))
    expect(html.split(hint)).toHaveLength(2)
  },
)

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
  expect(in2009).toMatchObject({ unknownHolders: 2, perhapsVacant: 0 })
  expect(in2009.holdings).toMatchObject([{ held: 'certain', acting: false, carriedOver: false }])
  const in2010 = await lineOf(deputies, '2010-05-01')
  expect(in2010).toMatchObject({ unknownHolders: 1, perhapsVacant: 1 })
  expect(in2010.holdings.map(({ held, acting }) => [held, acting])).toEqual([
    ['certain', false],
    ['perhaps', true],
  ])
  const after = await lineOf(deputies, '2014-03-31')
  expect(after.holdings).toMatchObject([{ carriedOver: true }])
  expect((await lineOf(deputies, '2014-03-30')).holdings).toMatchObject([{ carriedOver: false }])
  expect(await lineOf(deputies, '2015-07-01')).toMatchObject({ holdings: [], unknownHolders: 1, perhapsVacant: 2 })
})

test('nobody is told to be missing where nobody is known: unknown before anybody, perhaps vacant after a known end', async () => {
  const { house, here } = scene
  const post1 = await post('Correspondante')
  const shown = async (when: string) =>
    wordsOn((await ask(house, at(`/posts/${post1}?when=${when}`), here.editor.cookie)).html)
  expect(await lineOf(post1, '2012-01-01')).toMatchObject({ unknownHolders: 1, perhapsVacant: 0 })
  expect(await shown('2012')).toContain('On ne sait pas qui l’exerce')
  await appoint(post1, (await contact(scene, here, 'Feuillant')) ?? '', '2013/2015')
  expect(await lineOf(post1, '2012-01-01')).toMatchObject({ unknownHolders: 1, perhapsVacant: 0 })
  expect(await lineOf(post1, '2014-01-01')).toMatchObject({ unknownHolders: 0, perhapsVacant: 0 })
  expect(await lineOf(post1, '2016-01-01')).toMatchObject({ unknownHolders: 0, perhapsVacant: 1 })
  expect(await shown('2016')).toContain('Peut-être vacante')
  // Two who followed each other held one seat of two.
  const two = await post('Vice-présidences', { seats: '2' })
  await appoint(two, (await contact(scene, here, 'Garance')) ?? '', '2001/2008-06')
  await appoint(two, (await contact(scene, here, 'Hédouin')) ?? '', '2008-07/..')
  expect(await lineOf(two, '2016-01-01')).toMatchObject({ unknownHolders: 1, perhapsVacant: 0 })
})

test('a term of office is called by its name, on the list and on the page of a post', async () => {
  const { house, here } = scene
  const term = await make(scene, here, 'term', {
    'name-fr': 'Mandat de la reconstruction',
    during: '1995/2001',
    visibility: '2',
  })
  const held = await post('Échevine')
  await appoint(held, (await contact(scene, here, 'Iriarte')) ?? '', '1995/2001', { term })
  for (const path of ['/posts', `/posts/${held}`])
    expect(wordsOn((await ask(house, at(path), here.editor.cookie)).html), path).toContain(
      'Mandat de la reconstruction',
    )
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

test('nobody is carried over while the term runs, only from its end on', async () => {
  const { here } = scene
  const term = await make(scene, here, 'term', {
    'name-fr': 'Mandat 2014-2018',
    during: '2014-03-30/2018-07-01',
    visibility: '2',
  })
  const mayor = await post('Maire en exercice')
  await appoint(mayor, await contact(scene, here, 'Castaing'), '2014-04-04/..', { term })
  const deputy = await post('Adjointe en exercice')
  await appoint(deputy, await contact(scene, here, 'Oger'), '2014-04-04/2018-09', { term })
  const carriedOver = async (day: string) => {
    const read = await as(scene.house.db, person(here.editor.id), tx =>
      readTerm(tx, here.space, term, 'fr', { first: day, last: day }),
    )
    return read?.held.filter(one => one.own).map(one => one.carriedOver)
  }
  expect(await carriedOver('2018-06-04')).toEqual([false, false])
  expect(await carriedOver('2018-07-15')).toEqual([true, true])
})

test('the terms stand with the last first, and the page says for when it answers', async () => {
  const { house, here } = scene
  const add = (name: string, more: Record<string, string>) =>
    make(scene, here, 'term', { 'name-fr': name, visibility: '2', ...more })
  await add('Mandature ancienne', { during: '1971-03-21/1977-03-20', electedOn: '1971-03-14' })
  await add('Mandature récente', { during: '2020-05-24/2026-03' })
  const page = async (query = '') => wordsOn((await ask(house, at(`/posts${query}`), here.editor.cookie)).html)
  const said = await page('?when=2009')
  expect(said.indexOf('Mandature récente')).toBeGreaterThan(0)
  expect(said.indexOf('Mandature récente')).toBeLessThan(said.indexOf('Mandature ancienne'))
  expect(said).toMatch(/Mandature ancienne\s+21 mars 1971 – 20 mars 1977, élection du 14 mars 1971/)
  expect(said).toMatch(/Situation\s: 2009/)
  expect(await page('?when=12/06/2009')).toMatch(/Situation au 12 juin 2009/)
  expect(said).not.toContain('à cette date (facultatif)')
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
  expect(wordsOn((await ask(house, at(`/posts/${id}`), here.editor.cookie)).html)).toContain('Peut-être vacante')
  for (const path of [`/appointments/${appointment}/remove`, `/posts/${id}/remove`]) {
    expect((await ask(house, at(path), here.editor.cookie)).status).toBe(200)
    expect((await send(house, at(path), here.editor.cookie, {})).status).toBe(303)
    expect((await send(house, at(path), here.editor.cookie, {})).status).toBe(404)
  }
  expect((await ask(house, at(`/posts/${id}`), here.editor.cookie)).status).toBe(404)
})

test('somebody is appointed by their name, who becomes a contact; one who is known is chosen', async () => {
  const { house, here, there } = scene
  const post1 = await post('Chargée des jumelages')
  const path = at(`/appointments/new?post=${post1}`)
  const fill = async (fields: Record<string, string>) =>
    send(house, path, here.editor.cookie, {
      ...fieldsOf((await ask(house, path, here.editor.cookie)).html, path),
      ...{ during: 'depuis 2016', ...fields },
    })
  const known = await contact(scene, here, 'Lespinasse')
  const nobody = await fill({})
  expect(nobody.status).toBe(422)
  expect(wordsOn(nobody.html)).toContain('Choisissez une personne ou écrivez le nom d’une nouvelle.')
  const both = await fill({ contact: known, 'contact-new': 'Jeanne Mercadier' })
  expect(both.status).toBe(422)
  expect(wordsOn(both.html)).toContain('pas les deux')
  const twice = await fill({ 'contact-new': 'LESPINASSE' })
  expect(twice.status).toBe(422)
  expect(wordsOn(twice.html)).toContain('Une personne de ce nom est déjà connue')
  expect(twice.html).toContain('value="LESPINASSE"')
  const strange = await fill({ contact: await contact(scene, there, 'Ailleurs') })
  expect(strange.status).toBe(422)
  expect((await fill({ 'contact-new': 'Jeanne Mercadier' })).location).toBe(at(`/posts/${post1}`))
  expect(wordsOn((await ask(house, at(`/posts/${post1}`), here.editor.cookie)).html)).toContain('Jeanne Mercadier')
  const { rows } = await house.database.owner.query(
    `select p.given_name, p.family_name, c.visibility from perenne.contact c join perenne.person p on p.id = c.person_id
     where p.family_name = 'Mercadier'`,
  )
  expect(rows).toEqual([{ given_name: 'Jeanne', family_name: 'Mercadier', visibility: 0 }])
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
