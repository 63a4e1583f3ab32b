import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePlaces, placesVersion } from '#convene/registration/acts/change-places.ts'
import { readPlacesSettings } from '#convene/registration/store/places-settings.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { exportVerb, importVerb } from '#convene/seminar/index.ts'
import { writeSeminarFile } from '#convene/seminar/rules/write-seminar-file.ts'
import type { Command } from '#ground/administration/commands.ts'
import { as, job } from '#ground/database/actor.ts'
import { saveText } from '#ground/languages/acts/save-text.ts'
import { readText } from '#ground/languages/store/one-text.ts'
import { versionOf as versionOfText } from '#ground/languages/version.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from './room.ts'
import { edited, fileNow, imported, parsed, query, rowCounts, somebody } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
})
afterAll(() => house?.close())

const who = job('test')
const attempt = (text: string, options = {}) => importSeminar(house, who, text, options)

/** A translation saved on the page of texts. */
async function translated(id: string, language: 'fr', body: string) {
  const text = await as(house.db, who, tx => readText(tx, 'seminar', id, 'title'))
  const version = versionOfText({
    source: text?.bodies[text.source]?.body ?? '',
    translation: text?.bodies[language] ?? null,
  })
  const saved = await saveText(house, who, {
    ...{ table: 'seminar', record: id, field: 'title', language, body, state: 'reviewed', version, once: null },
    location: '/',
  })
  expect(saved).toEqual({ ok: true })
}

test('where the file would overwrite what was changed in the browser, nothing is written before somebody decides', async () => {
  const text = smallFile({ slug: 'asked' })
  const { id } = await imported(house, text)
  await translated(id, 'fr', 'Un séminaire relu')
  await edited(house, 'asked', file => {
    file.venue.address = 'Changed in the browser'
    const [slot] = file.programme.slots
    if (slot) slot.title.en = 'Renamed'
  })
  const wanted = text
    .replace('Un petit séminaire', 'Un séminaire du fichier')
    .replace('09:00", to: "17:00', '08:00", to: "17:00')
    .replace('country: CO', 'country: FR')
  const before = await rowCounts(house)
  const result = await attempt(wanted)
  expect(result).toMatchObject({ ok: false, why: 'conflicts', problems: [], changes: [] })
  if (result.ok || result.why === 'problems') throw new Error('no conflicts')
  expect(result.conflicts).toEqual([
    {
      path: 'title.fr',
      kind: 'text',
      language: 'fr',
      base: 'Un petit séminaire',
      now: 'Un séminaire relu',
      wanted: 'Un séminaire du fichier',
    },
    {
      path: 'venue.address',
      kind: 'value',
      language: null,
      base: '1 Street, Bogotá',
      now: 'Changed in the browser',
      wanted: '1 Street, Bogotá',
    },
    {
      path: 'programme.slots.slot-1.title.en',
      kind: 'text',
      language: 'en',
      base: 'Talk 1',
      now: 'Renamed',
      wanted: 'Talk 1',
    },
  ])
  // Not all of them decided: still nothing.
  expect(await attempt(wanted, { choices: { 'title.fr': 'file', 'venue.address': 'browser' } })).toMatchObject({
    ok: false,
    why: 'conflicts',
  })
  const look = await attempt(wanted, { dryRun: true })
  expect(look.ok || look.why === 'problems' ? [] : look.changes.map(({ path }) => path)).toEqual([
    'hours_from',
    'venue_country',
  ])
  expect(await rowCounts(house)).toEqual(before)

  const done = await attempt(wanted, {
    choices: { 'title.fr': 'file', 'venue.address': 'browser', 'programme.slots.slot-1.title.en': 'browser' },
  })
  expect(done).toMatchObject({ ok: true, kept: 2 })
  expect(await fileNow(house, 'asked')).toMatchObject({
    title: { fr: 'Un séminaire du fichier' },
    venue: { address: 'Changed in the browser', country: 'FR' },
    hours: { from: '08:00' },
    programme: { slots: [{ title: { en: 'Renamed' } }] },
  })
  expect((await rowCounts(house)).seminar_import).toBe((before.seminar_import ?? 0) + 1)
  // What was kept then is asked again by a file that still says something else; the one that was taken out does not.
  const again = await attempt(wanted)
  expect(again.ok || again.why === 'problems' ? [] : again.conflicts.map(({ path }) => path)).toEqual([
    'venue.address',
    'programme.slots.slot-1.title.en',
  ])
  expect(await attempt(writeSeminarFile(await fileNow(house, 'asked')))).toMatchObject({
    ok: true,
    changes: [],
    kept: 2,
  })
})

