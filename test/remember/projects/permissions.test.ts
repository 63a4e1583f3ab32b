import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { address as at, make, money, openProjects, organisation, project, relationship, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openProjects()
})
afterAll(() => scene.house.close())

const formOn = async (path: string, cookie: string) => fieldsOf((await ask(scene.house, path, cookie)).html, path)
const read = async (path: string, cookie = '') => wordsOn((await ask(scene.house, at(path), cookie)).html)

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
    expect(await read(`/projects/${id}`, here.reader.cookie)).toContain('€4,242')
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
