import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { copySeminar } from '#convene/seminar/acts/copy-seminar.ts'
import { importSeminar } from '#convene/seminar/acts/import-seminar.ts'
import { asKept } from '#convene/seminar/rules/as-kept.ts'
import { writeSeminarFile } from '#convene/seminar/rules/write-seminar-file.ts'
import { readSeminar } from '#convene/seminar/store/read-seminar.ts'
import { as, asPublic, job } from '#ground/database/actor.ts'
import { erasePerson } from '#ground/people/acts/erase-person.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { seminarRoom, smallFile } from './room.ts'
import { edited, fileNow, imported, parsed, query, somebody } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
})
afterAll(() => house?.close())

const people = `people:
  - {key: ana, givenName: Ana, familyName: Zanetti-Quiroga, email: ana.zq@example.org, language: es, organisation: org-1, role: {en: Mayor, fr: Maire}, about: {en: Wrote about rivers}, named: true}
  - {key: luc, givenName: Luc, familyName: Vaubert-Lenoir}
  - {key: eva, givenName: Eva, familyName: Okonkwo-Prat}
`
const programme = `    - key: panel
      kind: part
      day: 2030-05-07
      from: "10:00"
      to: "11:00"
      room: blue
      provisional: true
      title: {en: Panel}
      moderatorPersons: [luc]
      speakers: [ana, luc, eva]
      spoken_languages: {floor: [es]}
      seats:
        - {key: one, region: europe, person: ana, state: confirmed}
        - {key: two, region: latin-america, organisation: org-2}
      documents: [{title: {en: Paper, fr: Papier}, url: "https://example.org/paper"}]
    - {key: night, kind: meal, day: 2030-05-07, from: "22:00", until: 2030-05-08, to: "01:00", title: {en: Dinner}}
  days:
    - {date: 2030-05-07, hours: {from: "09:00", to: "18:00"}}
  rooms:
    - {key: blue, name: {en: Blue room, fr: Salle bleue}, capacity: 40}
`
const text = (slug: string, more = programme) =>
  smallFile({ slug, organisations: 1, more }).replace(
    'programme:\n',
    `  - {key: org-2, name: {en: Organisation 2}, kind: network}\n${people}programme:\n`,
  )
const program = job('test')
const versions = async () =>
  (await query<{ n: number }>(house, 'select count(*)::int as n from perenne.record_version'))[0]?.n
const personOf = async (slug: string, key: string) =>
  (
    await query<{ person_id: string }>(
      house,
      `select pp.person_id from perenne.programme_person pp join perenne.space s on s.id = pp.seminar_id
       where s.slug = $1 and pp.key = $2`,
      [slug, key],
    )
  )[0]?.person_id ?? ''
