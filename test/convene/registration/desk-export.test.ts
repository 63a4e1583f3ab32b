import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { exportRegistrations } from '#convene/registration/acts/export-registrations.ts'
import { sendRegistrationsCsv, sendRegistrationsXlsx } from '#convene/registration/pages/desk/export.ts'
import { readAsked } from '#convene/registration/pages/desk/list-filters.ts'
import { anonymous, as, job, link, person } from '#ground/database/actor.ts'
import type { Role } from '#ground/database/tables.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { readCsv, readXlsx, type SheetRead } from '#ground/sheets/index.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { get } from '#ground/web/route.ts'
import { deskRooms, filled, wordsOn } from './desk-support.ts'
import { house, openHouse } from './house.ts'
import { makeSeminar, query, registered, signedIn, type TestSeminar } from './support.ts'

const mounted = new Set(deskRooms.flatMap(({ routes }) => routes).map(({ path }) => path))
const routes = [
  get('/:l/desk/seminars/:slug/registrations.csv', 'office', sendRegistrationsCsv),
  get('/:l/desk/seminars/:slug/registrations.xlsx', 'office', sendRegistrationsXlsx),
].filter(({ path }) => !mounted.has(path))

openHouse([...deskRooms, { name: 'export', routes }])

const at = (seminar: { slug: string }, rest: string, locale = 'en') =>
  `/${locale}/desk/seminars/${seminar.slug}/registrations${rest}`
