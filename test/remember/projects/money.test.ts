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
    expect(page).toContain('€1,000,000,000,000.60')
    expect(page).toContain('CLP 5')
    const list = await read(`/projects?relationship=${(await relationshipOf(id)) ?? ''}`)
    expect(list).toContain('Spent: €1,000,000,000,000.60')
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
    expect(outside).toContain('€1,111')
    for (const secret of ['8,888', '7,777', 'Secret de la trésorerie', 'In kind']) expect(outside).not.toContain(secret)
    const inside = await read(`/projects/${id}`, here.reader.cookie)
    for (const known of ['€8,888', '€7,777', 'Secret de la trésorerie', '€31']) expect(inside).toContain(known)
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

test('in a form, amounts and shares are as the reader writes them; refused, as they were typed', async () => {
  const { house, here } = scene
  const id = await project(scene, here, 'Écrit comme on lit')
  const value = await money(scene, here, id, { value: '-184000.5' })
  const place = await make(scene, here, 'place', { country: 'CL', percentage: '33.33' }, id)
  const path = (locale: string, part: string) => at(`/projects/${id}/${part}`).replace('/en/', `/${locale}/`)
  const { cookie } = here.editor
  for (const [locale, amount, share] of [
    ['fr', '-184\u202f000,50', '33,33'],
    ['es', '-184.000,50', '33,33'],
    ['pt', '-184.000,50', '33,33'],
    ['en', '-184,000.50', '33.33'],
  ] as const) {
    const form = await formOn(path(locale, `money/${value}`), cookie)
    expect(form.value).toBe(amount)
    expect((await send(house, path(locale, `money/${value}`), cookie, form)).status).toBe(303)
    const places = await formOn(path(locale, `places/${place}`), cookie)
    expect(places.percentage).toBe(share)
    expect((await send(house, path(locale, `places/${place}`), cookie, places)).status).toBe(303)
    const wrong = await send(house, path(locale, `money/${value}`), cookie, {
      ...(await formOn(path(locale, `money/${value}`), cookie)),
      value: '2000.00',
      valueDate: '',
    })
    expect(wrong.html).toContain('value="2000.00"')
  }
  const totals = await as(house.db, person(here.reader.id), tx => totalsOf(tx, [id]))
  expect(totals.of(id)).toEqual([{ kind: 'budget', currency: 'EUR', value: '-184000.50', amounts: 1 }])
})

test('a page of the past shows what was known then, its totals included', async () => {
  const { house, here } = scene
  const id = await project(scene, here, 'Projet d’hier', { plannedEnd: '2018-12-31' })
  await money(scene, here, id, { value: '500' })
  // Two clocks, of the program and of the database, within a second of each other.
  const then = house.clock.now().add({ seconds: 1 })
  await house.setClock('2018-06-06T09:00:00+02:00')
  await money(scene, here, id, { value: '250' })
  const totals = await asItWas(house.db, person(here.editor.id), { space: here.space, at: then }, tx =>
    totalsOf(tx, [id]),
  )
  expect(totals.of(id)).toEqual([{ kind: 'budget', currency: 'EUR', value: '500.00', amounts: 1 }])
  const past = await read(`/projects/${id}?on=2018-06-05`, here.editor.cookie)
  expect(past).toContain('€500')
  expect(past).not.toContain('€750')
  expect(past).not.toContain('Change this project')
  expect(await read(`/projects/${id}`, here.editor.cookie)).toContain('€750')
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
