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
const ask = (of: string, headers: Record<string, string> = {}) => house.ask(path.replace('{slug}', of), { headers })

test('the programme of 2018 has its four defects, as the document describes them', async () => {
  await given(await sample())
  const response = await ask(slug, { origin: 'https://elsewhere.example' })
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const document = (await (await house.ask('/api/v1/openapi.json')).json()) as Described
  expect(await contract(document).expectAsDescribed(path, 'get', response)).toEqual([
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
  const document = (await (await house.ask('/api/v1/openapi.json')).json()) as Described
  expect(await contract(document).expectAsDescribed(path, 'get', await ask('released'))).toEqual(known)
  // What an organiser set aside is told all the same, and a draft that was mended is not released.
  const aside = { code: 'no-moderator', subject: 'slot-1', reason: 'x' }
  expect(await setAside(house, person(personId), 'released', aside)).toBe('set-aside')
  await given(file)
  expect(await (await ask('released')).json()).toEqual(known)
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
})
