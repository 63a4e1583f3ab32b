import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { setAside } from '#convene/programme/acts/set-aside.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { job, person } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeSeminar, signedIn } from '../registration/support.ts'
import { sample, slug, smallFile } from '../seminar/room.ts'
import { contract, type Described, rooms } from './support.ts'

const path = '/api/v1/seminars/{slug}/checks'
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
afterAll(() => house?.close())

const given = async (text: string, announce = true) => {
  const result = await importSeminar(house, job('import'), text, { announce })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.id
}
const ask = (of: string, headers: Record<string, string> = {}, query = '') =>
  house.ask(path.replace('{slug}', of) + query, { headers })

type Told = {
  [key in 'code' | 'severity' | 'what' | 'where' | 'why' | 'advice' | 'language']: string
} & { slots: string[]; found: string | null }
/** The answer, as described; what programs go by, and the whole. */
async function told(of: string, query = '', headers: Record<string, string> = {}) {
  const response = await ask(of, headers, query)
  expect(response.status).toBe(200)
  const document = (await (await house.ask('/api/v1/openapi.json')).json()) as Described
  const all = (await contract(document).expectAsDescribed(path, 'get', response)) as Told[]
  return { response, all, brief: all.map(({ code, slots, severity }) => ({ code, slots, severity })) }
}

test('the programme of 2018 has its four defects, as the document describes them', async () => {
  await given(await sample())
  const { response, brief } = await told(slug, '', { origin: 'https://elsewhere.example' })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(brief).toEqual([
    { code: 'overlap', slots: ['introduction', 'part-1'], severity: 'error' },
    { code: 'repeated-title', slots: ['part-1', 'part-2'], severity: 'notice' },
    { code: 'gap', slots: ['lunch', 'part-3'], severity: 'warning' },
    { code: 'outside-hours', slots: ['closing'], severity: 'warning' },
  ])
})

test('mended, it has none; a seminar without a programme has none either', async () => {
  const mended = (await sample())
    .replace('part: I\n      from: "09:40"', 'part: I\n      from: "10:00"')
    .replace('to: "14:30"', 'to: "15:00"')
    .replace('{from: "09:00", to: "17:00"}', '{from: "09:00", to: "17:15"}')
    .replace(/(part: II\n.*\n.*\n +title:\n +fr: )/, '$1Ce qui se transmet. ')
    .replace(`slug: ${slug}`, 'slug: mended')
  await given(mended)
  expect(await (await ask('mended')).json()).toEqual([])
  const { slug: bare } = await makeSeminar(house)
  expect(await (await ask(bare)).json()).toEqual([])
})

test('hours are those of the venue, titles those of the source language', async () => {
  await given(smallFile({ slug: 'bogota', slots: 8, organisations: 8 }))
  expect(await (await ask('bogota')).json()).toEqual([])
  // The same title in French alone: the source says two.
  await given(
    smallFile({ slug: 'translated', slots: 2, organisations: 2 })
      .replace('{en: Talk 1}', '{en: Talk 1, fr: Exposé}')
      .replace('{en: Talk 2}', '{en: Talk 2, fr: Exposé}'),
  )
  expect(await (await ask('translated')).json()).toEqual([])
})

test('it is about what was released, and tells neither seats without an answer nor translations', async () => {
  const file = smallFile({ slug: 'released', slots: 2, organisations: 2 })
  const id = await given(
    file
      .replace('kind: talk', 'kind: part')
      .replace('moderators: [org-1]', 'seats: [{key: one, region: europe, state: invited}]'),
  )
  const { personId } = await signedIn(house, 'organiser', id)
  const known = [
    { code: 'no-moderator', slots: ['slot-1'], severity: 'warning' },
    { code: 'panel-unbalanced', slots: ['slot-1'], severity: 'warning' },
  ]
  expect((await told('released')).brief).toEqual(known)
  // What an organiser set aside is told all the same, and a draft that was mended is not released.
  const aside = { code: 'no-moderator', subject: 'slot-1', reason: 'x' }
  expect(await setAside(house, person(personId), 'released', aside)).toBe('set-aside')
  await given(file)
  expect((await told('released')).brief).toEqual(known)
})

test('a seminar that is not public is not there, for whoever may see it too', async () => {
  const id = await given(smallFile({ slug: 'internal' }), false)
  const { cookie } = await signedIn(house, 'organiser', id)
  for (const headers of [{}, { cookie }]) {
    const response = await ask('internal', headers)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not-found' })
  }
})

