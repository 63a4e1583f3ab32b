import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsWords } from '#remember/messages/fields.ts'
import { totalsOf } from '#remember/projects/store/totals.ts'
import { as, asItWas, asPublic, job, person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { address as at, make, money, openProjects, organisation, project, relationship, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openProjects()
})
afterAll(() => scene.house.close())

const formOn = async (path: string, cookie: string) => fieldsOf((await ask(scene.house, path, cookie)).html, path)
const read = async (path: string, cookie = '') => wordsOn((await ask(scene.house, at(path), cookie)).html)

describe('a project', () => {
  test('is written down by its forms, one thing a page, and read again', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const water = await relationship(scene, here, 'Coopération avec Puerto Almendro')
    const blank = await formOn(at('/projects/new'), cookie)
    const wrong = await send(house, at('/projects/new'), cookie, {
      ...blank,
      source: 'fr',
      'title-fr': 'Eau pour les quartiers hauts',
      status: '2',
      plannedStart: '2017-01-01',
      plannedEnd: '2016-01-01',
      visibility: '2',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('The end lies before the start')
    expect(wrong.html).toContain('Eau pour les quartiers hauts')
    const sent = await send(house, at('/projects/new'), cookie, {
      ...fieldsOf(wrong.html, at('/projects/new')),
      plannedEnd: '2018-03-31',
      actualStart: '2017-02-01',
      scope: '8',
      relationship: water,
      identifier: 'FR-BSL-2017-01',
    })
    expect(sent.status).toBe(303)
    const page = sent.location ?? ''
    // The same sending again leads to the same project.
    const twice = await send(house, at('/projects/new'), cookie, {
      ...fieldsOf(wrong.html, at('/projects/new')),
      plannedEnd: '2018-03-31',
    })
    expect(twice.location).toBe(page)

    const who = await send(house, `${page}/organisations/new`, cookie, {
      ...(await formOn(`${page}/organisations/new`, cookie)),
      organisation: 'own',
      role: '1',
    })
    expect(who.status).toBe(303)
    const partner = await send(house, `${page}/organisations/new`, cookie, {
      'organisation-new': 'Ciudad de Puerto Almendro',
      role: '4',
    })
    expect(partner.status).toBe(303)
    const where = await send(house, `${page}/places/new`, cookie, {
      country: 'CL',
      name: 'Cerro Mirador',
      coordinates: '-33,0472 ; -71,6127',
      percentage: '',
    })
    expect(where.status).toBe(303)
    const themes = await send(house, `${page}/themes`, cookie, {
      ...(await formOn(`${page}/themes`, cookie)),
      'sector-1': '14030',
      'sector-share-1': '60',
      'sector-code-2': '15112',
      'sector-share-2': '40,0',
      'goals[]': ['6', '17'],
      targets: '6.1',
    })
    expect(themes.status).toBe(303)
    const spent = await send(house, `${page}/money/new`, cookie, {
      ...(await formOn(`${page}/money/new`, cookie)),
      kind: 'disbursement',
      value: '1 200,50',
      currency: 'eur',
      valueDate: '2017-06-20',
      'receiver-new': 'ciudad de puerto almendro',
    })
    expect(spent.status).toBe(303)
    const words = wordsOn((await ask(house, page, cookie)).html)
    expect(words).toContain('Eau pour les quartiers hauts')
    expect(words).toContain('Under way (IATI 2)')
    expect(await read('/projects?state=2')).toContain('Under way – was to end on 31 March 2018')
    expect(words).toMatch(/planned end, 31 March 2018, is past/)
    expect(words).toMatch(/Ville de brecourt\s+– Funds it/)
    expect(words).toMatch(/Ciudad de Puerto Almendro\s+– Carries it out/)
    expect(words).toMatch(/Cerro Mirador, Chile\s+– -33.0472, -71.6127/)
    expect(words).toContain('Basic drinking water and sanitation (14030), 60%')
    expect(words).toContain('6. Water and sanitation')
    expect(words).toContain('EUR 1,200.50')
    // One new name made one actor, though it was written twice.
    const actors = await as(house.db, job('test'), tx =>
      tx.selectFrom('organisation').select('id').where('space_id', '=', here.space).execute(),
    )
    expect(actors).toHaveLength(1)
    // What is missing is told to those inside alone.
    expect(words).toContain('It has no description.')
    const outside = wordsOn((await ask(house, page, '')).html)
    expect(outside).toContain('Eau pour les quartiers hauts')
    expect(outside).not.toContain('It has no description.')
    expect(outside).not.toContain('Change this project')
  })

  test('that somebody else saved meanwhile shows both, and nothing is lost', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const id = await project(scene, here, 'Ancien titre')
    const form = await formOn(at(`/projects/${id}/edit`), cookie)
    await send(house, at(`/projects/${id}/edit`), cookie, { ...form, status: '3' })
    const stale = await send(house, at(`/projects/${id}/edit`), cookie, {
      ...form,
      _once: '',
      'title-fr': 'Nouveau titre',
    })
    expect(stale.status).toBe(409)
    expect(wordsOn(stale.html)).toMatch(/Nouveau titre/)
    expect(wordsOn(stale.html)).toMatch(/Being closed/)
    const kept = await as(house.db, job('test'), tx =>
      tx.selectFrom('activity').select('status').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(kept.status).toBe('3')
  })

  test('themes that somebody else saved meanwhile come back as they were typed', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const id = await project(scene, here, 'Thèmes')
    const path = at(`/projects/${id}/themes`)
    const form = await formOn(path, cookie)
    await send(house, path, cookie, { ...form, targets: '6.1' })
    const stale = await send(house, path, cookie, {
      ...form,
      _once: '',
      'sector-1': '14030',
      'sector-share-1': '100',
      'goals[]': ['6'],
    })
    expect(stale.status).toBe(409)
    expect(wordsOn(stale.html)).toContain('Basic drinking water and sanitation (14030), 100%')
    // Taking one's own side of each field saves it.
    const both = fieldsOf(stale.html)
    const settled = await send(house, path, cookie, {
      ...both,
      sectors: '14030 100',
      goals: '6',
      targets: '6.1',
    })
    expect(settled.status).toBe(303)
    const kept = await as(house.db, job('test'), tx =>
      tx
        .selectFrom('activity_class')
        .select(['vocabulary', 'code', 'percentage'])
        .where('activity_id', '=', id)
        .orderBy('vocabulary')
        .execute(),
    )
    expect(kept).toEqual([
      { vocabulary: 'goal', code: '6', percentage: null },
      { vocabulary: 'sector', code: '14030', percentage: '100.00' },
      { vocabulary: 'target', code: '6.1', percentage: null },
    ])
  })

  test('a theme that stays keeps its line: only what differs is written', async () => {
    const { house, here } = scene
    const id = await project(scene, here, 'Sobre')
    const save = (fields: Record<string, string>) => {
      const { cookie } = here.editor
      const path = at(`/projects/${id}/themes`)
      return formOn(path, cookie).then(form => send(house, path, cookie, { ...form, ...fields }))
    }
    const versions = async () =>
      (
        await house.database.owner.query(
          `select count(*)::int as n from perenne.record_version where record_table = 'activity_class'
           and doc ->> 'activity_id' = $1`,
          [id],
        )
      ).rows[0].n
    await save({ 'sector-1': '14030', targets: '6.1 6.2' })
    const before = await versions()
    await save({ targets: '6.1 6.2 11.b' })
    expect(await versions()).toBe(before + 1)
    await save({})
    expect(await versions()).toBe(before + 1)
  })

  test('cannot be part of itself, however far below', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const top = await project(scene, here, 'Programme')
    const middle = await project(scene, here, 'Volet', { parent: top })
    const low = await project(scene, here, 'Action', { parent: middle })
    for (const parent of [top, middle, low]) {
      const form = await formOn(at(`/projects/${top}/edit`), cookie)
      const sent = await send(house, at(`/projects/${top}/edit`), cookie, { ...form, parent })
      expect(sent.status).toBe(422)
      expect(sent.html).toContain('A project cannot be part of itself.')
    }
    expect(await read(`/projects/${top}`)).toMatch(/Projects that are part of it Volet/)
    expect(await read(`/projects/${low}`)).toMatch(/Part of the project Volet/)
  })

  test('is removed with its parts, and its history stays', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const id = await project(scene, here, 'À retirer')
    const place = await make(scene, here, 'place', { country: 'SN', name: 'Tabadian' }, id)
    const part = await send(house, at(`/projects/${id}/places/${place}/remove`), cookie, {})
    expect(part.location).toBe(at(`/projects/${id}`))
    await money(scene, here, id, {})
    const form = await formOn(at(`/projects/${id}/remove`), cookie)
    const sent = await send(house, at(`/projects/${id}/remove`), cookie, form)
    expect(sent.location).toBe(at('/projects'))
    expect((await ask(house, at(`/projects/${id}`), cookie)).status).toBe(404)
    expect((await send(house, at(`/projects/${id}/remove`), cookie, form)).location).toBe(at('/projects'))
    const kept = await house.database.owner.query(
      `select distinct record_table from perenne.record_version where record_id = $1 or doc ->> 'activity_id' = $1::text`,
      [id],
    )
    expect(kept.rows.map(row => row.record_table).sort()).toEqual(['activity', 'activity_money', 'activity_place'])
  })
})

