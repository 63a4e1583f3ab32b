import { afterAll, beforeAll, expect, test } from 'vitest'
import { copySeminar } from '#convene/seminar/acts/copy-seminar.ts'
import { findSeminar } from '#convene/seminar/index.ts'
import { copyOf } from '#convene/seminar/rules/copy-of.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { asPublic, job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { sample, seminarRoom, slug, smallFile } from './room.ts'
import { edited, fileNow, imported, query, registrant, rowCounts, somebody, wordsOf } from './support.ts'

let house: TestHouse
let id: string
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
  const result = await imported(house, await sample(), { announce: true })
  id = result.id
})
afterAll(() => house?.close())

const who = job('test')
const idOf = async (of: string) =>
  (await query<{ id: string }>(house, `select id from perenne.space where kind = 'seminar' and slug = $1`, [of]))[0]
    ?.id ?? ''

test('a copy says the same of another day, and has nobody', async () => {
  await registrant(house, id)
  await query(house, `update perenne.seminar set reminder_days = '{14,2}' where id = $1`, [id])
  await query(
    house,
    `with w as (insert into perenne.mail_words (seminar_id, template) values ($1, 'registration-confirmed') returning id),
     s as (insert into perenne.translation (record_table, record_id, field, language, body, state) select 'mail_words', id, 'body', 'fr', 'Bienvenue', 'source' from w)
     select 1`,
    [id],
  )
  await query(
    house,
    `insert into perenne.translation (record_table, record_id, field, language, body, state, source_hash)
     select 'mail_words', id, 'body', 'en', 'Welcome', 'draft', 'old' from perenne.mail_words where seminar_id = $1`,
    [id],
  )
  // One translation is out of date, one is a draft.
  await query(
    house,
    `update perenne.translation set source_hash = 'old' where record_id = $1 and field = 'theme' and language = 'es'`,
    [id],
  )
  await query(
    house,
    `update perenne.translation set state = 'draft' where record_id = $1 and field = 'objective' and language = 'pt'`,
    [id],
  )
  const before = await fileNow(house, slug)
  const sourceBefore = await rowCounts(house)
  const once = house.keys.sign('once', 'copy')
  const made = await copySeminar(
    house,
    who,
    slug,
    { slug: 'again-2020', date: '2020-07-02' },
    { once, location: to => `/desk/${to}` },
  )
  expect(made).toMatchObject({ outcome: 'made', slug: 'again-2020' })
  const copy = await fileNow(house, 'again-2020')
  expect(copy).toEqual({
    ...before,
    slug: 'again-2020',
    date: '2020-07-02',
    registration: { ...before.registration, closes: '2020-06-14T23:59:59' },
  })
  expect(await query(house, 'select location from perenne.sent_form where key = $1', [once])).toEqual([
    { location: '/desk/again-2020' },
  ])
  const to = await idOf('again-2020')
  for (const table of [
    'registration',
    'invitation',
    'attendance_letter',
    'seminar_notice',
    'seminar_import',
    'mailing',
    'retention_run',
  ])
    expect(await query(house, `select 1 from perenne.${table} where seminar_id = $1`, [to]), table).toEqual([])
  expect(await query(house, 'select 1 from perenne.access_right where space_id = $1', [to])).toEqual([])
  expect(
    await query(house, `select taken, held from perenne.quota where seminar_id = $1 and taken + held > 0`, [to]),
  ).toEqual([])
  // A draft: nobody else sees it, whatever the former one was.
  expect(await asPublic(house.db, tx => findSeminar(tx, 'again-2020'))).toBeNull()
  // Translations are as reviewed and as old as they were.
  for (const field of ['theme', 'objective', 'title'])
    expect(await wordsOf(house, to, field)).toEqual(await wordsOf(house, id, field))
  expect((await wordsOf(house, to, 'theme')).find(({ language }) => language === 'es')).toMatchObject({ stale: true })
  expect((await wordsOf(house, to, 'objective')).find(({ language }) => language === 'pt')).toMatchObject({
    state: 'draft',
  })
  expect(await query(house, 'select reminder_days from perenne.seminar where id = $1', [to])).toEqual([
    { reminder_days: [14, 2] },
  ])
  const words = await query<{ id: string; template: string }>(
    house,
    'select id, template from perenne.mail_words where seminar_id = $1',
    [to],
  )
  expect(words).toMatchObject([{ template: 'registration-confirmed' }])
  expect(await wordsOf(house, words[0]?.id ?? '', 'body')).toEqual([
    { language: 'en', body: 'Welcome', state: 'draft', stale: true },
    { language: 'fr', body: 'Bienvenue', state: 'source', stale: false },
  ])
  // The former one is untouched.
  expect(await fileNow(house, slug)).toEqual(before)
  expect((await rowCounts(house)).registration).toBe(sourceBefore.registration)
  expect((await rowCounts(house)).organisation).toBe(sourceBefore.organisation)
})