async function download(path: string, cookie: string) {
  const response = await house.ask(path, { headers: { cookie } })
  return { response, status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}

/** Heading → content of each row, as texts; what is empty is left out. */
function table(sheet: SheetRead | undefined): Record<string, string>[] {
  const [head, ...rows] = sheet?.rows ?? []
  const heading = new Map(head?.cells.map(cell => [cell.column, String(cell.value)]))
  return rows.map(({ cells }) =>
    Object.fromEntries(cells.map(cell => [heading.get(cell.column) ?? `? ${cell.address}`, String(cell.value)])),
  )
}
const csv = async (path: string, cookie: string) => table(await readCsv((await download(path, cookie)).bytes))
const xlsx = async (path: string, cookie: string) => (await readXlsx((await download(path, cookie)).bytes)).map(table)

/** Questions as they were and as they are, with their options and words. */
async function ask(seminar: TestSeminar) {
  return as(house.db, job('test'), async tx => {
    const ids: Record<string, string> = {}
    const question = async (
      name: string,
      key: string,
      version: number,
      kind: 'text' | 'number' | 'several' | 'date',
      label: string,
      superseded: boolean,
      options: Record<string, string> = {},
    ) => {
      const { id } = await tx
        .insertInto('question')
        .values({
          seminar_id: seminar.id,
          key,
          version,
          kind,
          position: Object.keys(ids).length,
          ...(superseded ? { superseded_at: '2018-06-01T00:00:00Z' } : {}),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids[name] = id
      await writeTexts(tx, [{ table: 'question', id, field: 'label', source: 'en', bodies: { en: label } }])
      for (const [index, [optionKey, words]] of Object.entries(options).entries()) {
        const option = await tx
          .insertInto('question_option')
          .values({ question_id: id, key: optionKey, position: index })
          .returning('id')
          .executeTakeFirstOrThrow()
        await writeTexts(tx, [
          { table: 'question_option', id: option.id, field: 'label', source: 'en', bodies: { en: words } },
        ])
      }
    }
    await question('visitsOld', 'visits', 1, 'several', 'Old visits', true, { port: 'The harbour', mill: 'The mill' })
    await question('visits', 'visits', 2, 'several', 'Which visits?', false, { port: 'The port', market: 'The market' })
    await question('nights', 'nights', 1, 'number', 'How many nights?', false)
    await question('arrival', 'arrival', 1, 'date', 'Arrival', false)
    await question('gone', 'gone', 1, 'text', 'Dropped', true)
    await question('never', 'never', 1, 'text', 'Never answered', true)
    return ids
  })
}

async function answered(registration: string, questionId: string | undefined, value: unknown) {
  await query(house, 'insert into perenne.registration_answer values ($1, $2, $3)', [
    registration,
    questionId,
    JSON.stringify(value),
  ])
}

const awkward = {
  givenName: 'Zoé 😀 "Zo"',
  familyName: '=HYPERLINK("http://x.example";"y")',
  organisation: 'بلدية ‏تونس; مكتب, "أ"',
  role: '- first\r\n+ second\n@third, =1+1',
}

test('what is read back from either file is what the database holds', async () => {
  const seminar = await makeSeminar(house)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const questions = await ask(seminar)
  const id = await registered(house, seminar, { email: 'zoe@example.org', country: 'FR', consents: ['data'] })
  const other = await registered(house, seminar, {
    givenName: 'Bia',
    email: 'bia@example.org',
    consents: ['data', 'participants-list'],
  })
  await query(
    house,
    `update perenne.person set given_name = $2, family_name = $3 where id = (select person_id from perenne.registration where id = $1)`,
    [id, awkward.givenName, awkward.familyName],
  )
  await query(
    house,
    `update perenne.registration set organisation_name = $2, role = $3, languages = '{fr,ar}', priority = -5 where id = $1`,
    [id, awkward.organisation, awkward.role],
  )
  await answered(id, questions.visitsOld, ['port', 'mill'])
  await answered(id, questions.nights, 2.5)
  await answered(id, questions.arrival, '2018-07-04')
  await answered(other, questions.visits, ['market'])
  await answered(other, questions.gone, '=kept')
  // New words of a consent: what was agreed to before is said to be so.
  await query(house, `update perenne.consent set superseded_at = perenne.now() where id = $1`, [
    seminar.consents.optional,
  ])
  await query(
    house,
    `insert into perenne.consent (seminar_id, key, version, required, position) values ($1, 'participants-list', 2, false, 2)`,
    [seminar.id],
  )

  const [row] = await query<{ line: number }>(house, 'select line from perenne.registration where id = $1', [id])
  const expected = {
    Number: String(row?.line),
    State: 'confirmed',
    'Given name': awkward.givenName,
    'Family name': awkward.familyName,
    'E-mail address': 'zoe@example.org',
    Category: 'Public staff',
    Role: awkward.role,
    Organisation: awkward.organisation,
    Country: 'France',
    Region: 'Europe',
    Understands: 'French; Arabic',
    'Language of our mails': 'Português',
    Priority: '-5',
    'Consent: Use of the data': 'yes',
    'Consent: participants-list': 'no, to earlier words',
    'Which visits?': 'The port; The mill',
    'How many nights?': '2.5',
    Arrival: '2018-07-04',
  }
  const fromCsv = await csv(at(seminar, '.csv?sort=requested'), cookie)
  expect(fromCsv[0]).toEqual({
    ...expected,
    'Since (Paris time)': '2018-06-05 12:00',
    'Registered (Paris time)': '2018-06-05 12:00',
  })
  const [fromXlsx, ...others] = await xlsx(at(seminar, '.xlsx?sort=requested'), cookie)
  expect(fromXlsx?.[0]).toEqual({
    ...expected,
    'Since (Paris time)': '2018-06-05T12:00:00',
    'Registered (Paris time)': '2018-06-05T12:00:00',
  })
  expect(others).toEqual([])
  for (const rows of [fromCsv, fromXlsx]) {
    expect(rows?.[1]).toMatchObject({
      'Given name': 'Bia',
      'Which visits?': 'The market',
      'Dropped (no longer asked)': '=kept',
      'Consent: participants-list': 'yes, to earlier words',
    })
    expect(Object.keys(rows?.[1] ?? {}).join()).not.toContain('Never answered')
  }
  const [sheet] = await readXlsx((await download(at(seminar, '.xlsx?sort=requested'), cookie)).bytes)
  const kinds = new Map(sheet?.rows[1]?.cells.map(cell => [cell.column, cell.kind]))
  expect([kinds.get(1), kinds.get(3), kinds.get(6)]).toEqual(['number', 'date', 'text'])
  expect(sheet?.rows.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== null)).toEqual([])
})

test('the file speaks the reader’s language, with the separator of its spreadsheets; its name too', async () => {
  const seminar = await makeSeminar(house)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  await registered(house, seminar)
  for (const [locale, head, name] of [
    ['fr', '\uFEFFNuméro;État;', 'inscriptions'],
    ['es', '\uFEFFNúmero;Estado;', 'inscripciones'],
    ['pt', '\uFEFFNúmero;Estado;', 'inscri%C3%A7%C3%B5es'],
    ['en', '\uFEFFNumber,State,', 'registrations'],
  ] as const) {
    const { response, bytes } = await download(at(seminar, '.csv', locale), cookie)
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).startsWith(head)).toBe(true)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-disposition')).toContain(`UTF-8''${seminar.slug}%20${name}%202018-06-05.csv`)
  }
  const { response } = await download(at(seminar, '.xlsx', 'fr'), cookie)
  expect(response.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/)
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('the same people as the list with the same address, in its order, whatever its page', async () => {
  const { seminar, cookie } = await filled(house)
  const listed = async (search: string) =>
    [
      ...(await (await house.ask(at(seminar, search), { headers: { cookie } })).text()).matchAll(
        /<th scope="row">.*?<span dir="auto">Ana (\w+)</gs,
      ),
    ].map(match => match[1])
  const searches = [
    '',
    '?state=waiting',
    '?category=university&sort=person',
    '?region=europe',
    '?country=GH',
    '?mail=undelivered',
    '?organisation=organisation%20professor',
    '?text=CLERK',
    '?sort=-organisation',
    '?sort=drop&state=king',
    '?text=nobody',
    "?text=' or 1=1 --",
  ]
  for (const search of searches) {
    const wanted = await listed(search)
    const paged = `${search}${search ? '&' : '?'}page=7`
    expect((await csv(at(seminar, `.csv${paged}`), cookie)).map(row => row['Family name'])).toEqual(wanted)
    expect((await xlsx(at(seminar, `.xlsx${paged}`), cookie))[0]?.map(row => row['Family name'])).toEqual(wanted)
  }
  expect(await listed('')).toHaveLength(6)
  const [clerk] = await csv(at(seminar, '.csv?mail=undelivered'), cookie)
  expect(clerk?.['Last mail not delivered']).toBe('yes')
  const [invited] = await csv(at(seminar, '.csv?text=invited'), cookie)
  expect(invited).toMatchObject({ Invitation: 'Réseau des villes', Priority: '5' })
})

test('needs are in a file only when they are asked for, and are not even read otherwise', async () => {
  const seminar = await makeSeminar(house)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const id = await registered(house, seminar, {
    needs: { accessibility: ['captions', 'step-free'], diet: ['halal'], note: '=knee\n- slow' },
  })
  await registered(house, seminar, { givenName: 'Bia', email: 'bia@example.org' })
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  for (const ending of ['.csv', '.xlsx', '.csv?needs=0', '.xlsx?needs=yes']) {
    const { status, bytes } = await download(at(seminar, ending), cookie)
    expect(status).toBe(200)
    const sheets = ending.startsWith('.csv') ? [await readCsv(bytes)] : await readXlsx(bytes)
    expect(sheets).toHaveLength(1)
    expect(JSON.stringify(sheets)).not.toMatch(/knee|halal|aption/i)
  }
  const asked = spy.mock.calls.map(call => String((call[0] as { text?: string }).text ?? call[0]))
  spy.mockRestore()
  expect(asked.some(text => text.includes('perenne.registration_answer'))).toBe(true)
  expect(asked.filter(text => text.includes('registration_need'))).toEqual([])

  const [row] = await query<{ line: number }>(house, 'select line from perenne.registration where id = $1', [id])
  const needs = [
    {
      Number: String(row?.line),
      State: 'confirmed',
      'Given name': 'Ana',
      'Family name': 'Duarte',
      'E-mail address': 'ana@example.org',
      'To follow and move about': 'Access without steps; Captions',
      'At the meals': 'Halal',
      'In your own words': '=knee\n- slow',
    },
  ]
  expect(await csv(at(seminar, '.csv?needs=1'), cookie)).toEqual(needs)
  const [people, second] = await xlsx(at(seminar, '.xlsx?needs=1'), cookie)
  expect(people).toHaveLength(2)
  expect(second).toEqual(needs)
  expect(await csv(at(seminar, '.csv?needs=1&text=bia'), cookie)).toEqual([])
})

test('nobody gets a file who does not look after the people of this very seminar', async () => {
  const { seminar } = await filled(house)
  const internal = await makeSeminar(house, { visibility: 0 })
  const roles: Role[] = ['evaluator', 'translator', 'door_steward', 'moderator']
  const inside = await Promise.all(roles.map(role => signedIn(house, role, seminar.id)))
  const elsewhere = await signedIn(house, 'organiser', (await makeSeminar(house)).id)
  const nobody = await signedIn(house, null, seminar.id)
  const attacks: [{ personId: string; cookie: string }, { slug: string }, number][] = [
    ...[...inside, nobody].map(one => [one, seminar, 403] as [typeof one, { slug: string }, number]),
    [elsewhere, seminar, 404],
    [elsewhere, internal, 404],
    [elsewhere, { slug: 'nowhere' }, 404],
  ]
  const said = vi.spyOn(house.log, 'info')
  const asked = readAsked(new URLSearchParams())
  for (const [who, where, status] of attacks) {
    for (const ending of ['.csv', '.xlsx', '.csv?needs=1', '.xlsx?needs=1']) {
      const { response, status: got, bytes } = await download(at(where, ending), who.cookie)
      expect(got).toBe(status)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(new TextDecoder().decode(bytes)).not.toMatch(/Clerk|@example\.org/)
    }
    const write = vi.fn(async () => null)
    const act = exportRegistrations(
      house,
      person(who.personId),
      where.slug,
      asked,
      { format: 'csv', needs: true },
      write,
    )
    await expect(act).rejects.toThrow(Refusal)
    expect(write).not.toHaveBeenCalled()
  }
  for (const actor of [anonymous, link('00000000-0000-4000-8000-000000000009')]) {
    const write = vi.fn(async () => null)
    await expect(
      exportRegistrations(house, actor, seminar.slug, asked, { format: 'csv', needs: true }, write),
    ).rejects.toThrow(Refusal)
    expect(write).not.toHaveBeenCalled()
  }
  const anybody = await house.ask(at(seminar, '.xlsx?needs=1'))
  expect([anybody.status, anybody.headers.get('location')?.startsWith('/en/sign-in')]).toEqual([303, true])
  expect(said.mock.calls.filter(call => call[1] === 'registrations exported')).toEqual([])
  said.mockRestore()
  const network = await signedIn(house, 'organiser', seminar.network, 'network')
  expect(await csv(at(seminar, '.csv'), network.cookie)).toHaveLength(6)
})

test('each export is logged: who, where, how many, and no name and nothing that was searched for', async () => {
  const { seminar, personId, cookie } = await filled(house)
  const said = vi.spyOn(house.log, 'info')
  await download(at(seminar, '.csv?text=clerk'), cookie)
  await download(at(seminar, '.xlsx?needs=1'), cookie)
  await download(at(seminar, '.csv?text=nobody'), cookie)
  const told = said.mock.calls.filter(call => String(call[1]) === 'registrations exported').map(call => call[0])
  said.mockRestore()
  const by = { by: personId, seminar: seminar.slug }
  expect(told).toEqual([
    { ...by, format: 'csv', registrations: 1, needs: null },
    { ...by, format: 'xlsx', registrations: 6, needs: 0 },
    { ...by, format: 'csv', registrations: 0, needs: null },
  ])
})

test('one person or three: as many queries', async () => {
  const asks = async (people: number, path: string) => {
    const seminar = await makeSeminar(house)
    const { cookie } = await signedIn(house, 'organiser', seminar.id)
    const questions = await ask(seminar)
    for (let n = 1; n <= people; n++) {
      const id = await registered(house, seminar, {
        familyName: `N${n}`,
        email: `n${n}@example.org`,
        needs: { accessibility: [], diet: ['vegan'], note: '' },
      })
      await answered(id, questions.nights, n)
    }
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    const { status } = await download(at(seminar, path), cookie)
    const asked = spy.mock.calls.map(call => String((call[0] as { text?: string }).text ?? call[0]))
    spy.mockRestore()
    expect(status).toBe(200)
    return asked.filter(text => /^\s*(select|with|insert|update|delete)/i.test(text)).length
  }
  for (const [path, literal] of [
    ['.csv', 16],
    ['.xlsx', 16],
    ['.csv?needs=1', 17],
    ['.xlsx?needs=1', 19],
  ] as const) {
    expect([path, await asks(1, path), await asks(3, path)]).toEqual([path, literal, literal])
  }
})

test('an erased person is a row of what statistics count', async () => {
  const { seminar, cookie, ids } = await filled(house)
  await query(
    house,
    `update perenne.person set erased_at = perenne.now(), given_name = null, family_name = null, email = null
    where id = (select person_id from perenne.registration where id = $1)`,
    [ids.mayor],
  )
  const rows = await csv(at(seminar, '.csv?state=cancelled'), cookie)
  expect(rows).toHaveLength(1)
  expect(rows[0]).not.toHaveProperty('Given name')
  expect(rows[0]).toMatchObject({ State: 'cancelled', Country: 'France' })
})

test('more people than are read at once: each of them once, in order', async () => {
  const seminar = await makeSeminar(house, { capacity: null })
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  await query(
    house,
    `with people as (
       insert into perenne.person (id, given_name, family_name, email, language)
       select gen_random_uuid(), 'N', lpad(n::text, 5, '0'), 'n' || n || '@crowd.example', 'en' from generate_series(1, 4100) n
       returning id, family_name, email)
     insert into perenne.registration (seminar_id, person_id, identity, category, organisation_name, country, region, language, state)
     select $1, id, email, 'staff', 'Town ' || family_name, 'FR', 'europe', 'en', 'waiting' from people order by family_name`,
    [seminar.id],
  )
  const wanted = Array.from({ length: 4100 }, (_, n) => String(n + 1).padStart(5, '0'))
  expect((await csv(at(seminar, '.csv?sort=person'), cookie)).map(row => row['Family name'])).toEqual(wanted)
  const [rows] = await xlsx(at(seminar, '.xlsx?sort=-person'), cookie)
  expect(rows?.map(row => row['Family name'])).toEqual(wanted.toReversed())
})

test('the list offers both files with the choices of its address, and says why needs are apart', async () => {
  const { seminar, cookie } = await filled(house)
  const html = await (await house.ask(at(seminar, '?state=waiting&page=1'), { headers: { cookie } })).text()
  const links = [...html.matchAll(/<a href="([^"]*registrations\.(?:csv|xlsx)[^"]*)" download/g)].map(([, href]) =>
    href?.replaceAll('&amp;', '&'),
  )
  expect(links).toEqual(
    ['.xlsx?state=waiting', '.csv?state=waiting', '.xlsx?state=waiting&needs=1', '.csv?state=waiting&needs=1'].map(
      rest => at(seminar, rest),
    ),
  )
  expect(wordsOn(html)).toContain('1 registration that matches your choices above')
  expect(wordsOn(html)).toContain('They are in the file only when you ask for them here')
  for (const href of links) expect((await download(href ?? '', cookie)).status).toBe(200)
  const none = await (await house.ask(at(seminar, '?text=nobody'), { headers: { cookie } })).text()
  expect(none).not.toContain('registrations.csv')
})
