import { afterAll, beforeAll, expect, test } from 'vitest'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { mergeActors, takeApart } from '#remember/actors/acts/merge-actors.ts'
import { saveRecord } from '#remember/actors/acts/save-record.ts'
import { readActorFields } from '#remember/actors/store/actor-fields.ts'
import { duplicatePairs } from '#remember/actors/store/duplicates.ts'
import { standsFor } from '#remember/actors/store/standing.ts'
import { as, job, person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { actor, contact, openScene, relationship, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string, slug = 'brecourt') => `/fr/territories/${slug}${path}`
const noOnce = { key: null, location: '/' }
const pairs = () => as(scene.house.db, person(scene.here.editor.id), tx => duplicatePairs(tx, scene.here.space, 'fr'))

test('an actor is added in the browser, found by a word without accents, and shown with its identifiers', async () => {
  const { house, here } = scene
  const path = at('/actors/new')
  const { html } = await ask(house, path, here.editor.cookie)
  const wrong = await send(house, path, here.editor.cookie, {
    ...fieldsOf(html, path),
    'name-fr': '',
    kind: 'university',
    website: 'nulle part',
    identifiers: 'siren 217',
    during: 'un jour',
  })
  expect(wrong.status).toBe(422)
  for (const field of ['name-fr', 'website', 'identifiers', 'during']) expect(wrong.html).toContain(`#field-${field}`)
  expect(wrong.html).toContain('nulle part')
  // Of the registers that we know a number tells whether it can be right; what was typed stays as it was typed.
  const typed = 'siret: 217 500 016 00018\norcid: 0000-0002-1825-0079\nwikidata: 90\nrut: 69.070.100-K'
  const doubtful = await send(house, path, here.editor.cookie, {
    ...fieldsOf(wrong.html, path),
    'name-fr': 'Université de Montévert',
    website: '',
    during: '',
    identifiers: typed,
  })
  expect(doubtful.status).toBe(422)
  for (const said of ['217 500 016 00018', '0000-0002-1825-0079', '90'])
    expect(wordsOn(doubtful.html)).toContain(`« ${said} » ne peut pas être juste`)
  expect(wordsOn(doubtful.html)).not.toContain('69.070.100-K » ne')
  expect(fieldsOf(doubtful.html, path).identifiers).toBe(typed)
  const saved = await send(house, path, here.editor.cookie, {
    ...fieldsOf(wrong.html, path),
    'name-fr': 'Université de Montévert',
    kind: 'university',
    country: 'FR',
    website: 'https://univ.example',
    identifiers: 'siren: 217 500 016\nwikidata: https://www.wikidata.org/wiki/Q90',
    during: 'depuis 1998',
  })
  expect(saved.status).toBe(303)
  const shown = await ask(house, saved.location ?? '', here.editor.cookie)
  for (const said of ['siren : 217500016', 'wikidata : Q90']) expect(wordsOn(shown.html)).toContain(said)
  expect(wordsOn(shown.html)).toContain('depuis 1998')
  // Pressed twice, the button leads to the same one.
  const twice = await send(house, path, here.editor.cookie, {
    ...fieldsOf(wrong.html, path),
    'name-fr': 'Université de Montévert',
    kind: 'university',
    identifiers: '',
    website: '',
    during: '',
  })
  expect(twice.location).toBe(saved.location)
  const found = await ask(house, at('/actors?q=montevert'), here.editor.cookie)
  expect(found.html.match(/Université de Montévert/g)).toHaveLength(1)
  expect((await ask(house, at('/actors?q=217500016'), here.editor.cookie)).html).toContain('Université de Montévert')
  expect((await ask(house, at('/actors?q=montevert&kind=ngo'), here.editor.cookie)).html).not.toContain('Montévert</a>')
})

test('a save made from an older form loses nothing: both are shown, and nothing is written', async () => {
  const { house, here } = scene
  const id = await actor(scene, here, 'Ville de Lunaire')
  const path = at(`/actors/${id}/edit`)
  const { html } = await ask(house, path, here.editor.cookie)
  const mine = { ...fieldsOf(html, path), 'name-fr': 'Ville de Lunaire-sur-Mer' }
  const theirs = { ...fieldsOf(html, path), 'name-fr': 'Commune de Lunaire' }
  delete (theirs as Record<string, unknown>)._once
  expect((await send(house, path, here.editor.cookie, theirs)).status).toBe(303)
  const stale = await send(house, path, here.editor.cookie, mine)
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('Commune de Lunaire')
  expect(stale.html).toContain('Ville de Lunaire-sur-Mer')
})

test('two that look alike, or share an identifier, are found; said not to be the same, they are not shown again', async () => {
  const { house, here } = scene
  const one = await actor(scene, here, 'Ciudad de Puerto Almendro', { country: 'CL' })
  const other = await actor(scene, here, 'Puerto Almendro', { country: 'CL' })
  await actor(scene, here, 'Puerto Almendro', { country: 'ES' })
  const sameNumber = await actor(scene, here, 'SIDES', { identifiers: 'wikidata: Q77' })
  const alsoSame = await actor(scene, here, 'Syndicat de l’eau', { identifiers: 'Wikidata: Q77' })
  const found = (await pairs()).map(pair => [pair.one.id, pair.other.id].toSorted())
  expect(found).toContainEqual([one, other].toSorted())
  expect(found[0]).toEqual([sameNumber, alsoSame].toSorted())
  expect(found).toHaveLength(2)

  const path = at('/actors/duplicates')
  const { html } = await ask(house, path, here.editor.cookie)
  expect(wordsOn(html)).toContain('même identifiant')
  const pair = (await pairs()).find(pair => pair.likeness !== null)
  if (!pair) throw new Error('no pair')
  const apart = await send(house, path, here.editor.cookie, { one: other, other: one, answer: 'apart' })
  expect(apart.status).toBe(303)
  expect((await pairs()).map(pair => pair.likeness)).not.toContain(pair.likeness)
  expect(await pairs()).toHaveLength(1)
})

test('a merged actor leads to the one that stands for it, which shows what both hold; taken apart, each has its own', async () => {
  const { house, here } = scene
  const big = await actor(scene, here, 'Région Delta')
  const small = await actor(scene, here, 'Conseil régional du Delta')
  const third = await actor(scene, here, 'Delta (région)')
  const r = await relationship(scene, here, 'Coopération Delta', small)
  await contact(scene, here, 'Delmas', { organisation: third })
  const merge = (from: string, into: string) =>
    mergeActors(house, person(here.editor.id), { space: here.space, from, into, once: noOnce })
  expect(await merge(third, small)).toBe('merged')
  expect(await merge(small, big)).toBe('merged')
  expect(await merge(big, third)).toBe('already')
  for (const id of [small, third, big])
    expect(await as(house.db, job('test'), tx => standsFor(tx, here.space, id))).toBe(big)

  const led = await house.ask(at(`/actors/${third}`), { headers: { cookie: here.editor.cookie } })
  expect(led.status).toBe(303)
  expect(led.headers.get('location')).toBe(at(`/actors/${big}?was=${third}`))
  const page = await ask(house, at(`/actors/${big}`), here.editor.cookie)
  expect(page.html).toContain(`/relationships/${r}"`)
  expect(page.html).toContain('Delmas')
  const list = await ask(house, at('/actors?q=conseil'), here.editor.cookie)
  expect(list.html).toContain('Région Delta')
  expect(list.html).not.toContain(`/actors/${small}"`)
  // Nothing was rewritten.
  const { rows } = await house.database.owner.query(
    'select organisation_id from perenne.relationship_party where relationship_id = $1',
    [r],
  )
  expect(rows).toEqual([{ organisation_id: small }])

  await takeApart(house, person(here.editor.id), { space: here.space, id: small, once: noOnce })
  const own = await ask(house, at(`/actors/${small}`), here.editor.cookie)
  expect(own.status).toBe(200)
  expect(own.html).toContain('Delmas')
  expect((await ask(house, at(`/actors/${big}`), here.editor.cookie)).html).not.toContain(`/relationships/${r}"`)
})

test('four who are merged in a ring at once leave one that stands for all', async () => {
  const { house, here } = scene
  for (let round = 0; round < 12; round++) {
    const ids = await Promise.all([1, 2, 3, 4].map(n => actor(scene, here, `Anneau ${round}, ${'x'.repeat(n * 9)}`)))
    await Promise.all(
      [0, 2, 1, 3].map(n =>
        mergeActors(house, person(here.editor.id), {
          space: here.space,
          from: ids[n] ?? '',
          into: ids[(n + 1) % 4] ?? '',
          once: noOnce,
        }),
      ),
    )
    const stands = await Promise.all(ids.map(id => as(house.db, job('test'), tx => standsFor(tx, here.space, id))))
    expect(new Set(stands).size, `round ${round}`).toBe(1)
  }
})

test('an actor is not under itself, and one that something leads to is not removed', async () => {
  const { house, here } = scene
  const above = await actor(scene, here, 'Direction générale', { kind: 'service' })
  const below = await actor(scene, here, 'Direction de l’eau', { kind: 'service', parent: above })
  const now = await as(house.db, job('test'), tx => readActorFields(tx, { space: here.space, parent: null, id: above }))
  if (!now) throw new Error('not there')
  const saved = await saveRecord(house, person(here.editor.id), {
    kind: 'actor',
    space: here.space,
    id: above,
    fields: { ...now, parent: below },
    version: versionOf(now),
    once: { key: null, location: () => '/' },
  })
  expect(saved).toEqual({ result: 'wrong', fields: { parent: 'underItself' } })
  const path = at(`/actors/${above}/remove`)
  const kept = await send(house, path, here.editor.cookie, {})
  expect(kept.status).toBe(422)
  expect(wordsOn(kept.html)).toContain('1 fiche mène encore à cet acteur')
  expect((await send(house, at(`/actors/${below}/remove`), here.editor.cookie, {})).status).toBe(303)
  expect((await send(house, path, here.editor.cookie, {})).status).toBe(303)
})

test('the organisations that seminars of the same space name are taken over by marking them', async () => {
  const { house, here, there } = scene
  const named = async (space: string, name: string) => {
    const { rows } = await house.database.owner.query(
      `insert into perenne.organisation (space_id, visibility, kind) values ($1, 2, 'association') returning id`,
      [space],
    )
    await house.database.owner.query(
      `insert into perenne.translation (record_table, record_id, field, language, body, state)
       values ('organisation', $1, 'name', 'fr', $2, 'source')`,
      [rows[0].id, name],
    )
    return rows[0].id as string
  }
  const ours = await named(here.space, 'Glocal Solutions')
  const foreign = await named(there.space, 'Étrangère')
  const list = await ask(house, at('/actors'), here.editor.cookie)
  expect(list.html).toContain('Glocal Solutions')
  const sent = await send(house, at('/actors/take-over'), here.editor.cookie, { 'organisations[]': [ours, foreign] })
  expect(sent.status).toBe(303)
  const { rows } = await house.database.owner.query('select remembered from perenne.organisation where id = any ($1)', [
    [ours, foreign],
  ])
  expect(rows.filter(row => row.remembered)).toHaveLength(1)
  expect((await ask(house, at(`/actors/${ours}`), here.editor.cookie)).status).toBe(200)
})

test('an editor of another territory meets nothing, with its ids in their own forms either', async () => {
  const { house, here, there } = scene
  const ours = await actor(scene, here, 'Acteur d’ici')
  const theirs = await actor(scene, there, 'Acteur de là-bas')
  const cookie = there.editor.cookie
  for (const path of [`/actors/${ours}`, `/actors/${ours}/edit`, `/actors/${ours}/remove`])
    expect((await ask(house, at(path, 'ailleurs'), cookie)).status, path).toBe(404)
  expect((await ask(house, at(`/actors/${ours}`), cookie)).status).toBe(404)
  expect((await ask(house, at(`/actors/${ours}/edit`), cookie)).status).toBe(403)
  for (const field of ['parent', 'successor']) {
    const sent = await send(house, at('/actors/new', 'ailleurs'), cookie, {
      source: 'fr',
      'name-fr': 'Rattaché',
      kind: 'service',
      visibility: '0',
      [field]: ours,
    })
    expect(sent.status, field).toBe(422)
    expect(sent.html).toContain(`#field-${field}`)
  }
  const merge = await send(house, at('/actors/duplicates', 'ailleurs'), cookie, {
    one: theirs,
    other: ours,
    answer: 'keep-one',
  })
  expect(merge.status).toBe(404)
  expect(
    (await send(house, at('/actors/duplicates', 'ailleurs'), cookie, { one: theirs, other: ours, answer: 'apart' }))
      .status,
  ).toBe(404)
  // Whoever only reads writes nothing.
  for (const path of [
    '/actors/new',
    `/actors/${ours}/edit`,
    `/actors/${ours}/remove`,
    '/actors/take-over',
    '/actors/duplicates',
  ])
    expect((await send(house, at(path), here.reader.cookie, { one: ours, other: theirs })).status, path).toBe(403)
})

test('the list asks as much of the database with one actor as with three', async () => {
  const { house, there } = scene
  const one = await queriesOf(house, at('/actors', 'ailleurs'), there.editor.cookie)
  for (const name of ['Alpha', 'Bêta', 'Gamma']) await actor(scene, there, name)
  expect(await queriesOf(house, at('/actors', 'ailleurs'), there.editor.cookie)).toBe(one)
})

test('as it was on a day: an actor has the name that it had', async () => {
  const { house, here } = scene
  const id = await actor(scene, here, 'Nom ancien')
  await house.setClock('2018-11-20T09:00:00+01:00')
  const now = await as(house.db, job('test'), tx => readActorFields(tx, { space: here.space, parent: null, id }))
  if (!now) throw new Error('not there')
  await saveRecord(house, person(here.editor.id), {
    kind: 'actor',
    space: here.space,
    id,
    fields: { ...now, 'name-fr': 'Nom nouveau' },
    version: versionOf(now),
    once: { key: null, location: () => '/' },
  })
  expect(wordsOn((await ask(house, at(`/actors/${id}`), here.editor.cookie)).html)).toContain('Nom nouveau')
  for (const path of [`/actors/${id}`, '/actors', '/posts', '/services', '/contacts']) {
    const then = await ask(house, at(`${path}?on=2018-11-10`), here.editor.cookie)
    expect(then.status, path).toBe(200)
    if (path.startsWith('/actors')) expect(wordsOn(then.html)).toContain('Nom ancien')
    expect(then.html).not.toContain('/edit"')
  }
})

test('the page of an actor: what is known, then what can be done, the brief before all else that leads on', async () => {
  const { house, here } = scene
  const id = await actor(scene, here, 'Ville de Montbrun')
  const said = (await ask(house, at(`/actors/${id}`), here.editor.cookie)).html.split('<main')[1] ?? ''
  const places = ['<dl', '/edit"', '/brief.pdf"', '/contacts/new?', '/services/new?', '/records/', '/remove"'].map(
    what => said.indexOf(what),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  // Nobody visits a department of their own.
  const own = await actor(scene, here, 'Direction des voyages', { kind: 'service' })
  expect((await ask(house, at(`/actors/${own}`), here.editor.cookie)).html).not.toContain('brief.pdf')
  // In the list, what there is none of has no line.
  const list = (await ask(house, at('/actors?q=montbrun'), here.editor.cookie)).html
  expect(list).toMatch(/<td data-label="Relations" class="number"><div><\/div>/)
})
