import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { eraseWhatIsDue } from '#convene/retention/acts/erase-what-is-due.ts'
import { retentionJobs, retentionRoutes } from '#convene/retention/index.ts'
import { countKept } from '#convene/retention/store/overview.ts'
import { as, asPublic, job, link } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { actRooms, makeSeminar, query, signedIn, type TestSeminar } from '../registration/acts-support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([...actRooms, { name: 'retention', routes: retentionRoutes, jobs: retentionJobs }])
})
beforeEach(() => house.setClock('2018-07-01T10:00:00Z'))
afterAll(() => house.close())

const owner = <T>(text: string, values: unknown[] = []) => query<T>(house, text, values)

type Made = { id: string; person: string; words: string[] }

/** A registration with every word that a person can leave behind. */
async function registered(
  seminar: TestSeminar,
  given: { state?: string; account?: boolean; person?: string } = {},
): Promise<Made> {
  const mark = randomUUID().slice(0, 8)
  const words = ['Xanthippe', 'Quill', 'Org', 'role', 'reason', 'note', 'answer'].map(word => `${word}-${mark}`)
  const [givenName, familyName, organisation, role, reason, note, answer] = words
  const email = `mail-${mark}@example.org`
  const [person] = given.person
    ? [{ id: given.person }]
    : await owner<{ id: string }>(
        `insert into perenne.person (given_name, family_name, email, telephone, language, has_account)
         values ($1, $2, $3, $4, 'fr', $5) returning id`,
        [givenName, familyName, email, `tel-${mark}`, given.account ?? false],
      )
  const personId = person?.id as string
  const [row] = await owner<{ id: string }>(
    `insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, organisation_key,
       country, region, language, state, role, reason, languages, offered_until)
     values ($1, $2, $3, 'staff', $4, lower($4), 'CO', 'latin-america', 'fr', $5, $6, $7, '{fr,es}', $8) returning id`,
    [
      seminar.id,
      personId,
      mark,
      organisation,
      given.state ?? 'confirmed',
      role,
      reason,
      given.state === 'offered' ? '2018-07-02T00:00:00Z' : null,
    ],
  )
  const id = row?.id as string
  await owner(`insert into perenne.registration_need values ($1, '{step-free}', '{vegan}', $2)`, [id, note])
  const [question] = await owner<{ id: string }>(
    `insert into perenne.question (seminar_id, key, kind, position) values ($1, $2, 'text', 1) returning id`,
    [seminar.id, `q-${mark}`],
  )
  await owner(`insert into perenne.registration_answer values ($1, $2, to_jsonb($3::text))`, [id, question?.id, answer])
  await owner(
    `insert into perenne.mail (space_id, person_id, template, language, data, state, last_error)
     values ($1, $2, 'registration-confirmed', 'fr', jsonb_build_object('registration', $3::text), 'waiting_retry', $4)`,
    [seminar.id, personId, id, `450 <${email}> busy`],
  )
  return { id, person: personId, words: [...words, email, `tel-${mark}`] }
}

/** Every column of every table, whatever its schema, that holds one of the words: what a dump would hold. */
async function whereFound(words: readonly string[]): Promise<string[]> {
  const tables = await owner<{ s: string; t: string; text: string }>(`
    select c.table_schema as s, c.table_name as t, string_agg(format('coalesce(%I::text, '''')', c.column_name), ' || '' '' || ') as text
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
    group by 1, 2 order by 1, 2`)
  expect(tables.length).toBeGreaterThan(30)
  const found: string[] = []
  for (const { s, t, text } of tables) {
    for (const word of words) {
      const hit = await owner(`select 1 from "${s}"."${t}" where position(lower($1) in lower(${text})) > 0 limit 1`, [
        word,
      ])
      if (hit.length > 0) found.push(`${t}: ${word.split('-')[0]}`)
    }
  }
  return found
}

const runs = (seminar: TestSeminar) =>
  owner<{ what: string; registrations: number }>(
    'select what, registrations from perenne.retention_run where seminar_id = $1 order by at, what',
    [seminar.id],
  )
const kept = (seminar: TestSeminar) => as(house.db, job('test'), tx => countKept(tx, seminar.id))
const setDays = (
  seminar: TestSeminar,
  needs: number,
  answers: number,
  persons: number,
  perOrganisation: number | null = null,
) =>
  owner(
    `insert into perenne.admission (seminar_id, needs_days, answers_days, persons_days, per_organisation) values ($1, $2, $3, $4, $5)
     on conflict (seminar_id) do update set needs_days = $2, answers_days = $3, persons_days = $4, per_organisation = $5`,
    [seminar.id, needs, answers, persons, perOrganisation],
  )
const erase = async (seminar: TestSeminar, size?: number) =>
  (await eraseWhatIsDue(house, size))
    .filter(({ seminarId }) => seminarId === seminar.id)
    .map(({ what, registrations }) => [what, registrations])

