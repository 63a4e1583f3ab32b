import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentQuestions } from '../../../source/convene/registration/store/questions.ts'
import { saveQuotas, setPerOrganisation } from '../../../source/convene/registration/store/quota-changes.ts'
import { importSeminar } from '../../../source/convene/seminar/acts/import-seminar.ts'
import { findSeminar } from '../../../source/convene/seminar/index.ts'
import { as, asPublic, job } from '../../../source/ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { sample, slug as sampleSlug, seminarRoom, smallFile } from './room.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([seminarRoom])
})
afterAll(() => house?.close())

const who = job('import')
const query = async <T>(text: string, values: unknown[] = []) =>
  (await house.database.owner.query(text, values)).rows as T[]

async function given(text: string, options = {}) {
  const result = await importSeminar(house, who, text, options)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

/** A small seminar whose registration block says more. */
const fileOf = (slug: string, registration: string, capacity = 2) =>
  smallFile({ slug }).replace('  capacity: 2\n', `  capacity: ${capacity}\n${registration.replace(/^/gm, '  ')}\n`)

const confirmed = async (
  seminar: string,
  category: string,
  region: string,
  organisation = 'o',
  state = 'confirmed',
) => {
  const [row] = await query<{ id: string }>(
    `with p as (insert into perenne.person (given_name, language) values ('B', 'fr') returning id)
     insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, organisation_key, country, region, language, state)
     select $1, p.id, $5, $2, 'O', $4, 'CO', $3, 'fr', $6 from p returning id`,
    [seminar, category, region, organisation, randomUUID(), state],
  )
  return row?.id as string
}
const quotas = (seminar: string) =>
  query<{ key: string; capacity: number; taken: number; ceiling: number }>(
    'select key, capacity, taken, ceiling from perenne.quota where seminar_id = $1 order by position, key',
    [seminar],
  )

test('the sample: admission, quotas and questions in four languages, and twice changes nothing', async () => {
  const text = await sample()
  const { id } = await given(text, { announce: true })
  const versions = async () =>
    (await query<{ n: number }>('select count(*)::int as n from perenne.record_version'))[0]?.n
  const before = await versions()
  expect((await given(text)).changes).toEqual([])
  expect(await versions()).toBe(before)
  expect(
    await query(
      `select approval_for, per_organisation, per_form, promotion, promote_until, needs_days, answers_days, persons_days
       from perenne.admission where seminar_id = $1`,
      [id],
    ),
  ).toEqual([
    {
      approval_for: ['other'],
      per_organisation: 12,
      per_form: 10,
      promotion: 'direct',
      promote_until: null,
      needs_days: 30,
      answers_days: 365,
      persons_days: 365,
    },
  ])
  const questions = await asPublic(house.db, tx => currentQuestions(tx, id))
  expect(
    questions.map(({ key, kind, required, condition, options }) => [key, kind, required, condition, options]),
  ).toEqual([
    ['parts', 'several', false, null, ['part-1', 'part-2', 'part-3']],
    ['alternation', 'choice', false, { category: ['elected', 'staff'] }, ['carried-on', 'weakened', 'same-team']],
    ['question-to-moderators', 'text', false, null, []],
  ])
  for (const { label, choices } of questions) {
    for (const words of [label, ...choices.map(choice => choice.label)])
      expect(Object.keys(words?.bodies ?? {}).sort()).toEqual(['en', 'es', 'fr', 'pt'])
  }
  const names = await query<{ key: string; n: number }>(
    `select q.key, count(t.id)::int as n from perenne.quota q
     left join perenne.translation t on t.record_id = q.id and t.record_table = 'quota' and t.field = 'name'
     where q.seminar_id = $1 and q.key <> 'overall' group by q.key`,
    [id],
  )
  expect(names.map(({ n }) => n)).toEqual([4, 4, 4, 4])
  expect((await asPublic(house.db, tx => findSeminar(tx, sampleSlug)))?.quotas).toHaveLength(5)
})

test('moments are those of the venue; what is left out falls back to what is usual', async () => {
  const full = `approval: [other, university]
perOrganisation: 3
perForm: 5
promotion: offer
offerHours: 24
promoteUntil: 2030-05-05T12:00:00
changeUntil: 2030-05-04T23:59:59
retention: {needs: 7}`
  const { id } = await given(fileOf('moments', full))
  const admission = () => query<Record<string, unknown>>('select * from perenne.admission where seminar_id = $1', [id])
  expect((await admission())[0]).toMatchObject({
    approval_for: ['other', 'university'],
    promotion: 'offer',
    offer_hours: 24,
    promote_until: Temporal.Instant.from('2030-05-05T17:00:00Z'),
    change_until: Temporal.Instant.from('2030-05-05T04:59:59Z'),
    needs_days: 7,
    answers_days: 365,
    persons_days: 1095,
  })
  const { changes } = await given(smallFile({ slug: 'moments' }))
  expect(changes.map(({ path }) => path).sort()).toEqual(
    [
      'approval',
      'changeUntil',
      'offerHours',
      'perForm',
      'perOrganisation',
      'promoteUntil',
      'promotion',
      'retention.needs',
    ].map(key => `registration.${key}`),
  )
  expect((await admission())[0]).toMatchObject({ per_organisation: null, promote_until: null, needs_days: 30 })
})

test('a new quota counts at once those who hold a place, even too many of them, and closes until it has fallen', async () => {
  const { id } = await given(fileOf('counted', '', 10))
  for (const state of ['confirmed', 'offered', 'confirmed', 'waiting', 'cancelled']) {
    if (state !== 'offered') await confirmed(id, 'staff', 'europe', 'o', state)
  }
  await confirmed(id, 'university', 'europe')
  await query(`update perenne.quota set taken = 3 where seminar_id = $1`, [id])
  const europe = (capacity: number, more = '') => `quotas:
  - {key: europe, name: {en: Europe}, capacity: ${capacity}, regions: [europe]}${more}`
  const { changes } = await given(fileOf('counted', europe(2), 10))
  expect(changes.map(change => `${change.kind} ${change.path}`)).toEqual([
    'added registration.quotas.europe',
    'added registration.quotas.europe.name.en',
  ])
  expect(await quotas(id)).toMatchObject([
    { key: 'overall', capacity: 10, taken: 3 },
    { key: 'europe', capacity: 2, taken: 3, ceiling: 3 },
  ])
  // The check in the database stands: nobody more, whatever the program thinks.
  await expect(
    query(`update perenne.quota set taken = taken + 1 where seminar_id = $1 and key = 'europe'`, [id]),
  ).rejects.toThrow(/never_one_too_many/)
  // Other conditions count others: recounted, in both directions. The one who waits is in nobody's way, and comes up.
  const university = fileOf('counted', europe(2).replace('regions: [europe]', 'categories: [university]'), 10)
  await given(university)
  expect(await quotas(id)).toMatchObject([{}, { key: 'europe', capacity: 2, taken: 1 }])
  expect((await given(university)).changes).toEqual([])
  await given(fileOf('counted', europe(0), 10))
  expect(await quotas(id)).toMatchObject([{}, { key: 'europe', capacity: 0, taken: 4 }])
  const removed = await given(fileOf('counted', '', 10))
  expect(removed.changes).toEqual([
    { path: 'registration.quotas.europe', kind: 'removed', before: 'europe', after: null },
  ])
  expect((await quotas(id)).map(({ key }) => key)).toEqual(['overall'])
})

test('a limit per organisation that comes late counts those who were there before', async () => {
  const { id } = await given(fileOf('limited', '', 10))
  for (const organisation of ['a', 'a', 'a', 'b']) await confirmed(id, 'staff', 'europe', organisation)
  const counters = () =>
    query('select organisation_key, taken, ceiling from perenne.organisation_places where seminar_id = $1 order by 1', [
      id,
    ])
  await given(fileOf('limited', 'perOrganisation: 2', 10))
  expect(await counters()).toEqual([
    { organisation_key: 'a', taken: 3, ceiling: 3 },
    { organisation_key: 'b', taken: 1, ceiling: 2 },
  ])
  await given(fileOf('limited', 'perOrganisation: 5', 10))
  expect(await counters()).toMatchObject([{ ceiling: 5 }, { ceiling: 5 }])
  await given(fileOf('limited', '', 10))
  expect(await counters()).toEqual([])
})

test('a quota by territory: its slug, public, or a problem with its place', async () => {
  const quota = (slug: string) => `quotas:\n  - {key: home, name: {en: Home}, capacity: 1, territory: ${slug}}`
  const first = await importSeminar(house, who, fileOf('land', quota('clairfontaine')))
  expect(first).toMatchObject({
    ok: false,
    problems: [{ line: 14, path: 'registration.quotas.1.territory', found: 'clairfontaine' }],
  })
  expect(first.ok || first.problems[0]?.expected).toMatch(/no public territory yet/)
  for (const [slug, visibility] of [
    ['clairfontaine', 2],
    ['hidden-town', 1],
  ] as const) {
    await query(
      `with s as (insert into perenne.space (kind, slug, parent_id, visibility)
         values ('territory', $1, '00000000-0000-4000-8000-000000000001', $2) returning id)
       insert into perenne.territory (id, visibility, country, region, government) select id, $2, 'FR', 'europe', 'municipality' from s`,
      [slug, visibility],
    )
  }
  const misspelt = await importSeminar(house, who, fileOf('land', quota('clairfontain')))
  expect(misspelt.ok || misspelt.problems[0]?.expected).toContain('Did you mean “clairfontaine”?')
  const hidden = await importSeminar(house, who, fileOf('land', quota('hidden-town')))
  expect(hidden.ok || hidden.problems[0]?.expected).not.toContain('hidden-town')
  expect((await query(`select 1 from perenne.space where slug = 'land'`)).length).toBe(0)
  const { id } = await given(fileOf('land', quota('clairfontaine')))
  expect(
    await query('select territory_id is not null as t from perenne.quota where seminar_id = $1 and key = $2', [
      id,
      'home',
    ]),
  ).toEqual([{ t: true }])
})

const question = (more = '', options = 'options: [{key: a, label: {en: A}}, {key: b, label: {en: B}}]') => `questions:
  - {key: which, kind: choice, label: {en: Which one?}, ${options}${more}}
  - {key: why, kind: text, label: {en: Why?}, when: {question: which, is: [a]}}`
const answer = async (registration: string, questionId: string) =>
  query(`insert into perenne.registration_answer values ($1, $2, '"a"')`, [registration, questionId])
const current = (id: string) => as(house.db, who, tx => currentQuestions(tx, id))
const versions = (id: string) =>
  query<{ key: string; version: number; superseded: boolean }>(
    'select key, version, superseded_at is not null as superseded from perenne.question where seminar_id = $1 order by key, version',
    [id],
  )

test('a question that nobody answered changes in place; without its line it is gone with its texts', async () => {
  const { id } = await given(fileOf('asked', question()))
  const before = await current(id)
  const other = fileOf(
    'asked',
    question('', 'required: true, options: [{key: a, label: {en: A}}, {key: c, label: {en: Cee}}]'),
  )
  const { changes } = await given(other)
  expect(changes.map(change => `${change.kind} ${change.path}`)).toEqual([
    'changed registration.questions.which.required',
    'removed registration.questions.which.options.b',
    'added registration.questions.which.options.c',
    'added registration.questions.which.options.c.label.en',
  ])
  const after = await current(id)
  expect(after.map(row => row.id)).toEqual(before.map(row => row.id))
  expect(after[0]?.options).toEqual(['a', 'c'])
  expect((await given(other)).changes).toEqual([])
  await given(fileOf('asked', ''))
  expect(await versions(id)).toEqual([])
  expect(
    await query(
      `select 1 from perenne.translation where record_table in ('question', 'question_option') and record_id = any ($1)`,
      [[...before, ...after].flatMap(row => [row.id, ...row.choices.map(choice => choice.id)])],
    ),
  ).toEqual([])
})

test.each([
  ['another kind', (text: string) => text.replace('kind: choice', 'kind: several'), true],
  ['another label', (text: string) => text.replace('Which one?', 'Which one then?'), true],
  [
    'another option',
    (text: string) => text.replace('{key: b, label: {en: B}}', '{key: b, label: {en: B}}, {key: c, label: {en: C}}'),
    true,
  ],
  ['another word for an option', (text: string) => text.replace('{en: B}', '{en: Bee}'), true],
  ['no line for it', () => '', true],
  [
    'a translation that was missing',
    (text: string) => text.replace('{en: Which one?}', '{en: Which one?, fr: Lequel}'),
    false,
  ],
  [
    'a hint, or required',
    (text: string) => text.replace('options:', 'required: true, hint: {en: Choose.}, options:'),
    false,
  ],
  [
    'the options in another order',
    (text: string) => text.replace(/options: \[(.*?), (\{key: b.*?\}\})\]/, 'options: [$2, $1]'),
    false,
  ],
])('a question that somebody answered, with %s: a new version is %s', async (_name, change, renewed) => {
  const slug = `answered-${randomUUID().slice(0, 8)}`
  const { id } = await given(fileOf(slug, question()))
  const which = (await current(id))[0]
  await answer(await confirmed(id, 'staff', 'europe'), which?.id as string)
  const changed = change(question())
  expect(changed).not.toBe(question())
  const { changes } = await given(fileOf(slug, changed))
  expect(changes.length).toBeGreaterThan(0)
  const rows = (await versions(id)).filter(({ key }) => key === 'which')
  const gone = changed === ''
  expect(rows).toEqual([
    { key: 'which', version: 1, superseded: renewed },
    ...(renewed && !gone ? [{ key: 'which', version: 2, superseded: false }] : []),
  ])
  const [old] = await query<{ body: string }>(
    `select body from perenne.translation where record_id = $1 and field = 'label' and language = 'en'`,
    [which?.id],
  )
  expect(old?.body).toBe('Which one?')
  expect((await given(fileOf(slug, changed))).changes).toEqual([])
  if (gone) {
    // Asked again later: a third answer would not be mistaken for one to the first.
    await given(fileOf(slug, question()))
    expect((await versions(id)).filter(({ key }) => key === 'which')).toHaveLength(2)
  }
})