/** Whether a word stands in any row of any table but one. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await query<{ tablename: string }>(
    house,
    "select tablename from pg_tables where schemaname = 'perenne' order by 1",
  )
  const found: string[] = []
  for (const { tablename } of tables)
    if (
      (await query(house, `select from perenne.${tablename} x where x::text like $1 limit 1`, [`%${word}%`])).length > 0
    )
      found.push(tablename)
  return found
}

test('a programme of several days comes back, and importing it changes nothing', async () => {
  await imported(house, text('days'))
  expect(await fileNow(house, 'days')).toEqual(asKept(parsed(text('days'))))
  const before = await versions()
  expect((await imported(house, writeSeminarFile(await fileNow(house, 'days')))).changes).toEqual([])
  expect(await versions()).toBe(before)
  const night = await query<{ starts_at: Date; ends_at: Date }>(
    house,
    `select starts_at, ends_at from perenne.slot x join perenne.space s on s.id = x.space_id
     where s.slug = 'days' and x.key = 'night'`,
  )
  // Bogotá is five hours behind.
  expect(JSON.parse(JSON.stringify(night[0]))).toEqual({
    starts_at: '2030-05-08T03:00:00Z',
    ends_at: '2030-05-08T06:00:00Z',
  })
})

test('the name of a person stands in one table, whatever is imported', async () => {
  await imported(house, text('names'))
  for (const word of ['Vaubert-Lenoir', 'Zanetti-Quiroga', 'ana.zq@example.org'])
    expect(await tablesWith(word), word).toEqual(['person'])
  expect(await tablesWith('Wrote about rivers')).not.toContain('seminar_import')
})

test('a name changed in the browser is decided; one that was not is the file’s to change', async () => {
  await imported(house, text('both'))
  const married = text('both').replace('Zanetti-Quiroga', 'Zanetti')
  expect((await imported(house, married)).changes).toEqual([
    { path: 'people.ana.familyName', kind: 'changed', before: 'Zanetti-Quiroga', after: 'Zanetti' },
  ])
  await edited(house, 'both', file => {
    Object.assign(file.people[1] ?? {}, { familyName: 'Vaubert' })
  })
  // What was said before is not known any more: it is a hash.
  expect(await importSeminar(house, program, married)).toMatchObject({
    ok: false,
    why: 'conflicts',
    conflicts: [{ path: 'people.luc.familyName', base: 'Vaubert-Lenoir', now: 'Vaubert', wanted: 'Vaubert-Lenoir' }],
  })
  const third = married.replace('Vaubert-Lenoir', 'Lenoir')
  expect(await importSeminar(house, program, third)).toMatchObject({
    ok: false,
    conflicts: [{ path: 'people.luc.familyName', base: null, now: 'Vaubert', wanted: 'Lenoir' }],
  })
  await imported(house, third, { prefer: 'browser' })
  expect((await fileNow(house, 'both')).people.map(({ familyName }) => familyName)).toEqual([
    'Zanetti',
    'Vaubert',
    'Okonkwo-Prat',
  ])
})

test('somebody who was erased is on no file, and nothing breaks', async () => {
  await imported(house, text('erased'))
  const [administrator] = await query<{ id: string }>(
    house,
    `with p as (insert into perenne.person (given_name, email, language, has_account) values ('Z', 'z@example.org', 'en', true) returning id)
     insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
     select p.id, 'administrator', s.id, s.kind, 'test' from p, perenne.space s where s.kind = 'installation' returning person_id as id`,
  )
  const who = { kind: 'person', id: administrator?.id ?? '' } as const
  for (const key of ['ana', 'luc'])
    expect(await erasePerson(house, who, await personOf('erased', key), 'asked for')).toBe('erased')
  const file = await fileNow(house, 'erased')
  expect(file.people.map(({ key }) => key)).toEqual(['eva'])
  const panel = file.programme.slots.find(({ key }) => key === 'panel')
  expect(panel).toMatchObject({ moderatorPersons: [], speakers: ['eva'], seats: [{ key: 'one' }, { key: 'two' }] })
  expect(panel?.seats[0]).not.toHaveProperty('person')
  const before = await versions()
  expect((await imported(house, writeSeminarFile(file))).changes).toEqual([])
  expect(await versions()).toBe(before)
  // The key is free for somebody else.
  await edited(house, 'erased', changed => {
    changed.people.push({ key: 'ana', givenName: 'Other', familyName: 'Person', named: false })
    changed.programme.slots.find(({ key }) => key === 'panel')?.speakers.push('ana')
  })
  const after = await fileNow(house, 'erased')
  expect(after.people.map(({ key }) => key)).toEqual(['eva', 'ana'])
  expect(after.programme.slots.find(({ key }) => key === 'panel')?.speakers).toEqual(['eva', 'ana'])
})

test('who is taken off the programme is known by nothing any more; who is erased leaves neither post nor lines', async () => {
  await imported(
    house,
    text('off').replace(
      'familyName: Vaubert-Lenoir',
      'familyName: Vaubert-Lenoir, about: {en: Sang of lakes}, named: true',
    ),
    {
      announce: true,
    },
  )
  const shown = async () =>
    JSON.stringify((await asPublic(house.db, tx => readSeminar(tx, 'off', 'fr')))?.programme?.slots)
  for (const word of ['Vaubert-Lenoir', 'Zanetti-Quiroga', 'Sang of lakes', 'Maire'])
    expect(await shown()).toContain(word)
  expect(await tablesWith('Sang of lakes')).toEqual(['programme_version', 'record_version', 'translation'])
  const [ana, luc] = [await personOf('off', 'ana'), await personOf('off', 'luc')]
  const kept = (id: string) =>
    query(
      house,
      `select given_name, family_name, email, erased_at is not null as erased from perenne.person where id = $1`,
      [id],
    )
  const gone = [{ given_name: null, family_name: null, email: null, erased: true }]
  await edited(house, 'off', file => {
    file.people = file.people.filter(({ key }) => key !== 'luc')
    for (const slot of file.programme.slots) {
      slot.moderatorPersons = []
      slot.speakers = slot.speakers.filter(key => key !== 'luc')
    }
  })
  expect(await kept(luc)).toEqual(gone)
  expect(await kept(ana)).toMatchObject([{ family_name: 'Zanetti-Quiroga', erased: false }])
  // Not the released version either, nor the history, nor the file that was imported.
  expect(await tablesWith('Sang of lakes')).toEqual([])
  expect(await shown()).not.toContain('Vaubert-Lenoir')
  expect(await shown()).toContain('Wrote about rivers')
  const lines = () =>
    query(
      house,
      `select t.body from perenne.translation t join perenne.programme_person pp on pp.id = t.record_id
       where pp.person_id = $1`,
      [ana],
    )
  const seat = () =>
    query(
      house,
      `select x.state, x.programme_person_id is null as free from perenne.slot_seat x
       join perenne.space s on s.id = x.space_id where s.slug = 'off' and x.key = 'one'`,
    )
  expect(await lines()).toHaveLength(3)
  expect(await seat()).toEqual([{ state: 'confirmed', free: false }])
  await query(
    house,
    `update perenne.person set given_name = null, family_name = null, email = null, erased_at = now() where id = $1`,
    [ana],
  )
  expect(await lines()).toEqual([])
  expect(await seat()).toEqual([{ state: 'open', free: true }])
  expect(await shown()).not.toContain('rivers')
  expect(await shown()).not.toContain('Maire')
})

test('somebody with an account stays who they are when they are taken off a programme', async () => {
  await imported(house, text('account'))
  const eva = await personOf('account', 'eva')
  await query(house, `update perenne.person set has_account = true, email = 'eva@example.org' where id = $1`, [eva])
  await edited(house, 'account', file => {
    file.people = file.people.filter(({ key }) => key !== 'eva')
    for (const slot of file.programme.slots) slot.speakers = slot.speakers.filter(key => key !== 'eva')
  })
  expect(await query(house, 'select family_name, erased_at from perenne.person where id = $1', [eva])).toEqual([
    { family_name: 'Okonkwo-Prat', erased_at: null },
  ])
})

test('another date moves the slots that say no day; those that say one stay', async () => {
  await imported(house, text('moved'))
  await edited(house, 'moved', file => {
    file.date = '2030-05-05'
  })
  const { programme } = await fileNow(house, 'moved')
  expect(programme.slots.map(({ key, day, until }) => [key, day, until])).toEqual([
    ['slot-1', undefined, undefined],
    ['panel', '2030-05-07', undefined],
    ['night', '2030-05-07', '2030-05-08'],
  ])
  const first = await query<{ day: string }>(
    house,
    `select (starts_at at time zone 'America/Bogota')::date::text as day from perenne.slot x
     join perenne.space s on s.id = x.space_id where s.slug = 'moved' and x.key = 'slot-1'`,
  )
  expect(first).toEqual([{ day: '2030-05-05' }])
  // The day of the seminar cannot be one of the days after it.
  const seen = versionOf(await fileNow(house, 'moved'))
  const onto = await changeSeminar(house, program, 'moved', seen, file => ({ ...file, date: '2030-05-07' }))
  expect(onto).toMatchObject({ outcome: 'invalid', problems: [{ expected: { code: 'day-after-first' } }] })
})

test('what a seat was asked and answered stays through an import', async () => {
  await imported(house, text('asked'))
  const state = () =>
    query(
      house,
      `select state, invited_at is not null as invited from perenne.slot_seat x
       join perenne.space s on s.id = x.space_id where s.slug = 'asked' order by x.position`,
    )
  await query(
    house,
    `update perenne.slot_seat x set invited_at = now() from perenne.space s where s.id = x.space_id and s.slug = 'asked' and x.key = 'one'`,
  )
  await imported(house, text('asked').replace('region: europe, person: ana', 'region: other, person: ana'))
  expect(await state()).toEqual([
    { state: 'confirmed', invited: true },
    { state: 'open', invited: false },
  ])
})

test('rooms, people, seats and documents that the file leaves out are removed, and slots stay', async () => {
  await imported(house, text('less'))
  await imported(house, smallFile({ slug: 'less' }), { prefer: 'file' })
  const file = await fileNow(house, 'less')
  expect(file).toEqual(asKept(parsed(smallFile({ slug: 'less' }))))
})

test('a copy has the panels and nobody on them', async () => {
  await imported(house, text('first'))
  const made = await copySeminar(house, program, 'first', { slug: 'second', date: '2031-06-01' })
  expect(made).toMatchObject({ outcome: 'made' })
  const { people, programme } = await fileNow(house, 'second')
  expect(people).toEqual([])
  expect(programme.days.map(({ date }) => date)).toEqual(['2031-06-02'])
  const [, panel, night] = programme.slots
  expect(panel).toMatchObject({ day: '2031-06-02', room: 'blue', speakers: [], moderatorPersons: [] })
  expect(panel?.seats).toEqual([
    { key: 'one', region: 'europe', state: 'open' },
    { key: 'two', region: 'latin-america', state: 'open' },
  ])
  expect(night).toMatchObject({ day: '2031-06-02', until: '2031-06-03' })
})

test('the draft and its people are their organisers’ alone', async () => {
  await imported(house, text('ours'), { announce: true })
  await imported(house, smallFile({ slug: 'theirs' }), { announce: true })
  const stranger = await somebody(house, 'organiser', 'theirs')
  const [seminar] = await query<{ id: string }>(house, `select id from perenne.space where slug = 'ours'`)
  const ana = await personOf('ours', 'ana')
  const counted = (table: string) => (tx: Parameters<Parameters<typeof as>[2]>[0]) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(`perenne.${table}`)} where ${
      table === 'person' ? sql`id = ${ana}` : sql`space_id = ${seminar?.id}`
    }`
      .execute(tx)
      .then(({ rows }) => rows[0]?.n)
  const tables = ['programme', 'programme_day', 'programme_room', 'programme_person', 'person']
  const ofSlots = ['slot', 'slot_theme', 'slot_role', 'slot_person', 'slot_seat', 'slot_document']
  for (const table of [...tables, ...ofSlots]) {
    expect(await as(house.db, program, counted(table)), table).toBeGreaterThan(0)
    expect(await as(house.db, stranger.actor, counted(table)), table).toBe(0)
    await expect(asPublic(house.db, counted(table)), table).rejects.toMatchObject({ code: '42501' })
  }
  // They see the page of a public seminar, and of its file no programme.
  const seen = await fileNow(house, 'ours', stranger.actor)
  expect(seen).toMatchObject({ people: [], programme: { slots: [], rooms: [], days: [] } })
  const write = (person: string | null) =>
    as(house.db, stranger.actor, tx =>
      sql`select perenne.write_programme_person(${seminar?.id}, ${person}, 'X', 'Y', null, 'en')`.execute(tx),
    )
  await expect(write(null)).rejects.toMatchObject({ code: '42501' })
  await expect(write(ana)).rejects.toMatchObject({ code: '42501' })
  await expect(importSeminar(house, stranger.actor, text('ours').replace('Ana,', 'Anna,'))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  // Not through their own seminar either: the person belongs to another programme.
  const [own] = await query<{ id: string }>(house, `select id from perenne.space where slug = 'theirs'`)
  const taken = as(house.db, stranger.actor, tx =>
    sql`select perenne.write_programme_person(${own?.id}, ${ana}, 'X', 'Y', null, 'en')`.execute(tx),
  )
  await expect(taken).rejects.toMatchObject({ code: '42501' })
  await expect(
    as(house.db, stranger.actor, tx =>
      tx
        .insertInto('programme_person')
        .values({ seminar_id: own?.id ?? '', key: 'mine', person_id: ana, organisation_id: null, position: 0 })
        .execute(),
    ),
  ).rejects.toThrow()
  expect((await fileNow(house, 'ours')).people[0]).toMatchObject({ givenName: 'Ana', familyName: 'Zanetti-Quiroga' })
  // Whoever reads there without editing, such as an evaluator, learns no name from a draft.
  const evaluator = await somebody(house, 'evaluator', 'ours')
  expect(await as(house.db, evaluator.actor, counted('slot'))).toBeGreaterThan(0)
  expect(await as(house.db, evaluator.actor, counted('person'))).toBe(0)
  // Who organises it reads and writes.
  const organiser = await somebody(house, 'organiser', 'ours')
  await edited(
    house,
    'ours',
    file => {
      Object.assign(file.people[0] ?? {}, { familyName: 'Zanetti' })
    },
    organiser.actor,
  )
  expect((await fileNow(house, 'ours', organiser.actor)).people[0]?.familyName).toBe('Zanetti')
})
