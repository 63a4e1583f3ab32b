import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefWords } from '#remember/messages/brief.ts'
import { publishingWords } from '#remember/messages/publishing.ts'
import { relationsWords } from '#remember/messages/relations.ts'
import { as, job } from '../../../source/ground/database/actor.ts'
import { ask, wordsOn } from '../../convene/registration/desk-support.ts'
import { make, openRelations, organisation, type Scene } from './support.ts'

// Whoever makes a relationship public knows what everybody reads then, and sees it as they do.
let scene: Scene
let id: string
const words = publishingWords.en
const at = (path: string) => `/en/territories/brecourt${path}`
beforeAll(async () => {
  scene = await openRelations()
  const { house, here } = scene
  id = await make(scene, here, 'relationship', {
    kind: 'twinning',
    during: '2001/..',
    visibility: '2',
    source: 'en',
    'name-en': 'Twinning of the two rivers',
    'reason-en': 'Eleven families',
    'narrative-en': 'What happened in the valley',
    'narrative-at-most': '0',
    'reason-at-most': '2',
  })
  const hidden = await organisation(house, here.space, 'Comité discreto', 0)
  await as(house.db, job('test'), async tx => {
    for (const organisation_id of [scene.partner, hidden])
      await tx.insertInto('relationship_party').values({ relationship_id: id, organisation_id }).execute()
    for (const at_most of [2, 0] as const)
      await tx
        .insertInto('fee')
        .values({ relationship_id: id, year: 2020 + at_most, amount: '10', currency: 'EUR', at_most })
        .execute()
  })
})
afterAll(() => scene.house.close())

test('the form lists what becomes public, and which partners stay hidden', async () => {
  const { house, here } = scene
  const page = wordsOn((await ask(house, at(`/relationships/${id}/edit`), here.editor.cookie)).html)
  const told = page.slice(page.indexOf(words.lead), page.indexOf('Save'))
  for (const part of [words.always, words.texts.reason, 'Puerto Almendro', words.fees(1)]) expect(told).toContain(part)
  expect(told).not.toContain(words.texts.narrative)
  expect(told.indexOf('Comité discreto')).toBeGreaterThan(told.indexOf(words.hidden))
  expect(told.indexOf('Puerto Almendro')).toBeLessThan(told.indexOf(words.hidden))
})

test('those inside read the page as a citizen does, word for word', async () => {
  const { house, here } = scene
  const page = at(`/relationships/${id}`)
  const main = (html: string) => wordsOn(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
  const own = await ask(house, page, here.editor.cookie)
  expect(own.html).toContain(`${page}?as=citizen`)
  expect(main(own.html)).toContain('What happened in the valley')
  const shown = main((await ask(house, `${page}?as=citizen`, here.editor.cookie)).html)
  expect(shown).toContain(words.seenAs)
  for (const part of ['What happened in the valley', 'Comité discreto']) expect(shown).not.toContain(part)
  const outside = main((await ask(house, page, '')).html)
  // Of the partner that stays hidden there is not even a line without a name; the brief of the other is the office's.
  expect(outside).toContain('Puerto Almendro')
  expect(outside).not.toContain(relationsWords.en.nameless)
  expect(outside).not.toContain(briefWords.en.download)
  expect(own.html).toContain(at(`/actors/${scene.partner}/brief.pdf`))
  expect(shown.replace(`${words.seenAs} ${words.back}`, '').replace(/\s+/g, '')).toBe(outside.replace(/\s+/g, ''))
  // Nobody outside is told of such a page.
  expect(main((await ask(house, `${page}?as=citizen`, '')).html)).toBe(outside)
})

test('one that is not public is seen by no citizen, and there is no link that says so', async () => {
  const { house, here } = scene
  const inner = await make(scene, here, 'relationship', {
    kind: 'twinning',
    during: '2001/..',
    visibility: '0',
    source: 'en',
    'name-en': 'Quiet',
  })
  const page = at(`/relationships/${inner}`)
  expect((await ask(house, page, here.editor.cookie)).html).not.toContain('as=citizen')
  expect((await ask(house, `${page}?as=citizen`, here.editor.cookie)).status).toBe(404)
})
