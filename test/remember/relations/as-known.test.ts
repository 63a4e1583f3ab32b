import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementsOn } from '#remember/store/agreements.ts'
import { byRecords } from '#remember/time/rules/changes.ts'
import { as, asItWas, job, person } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { agreement, address as at, make, openRelations, relationship, type Scene } from './support.ts'

// Law 1: what is known of a day is kept and shown; the day that computes is made from it, once.
let scene: Scene
beforeAll(async () => {
  scene = await openRelations()
})
afterAll(() => scene.house.close())

const plain = (html: string) => wordsOn(html).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const read = async (path: string) => plain((await ask(scene.house, path, scene.here.editor.cookie)).html)
const row = <T>(query: ReturnType<typeof sql<T>>) =>
  as(scene.house.db, job('test'), async tx => (await query.execute(tx)).rows[0])

test('one form makes an agreement that was signed in a year and ends in another; its deadline says what it rests on', async () => {
  const { house, here } = scene
  const one = await relationship(scene, here, 'Coopération sur les ports')
  const path = at(`/relationships/${one}/agreements/new`)
  const { html } = await ask(house, path, here.editor.cookie)
  const typed = {
    ...fieldsOf(html, path),
    'title-fr': 'Convention des ports',
    renewal: 'express',
    noticeMonths: '2',
    signedOn: 'vers 2020',
  }
  const wrong = await send(house, path, here.editor.cookie, { ...typed, firstEnd: 'un jour' })
  expect(wrong.status).toBe(422)
  expect(plain(wrong.html)).toContain('Cette date n’a pas pu être lue')
  expect(wrong.html).toContain('un jour')
  const early = await send(house, path, here.editor.cookie, { ...typed, firstEnd: '2019' })
  expect(early.html).toContain('#field-firstEnd')
  const saved = await send(house, path, here.editor.cookie, { ...typed, firstEnd: '2028' })
  expect(saved.status).toBe(303)
  const page = saved.location ?? ''
  const words = await read(page)
  expect(words).toContain('En vigueur depuis 2020 environ. Court jusqu’en 2028.')
  expect(words).toContain('Calculé au 31 décembre 2028 : on sait seulement « 2028 ».')
  expect(words).not.toContain('1 janvier 2020')
  expect(words).not.toContain('1er janvier 2020')
  expect(await read(`${page}/edit`)).not.toContain('31 décembre')
  const [id] = page.split('/').slice(-1)
  expect(
    await row(sql`select a.first_end::text, a.first_end_as_known, e.on_day::text, e.on_as_known
      from perenne.agreement a join perenne.agreement_event e on e.agreement_id = a.id where a.id = ${id}`),
  ).toEqual({ first_end: '2028-12-31', first_end_as_known: '2028', on_day: '2020-01-01', on_as_known: '2020~' })

  // Its history and what a search reaches say no more than is known.
  const history = await read(at(`/records/agreement/${id}`))
  expect(history).toContain('Fin de la première période 2028')
  expect(history).not.toContain('31 décembre 2028')
  const reach = await row<{ reach: string }>(
    sql`select reach::text from perenne.reach_as_known('agreement', array[${id}]::uuid[])`,
  )
  expect(reach?.reach).toBe('[2020-01-01,2029-01-01)')

  // Told to the day: nothing is left beside it, whoever writes the one column or the other.
  const edit = `${page}/edit`
  const form = fieldsOf((await ask(house, edit, here.editor.cookie)).html, edit)
  expect(form.firstEnd).toBe('2028')
  expect((await send(house, edit, here.editor.cookie, { ...form, firstEnd: '15/06/2028' })).status).toBe(303)
  const exact = await read(page)
  expect(exact).toContain('Court jusqu’au 15 juin 2028.')
  expect(exact).not.toContain('on sait seulement')
  expect(exact).toContain('En vigueur depuis 2020 environ')
})