test('the same number of statements however many slots there are', async () => {
  const statements = async (of: string) => {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    expect((await ask(of)).status).toBe(200)
    const count = spy.mock.calls.length
    spy.mockRestore()
    return count
  }
  await given(smallFile({ slug: 'one', slots: 1 }))
  await given(smallFile({ slug: 'three', slots: 3, organisations: 3 }))
  // begin with who asks, the seminar, its last version with later words, commit.
  expect(await statements('one')).toBe(4)
  expect(await statements('three')).toBe(4)
  // With somebody on it, their names too.
  const people = 'people:\n  - {key: ana, givenName: Ana, familyName: Duarte, email: ana@example.org}\n'
  const spoken = (of: string, slots: number) =>
    smallFile({ slug: of, slots, organisations: slots })
      .replace('programme:\n', `${people}programme:\n`)
      .replaceAll('kind: talk,', 'kind: talk, speakers: [ana],')
  await given(spoken('one-spoken', 1))
  await given(spoken('three-spoken', 3))
  expect(await statements('one-spoken')).toBe(5)
  expect(await statements('three-spoken')).toBe(5)
})

test('each says what, where, why it matters and what to do, in the language that is asked for', async () => {
  await given((await sample()).replace(`slug: ${slug}`, 'slug: in-words'))
  const gap = async (query: string, headers: Record<string, string> = {}) => {
    const { response, all } = await told('in-words', query, headers)
    const found = all.find(({ code }) => code === 'gap')
    expect(response.headers.get('content-language')).toBe(found?.language)
    return found as Told
  }
  expect(await gap('?language=en')).toEqual({
    code: 'gap',
    slots: ['lunch', 'part-3'],
    severity: 'warning',
    what: 'Time with nothing planned',
    found: expect.stringMatching(/^Nothing is planned on .*14:30.–.15:00\.$/),
    where: expect.stringMatching(/^5.July.2018, .*14:30 – .+; 5.July.2018, 15:00.* – Part III – /),
    why: 'Participants wonder whether it is a break, a mistake, or a change they were not told of.',
    advice: 'Add a slot, such as a break or a meal, or bring the slots closer together.',
    language: 'en',
  })
  // The parameter, else the header, else the language of the seminar, whatever the house would choose.
  expect((await gap('?language=pt', { 'accept-language': 'es' })).what).toBe('Tempo sem nada previsto')
  expect((await gap('', { 'accept-language': 'de, es;q=0.8' })).language).toBe('es')
  expect((await gap('', { 'accept-language': 'de' })).language).toBe('fr')
  await given(
    smallFile({ slug: 'english', slots: 9, organisations: 9 }).replaceAll(
      'from: "17:00", to: "18:00"',
      'from: "17:00", to: "17:30"',
    ),
  )
  expect((await told('english')).all).toMatchObject([{ code: 'outside-hours', slots: ['slot-9'], language: 'en' }])
  for (const { found, where, why, advice } of (await told('in-words', '?language=es')).all) {
    for (const words of [where, why, advice]) expect(words).not.toBe('')
    expect(found).not.toBe('')
  }
})

test('what is no language, and what cannot be included, is refused with a sentence each', async () => {
  const document = (await (await house.ask('/api/v1/openapi.json')).json()) as Described
  await given(smallFile({ slug: 'refusing' }))
  const refused = async (query: string, headers: Record<string, string> = {}) => {
    const response = await ask('refusing', headers, query)
    expect(response.status, query).toBe(422)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    return (await contract(document).expectAsDescribed(path, 'get', response)) as {
      code: string
      message: string
      errors: { field: string; code: string; message: string }[]
    }
  }
  expect(await refused('?language=xx&include=seats,people', { 'accept-language': 'en' })).toEqual({
    code: 'invalid',
    message:
      '“language” takes one of these values: fr, es, pt, en. “include” takes these values, with a comma between them: seats, translations.',
    errors: [
      { field: 'language', code: 'language', message: '“language” takes one of these values: fr, es, pt, en.' },
      {
        field: 'include',
        code: 'include',
        message: '“include” takes these values, with a comma between them: seats, translations.',
      },
    ],
  })
  const odd = ['language=', 'language=EN', 'language=en&language=fr', 'include=', 'include=seats,', 'include=__proto__']
  for (const query of odd) expect((await refused(`?${query}`)).errors, query).toHaveLength(1)
  expect((await refused('?include=all&language=es')).message).toBe(
    '“include” admite estos valores, separados por comas: seats, translations.',
  )
  expect((await ask('refusing', {}, '?include=seats&include=translations,seats&other=1')).status).toBe(200)
  expect((await ask('none', {}, '?language=xx')).status).toBe(404)
})

