import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { makeSeminar } from '#convene/seminar/acts/make-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { as, job } from '#ground/database/actor.ts'
import { saveText } from '#ground/languages/acts/save-text.ts'
import { readText } from '#ground/languages/store/one-text.ts'
import { versionOf as versionOfText } from '#ground/languages/version.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from './room.ts'
import { edited, fileNow, imported, parsed, query, registrant, rowCounts, somebody, wordsOf } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
})
afterAll(() => house?.close())

const who = job('test')
const question = `
  questions:
    - {key: which, kind: choice, label: {en: Which one?, fr: Lequel ?}, options: [{key: a, label: {en: A, fr: Ah}}, {key: b, label: {en: B, fr: Bé}}]}
  consents:`
const fileOf = (slug: string) => smallFile({ slug }).replace('\n  consents:', question)

test('a part is changed, and the rest stays; a form that was sent is remembered', async () => {
  const { id } = await imported(house, fileOf('part'))
  const before = await fileNow(house, 'part')
  const part = (file: SeminarFile) => [file.date, file.venue]
  const once = house.keys.sign('once', 'a')
  const result = await changeSeminar(
    house,
    who,
    'part',
    versionOf(part(before)),
    file => ({ ...file, venue: { ...file.venue, address: '  2 Street ' } }),
    { part, reason: 'venue', sent: { once, location: '/there' } },
  )
  expect(result).toEqual({
    outcome: 'changed',
    id,
    changes: [{ path: 'venue_address', kind: 'changed', before: '1 Street, Bogotá', after: '2 Street' }],
  })
  expect(await fileNow(house, 'part')).toEqual({ ...before, venue: { ...before.venue, address: '2 Street' } })
  expect(await query(house, 'select location from perenne.sent_form where key = $1', [once])).toEqual([
    { location: '/there' },
  ])
  const [version] = await query<{ reason: string }>(
    house,
    `select reason from perenne.record_version where record_id = $1 and record_table = 'seminar' order by version desc limit 1`,
    [id],
  )
  expect(version?.reason).toBe('venue')
  // Subscribers' calendars take the new address.
  expect(await query(house, 'select calendar_sequence as n from perenne.seminar where id = $1', [id])).toEqual([
    { n: 1 },
  ])
})

test('a changed original leaves the translations that nobody touched out of date; an import says them all', async () => {
  const { id } = await imported(house, fileOf('stale'))
  await edited(house, 'stale', file => {
    file.title.en = 'A large seminar'
  })
  expect(await wordsOf(house, id, 'title')).toEqual([
    { language: 'en', body: 'A large seminar', state: 'source', stale: false },
    { language: 'fr', body: 'Un petit séminaire', state: 'reviewed', stale: true },
  ])
  // Another part is edited: what is out of date stays so, and gets no new version.
  const before = (await rowCounts(house)).record_version as number
  await edited(house, 'stale', file => {
    file.subtitle = { en: 'Subtitle' }
  })
  expect((await rowCounts(house)).record_version).toBe(before + 1)
  expect((await wordsOf(house, id, 'title'))[1]).toMatchObject({ stale: true })
  await edited(house, 'stale', file => {
    file.title.fr = 'Un grand séminaire'
  })
  expect((await wordsOf(house, id, 'title'))[1]).toMatchObject({ body: 'Un grand séminaire', stale: false })
})

test('a draft that nobody touched is not reviewed by an edit beside it', async () => {
  const { id } = await imported(house, fileOf('draft-state'))
  await query(
    house,
    `update perenne.translation set state = 'machine' where record_id = $1 and field = 'title' and language = 'fr'`,
    [id],
  )
  await edited(house, 'draft-state', file => {
    file.title.en = 'Another'
  })
  expect((await wordsOf(house, id, 'title'))[1]).toMatchObject({ state: 'machine', stale: true })
})

test('words that somebody agreed to become a new version, in which what was not touched is as old as it was', async () => {
  const { id } = await imported(house, fileOf('agreed'))
  await registrant(house, id)
  await edited(house, 'agreed', file => {
    const [consent] = file.registration.consents
    if (consent) consent.text.en = 'I fully agree.'
  })
  const rows = await query<{ id: string; version: number; current: boolean }>(
    house,
    'select id, version, superseded_at is null as current from perenne.consent where seminar_id = $1 order by version',
    [id],
  )
  expect(rows).toMatchObject([
    { version: 1, current: false },
    { version: 2, current: true },
  ])
  expect(await wordsOf(house, rows[0]?.id ?? '', 'text')).toMatchObject([
    { body: 'I agree.' },
    { body: 'J’accepte.', stale: false },
  ])
  expect(await wordsOf(house, rows[1]?.id ?? '', 'text')).toEqual([
    { language: 'en', body: 'I fully agree.', state: 'source', stale: false },
    { language: 'fr', body: 'J’accepte.', state: 'reviewed', stale: true },
  ])
})

