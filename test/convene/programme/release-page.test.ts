import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmeCheckRoutes } from '#convene/programme/pages/checks-routes.ts'
import { seminarRoutes, seminarTexts } from '#convene/seminar/index.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, fieldsOf, send, wordsOn } from '../registration/desk-support.ts'
import { smallFile } from '../seminar/room.ts'
import { edited, fileNow, imported, query, somebody } from '../seminar/support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([
    { name: 'seminar', routes: seminarRoutes, texts: seminarTexts },
    { name: 'programme', routes: programmeCheckRoutes },
  ])
})
afterAll(() => house?.close())

/** A seminar that everybody sees, its organiser, and the form that releases its draft. */
async function opened(slug: string) {
  await imported(house, smallFile({ slug }), { announce: true })
  const { cookie } = await somebody(house, 'organiser', slug)
  const path = `/en/desk/seminars/${slug}/programme`
  return { slug, cookie, path, fields: fieldsOf((await ask(house, path, cookie)).html) }
}
const versionsOf = async (slug: string) =>
  (
    await query<{ n: number }>(
      house,
      `select count(*)::int as n from perenne.programme_version v join perenne.space s on s.id = v.seminar_id
       where s.slug = $1`,
      [slug],
    )
  )[0]?.n
const typed = { 'name.en': 'The final one', 'note.en': 'The hall has changed.', provisional: 'no' }

test('the form releases once, however often it is sent', async () => {
  const { slug, cookie, path, fields } = await opened('released-once')
  for (let time = 0; time < 2; time++) {
    const sent = await send(house, path, cookie, { ...fields, ...typed })
    expect(sent.status).toBe(303)
  }
  expect(await versionsOf(slug)).toBe(2)
  expect(wordsOn((await ask(house, path, cookie)).html)).toContain('The final one')
})

test('the form sent three times at the same instant releases once, and leads there each time', async () => {
  const { slug, cookie, path, fields } = await opened('released-at-once')
  const sent = await Promise.all([1, 2, 3].map(() => send(house, path, cookie, { ...fields, ...typed })))
  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(await versionsOf(slug)).toBe(2)
})

test('a draft that somebody changed meanwhile: what was typed is there, and the next sending releases it', async () => {
  const { slug, cookie, path, fields } = await opened('changed-meanwhile')
  await edited(house, slug, file => {
    const [slot] = file.programme.slots
    if (slot) slot.title = { en: 'Put by somebody else' }
  })
  const refused = await send(house, path, cookie, { ...fields, ...typed })
  expect(refused.status).toBe(409)
  expect(wordsOn(refused.html)).toContain('Somebody has changed the draft')
  expect(wordsOn(refused.html)).toContain('Put by somebody else')
  const again = fieldsOf(refused.html)
  expect(again).toMatchObject(typed)
  expect(await versionsOf(slug)).toBe(1)
  expect((await fileNow(house, slug)).programme.name).toBeUndefined()
  expect((await send(house, path, cookie, again)).status).toBe(303)
  expect(await versionsOf(slug)).toBe(2)
})

test('what says the same is not released, and an emptied draft is not either; nothing typed is lost', async () => {
  const { slug, cookie, path, fields } = await opened('nothing-new')
  const first = { ...fields, ...typed, 'note.en': '' }
  expect((await send(house, path, cookie, first)).status).toBe(303)
  const same = await send(house, path, cookie, { ...fieldsOf((await ask(house, path, cookie)).html) })
  expect(same.status).toBe(409)
  expect(wordsOn(same.html)).toContain('nothing was released')
  expect(fieldsOf(same.html)).toMatchObject({ 'name.en': 'The final one', provisional: 'no' })
  const before = fieldsOf((await ask(house, path, cookie)).html)
  await edited(house, slug, file => {
    file.programme.slots = []
  })
  const empty = await send(house, path, cookie, { ...before, 'note.en': 'Nothing is left.' })
  expect(empty.status).toBe(409)
  expect(wordsOn(empty.html)).toContain('The draft has no slots yet')
  expect(await versionsOf(slug)).toBe(2)
})

test('a name too long or missing is told beside its field, with what was typed', async () => {
  const { slug, cookie, path, fields } = await opened('no-name')
  for (const [name, said] of [
    ['', 'Enter a name'],
    ['x'.repeat(301), '300 characters'],
  ] as const) {
    const refused = await send(house, path, cookie, { ...fields, ...typed, 'name.en': name })
    expect(refused.status).toBe(422)
    expect(wordsOn(refused.html)).toContain(said)
    expect(fieldsOf(refused.html)).toMatchObject({ 'name.en': name, 'note.en': 'The hall has changed.' })
  }
  expect(await versionsOf(slug)).toBe(1)
})

test('a new name in one language does not go out under the old one in another', async () => {
  const slug = 'named-twice'
  await imported(house, smallFile({ slug }), { announce: true })
  await edited(house, slug, file => {
    file.languages = ['en', 'fr']
    file.programme.name = { en: 'Provisional programme', fr: 'Programme provisoire' }
  })
  const { cookie } = await somebody(house, 'organiser', slug)
  const path = `/en/desk/seminars/${slug}/programme`
  const fields = fieldsOf((await ask(house, path, cookie)).html)
  expect(fields).toMatchObject({ 'name.en': 'Provisional programme', 'name.fr': 'Programme provisoire' })
  const renamed = { ...fields, 'name.en': 'Final programme', provisional: 'no' }
  const refused = await send(house, path, cookie, renamed)
  expect(refused.status).toBe(422)
  expect(wordsOn(refused.html)).toContain('This still names the version before')
  expect(fieldsOf(refused.html)).toMatchObject({ 'name.en': 'Final programme', provisional: 'no' })
  for (const french of ['Programme définitif', '']) {
    const again = fieldsOf((await ask(house, path, cookie)).html)
    const sent = await send(house, path, cookie, {
      ...again,
      'name.en': `Final programme ${french}`,
      'name.fr': french,
    })
    expect(sent.status, french).toBe(303)
  }
  const seen = wordsOn((await ask(house, `/fr/seminars/${slug}/programme`, cookie)).html)
  expect(seen).toContain('Final programme')
  expect(seen).not.toContain('Programme provisoire')
})
