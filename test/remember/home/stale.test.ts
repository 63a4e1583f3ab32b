import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { openScene, type Scene } from '../journal/support.ts'

// Two people of an office set the same check: whoever saves second sees both, and loses neither.
let scene: Scene
let first: string
let second: string
const dormant = '/fr/territories/brecourt/checks/relationship-dormant'
beforeAll(async () => {
  scene = await openScene()
  first = scene.here.editor.cookie
  second = scene.here.colleague.cookie
})
afterAll(() => scene.house.close())

const form = async (path: string, cookie: string, action = path) =>
  fieldsOf((await ask(scene.house, path, cookie)).html, action)
const rule = () => scene.sql(`select threshold, off from perenne.memory_rule where code = 'relationship-dormant'`)

test('a threshold that somebody set meanwhile is shown beside one’s own; either can be kept', async () => {
  const { house } = scene
  const [one, two] = [await form(dormant, first), await form(dormant, second)]
  expect((await send(house, dormant, first, { ...one, threshold: '24' })).status).toBe(303)
  const late = await send(house, dormant, second, { ...two, threshold: '48', 'off[]': ['yes'] })
  expect(late.status).toBe(409)
  expect(await rule()).toEqual([{ threshold: 24, off: false }])
  expect(wordsOn(late.html)).toMatch(/Seuil, en mois.*24.*48/)
  for (const value of ['24', '48']) expect(late.html).toContain(`name="threshold" value="${value}"`)
  expect(wordsOn(late.html)).toMatch(/Désactiver cette vérification.*Non.*Oui/i)
  const chosen = { ...fieldsOf(late.html, dormant), threshold: '24', off: 'yes' }
  // The form once more, with what was chosen, before it is saved.
  const again = await send(house, dormant, second, { ...chosen, _next: 'edit' })
  expect(again.status).toBe(200)
  expect(fieldsOf(again.html, dormant)).toMatchObject({ threshold: '24', 'off[]': ['yes'] })
  expect((await send(house, dormant, second, fieldsOf(again.html, dormant))).status).toBe(303)
  expect(await rule()).toEqual([{ threshold: 24, off: true }])
  // Without a version, nobody knows what was seen: nothing is written over.
  expect((await send(house, dormant, second, { threshold: '12' })).status).toBe(409)
  expect(await rule()).toEqual([{ threshold: 24, off: true }])
})

test('of two who save at the same moment, one is told', async () => {
  const { house } = scene
  const forms = [await form(dormant, first), await form(dormant, second)]
  const sent = await Promise.all([
    send(house, dormant, first, { ...forms[0], threshold: '30', 'off[]': [] }),
    send(house, dormant, second, { ...forms[1], threshold: '31', 'off[]': [] }),
  ])
  expect(sent.map(one => one.status).sort()).toEqual([303, 409])
})

test('a remark that somebody set aside meanwhile keeps its reason until one of the two is chosen, or both', async () => {
  const { house, sql } = scene
  const hint = '/fr/territories/brecourt/checks/document-without-file'
  const record = /aside=([0-9a-f-]{36})/.exec((await ask(house, hint, first)).html)?.[1] ?? ''
  expect(record).not.toBe('')
  const open = (cookie: string) => form(`${hint}?aside=${record}`, cookie, `${hint}/aside`)
  const [one, two] = [await open(first), await open(second)]
  expect((await send(house, `${hint}/aside`, first, { ...one, reason: 'Perdu en 2014' })).status).toBe(303)
  const late = await send(house, `${hint}/aside`, second, { ...two, reason: 'Aux archives', until: '2018-12-31' })
  expect(late.status).toBe(409)
  const reason = () => sql('select reason, until::text from perenne.finding_set_aside')
  expect(await reason()).toEqual([{ reason: 'Perdu en 2014', until: null }])
  expect(wordsOn(late.html)).toMatch(/Perdu en 2014.*Aux archives/)
  expect(late.html).toContain(`<a href="${hint}"`)
  const both = fieldsOf(late.html, `${hint}/aside`)
  expect(both.record).toBe(record)
  const again = await send(house, `${hint}/aside`, second, {
    ...both,
    reason: 'Perdu en 2014\n\nAux archives',
    until: '2018-12-31',
    _next: 'edit',
  })
  expect(again.status).toBe(200)
  const last = fieldsOf(again.html, `${hint}/aside`)
  expect((await send(house, `${hint}/aside`, second, last)).status).toBe(303)
  expect(await reason()).toEqual([{ reason: 'Perdu en 2014\n\nAux archives', until: '2018-12-31' }])
})