test('an import that adds places fills the line in the same transaction', async () => {
  const { id } = await given(
    fileOf('filled', 'quotas:\n  - {key: europe, name: {en: Europe}, capacity: 0, regions: [europe]}', 10),
  )
  for (let n = 0; n < 3; n++) await confirmed(id, 'staff', 'europe', `o${n}`, 'waiting')
  const states = async () =>
    (
      await query<{ state: string }>('select state from perenne.registration where seminar_id = $1 order by line', [id])
    ).map(({ state }) => state)
  await given(fileOf('filled', 'quotas:\n  - {key: europe, name: {en: Europe}, capacity: 2, regions: [europe]}', 10))
  expect(await states()).toEqual(['confirmed', 'confirmed', 'waiting'])
  expect(await quotas(id)).toMatchObject([{ taken: 2 }, { key: 'europe', taken: 2 }])
  await given(fileOf('filled', '', 10))
  expect(await states()).toEqual(['confirmed', 'confirmed', 'confirmed'])
})

test('a place that is being given while a quota comes is counted; with the gate open it would not be', async () => {
  const { rows: kept } = await house.database.owner.query(
    `select pg_get_functiondef('perenne.hold_places(uuid)'::regprocedure) as definition`,
  )
  /** Somebody gets a place while the quota is made; what the quota counts then, beside who is there. */
  const race = async (slug: string) => {
    const { id } = await given(fileOf(slug, '', 5))
    const wanted = {
      key: 'europe',
      capacity: 9,
      categories: null,
      regions: ['europe' as const],
      territoryId: null,
      position: 1,
      name: { en: 'Europe' },
    }
    let saving: Promise<unknown> = Promise.resolve()
    await as(house.db, who, async tx => {
      await sql`select perenne.hold_places(${id})`.execute(tx)
      const { id: person } = await tx
        .insertInto('person')
        .values({ given_name: 'C', language: 'fr' })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('registration')
        .values({
          seminar_id: id,
          person_id: person,
          identity: randomUUID(),
          category: 'staff',
          organisation_name: 'O',
          country: 'FR',
          region: 'europe',
          language: 'fr',
          state: 'confirmed',
        })
        .execute()
      saving = as(house.db, who, other => saveQuotas(other, id, [wanted]))
      const waits = new Promise(resolve => setTimeout(resolve, 300))
      await Promise.race([saving, waits])
    })
    await saving
    return (await quotas(id)).find(({ key }) => key === 'europe')?.taken
  }
  expect(await race('at-the-gate')).toBe(1)
  await query(
    `create or replace function perenne.hold_places(seminar uuid) returns boolean language sql as 'select true'`,
  )
  try {
    expect(await race('gate-open')).toBe(0)
  } finally {
    await query(kept[0].definition)
  }
})

test('who may edit and see nobody cannot have places counted; who is a stranger changes nothing', async () => {
  const { id } = await given(fileOf('guarded', '', 5))
  await confirmed(id, 'staff', 'europe')
  const wanted = {
    key: 'x',
    capacity: 1,
    categories: null,
    regions: ['europe' as const],
    territoryId: null,
    position: 1,
    name: { en: 'X' },
  }
  for (const role of ['translator', 'evaluator', 'moderator']) {
    const [person] = await query<{ person_id: string }>(
      `with p as (insert into perenne.person (given_name, language) values ('A', 'fr') returning id)
       insert into perenne.access_right (person_id, role, space_id, space_kind, reason) select p.id, $1, $2, 'seminar', 'test' from p returning person_id`,
      [role, id],
    )
    const actor = { kind: 'person', id: person?.person_id as string } as const
    await expect(as(house.db, actor, tx => saveQuotas(tx, id, [wanted]))).rejects.toMatchObject({ why: 'forbidden' })
    await expect(as(house.db, actor, tx => setPerOrganisation(tx, id, 1))).rejects.toMatchObject({ why: 'forbidden' })
  }
  expect((await quotas(id)).map(({ key }) => key)).toEqual(['overall'])
})