describe('money', () => {
  test('is added up exactly, by kind and currency, never over currencies; the page and the list say the same', async () => {
    const { house, here } = scene
    const id = await project(scene, here, 'Chantier des sommes', {
      relationship: await relationship(scene, here, 'Sommes'),
    })
    for (const value of ['0.10', '0.20', '1000000000000.30'])
      await money(scene, here, id, { kind: 'expenditure', value })
    await money(scene, here, id, { kind: 'expenditure', value: '5', currency: 'CLP' })
    await money(scene, here, id, { kind: 'incoming', value: '7' })
    const totals = await as(house.db, person(here.reader.id), tx => totalsOf(tx, [id]))
    expect(totals.of(id)).toEqual([
      { kind: 'incoming', currency: 'EUR', value: '7.00', amounts: 1 },
      { kind: 'expenditure', currency: 'CLP', value: '5.00', amounts: 1 },
      { kind: 'expenditure', currency: 'EUR', value: '1000000000000.60', amounts: 3 },
    ])
    expect(totals.all).toEqual(totals.of(id))
    const page = await read(`/projects/${id}`)
    expect(page).toContain('EUR 1,000,000,000,000.60')
    expect(page).toContain('CLP 5')
    const list = await read(`/projects?relationship=${(await relationshipOf(id)) ?? ''}`)
    expect(list).toContain('Spent: EUR 1,000,000,000,000.60')
    expect(list).toContain('Spent: CLP 5')
    // A new amount begins with the currency of the latest.
    await money(scene, here, id, { currency: 'XOF', valueDate: '2018-06-01' })
    expect(await formOn(at(`/projects/${id}/money/new`), here.editor.cookie)).toMatchObject({ currency: 'XOF' })
  })
  const relationshipOf = async (id: string) =>
    (
      await as(scene.house.db, job('test'), tx =>
        tx.selectFrom('activity').select('relationship_id').where('id', '=', id).executeTakeFirstOrThrow(),
      )
    ).relationship_id

  test('that is kept inside is never outside: not on the page, not in a total, not in the list', async () => {
    const { house, here } = scene
    const id = await project(scene, here, 'Comptes réservés')
    await money(scene, here, id, { value: '1111' })
    await money(scene, here, id, { value: '7777', atMost: '0', description: 'Secret de la trésorerie' })
    await money(scene, here, id, { kind: 'in-kind', value: '31', atMost: '1' })
    const outside = `${await read(`/projects/${id}`)} ${await read('/projects')}`
    expect(outside).toContain('EUR 1,111')
    for (const secret of ['8,888', '7,777', 'Secret de la trésorerie', 'In kind']) expect(outside).not.toContain(secret)
    const inside = await read(`/projects/${id}`, here.reader.cookie)
    for (const known of ['EUR 8,888', 'EUR 7,777', 'Secret de la trésorerie', 'EUR 31']) expect(inside).toContain(known)
    expect((await asPublic(house.db, tx => totalsOf(tx, [id]))).of(id)).toEqual([
      { kind: 'budget', currency: 'EUR', value: '1111.00', amounts: 1 },
    ])
  })

  test.each([
    ['value', 'douze', 'This amount could not be read.'],
    ['value', '', fieldsWords.en.errors.missing],
    ['currency', 'euros', 'Give the three letters of a currency'],
    ['currency', 'QQQ', 'Give the three letters of a currency'],
    ['valueDate', '2018-02-30', 'Give a day that exists'],
    ['periodEnd', '2016-01-01', 'The end lies before the start'],
    ['kind', 'gift', 'Choose a kind.'],
    ['atMost', '7', 'Choose who may see it.'],
  ])('%s as %j is told in words, and what was typed is kept', async (field, value, sentence) => {
    const { house, here } = scene
    const id = await project(scene, here, 'Saisie')
    const path = at(`/projects/${id}/money/new`)
    const form = { ...(await formOn(path, here.editor.cookie)), value: '12', currency: 'EUR', valueDate: '2018-01-01' }
    const sent = await send(house, path, here.editor.cookie, { ...form, periodStart: '2017-01-01', [field]: value })
    expect(sent.status).toBe(422)
    expect(wordsOn(sent.html)).toContain(sentence)
    if (!['kind', 'atMost'].includes(field) && value) expect(sent.html).toContain(`value="${value}"`)
  })
})