test('one side for all: the file as it is, or everything of the browser and the rest of the file', async () => {
  const text = smallFile({ slug: 'sided', organisations: 2 })
  const wanted = text.replace('Un petit séminaire', 'Du fichier').replace('country: CO', 'country: FR')
  for (const prefer of ['browser', 'file'] as const) {
    await imported(house, text, { prefer: 'file' })
    await edited(house, 'sided', file => {
      file.title.fr = 'Du navigateur'
      file.contacts = [{ email: 'office@example.org', label: { en: 'Office' } }]
    })
    const done = await imported(house, wanted, { prefer })
    expect(done.kept).toBe(prefer === 'browser' ? 2 : 0)
    expect(await fileNow(house, 'sided')).toMatchObject(
      prefer === 'file'
        ? { title: { fr: 'Du fichier' }, venue: { country: 'FR' }, contacts: [] }
        : { title: { fr: 'Du navigateur' }, venue: { country: 'FR' }, contacts: [{ email: 'office@example.org' }] },
    )
  }
  expect((await fileNow(house, 'sided')).title).toEqual(parsed(wanted).title)
})

test('the places are changed on their page too: capacity, quotas, deadlines', async () => {
  const text = smallFile({ slug: 'of-places' })
  const { id } = await imported(house, text)
  const organiser = await somebody(house, 'organiser', 'of-places')
  const settings = await as(house.db, organiser.actor, tx => readPlacesSettings(tx, id))
  const quotas = settings.quotas.map(quota => ({ ...quota, capacity: 7 }))
  const changed = await changePlaces(house, organiser.actor, 'of-places', {
    ...settings,
    quotas,
    version: placesVersion(settings),
  })
  expect(changed).toMatchObject({ outcome: 'changed' })
  // Registration is opened by a button, in the middle of a second.
  await query(house, `update perenne.seminar set registration_opens_at = '2030-01-02T03:04:05.678901Z' where id = $1`, [
    id,
  ])
  const result = await attempt(text.replace('capacity: 2', 'capacity: 3'))
  expect(result).toMatchObject({
    ok: false,
    conflicts: [
      { path: 'registration.capacity', base: '2', now: '7', wanted: '3' },
      { path: 'registration.opens', base: null, now: '2030-01-01T22:04:05', wanted: null },
    ],
  })
  // A file taken out and brought back does not move that moment.
  expect((await imported(house, writeSeminarFile(await fileNow(house, 'of-places')))).changes).toEqual([])
})

test('a seminar that was made in the browser: each difference is to be decided, the first time', async () => {
  const text = smallFile({ slug: 'hand-made' })
  const { id } = await imported(house, text)
  await query(house, 'delete from perenne.seminar_import where seminar_id = $1', [id])
  expect(await attempt(text)).toMatchObject({ ok: true, changes: [] })
  await query(house, 'delete from perenne.seminar_import where seminar_id = $1', [id])
  const wanted = text.replace('capacity: 2', 'capacity: 4')
  expect(await attempt(wanted)).toMatchObject({
    ok: false,
    lastImportAt: null,
    conflicts: [{ path: 'registration.capacity', base: null, now: '2', wanted: '4' }],
  })
  await imported(house, wanted, { prefer: 'file' })
  expect(await attempt(wanted.replace('capacity: 4', 'capacity: 5'))).toMatchObject({ ok: true, kept: 0 })
})