test('another source language: translations that were fresh are fresh, those that were old stay old', async () => {
  const { id } = await imported(house, fileOf('moved-source').replace('A network}', 'A network, fr: Un réseau}'))
  await edited(house, 'moved-source', file => {
    file.languages = ['en', 'fr', 'es', 'pt']
    file.title = { en: 'A', fr: 'Un petit séminaire', es: 'Uno', pt: 'Um' }
  })
  await query(
    house,
    `update perenne.translation set source_hash = 'old' where record_id = $1 and field = 'title' and language = 'pt'`,
    [id],
  )
  const now = await fileNow(house, 'moved-source')
  const inFrench = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(inFrench) as T
    if (typeof value !== 'object' || value === null) return value
    if ('en' in value && !('fr' in value)) return { ...value, fr: `${value.en} (fr)` }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inFrench(inner)])) as T
  }
  const result = await changeSeminar(house, who, 'moved-source', versionOf(now), file => ({
    ...inFrench(file),
    source: 'fr',
  }))
  expect(result).toMatchObject({ outcome: 'changed' })
  expect(await wordsOf(house, id, 'title')).toEqual([
    { language: 'en', body: 'A', state: 'reviewed', stale: false },
    { language: 'es', body: 'Uno', state: 'reviewed', stale: false },
    { language: 'fr', body: 'Un petit séminaire', state: 'source', stale: false },
    { language: 'pt', body: 'Um', state: 'reviewed', stale: true },
  ])
  expect((await fileNow(house, 'moved-source')).source).toBe('fr')
})

test('a language taken from the page keeps its words for another day; an import removes them', async () => {
  const { id } = await imported(house, fileOf('fewer'))
  const onlyEnglish = (file: SeminarFile) =>
    JSON.parse(JSON.stringify({ ...file, languages: ['en'] }, (key, value) => (key === 'fr' ? undefined : value)))
  const now = await fileNow(house, 'fewer')
  expect(await changeSeminar(house, who, 'fewer', versionOf(now), onlyEnglish)).toMatchObject({
    outcome: 'changed',
    changes: [{ path: 'languages', after: 'en' }],
  })
  expect(await wordsOf(house, id, 'title')).toHaveLength(2)
  await edited(house, 'fewer', file => {
    file.languages = ['en', 'fr']
  })
  expect((await fileNow(house, 'fewer')).title).toEqual({ en: 'A small seminar', fr: 'Un petit séminaire' })
  const text = fileOf('fewer')
    .replace('[en, fr]', '[en]')
    .replaceAll(/, fr: [^,}]*/g, '')
  await imported(house, text, { prefer: 'file' })
  expect(await wordsOf(house, id, 'title')).toHaveLength(1)
})

test('what somebody else changed in that part is told, in another part it stays', async () => {
  await imported(house, fileOf('stale-save'))
  const seen = await fileNow(house, 'stale-save')
  const part = (file: SeminarFile) => file.title
  await edited(house, 'stale-save', file => {
    file.title.en = 'Saved meanwhile'
    file.venue.address = 'Meanwhile Street'
  })
  const mine = await changeSeminar(
    house,
    who,
    'stale-save',
    versionOf(part(seen)),
    file => ({ ...file, title: { en: 'Mine' } }),
    { part },
  )
  expect(mine).toMatchObject({ outcome: 'stale', now: { title: { en: 'Saved meanwhile' } } })
  const other = await changeSeminar(
    house,
    who,
    'stale-save',
    versionOf(seen.contacts),
    file => ({ ...file, contacts: [{ email: 'a@example.org', label: { en: 'Office' } }] }),
    {
      part: file => file.contacts,
    },
  )
  expect(other).toMatchObject({ outcome: 'changed' })
  expect(await fileNow(house, 'stale-save')).toMatchObject({
    title: { en: 'Saved meanwhile' },
    venue: { address: 'Meanwhile Street' },
    contacts: [{ email: 'a@example.org' }],
  })
})

test('two organisers at once: one is saved, the other is told', async () => {
  await imported(house, fileOf('at-once'))
  const seen = versionOf(await fileNow(house, 'at-once'))
  const results = await Promise.all(
    ['one', 'two', 'three'].map(one =>
      changeSeminar(house, who, 'at-once', seen, file => ({ ...file, title: { en: one } })),
    ),
  )
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'stale', 'stale'])
})