test('each thing on its day, logged, and a second run finds nothing; statistics stay', async () => {
  const seminar = await makeSeminar(house)
  const [one] = [
    await registered(seminar),
    await registered(seminar, { state: 'cancelled' }),
    await registered(seminar, { state: 'offered' }),
  ]
  const statistics = () =>
    owner(
      'select state, category, region, country, requested_at from perenne.registration where seminar_id = $1 order by line',
      [seminar.id],
    )
  const before = await statistics()

  await house.setClock('2018-08-04T21:59:00Z')
  expect(await erase(seminar)).toEqual([])
  expect(await kept(seminar)).toEqual({ needs: 3, answers: 3, persons: 3 })

  await house.setClock('2018-08-04T22:00:01Z')
  expect(await erase(seminar)).toEqual([['needs', 3]])
  expect(await erase(seminar)).toEqual([])
  expect(await kept(seminar)).toEqual({ needs: 0, answers: 3, persons: 3 })
  expect(await whereFound(one.words)).not.toContain('registration_need: note')

  await house.setClock('2019-07-06T00:00:00Z')
  expect(await erase(seminar)).toEqual([['answers', 3]])
  expect((await whereFound(one.words)).map(found => found.split(': ')[1]).sort()).toEqual(
    ['Org', 'Org', 'Quill', 'Xanthippe', 'mail', 'mail', 'tel'].filter(
      (word, index, all) => word !== 'Org' || all.indexOf(word) === index,
    ),
  )

  await house.setClock('2021-07-06T00:00:00Z')
  expect(await erase(seminar)).toEqual([['persons', 3]])
  expect(await whereFound(one.words)).toEqual([])
  expect(await erase(seminar)).toEqual([])
  expect(await kept(seminar)).toEqual({ needs: 0, answers: 0, persons: 0 })
  expect(await statistics()).toEqual(before)
  expect(
    await owner('select state, last_error from perenne.mail where space_id = $1 group by 1, 2', [seminar.id]),
  ).toEqual([{ state: 'cancelled', last_error: null }])
  expect(await runs(seminar)).toEqual([
    { what: 'needs', registrations: 3 },
    { what: 'answers', registrations: 3 },
    { what: 'persons', registrations: 3 },
  ])
})

test('a name is absent from the whole database once its day has come, and there until then', async () => {
  const seminar = await makeSeminar(house)
  await setDays(seminar, 5, 5, 5, 3)
  const people = [await registered(seminar), await registered(seminar)]
  const words = people.flatMap(person => person.words)
  await owner(
    `insert into perenne.organisation_places select seminar_id, organisation_key, 1, 3 from perenne.registration where seminar_id = $1`,
    [seminar.id],
  )
  await house.setClock('2018-07-10T21:00:00Z')
  await erase(seminar)
  expect(new Set(await whereFound(words)).size).toBeGreaterThan(8)
  await house.setClock('2018-07-10T22:00:01Z')
  expect(await erase(seminar)).toEqual([
    ['needs', 2],
    ['answers', 2],
    ['persons', 2],
  ])
  expect(await whereFound(words)).toEqual([])
  // The counter of an organisation is named after it.
  expect(await owner('select 1 from perenne.organisation_places where seminar_id = $1', [seminar.id])).toEqual([])
})

test('small batches erase as much as one, and the log counts them as one run', async () => {
  const seminar = await makeSeminar(house)
  await setDays(seminar, 1, 1, 1)
  const people = []
  for (let n = 0; n < 7; n++) people.push(await registered(seminar))
  await house.setClock('2018-07-08T00:00:00Z')
  expect(await erase(seminar, 3)).toEqual([
    ['needs', 7],
    ['answers', 7],
    ['persons', 7],
  ])
  expect(await runs(seminar)).toHaveLength(3)
  expect(await whereFound(people.flatMap(({ words }) => words.slice(0, 2)))).toEqual([])
})