describe('attacks', () => {
  test('a form names nothing of another memory: organisation, relationship, parent, giver, receiver', async () => {
    const { house, here, there } = scene
    const { cookie } = there.editor
    const foreign = {
      organisation: await organisation(scene, here, 'Ville taiseuse', 0),
      relationship: await relationship(scene, here, 'Jumelage discret', 0),
      project: await project(scene, here, 'Projet discret', { visibility: '0' }),
    }
    const own = await project(scene, there, 'Projet d’ailleurs')
    const to = (path: string) => at(path, { place: 'ailleurs' })
    const tries: [string, Record<string, string>][] = [
      [to('/projects/new'), { relationship: foreign.relationship }],
      [to('/projects/new'), { parent: foreign.project }],
      [to(`/projects/${own}/organisations/new`), { organisation: foreign.organisation, role: '4' }],
      [to(`/projects/${own}/money/new`), { provider: foreign.organisation }],
      [to(`/projects/${own}/money/new`), { receiver: foreign.organisation }],
    ]
    for (const [path, change] of tries) {
      const form = await formOn(path, cookie)
      const filled = {
        ...form,
        source: 'fr',
        'title-fr': 'Vol',
        status: '2',
        visibility: '2',
        value: '12',
        currency: 'EUR',
        valueDate: '2018-01-01',
      }
      const sent = await send(house, path, cookie, { ...filled, ...change })
      expect(sent.status, `${path} ${JSON.stringify(change)}`).toBe(422)
      expect(wordsOn(sent.html)).toContain('This is not known here')
      for (const secret of ['Ville taiseuse', 'Jumelage discret', 'Projet discret'])
        expect(sent.html).not.toContain(secret)
    }
  })

  test('nothing of another memory is read or written under one’s own address, nor under its own', async () => {
    const { house, here, there } = scene
    const id = await project(scene, here, 'Intact', { visibility: '0' })
    const part = await money(scene, here, id, { value: '4242' })
    const foreign = (path: string, place: string) => at(path, { place })
    for (const path of [
      `/projects/${id}`,
      `/projects/${id}/edit`,
      `/projects/${id}/money/${part}`,
      `/projects/${id}/themes`,
    ]) {
      expect((await ask(house, foreign(path, 'ailleurs'), there.editor.cookie)).status, path).toBe(404)
    }
    for (const [path, fields] of [
      [`/projects/${id}/edit`, { 'title-fr': 'Volé', source: 'fr', status: '5', visibility: '2' }],
      [
        `/projects/${id}/money/${part}`,
        { kind: 'budget', value: '1', currency: 'EUR', valueDate: '2018-01-01', atMost: '2' },
      ],
      [
        `/projects/${id}/money/new`,
        { kind: 'budget', value: '1', currency: 'EUR', valueDate: '2018-01-01', atMost: '2' },
      ],
      [`/projects/${id}/money/${part}/remove`, {}],
      [`/projects/${id}/remove`, {}],
      [`/projects/${id}/themes`, { targets: '6.1' }],
    ] as const) {
      expect((await send(house, foreign(path, 'ailleurs'), there.editor.cookie, fields)).status, path).toBe(404)
      expect((await send(house, foreign(path, 'brecourt'), there.editor.cookie, fields)).status, path).toBe(403)
      expect((await send(house, foreign(path, 'brecourt'), here.reader.cookie, fields)).status, path).toBe(403)
    }
    expect(await read(`/projects/${id}`, here.reader.cookie)).toContain('EUR 4,242')
    // A part of one project is none of another.
    const other = await project(scene, here, 'Autre')
    expect((await ask(house, at(`/projects/${other}/money/${part}`), here.editor.cookie)).status).toBe(404)
    expect((await send(house, at(`/projects/${other}/money/${part}/remove`), here.editor.cookie, {})).status).toBe(404)
    expect((await ask(house, at('/projects/x/money/new'), here.editor.cookie)).status).toBe(404)
  })

  test('the list counts for each reader what that reader sees; a hidden relationship leaves no trace', async () => {
    const { there } = scene
    const quiet = await relationship(scene, there, 'Relation cachée', 0)
    const shown = await project(scene, there, 'Visible', { relationship: quiet })
    const hidden = await project(scene, there, 'Caché', { visibility: '0' })
    await make(scene, there, 'place', { country: 'SN', name: '' }, hidden)
    await make(scene, there, 'place', { country: 'CL', name: '' }, shown)
    const outside = await ask(scene.house, at('/projects', { place: 'ailleurs' }), '')
    const inside = await ask(scene.house, at('/projects', { place: 'ailleurs' }), there.reader.cookie)
    const rows = (html: string) => (html.match(/<tbody>[\s\S]*?<\/tbody>/)?.[0].match(/<tr>/g) ?? []).length
    expect(rows(inside.html)).toBe(rows(outside.html) + 1)
    for (const secret of ['Caché', 'Relation cachée', 'Senegal', quiet]) expect(outside.html).not.toContain(secret)
    expect(inside.html).toContain('Senegal')
    const asked = await ask(scene.house, at(`/projects?relationship=${quiet}`, { place: 'ailleurs' }), '')
    expect(rows(asked.html)).toBe(0)
    expect((await ask(scene.house, at('/projects?country=SN', { place: 'ailleurs' }), '')).html).not.toContain('Caché')
  })
})

