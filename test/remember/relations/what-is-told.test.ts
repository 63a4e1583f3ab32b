import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsWords } from '#remember/messages/fields.ts'
import { agreementInSentences } from '#remember/pages/agreement-in-words.tsx'
import { agreementsOn } from '#remember/store/agreements.ts'
import { as, job } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { agreement, address as at, make, openRelations, organisation, relationship, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openRelations()
})
afterAll(() => scene.house.close())

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const read = async (path: string, cookie = '') => plain(wordsOn((await ask(scene.house, path, cookie)).html))
const sentencesOf = async (id: string) =>
  as(scene.house.db, job('test'), async tx => {
    const [one] = await agreementsOn(tx, { ids: [id] }, Temporal.PlainDate.from('2026-02-11'))
    if (!one) throw new Error('it is not there')
    return plain(agreementInSentences('fr', one).join(' '))
  })
const signedIn2013 = async (parent: string, renewal: string) => {
  const terms = { 'title-fr': 'Lettre d’intention', kind: 'letter', renewal, noticeMonths: '0', noticeDays: '0' }
  const id = await make(scene, scene.here, 'agreement', terms, parent)
  await make(scene, scene.here, 'event', { kind: 'signed', on: '2013-12-20' }, id)
  return id
}

test('an agreement of which nobody knows the end is nowhere told to run on: page, list, citizen, paper and check agree', async () => {
  const { here } = scene
  const public_ = await relationship(scene, here, 'Amitié avec Serra do Luar', { visibility: '2' })
  for (const renewal of ['none', 'express']) {
    const id = await signedIn2013(public_, renewal)
    const places = [at(`/agreements/${id}`), at(`/relationships/${public_}`)]
    for (const said of await Promise.all([
      ...places.map(path => read(path, here.editor.cookie)),
      ...places.map(path => read(path)),
      sentencesOf(id),
    ])) {
      expect(said).toContain('Fin non connue')
      expect(said).toContain('En vigueur depuis le 20 décembre 2013 ; on ne sait pas s’il l’est encore.')
      expect(said).not.toContain('Sans date de fin')
    }
    expect((await ask(scene.house, at('/checks/agreement-without-end'), here.editor.cookie)).html).toContain(id)
  }
  // What was agreed to run without an end does.
  const open = await signedIn2013(await relationship(scene, here, 'Serment'), 'indefinite')
  const said = await read(at(`/agreements/${open}`), here.editor.cookie)
  expect(said).toContain('En vigueur depuis le 20 décembre 2013. Sans date de fin.')
  expect(said).not.toContain('Fin non connue')
  expect((await ask(scene.house, at('/checks/agreement-without-end'), here.editor.cookie)).html).not.toContain(open)
})

test('what is over is told with its last day alone, and on paper no day is told twice', async () => {
  const { here } = scene
  const parent = await relationship(scene, here, 'Coopération finie')
  const none = { renewal: 'none', renewalMonths: '', noticeMonths: '0' }
  const over = await agreement(scene, here, parent, { ...none, firstEnd: '2020-12-31' })
  const said = await read(at(`/agreements/${over}`), here.editor.cookie)
  expect(said).toMatch(/Échu\s+A couru jusqu’au 31 décembre 2020\./)
  expect(said).not.toContain('janvier 2021')
  const ends = await agreement(scene, here, parent, { ...none, firstEnd: '2026-08-31' })
  expect(await sentencesOf(ends)).toBe('En vigueur. Il prend fin le 31 août 2026, sans renouvellement.')
})