test('a translation saved at the same moment on its own page stays', async () => {
  const { id } = await imported(house, fileOf('beside'))
  const translator = await somebody(house, 'translator', 'beside')
  const text = await as(house.db, translator.actor, tx => readText(tx, 'seminar', id, 'title'))
  if (!text) throw new Error('no text')
  const seen = versionOf(await fileNow(house, 'beside'))
  let saving: Promise<unknown> = Promise.resolve()
  const result = await changeSeminar(house, who, 'beside', seen, file => {
    // After the edit has read the seminar, and before it writes.
    saving = saveText(house, translator.actor, {
      table: 'seminar',
      record: id,
      field: 'title',
      language: 'es',
      body: 'Un seminario',
      state: 'draft',
      version: versionOfText({ source: text.bodies.en?.body ?? '', translation: null }),
      once: null,
      location: '/',
    })
    return { ...file, languages: ['en', 'fr', 'es'], title: { ...file.title, fr: 'Touché' } }
  })
  await saving
  expect(result).toMatchObject({ outcome: 'changed' })
  expect((await fileNow(house, 'beside')).title).toEqual({ en: 'A small seminar', fr: 'Touché', es: 'Un seminario' })
})

test('what is not right comes back with its path, and nothing is written', async () => {
  await imported(house, fileOf('wrong'))
  const before = await rowCounts(house)
  const now = await fileNow(house, 'wrong')
  const attempt = (patch: (file: SeminarFile) => unknown) =>
    changeSeminar(house, who, 'wrong', versionOf(now), file => patch(file) as SeminarFile)
  expect(await attempt(file => ({ ...file, title: { fr: 'Sans source' } }))).toEqual({
    outcome: 'invalid',
    problems: [{ path: ['title'], found: '{"fr":"Sans source"}', expected: { code: 'source-text', language: 'en' } }],
  })
  expect(await attempt(file => ({ ...file, title: {} }))).toMatchObject({
    outcome: 'invalid',
    problems: [{ path: ['title'] }],
  })
  expect(
    await attempt(file => ({
      ...file,
      date: '2030-02-30',
      registration: {
        ...file.registration,
        perForm: 30,
        quotas: [{ key: 'q', name: { en: 'Q' }, capacity: 1, territory: 'nowhere' }],
      },
    })),
  ).toMatchObject({ outcome: 'invalid', problems: [{ path: ['date'] }, { path: ['registration', 'perForm'] }] })
  expect(
    await attempt(file => ({
      ...file,
      registration: {
        ...file.registration,
        quotas: [{ key: 'q', name: { en: 'Q' }, capacity: 1, territory: 'nowhere' }],
      },
    })),
  ).toMatchObject({
    outcome: 'invalid',
    problems: [
      { path: ['registration', 'quotas', 0, 'territory'], found: 'nowhere', expected: { code: 'known-territory' } },
    ],
  })
  expect(await rowCounts(house)).toEqual(before)
})

test('a problem of another part that was there before does not keep anybody from saving', async () => {
  const { id } = await imported(house, fileOf('old-problem'))
  // On the page of texts a title may be as long as any text.
  await query(
    house,
    `update perenne.translation set body = repeat('x', 400) where record_id = $1 and field = 'title' and language = 'fr'`,
    [id],
  )
  await edited(house, 'old-problem', file => {
    file.venue.address = ' 3 Street '
  })
  expect((await fileNow(house, 'old-problem')).venue.address).toBe('3 Street')
  const now = await fileNow(house, 'old-problem')
  expect(
    await changeSeminar(house, who, 'old-problem', versionOf(now), file => ({
      ...file,
      title: { ...file.title, fr: 'y'.repeat(301) },
    })),
  ).toMatchObject({ outcome: 'invalid', problems: [{ path: ['title', 'fr'], expected: { code: 'text-too-long' } }] })
})

test('a quota of a territory that is not public stays, for somebody who may not see it', async () => {
  const { id } = await imported(house, fileOf('hidden'))
  await query(
    house,
    `with s as (insert into perenne.space (kind, slug, parent_id, visibility) select 'territory', 'hidden-town', id, 0 from perenne.space where kind = 'installation' returning id),
     t as (insert into perenne.territory (id, country, region, government, visibility) select id, 'CO', 'latin-america', 'municipality', 0 from s returning id),
     q as (insert into perenne.quota (seminar_id, key, capacity, territory_id, position) select $1, 'town', 3, id, 1 from t returning id)
     insert into perenne.translation (record_table, record_id, field, language, body, state) select 'quota', id, 'name', 'en', 'Town', 'source' from q`,
    [id],
  )
  const organiser = await somebody(house, 'organiser', 'hidden')
  expect((await fileNow(house, 'hidden', organiser.actor)).registration.quotas[0]?.territory).toMatch(/^[0-9a-f-]{36}$/)
  const seen = versionOf(await fileNow(house, 'hidden', organiser.actor))
  expect(
    await changeSeminar(house, organiser.actor, 'hidden', seen, file => ({ ...file, subtitle: { en: 'S' } })),
  ).toMatchObject({ outcome: 'changed', changes: [{ path: 'subtitle.en' }] })
  expect((await fileNow(house, 'hidden')).registration.quotas[0]?.territory).toBe('hidden-town')
})