test('a page of the past shows what was known then, its totals included', async () => {
  const { house, here } = scene
  const id = await project(scene, here, 'Projet d’hier', { plannedEnd: '2018-12-31' })
  await money(scene, here, id, { value: '500' })
  const then = house.clock.now()
  await house.setClock('2018-06-06T09:00:00+02:00')
  await money(scene, here, id, { value: '250' })
  const totals = await asItWas(house.db, person(here.editor.id), { space: here.space, at: then }, tx =>
    totalsOf(tx, [id]),
  )
  expect(totals.of(id)).toEqual([{ kind: 'budget', currency: 'EUR', value: '500.00', amounts: 1 }])
  const past = await read(`/projects/${id}?on=2018-06-05`, here.editor.cookie)
  expect(past).toContain('EUR 500')
  expect(past).not.toContain('EUR 750')
  expect(past).not.toContain('Change this project')
  expect(await read(`/projects/${id}`, here.editor.cookie)).toContain('EUR 750')
})

test('one row and three ask the database as often', async () => {
  const { house, there } = scene
  const list = at('/projects', { place: 'ailleurs' })
  const one = await project(scene, there, 'Requêtes')
  const parts = async () => {
    await make(scene, there, 'party', { 'organisation-new': `Acteur ${crypto.randomUUID()}`, role: '4' }, one)
    await make(scene, there, 'place', { country: 'CL', name: crypto.randomUUID() }, one)
    await money(scene, there, one, { receiver: await organisation(scene, there, `Reçoit ${crypto.randomUUID()}`) })
    await project(scene, there, 'En dessous', { parent: one })
  }
  await parts()
  const page = at(`/projects/${one}`, { place: 'ailleurs' })
  const before = [await queriesOf(house, list, there.editor.cookie), await queriesOf(house, page, there.editor.cookie)]
  for (let more = 0; more < 2; more++) await parts()
  const after = [await queriesOf(house, list, there.editor.cookie), await queriesOf(house, page, there.editor.cookie)]
  expect(after).toEqual(before)
})