test('a cancellation is taken back by a file only when somebody says so', async () => {
  const text = smallFile({ slug: 'called-off' })
  const { id } = await imported(house, text)
  await query(house, 'update perenne.seminar set cancelled_at = perenne.now() where id = $1', [id])
  expect(await attempt(text.replace('country: CO', 'country: FR'))).toMatchObject({ ok: true })
  expect(await attempt(text.replace('date:', 'cancelled: false\ndate:'))).toMatchObject({
    ok: false,
    conflicts: [{ path: 'cancelled', base: 'false', now: 'true', wanted: 'false' }],
  })
  expect((await fileNow(house, 'called-off')).cancelled).toBe(true)
})

test('two sides that are right alone and not together are told, and nothing is written', async () => {
  const text = smallFile({ slug: 'mixed', organisations: 2 })
  await imported(house, text)
  await edited(house, 'mixed', file => {
    const [slot] = file.programme.slots
    if (slot) slot.moderators = ['org-2']
  })
  const wanted = text.replace(/ {2}- \{key: org-2.*\n/, '')
  const before = await rowCounts(house)
  expect(await attempt(wanted, { prefer: 'browser' })).toMatchObject({
    ok: false,
    why: 'mixed',
    problems: [{ path: 'programme.slots.1.moderators.1', found: 'org-2' }],
  })
  expect(await rowCounts(house)).toEqual(before)
  expect(await attempt(wanted, { prefer: 'file' })).toMatchObject({ ok: true })
})

test('what has changed since somebody looked is told again', async () => {
  const text = smallFile({ slug: 'seen' })
  await imported(house, text)
  const wanted = text.replace('country: CO', 'country: FR')
  const look = await attempt(wanted, { dryRun: true })
  if (!look.ok) throw new Error('conflicts')
  // Somebody else imports a file meanwhile: no change of the browser, and all the same not what was looked at.
  await imported(house, text.replace('A hall', 'Another hall'))
  expect(await attempt(wanted, { seen: look.version })).toMatchObject({
    ok: false,
    why: 'changed-meanwhile',
    conflicts: [],
  })
  const again = await attempt(wanted, { dryRun: true })
  if (!again.ok) throw new Error('conflicts')
  expect(again.changes.map(({ path }) => path)).toContain('venue_name.en')
  expect(await attempt(wanted, { seen: again.version })).toMatchObject({ ok: true })
  // And a new seminar that somebody else made meanwhile.
  const fresh = smallFile({ slug: 'seen-new' })
  const first = await attempt(fresh, { dryRun: true })
  await imported(house, fresh)
  expect(await attempt(fresh, { seen: first.ok ? first.version : '' })).toMatchObject({
    ok: false,
    why: 'changed-meanwhile',
  })
})

test('whoever may not edit a seminar learns nothing of what differs', async () => {
  const text = smallFile({ slug: 'closed-book' })
  await imported(house, text, { announce: true })
  await edited(house, 'closed-book', file => {
    file.registration.capacity = 40
  })
  await imported(house, smallFile({ slug: 'elsewhere-book' }))
  for (const [role, space] of [
    ['organiser', 'elsewhere-book'],
    ['evaluator', 'closed-book'],
    ['translator', 'closed-book'],
  ] as const) {
    const { actor } = await somebody(house, role, space)
    for (const options of [{ dryRun: true }, { prefer: 'file' }, {}] as const)
      await expect(importSeminar(house, actor, text, options), role).rejects.toMatchObject({ kind: 'forbidden' })
  }
  const { actor } = await somebody(house, 'organiser', 'closed-book')
  expect(await importSeminar(house, actor, text)).toMatchObject({ ok: false, why: 'conflicts' })
})

test('organisations of a network that two seminars name in other languages stay as they are', async () => {
  const one = smallFile({ slug: 'share-1' }).replace('name: {en: Organisation 1}', 'name: {en: Shared, fr: Partagée}')
  const other = smallFile({ slug: 'share-2' })
    .replace('source: en', 'source: es')
    .replace('[en, fr]', '[es]')
    .replace(', fr: Un petit séminaire', '')
    .replace(', fr: J’accepte.', '')
    .replaceAll('{en: ', '{es: ')
  await imported(house, one, { prefer: 'file' })
  const before = await fileNow(house, 'share-1')
  await imported(house, other, { prefer: 'file' })
  expect((await fileNow(house, 'share-1')).organisations).toEqual(before.organisations)
  expect((await fileNow(house, 'share-2')).organisations[0]?.name).toEqual({ es: 'Organisation 1' })
  const counts = await rowCounts(house)
  for (const text of [one, other, one]) expect((await imported(house, text)).changes).toEqual([])
  expect((await rowCounts(house)).record_version).toBe(counts.record_version)
})

test('on the command line: each field with both sides, and nothing is written without --prefer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'perenne-prefer-'))
  const file = join(folder, 'seminar.yaml')
  const run = async (command: Command, words: string[], options: Record<string, string> = {}, json = false) => {
    const told = { out: [] as string[], err: [] as string[] }
    const code = await command.run({
      words,
      json,
      options,
      environment: {},
      say: line => void told.out.push(line),
      complain: line => void told.err.push(line),
    })
    return { code, ...told }
  }
  const inHouse = (_line: unknown, work: (house: TestHouse) => Promise<number>) => work(house)
  const [bringIn, takeOut] = [importVerb(inHouse as never), exportVerb(inHouse as never)]
  try {
    await writeFile(file, smallFile({ slug: 'typed' }))
    expect(await run(bringIn, [file])).toMatchObject({ code: 0 })
    await edited(house, 'typed', edit => {
      edit.title.fr = 'Relu'
    })
    const before = await rowCounts(house)
    const asked = await run(bringIn, [file])
    expect(asked.code).toBe(1)
    expect(asked.out).toEqual([])
    expect(asked.err).toEqual([
      'title.fr',
      '  at the last import: Un petit séminaire',
      '  is now:             Relu',
      '  the file says:      Un petit séminaire',
      'Nothing was imported: typed was changed in the browser where the file says something else (1).',
      'Say which side wins: --prefer file, or --prefer browser. Field by field, in the browser: /en/desk/import.',
    ])
    const forPrograms = await run(bringIn, [file], {}, true)
    expect(forPrograms.code).toBe(1)
    expect(JSON.parse(forPrograms.out[0] ?? '')).toMatchObject({
      ok: false,
      why: 'conflicts',
      conflicts: [{ path: 'title.fr' }],
    })
    expect(await rowCounts(house)).toEqual(before)
    const kept = await run(bringIn, [file], { prefer: 'browser' })
    expect(kept).toEqual({
      code: 0,
      out: ['typed: 0 changed'],
      err: ['typed: changed in the browser since the last import and kept: 1.'],
    })
    // Taken out, it has what was changed in the browser, and comes back without a question.
    expect(await run(takeOut, ['seminar', 'typed', file])).toMatchObject({ code: 0, out: [] })
    expect(await readFile(file, 'utf8')).toContain('fr: Relu')
    expect(await run(bringIn, [file])).toMatchObject({ code: 0, out: ['typed: 0 changed'] })
    const shown = await run(takeOut, ['seminar', 'typed'])
    expect(`${shown.out.join('\n')}\n`).toBe(await readFile(file, 'utf8'))
    expect(JSON.parse((await run(takeOut, ['seminar', 'typed'], {}, true)).out[0] ?? '')).toMatchObject({
      slug: 'typed',
    })
    expect(await run(takeOut, ['seminar', 'nowhere'])).toEqual({
      code: 1,
      out: [],
      err: ['There is no seminar with the address nowhere.'],
    })
    await expect(run(takeOut, ['everything'])).rejects.toThrow()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