test('more places go to the people who wait, in the same transaction', async () => {
  const { id } = await imported(house, fileOf('more-places').replace('capacity: 2', 'capacity: 0'))
  const waiting = await registrant(house, id, 'waiting')
  await house.setClock('2030-04-01T12:00:00Z')
  await edited(house, 'more-places', file => {
    file.registration.capacity = 5
  })
  expect(await query(house, 'select state from perenne.registration where id = $1', [waiting])).toEqual([
    { state: 'confirmed' },
  ])
})

test('only whoever may edit the seminar edits it, or finds out what is in it', async () => {
  await imported(house, fileOf('guarded'))
  await imported(house, fileOf('other'))
  const seen = versionOf(await fileNow(house, 'guarded'))
  const before = await rowCounts(house)
  const attempt = async (role: string, space: string) => {
    const { actor } = await somebody(house, role, space)
    return changeSeminar(house, actor, 'guarded', seen, file => ({ ...file, title: { en: 'Taken over' } }))
  }
  for (const role of ['translator', 'evaluator', 'door_steward', 'moderator'])
    await expect(attempt(role, 'guarded'), role).rejects.toMatchObject({ kind: 'forbidden' })
  // A draft of another seminar does not exist for them.
  await expect(attempt('organiser', 'other')).rejects.toMatchObject({ kind: 'not-found' })
  await expect(changeSeminar(house, { kind: 'anonymous' }, 'guarded', seen, file => file)).rejects.toMatchObject({
    kind: 'not-found',
  })
  await expect(changeSeminar(house, who, 'nowhere', seen, file => file)).rejects.toMatchObject({ kind: 'not-found' })
  // Access rights have versions, of the seminar there is none.
  expect(await rowCounts(house)).toEqual({ ...before, record_version: expect.any(Number) })
  expect((await fileNow(house, 'guarded')).title).toEqual(parsed(fileOf('guarded')).title)
  const { actor } = await somebody(house, 'organiser', 'guarded')
  expect(
    await changeSeminar(house, actor, 'guarded', seen, file => ({ ...file, title: { en: 'Mine' } })),
  ).toMatchObject({
    outcome: 'changed',
  })
  // Neither address nor network is changed by a patch.
  const now = versionOf(await fileNow(house, 'guarded'))
  expect(
    await changeSeminar(house, actor, 'guarded', now, file => ({
      ...file,
      slug: 'other',
      network: { slug: 'else', name: { en: 'E' } },
    })),
  ).toMatchObject({ outcome: 'changed', changes: [] })
})

test('a new seminar: made once, by whoever may edit its network', async () => {
  await imported(house, fileOf('first'))
  const file = { ...parsed(fileOf('brand-new')), title: { en: ' Brand new ' } }
  const { actor } = await somebody(house, 'organiser', 'net')
  const once = house.keys.sign('once', 'new')
  const sent = { once, location: (slug: string) => `/desk/${slug}` }
  expect(await makeSeminar(house, actor, file, { sent })).toMatchObject({ outcome: 'made', slug: 'brand-new' })
  expect((await fileNow(house, 'brand-new')).title).toEqual({ en: 'Brand new' })
  expect(await query(house, 'select location from perenne.sent_form where key = $1', [once])).toEqual([
    { location: '/desk/brand-new' },
  ])
  const [row] = await query<{ visibility: number }>(
    house,
    `select visibility from perenne.space where slug = 'brand-new'`,
  )
  expect(row?.visibility).toBe(0)
  const before = await rowCounts(house)
  expect(await makeSeminar(house, actor, file)).toEqual({ outcome: 'taken' })
  expect(await makeSeminar(house, actor, { ...file, slug: 'Wrong' })).toMatchObject({
    outcome: 'invalid',
    problems: [{ path: ['slug'] }],
  })
  const elsewhere = await somebody(house, 'organiser', 'first')
  await expect(makeSeminar(house, elsewhere.actor, { ...file, slug: 'not-mine' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  // A seminar that they cannot see has the address.
  const [space] = await query<{ id: string }>(
    house,
    `insert into perenne.space (kind, slug, parent_id) select 'network', 'second-net', id from perenne.space where kind = 'installation' returning id`,
  )
  expect(space).toBeDefined()
  const second = await somebody(house, 'organiser', 'second-net')
  expect(
    await makeSeminar(house, second.actor, { ...file, network: { slug: 'second-net', name: { en: 'N' } } }),
  ).toEqual({ outcome: 'taken' })
  await expect(
    makeSeminar(house, second.actor, { ...file, slug: 'intruder', network: { slug: 'net', name: { en: 'N' } } }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  const { sent_form: _, ...rest } = await rowCounts(house)
  expect(rest).toMatchObject({ seminar: before.seminar, translation: before.translation })
})