test('what differs between two days is told as it is known, and that it is known better is a difference', () => {
  const event = { id: 'e', agreement_id: 'a', kind: 'signed', on_day: '2015-01-01', ends_on: null, ends_as_known: null }
  const lines = (before: object | null, after: object) =>
    byRecords(
      [{ table: 'agreement_event', id: 'e', before: before as never, after: after as never }],
      column => column === 'on_day' || column === 'kind',
      [],
    ).flatMap(({ lines: all }) => all.flatMap(({ columns }) => columns))
  expect(lines(null, { ...event, on_as_known: '2015' })).toContainEqual({
    column: 'on_day',
    before: null,
    after: '2015',
  })
  expect(lines({ ...event, on_as_known: '2015~' }, { ...event, on_as_known: '2015' })).toEqual([
    { column: 'on_day', before: '2015~', after: '2015' },
  ])
  expect(lines({ ...event, on_as_known: '2015' }, { ...event, on_as_known: null })).toEqual([
    { column: 'on_day', before: '2015', after: '2015-01-01' },
  ])
  expect(lines({ ...event, on_day: null, on_as_known: null }, { ...event, on_as_known: null })).toEqual([
    { column: 'on_day', before: 'XXXX', after: '2015-01-01' },
  ])
})

test('a signature that nobody knows the day of leaves the agreement in force, with its deadlines', async () => {
  const { house, here } = scene
  const one = await relationship(scene, here, 'Coopération ancienne')
  const path = at(`/relationships/${one}/agreements/new`)
  const saved = await send(house, path, here.editor.cookie, {
    ...fieldsOf((await ask(house, path, here.editor.cookie)).html, path),
    'title-fr': 'Convention sans date',
    renewal: 'tacit',
    firstEnd: '2025-08-28',
    renewalMonths: '12',
    noticeMonths: '2',
    signedOn: '?',
  })
  const page = saved.location ?? ''
  const words = await read(page)
  expect(words).toContain('En vigueur depuis une date inconnue. Court jusqu’au 28 août 2026.')
  expect(words).toContain('28 juin 2026')
  expect(words).toContain('Signé date inconnue')
  const events = `${page}/events/new`
  const form = fieldsOf((await ask(house, page, here.editor.cookie)).html, events)
  const wrong = await send(house, events, here.editor.cookie, { ...form, kind: 'denounced', on: 'inconnue' })
  expect(wrong.status).toBe(422)
  expect(plain(wrong.html)).toContain('Donnez au moins une année')
  const said = await send(house, events, here.editor.cookie, { ...form, kind: 'amended', on: 'hier', ends: '2030-06' })
  expect(said.status).toBe(303)
  expect(await read(page)).toContain('10 février 2026')
  expect(await read(page)).toContain('Court jusqu’en juin 2030.')
  await expect(
    as(house.db, job('test'), tx =>
      sql`insert into perenne.agreement_event (agreement_id, kind, on_as_known)
        values (${page.split('/').at(-1)}, 'renewed', 'XXXX')`.execute(tx),
    ),
  ).rejects.toThrow(/check constraint/)
})

test('only a date that changes the deadline is told, and the day that is used follows what is known', async () => {
  const { house, here } = scene
  const one = await relationship(scene, here, 'Coopération suivie')
  const id = await agreement(scene, here, one)
  await make(scene, here, 'event', { kind: 'amended', on: '2016-05' }, id)
  const on = () =>
    as(house.db, person(here.editor.id), tx => agreementsOn(tx, { ids: [id] }, Temporal.PlainDate.from('2026-02-11')))
  expect(await on()).toMatchObject([{ state: 'in-force', deadline: '2026-06-28', restsOn: [] }])
  await as(house.db, person(here.editor.id), tx =>
    tx.updateTable('agreement').set({ first_end_as_known: '2025-08' }).where('id', '=', id).execute(),
  )
  expect(await on()).toMatchObject([
    { deadline: '2026-06-30', firstEnd: '2025-08-31', restsOn: [{ known: '2025-08', day: '2025-08-31' }] },
  ])
  // A writer that knows of days alone says a sure one.
  await as(house.db, person(here.editor.id), tx =>
    tx.updateTable('agreement').set({ first_end: '2025-08-28' }).where('id', '=', id).execute(),
  )
  expect(await on()).toMatchObject([{ deadline: '2026-06-28', firstEndKnown: null, restsOn: [] }])
  await as(house.db, person(here.editor.id), tx =>
    tx.updateTable('agreement').set({ first_end_as_known: '2025-08-28' }).where('id', '=', id).execute(),
  )
  expect(await on()).toMatchObject([{ deadline: '2026-06-28', firstEnd: '2025-08-28', firstEndKnown: null }])
})