test('the list names all parties: who is neither partner nor network with their role, also where there is nobody else', async () => {
  const { house, here, partner } = scene
  const helper = await organisation(house, here.space, 'Valdeolmo')
  const fund = await organisation(house, here.space, 'Fondo del Sur')
  const both = await relationship(scene, here, 'Coopération triangulaire', { visibility: '2' })
  await make(scene, here, 'party', { organisation: helper, role: 'facilitator' }, both)
  await make(scene, here, 'party', { organisation: partner, role: 'partner' }, both)
  await make(scene, here, 'party', { organisation: partner, role: 'donor' }, both)
  const alone = await relationship(scene, here, 'Subvention du fonds', { visibility: '2' })
  await make(scene, here, 'party', { organisation: fund, role: 'donor' }, alone)
  for (const cookie of [here.editor.cookie, undefined]) {
    const said = (await read(at('/relationships'), cookie)).replaceAll(/ (?=[,)])/g, '')
    expect(said).toMatch(/Coopération triangulaire .*?Puerto Almendro, Valdeolmo\s+\(facilitation\)/)
    expect(said).toMatch(/Subvention du fonds .*?Fondo del Sur\s+\(bailleur de fonds\)/)
  }
})

test('a part that is added to what others see begins inside, says so, and is shown when somebody chooses it', async () => {
  const { house, here } = scene
  const { cookie } = here.editor
  const hint = plain(fieldsWords.fr.beginsInside)
  const seen = await relationship(scene, here, 'Réseau ouvert', { visibility: '2', kind: 'network' })
  const inside = await relationship(scene, here, 'Réseau fermé', { kind: 'network' })
  for (const part of ['agreements', 'parties', 'fees', 'seats']) {
    const open = at(`/relationships/${seen}/${part}/new`)
    const { html } = await ask(house, open, cookie)
    expect(fieldsOf(html, open).atMost, part).toBe('0')
    expect(plain(wordsOn(html)), part).toContain(hint)
    const closed = at(`/relationships/${inside}/${part}/new`)
    const other = await ask(house, closed, cookie)
    expect(fieldsOf(other.html, closed).atMost, part).toBe('2')
    expect(plain(wordsOn(other.html)), part).not.toContain(hint)
  }
  const path = at(`/relationships/${seen}/fees/new`)
  const typed = { ...fieldsOf((await ask(house, path, cookie)).html, path), amount: '1950' }
  expect((await send(house, path, cookie, { ...typed, year: '2025' })).status).toBe(303)
  const again = fieldsOf((await ask(house, path, cookie)).html, path)
  expect((await send(house, path, cookie, { ...again, amount: '1950', year: '2024', atMost: '2' })).status).toBe(303)
  const said = await read(at(`/relationships/${seen}`))
  expect(said).toContain('2024')
  expect(said).not.toContain('2025')
  // One that is there keeps what was chosen, whoever sees the whole by now.
  const { rows } = await house.database.owner.query(
    `select id from perenne.fee where relationship_id = $1 and year = 2025`,
    [seen],
  )
  const there = at(`/relationships/${seen}/fees/${rows[0].id}`)
  const form = await ask(house, there, cookie)
  expect(fieldsOf(form.html, there).atMost).toBe('0')
  expect(plain(wordsOn(form.html))).not.toContain(hint)
})

test('two relationships of one name are told apart wherever one chooses between them', async () => {
  const { here } = scene
  const one = await relationship(scene, here, 'Jumelage avec Rio Manso', {
    during: '1998/..',
    'narrative-fr': 'Un pont',
  })
  const other = await relationship(scene, here, 'Jumelage avec Rio Manso', { during: '2003/..' })
  const third = await relationship(scene, here, 'Rio Manso, jumelage', { during: '2003/..' })
  const said = await read(at(`/relationships/${one}/join?with=${other}`), here.editor.cookie)
  for (const face of ['A, depuis 1998', 'B, depuis 2003'])
    expect(said.split(`Jumelage avec Rio Manso (${face})`).length, face).toBeGreaterThan(2)
  expect(said).toMatch(/seule « Jumelage avec Rio Manso \(A, depuis 1998\) » le dit/)
  expect(await read(at(`/relationships/${one}/join?with=${third}`), here.editor.cookie)).not.toContain('(A, ')
})