test('with a title, hours, deadlines and a network of its own', async () => {
  await query(
    house,
    `insert into perenne.space (kind, slug, parent_id) select 'network', 'other-network', id from perenne.space where kind = 'installation'`,
  )
  const made = await copySeminar(house, who, slug, {
    slug: 'own-wishes',
    date: '2021-03-28',
    title: { fr: 'Une autre journée' },
    hours: { from: '10:00', to: '18:00' },
    opens: '2021-01-05T09:00',
    closes: '2021-03-20T12:00:00',
    network: 'other-network',
  })
  expect(made).toMatchObject({ outcome: 'made' })
  expect(await fileNow(house, 'own-wishes')).toMatchObject({
    network: { slug: 'other-network' },
    title: { fr: 'Une autre journée' },
    hours: { from: '10:00', to: '18:00' },
    registration: { opens: '2021-01-05T09:00:00', closes: '2021-03-20T12:00:00' },
  })
  expect((await fileNow(house, 'own-wishes')).organisations).toEqual((await fileNow(house, slug)).organisations)
  // A cancelled seminar is copied as one that is held.
  await query(house, 'update perenne.seminar set cancelled_at = perenne.now() where id = $1', [
    await idOf('own-wishes'),
  ])
  await copySeminar(house, who, 'own-wishes', { slug: 'held-once-more', date: '2021-04-28' })
  expect((await fileNow(house, 'held-once-more')).cancelled).toBeUndefined()
})

test('deadlines keep their distance from the day, whatever the distance and the season', () => {
  const file = {
    date: '2018-07-05',
    title: { fr: 'A' },
    programme: { days: [], slots: [] },
    registration: { opens: '2018-01-31T08:00:00', closes: '2018-07-04T23:59:59', promoteUntil: '2018-07-05T07:00:00' },
  } as unknown as SeminarFile
  expect(copyOf(file, { slug: 's', date: '2020-03-01' }).registration).toEqual({
    opens: '2019-09-28T08:00:00',
    closes: '2020-02-29T23:59:59',
    promoteUntil: '2020-03-01T07:00:00',
  })
  expect(
    copyOf(file, { slug: 's', date: '2018-06-30', opens: null, closes: '2018-06-01T12:00:00' }).registration,
  ).toEqual({
    closes: '2018-06-01T12:00:00',
    promoteUntil: '2018-06-30T07:00:00',
  })
})

test('what the new day leads to is told, with its place, and nothing is made', async () => {
  const before = await rowCounts(house)
  expect(await copySeminar(house, who, slug, { slug: 'wrong-day', date: '2019-02-30' })).toMatchObject({
    outcome: 'invalid',
    problems: [{ path: ['date'] }],
  })
  expect(
    await copySeminar(house, who, slug, { slug: 'late', date: '2019-07-04', closes: '2019-08-01T12:00:00' }),
  ).toMatchObject({
    outcome: 'invalid',
    problems: [{ path: ['registration', 'closes'], expected: { code: 'closes-before-end' } }],
  })
  expect(await copySeminar(house, who, slug, { slug, date: '2019-07-04' })).toEqual({ outcome: 'taken' })
  await expect(copySeminar(house, who, 'nowhere', { slug: 'x', date: '2019-07-04' })).rejects.toMatchObject({
    kind: 'not-found',
  })
  expect(await rowCounts(house)).toEqual(before)
})

test('it needs work on the former one and the right to edit the network of the copy', async () => {
  await imported(house, smallFile({ slug: 'private-draft' }))
  await edited(house, 'private-draft', file => {
    file.subtitle = { en: 'Not for everybody' }
  })
  const wishes = { slug: 'grabbed', date: '2030-07-04' }
  const before = await rowCounts(house)
  const attempt = async (role: string, space: string, from: string, more = {}) =>
    copySeminar(house, (await somebody(house, role, space)).actor, from, { ...wishes, ...more })
  // An organiser elsewhere sees the public page of the sample, and does not work on it.
  await expect(attempt('organiser', 'net', slug, { network: 'net' })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(
    attempt('organiser', 'demo-network', 'private-draft', { network: 'demo-network' }),
  ).rejects.toMatchObject({ kind: 'not-found' })
  // Who works on one seminar may not make another in its network; who only evaluates it makes none at all.
  await expect(attempt('organiser', slug, slug)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(attempt('evaluator', 'demo-network', slug)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(attempt('organiser', 'demo-network', slug, { network: 'net' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(attempt('organiser', 'demo-network', slug, { network: 'not-there' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  expect(await rowCounts(house)).toEqual({ ...before, record_version: expect.any(Number) })
  expect(await attempt('organiser', 'demo-network', slug)).toMatchObject({ outcome: 'made' })
})