test('versions from before are read in the shape of today, and a past day shows what was known then', async () => {
  const { house, here } = scene
  const one = await relationship(scene, here, 'Coopération d’avant')
  const id = await agreement(scene, here, one)
  const shape = async (table: string) =>
    (
      await row<{ doc: Record<string, unknown> }>(
        sql`select perenne.in_shape_of_today(${table}, 14, '{"kept": 1}') as doc`,
      )
    )?.doc
  expect(await shape('agreement')).toEqual({ kept: 1, first_end_as_known: null })
  expect(await shape('agreement_event')).toEqual({ kept: 1, on_as_known: null, ends_as_known: null })
  expect(await shape('activity')).toMatchObject({ planned_start_as_known: null, actual_end_as_known: null })
  await house.setClock('2026-02-20T09:00:00+01:00')
  await as(house.db, person(here.editor.id), tx =>
    tx.updateTable('agreement_event').set({ on_as_known: '2015' }).where('agreement_id', '=', id).execute(),
  )
  const then = await asItWas(
    house.db,
    person(here.editor.id),
    { space: here.space, at: Temporal.Instant.from('2026-02-15T00:00:00Z') },
    tx => agreementsOn(tx, { ids: [id] }, Temporal.PlainDate.from('2026-02-15')),
  )
  expect(then).toMatchObject([{ since: '2015-08-29', events: [{ on: '2015-08-29', onKnown: null }] }])
  expect(await read(at(`/agreements/${id}`))).toContain('depuis 2015.')
  expect(await read(at(`/agreements/${id}?on=2026-02-15`))).toContain('depuis le 29 août 2015.')
})

test('a relationship whose beginning nobody knows is written in one form with its partner, and says so in words', async () => {
  const { house, here, partner, stranger } = scene
  const path = at('/relationships/new')
  const typed = {
    ...fieldsOf((await ask(house, path, here.editor.cookie)).html, path),
    kind: 'twinning',
    'name-fr': 'Jumelage oublié',
    visibility: '2',
  }
  const foreign = await send(house, path, here.editor.cookie, { ...typed, organisation: stranger })
  expect(foreign.status).toBe(422)
  for (const [during, more] of [
    ['?', { organisation: partner }],
    ['', { 'organisation-new': 'Ville de Rocanegra' }],
    ['desconocido', {}],
    ['unknown', {}],
    ['desconhecido', {}],
  ] as const) {
    const fresh = fieldsOf((await ask(house, path, here.editor.cookie)).html, path)
    const saved = await send(house, path, here.editor.cookie, { ...typed, _once: fresh._once ?? '', during, ...more })
    expect(saved.status, during).toBe(303)
    const words = await read(saved.location ?? '')
    expect(words).toContain('depuis une date inconnue')
    if ('organisation' in more) expect(words).toContain('Puerto Almendro')
    if ('organisation-new' in more) expect(words).toContain('Ville de Rocanegra')
    const edit = `${saved.location}/edit`
    const form = fieldsOf((await ask(house, edit, here.editor.cookie)).html, edit)
    expect((await send(house, edit, here.editor.cookie, form)).status).toBe(303)
    expect(await read(saved.location ?? '')).toContain('depuis une date inconnue')
  }
  expect(await read(at('/relationships'))).toContain('depuis une date inconnue')
})