const withPanel = (of: string, seats: string, isNamed = false) =>
  smallFile({ slug: of, slots: 2, organisations: 2 })
    .replace(
      'programme:\n',
      `people:
  - {key: ana, givenName: Ana, familyName: Duarte, email: ana@example.org, named: ${isNamed}}
  - {key: zoe, givenName: Zoé, familyName: Lavigne, email: zoe@example.org}
programme:
`,
    )
    .replace('kind: talk,', `kind: talk, seats: [${seats}],`)
    .replace(
      'kind: talk, from: "10:00", to: "11:00", title: {en: Talk 2}',
      `kind: talk, speakers: [ana], from: "09:30", to: "11:00", title: {en: Talk 2}`,
    )

test('seats to be confirmed on request: the same whether nobody, or who, was asked', async () => {
  const others = '{key: b, region: latin-america, state: open}, {key: c, region: europe, state: declined, person: zoe}'
  const asked = `{key: a, region: europe, state: invited, person: ana}, ${others}`
  const empty = '{key: a, region: europe, state: open}, {key: b, region: latin-america, state: open}'
  await given(withPanel('asked', asked))
  await given(withPanel('empty', empty))
  const query = '?include=seats&language=en'
  const one = await told('asked', query)
  expect(one.brief).toEqual((await told('empty', query)).brief)
  expect(one.all).toEqual((await told('empty', query)).all)
  expect(one.all.filter(({ code }) => code === 'seat-unanswered')).toMatchObject([
    { slots: ['slot-1'], what: 'Seat to be confirmed', found: 'To be confirmed: a seat for Europe.' },
    { slots: ['slot-1'], found: 'To be confirmed: a seat for Latin America.' },
  ])
  expect(JSON.stringify(one.all)).not.toMatch(/ana|duarte|zo[eé]|lavigne/i)
  expect((await told('asked')).brief).toEqual([{ code: 'overlap', slots: ['slot-1', 'slot-2'], severity: 'error' }])
  // Whoever has said yes is on the programme that everybody reads.
  const sure = asked.replace('invited', 'confirmed')
  await given(withPanel('sure', sure, true))
  const { all } = await told('sure', query)
  expect(all.filter(({ code }) => code === 'seat-unanswered')).toHaveLength(1)
  expect(all.find(({ code }) => code === 'two-places')).toMatchObject({
    slots: ['slot-1', 'slot-2'],
    found: 'Ana Duarte is expected in both.',
  })
  // Who said yes and did not agree to be named is not there, as on the page.
  await given(withPanel('unnamed', sure))
  const unnamed = (await told('unnamed', query)).all
  expect(unnamed.map(({ code }) => code)).toEqual(['overlap', 'seat-unanswered', 'seat-unanswered'])
  expect(JSON.stringify(unnamed)).not.toMatch(/ana|duarte/i)
})

test('missing and stale translations of the released version on request, and nothing of the draft', async () => {
  const file = smallFile({ slug: 'two-languages', slots: 2, organisations: 2 }).replace(
    'title: {en: Talk 1}',
    'title: {en: Talk 1, fr: Exposé 1}',
  )
  const id = await given(file.replace('themes: [{en: Theme 1}]', 'themes: [{en: Theme 1, fr: Thème 1}]'))
  const query = '?include=translations&language=en'
  const missing = { code: 'translation-missing', slots: ['slot-2'], severity: 'warning' }
  expect((await told('two-languages', query)).brief).toEqual([missing])
  expect((await told('two-languages', query)).all).toMatchObject([{ found: 'Language: French.' }])
  expect((await told('two-languages')).brief).toEqual([])
  // A draft that lacks more, overlaps and asks somebody: not a word of it, also not to whoever works on it.
  const { cookie } = await signedIn(house, 'organiser', id)
  await given(
    withPanel('two-languages', '{key: a, region: europe, state: invited, person: ana}')
      .replace('Talk 1', 'Secret talk')
      .replace('{en: Theme 2}', '{en: Theme 2, fr: Thème 2}'),
  )
  for (const headers of [{}, { cookie }]) {
    const { brief, all } = await told('two-languages', '?include=seats,translations&language=en', headers)
    expect(brief).toEqual([missing])
    expect(JSON.stringify(all)).not.toMatch(/secret|ana/i)
  }
})