test('who works here, and who is also registered elsewhere, is left until that too has passed', async () => {
  const seminar = await makeSeminar(house)
  const other = await makeSeminar(house)
  const past = await makeSeminar(house)
  await setDays(seminar, 1, 1, 1)
  await setDays(past, 1, 1, 1)
  const account = await registered(seminar, { account: true })
  const righted = await registered(seminar)
  await owner(
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, ends_at) values ($1, 'moderator', $2, 'seminar', 't', '2018-08-01')`,
    [righted.person, other.id],
  )
  const elsewhere = await registered(seminar)
  await registered(other, { person: elsewhere.person, state: 'waiting' })
  const gone = await registered(seminar)
  await registered(other, { person: gone.person, state: 'cancelled' })
  // Two seminars whose day has come do not hold each other's people back.
  const both = await registered(seminar)
  await owner(`insert into perenne.organisation_places values ($1, lower($2), 1, 3)`, [seminar.id, both.words[2]])
  await registered(past, { person: both.person })
  await house.setClock('2018-07-08T00:00:00Z')
  await eraseWhatIsDue(house)
  const erased = async (made: Made) =>
    (
      await owner<{ gone: boolean }>('select erased_at is not null as gone from perenne.person where id = $1', [
        made.person,
      ])
    )[0]?.gone
  expect(await Promise.all([account, righted, elsewhere, gone, both].map(erased))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
  expect(await whereFound(both.words)).toEqual([])
  expect(await erase(seminar)).toEqual([])
  await house.setClock('2021-07-08T00:00:00Z')
  await erase(seminar)
  expect(await Promise.all([account, righted, elsewhere].map(erased))).toEqual([false, false, true])
})

test('who handed their place on is in no registration any more, and is erased with the others', async () => {
  const seminar = await makeSeminar(house)
  await setDays(seminar, 1, 1, 1)
  const first = await registered(seminar)
  const second = await registered(seminar)
  await owner('update perenne.registration set person_id = $2 where id = $1', [first.id, second.person])
  await house.setClock('2018-07-08T00:00:00Z')
  await erase(seminar)
  expect(await whereFound([...first.words, ...second.words])).toEqual([])
})

test('the log of erasures is written by the job alone', async () => {
  const seminar = await makeSeminar(house)
  const organiser = await signedIn(house, 'organiser', seminar.id)
  for (const actor of [
    { kind: 'person', id: organiser.personId } as const,
    link(randomUUID()),
    { kind: 'anonymous' } as const,
  ]) {
    await expect(
      as(house.db, actor, tx =>
        tx.insertInto('retention_run').values({ seminar_id: seminar.id, what: 'needs', registrations: 1 }).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  }
  await expect(asPublic(house.db, tx => tx.selectFrom('retention_run').selectAll().execute())).rejects.toThrow(
    /permission denied/,
  )
})

const path = (seminar: TestSeminar) => `/en/desk/seminars/${seminar.slug}/retention`
const ask = async (address: string, cookie: string) => {
  const response = await house.ask(address, { headers: { cookie } })
  return { status: response.status, html: await response.text() }
}

test('the page says in words what is erased when, and what has been', async () => {
  const seminar = await makeSeminar(house)
  await registered(seminar)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const before = await ask(path(seminar), cookie)
  expect(before.status).toBe(200)
  const words = (html: string) =>
    html
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('\u00a0', ' ')
      .replace(/\s+/g, ' ')
  expect(words(before.html)).toContain('4 August 2018 (30 days after the seminar)')
  expect(words(before.html)).toContain('erased on 5 August 2018')
  expect(words(before.html)).toContain('Nothing has been erased yet')
  await house.setClock('2018-08-05T02:40:00Z')
  expect(words((await ask(path(seminar), cookie)).html)).toContain('erased within the hour')
  await retentionJobs[0]?.run(house)
  const after = words((await ask(path(seminar), cookie)).html)
  expect(after).toContain('nothing is left to erase')
  expect(after).toMatch(/5 August 2018 at 4:40 Needs 1/)
})

test('who may not: sign-in, refusal, or no such page', async () => {
  const seminar = await makeSeminar(house)
  const internal = await makeSeminar(house, { visibility: 0 })
  expect((await house.ask(path(seminar))).headers.get('location')).toMatch(/^\/en\/sign-in/)
  const stranger = await signedIn(house, 'organiser', internal.id)
  for (const role of ['evaluator', 'translator', 'door_steward', 'moderator', null] as const) {
    const { cookie } = await signedIn(house, role, seminar.id)
    expect((await ask(path(seminar), cookie)).status).toBe(403)
  }
  expect((await ask(path(seminar), stranger.cookie)).status).toBe(403)
  const own = await signedIn(house, 'organiser', seminar.id)
  expect((await ask(path(internal), own.cookie)).status).toBe(404)
})

test('the page asks the database as often for three lines of the log as for one', async () => {
  const counts: number[] = []
  for (const lines of [1, 3]) {
    const seminar = await makeSeminar(house)
    await owner(
      `insert into perenne.retention_run (seminar_id, what, registrations) select $1, 'needs', n from generate_series(1, $2::int) n`,
      [seminar.id, lines],
    )
    const { cookie } = await signedIn(house, 'organiser', seminar.id)
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    expect((await ask(path(seminar), cookie)).status).toBe(200)
    counts.push(
      spy.mock.calls.filter(call =>
        /^\s*(select|with|insert|update|delete)/i.test(String((call[0] as { text?: string }).text ?? call[0])),
      ).length,
    )
    spy.mockRestore()
  }
  // Reading the session 3; seminar and title 2, figures 1, log 1.
  expect(counts).toEqual([7, 7])
})
