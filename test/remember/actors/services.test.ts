import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeActors } from '#remember/actors/acts/merge-actors.ts'
import { person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { actor, contact, make, openScene, relationship, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`
const service = (name: string) => actor(scene, scene.here, name, { kind: 'service' })
const duty = (organisation: string, role: string, of: string, more: Record<string, string> = {}) =>
  make(scene, scene.here, 'duty', { organisation, role, of: `relationship:${of}`, ...more })
const words = async (path = '/services') => wordsOn((await ask(scene.house, at(path), scene.here.editor.cookie)).html)

test('what hangs on one service or one person stands out in words, beside the picture and the table', async () => {
  const { house, here } = scene
  const water = await service('Direction de l’eau')
  const culture = await service('Direction de la culture')
  await service('Direction des sports')
  const partner = await actor(scene, here, 'Puerto Almendro')
  await contact(scene, here, 'Inés', { organisation: partner })
  const held = await contact(scene, here, 'Seule')
  const lonely = await relationship(scene, here, 'Eau potable', partner)
  const well = await relationship(scene, here, 'Festival', partner)
  const orphan = await relationship(scene, here, 'Charte oubliée', null)
  await duty(water, 'leads', lonely, { contact: held })
  await duty(culture, 'leads', well)
  await duty(await service('Direction des fêtes'), 'contributes', well)
  await duty(water, 'is-consulted', well)
  const { html } = await ask(house, at('/services'), here.editor.cookie)
  const said = wordsOn(html)
  expect(said).toMatch(
    /Eau potable\s+Un seul service ou acteur s’en occupe\. Une seule personne est désignée ici\. On ne connaît qu’une personne chez les partenaires\./,
  )
  expect(said).toMatch(/Charte oubliée\s+Aucun service ne pilote\. On ne connaît personne chez les partenaires\./)
  expect(said).toMatch(/Festival\s+On ne connaît qu’une personne/)
  expect(said).toMatch(/Services sans responsabilité.*Direction des sports/)
  expect(said).toMatch(/Direction de l’eau\s+donne son avis\s+Festival/)
  // Each offer to add a responsibility says for what.
  expect(said).toMatch(/Ajouter une responsabilité\s+– Charte oubliée/)
  // The picture draws a line for each, and has no style of its own.
  const picture = /<figure class="picture services-map"[^>]*>.*?<\/figure>/s.exec(html)?.[0] ?? ''
  expect(picture.match(/<path class="tie"/g)).toHaveLength(4)
  expect(picture).not.toContain('style=')
  expect(picture).toContain('aria-labelledby')
  // On a telephone there is the table alone: its heading needs no picture above it.
  expect(said).toContain('Qui fait quoi, ligne par ligne')
  expect(orphan).toBeTruthy()
})

test('a responsibility is said from the side of a relationship and from that of a service', async () => {
  const { house, here } = scene
  const youth = await service('Direction de la jeunesse')
  const exchange = await relationship(scene, here, 'Échange de jeunes', null)
  const from = async (path: string, fields: Record<string, string>) => {
    const { html } = await ask(house, path, here.editor.cookie)
    return send(house, path, here.editor.cookie, { ...fieldsOf(html, path), ...fields })
  }
  const wrong = await from(at(`/services/new?relationship=${exchange}`), {})
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('#field-role')
  expect(wrong.html).toMatch(new RegExp(`value="relationship:${exchange}" selected`))
  expect(
    (await from(at(`/services/new?relationship=${exchange}`), { organisation: youth, role: 'leads' })).status,
  ).toBe(303)
  expect(
    (await from(at(`/services/new?organisation=${youth}`), { of: `relationship:${exchange}`, role: 'contributes' }))
      .status,
  ).toBe(303)
  expect(await words()).toMatch(
    /Direction de la jeunesse\s+(pilote ?, ?contribue|contribue ?, ?pilote)\s+Échange de jeunes/,
  )
  expect(await words(`/actors/${youth}`)).toContain('Échange de jeunes – pilote')
})

test('what was ended is not in the map of today, and is in that of its time', async () => {
  const { here } = scene
  const old = await service('Ancien service')
  const r = await relationship(scene, here, 'Longue relation', null)
  const id = await duty(old, 'leads', r, { during: '2010/2015' })
  expect(await words()).not.toMatch(/Ancien service\s+pilote/)
  expect(await words(`/actors/${old}`)).toContain('Longue relation – pilote, 2010–2015')
  expect((await send(scene.house, at(`/services/${id}/remove`), here.editor.cookie, {})).status).toBe(303)
  expect(await words(`/actors/${old}`)).not.toContain('Longue relation')
})

test('who gives an opinion or is a key actor carries nothing alone, and nobody is told to lead and not to lead', async () => {
  const { here } = scene
  const association = await actor(scene, here, 'Rives communes', { kind: 'association' })
  const asked = await service('Direction des finances')
  const key = await relationship(scene, here, 'Jumelage endormi', null)
  await duty(association, 'key-actor', key)
  const consulted = await relationship(scene, here, 'Projet commun', null)
  await duty(asked, 'is-consulted', consulted)
  const told = (await words()).split('Ce qui ne tient qu’à')[1] ?? ''
  for (const name of ['Jumelage endormi', 'Projet commun'])
    expect(told).toMatch(new RegExp(`${name}\\s+Aucun service ne pilote\\. On ne connaît personne`))
})

test('a service that ended is idle no more; for what was theirs it is offered last, with its years', async () => {
  const { house, here } = scene
  await actor(scene, here, 'Ancienne régie', { kind: 'service', during: '1988/2009' })
  await actor(scene, here, 'Zone portuaire', { kind: 'service', during: '2009/..' })
  const idle = (path: string) => words(path).then(said => said.split('Services sans responsabilité')[1] ?? '')
  expect(await idle('/services')).toContain('Zone portuaire')
  expect(await idle('/services')).not.toContain('Ancienne régie')
  const { html } = await ask(house, at('/services/new'), here.editor.cookie)
  const offered = [...html.matchAll(/<option[^>]*>([^<]*)</g)].map(([, name]) => name)
  expect(offered).toContain('Zone portuaire')
  expect(offered.indexOf('Ancienne régie (1988–2009)')).toBeGreaterThan(offered.indexOf('Zone portuaire'))
})

test('a merged service is read through the one that stands for it', async () => {
  const { house, here } = scene
  const one = await service('Service jumelages')
  const other = await service('Mission jumelages')
  const r = await relationship(scene, here, 'Jumelage', null)
  await duty(other, 'leads', r)
  await mergeActors(house, person(here.editor.id), {
    space: here.space,
    from: other,
    into: one,
    once: { key: null, location: '/' },
  })
  expect(await words()).toMatch(/Service jumelages\s+pilote\s+Jumelage/)
  expect(await words()).not.toContain('Mission jumelages')
})

test('a relationship, a service or a person of another memory is refused; outside nothing internal is shown', async () => {
  const { house, here, there } = scene
  const theirs = await actor(scene, there, 'Service étranger', { kind: 'service' })
  const theirRelationship = await relationship(scene, there, 'Relation étrangère', null)
  const ours = await service('Service d’ici')
  const r = await relationship(scene, here, 'Relation d’ici', null)
  const id = await duty(ours, 'leads', r)
  const tries = [
    { field: 'organisation', organisation: theirs, of: `relationship:${r}` },
    { field: 'of', organisation: ours, of: `relationship:${theirRelationship}` },
    { field: 'of', organisation: ours, of: `project:${r}` },
  ]
  for (const { field, ...fields } of tries) {
    const sent = await send(house, at('/services/new'), here.editor.cookie, {
      ...fields,
      role: 'leads',
      visibility: '0',
    })
    expect(sent.status).toBe(422)
    expect(sent.html).toContain(`#field-${field}`)
  }
  expect((await send(house, at(`/services/${id}/edit`, 'ailleurs'), there.editor.cookie, {})).status).toBe(404)
  expect((await send(house, at(`/services/${id}/remove`, 'ailleurs'), there.editor.cookie, {})).status).toBe(404)
  const outside = await (await house.ask(at('/services'))).text()
  for (const never of ['Service d’ici', 'Relation d’ici', 'Un seul service', 'Services sans responsabilité'])
    expect(outside).not.toContain(never)
})

test('the map asks as much of the database with one responsibility as with three', async () => {
  const { house, there } = scene
  const add = async (name: string) => {
    const organisation = await actor(scene, there, name, { kind: 'service' })
    const r = await relationship(scene, there, name, null)
    await make(scene, there, 'duty', { organisation, role: 'leads', of: `relationship:${r}` })
  }
  await add('Un')
  const one = await queriesOf(house, at('/services', 'ailleurs'), there.editor.cookie)
  await add('Deux')
  await add('Trois')
  expect(await queriesOf(house, at('/services', 'ailleurs'), there.editor.cookie)).toBe(one)
})
