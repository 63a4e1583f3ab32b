import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { address as at, make, money, openProjects, project, relationship, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openProjects()
})
afterAll(() => scene.house.close())

const formOn = async (path: string, cookie: string) => fieldsOf((await ask(scene.house, path, cookie)).html, path)
const read = async (path: string, cookie = '') => wordsOn((await ask(scene.house, at(path), cookie)).html)

describe('a project', () => {
  test('keeps its dates as they are known, and says what publishing would need', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const blank = await formOn(at('/projects/new'), cookie)
    const typed = { ...blank, source: 'en', 'title-en': 'Old wells', status: '2', visibility: '2' }
    const wrong = await send(house, at('/projects/new'), cookie, {
      ...typed,
      plannedStart: '2015',
      plannedEnd: 'June 2014',
    })
    expect(wrong.html).toContain('The end lies before the start')
    const sent = await send(house, at('/projects/new'), cookie, {
      ...typed,
      plannedStart: '2015',
      plannedEnd: '2015',
      actualStart: 'about 2016',
      actualEnd: '?',
    })
    expect(sent.status).toBe(303)
    const page = (sent.location ?? '').replace(/^.*(?=\/projects)/, '')
    const words = (await read(page, cookie)).replaceAll('\u00a0', ' ')
    expect(words).toContain('Planned start 2015')
    expect(words).toContain('about 2016')
    expect(words).not.toContain('1 January 2015')
    expect(words).toContain('planned end, 2015, is past')
    expect(words).toContain('A date is not known to the day')
    const id = page.split('/').at(-1) ?? ''
    const row = await as(house.db, job('test'), tx =>
      tx.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({
      planned_start: '2015-01-01',
      planned_end: '2015-12-31',
      actual_start: '2016-01-01',
      actual_start_as_known: '2016~',
      actual_end: null,
    })
    const form = await formOn(`${sent.location}/edit`, cookie)
    expect(form).toMatchObject({ plannedStart: '2015', actualStart: 'about 2016' })
    expect((await send(house, `${sent.location}/edit`, cookie, form)).status).toBe(303)
    expect((await read('/projects', cookie)).replaceAll('\u00a0', ' ')).toContain('since about 2016, planned end: 2015')
    // Once it is over, both ends stand in one sentence.
    const ended = { ...(await formOn(`${sent.location}/edit`, cookie)), status: '4', actualEnd: '30 April 2017' }
    expect((await send(house, `${sent.location}/edit`, cookie, ended)).status).toBe(303)
    expect((await read('/projects', cookie)).replaceAll('\u00a0', ' ')).toContain('from about 2016 to 30 April 2017')
  })

  test('is written down by its forms, one thing a page, and read again', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const water = await relationship(scene, here, 'Coopération avec Puerto Almendro')
    const blank = await formOn(at('/projects/new'), cookie)
    const wrong = await send(house, at('/projects/new'), cookie, {
      ...blank,
      source: 'fr',
      'title-fr': 'Eau pour les quartiers hauts',
      status: '2',
      plannedStart: '2017-01-01',
      plannedEnd: '2016-01-01',
      visibility: '2',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('The end lies before the start')
    expect(wrong.html).toContain('Eau pour les quartiers hauts')
    const sent = await send(house, at('/projects/new'), cookie, {
      ...fieldsOf(wrong.html, at('/projects/new')),
      plannedEnd: '2018-03-31',
      actualStart: '2017-02-01',
      scope: '8',
      relationship: water,
      identifier: 'FR-BSL-2017-01',
    })
    expect(sent.status).toBe(303)
    const page = sent.location ?? ''
    // The same sending again leads to the same project.
    const twice = await send(house, at('/projects/new'), cookie, {
      ...fieldsOf(wrong.html, at('/projects/new')),
      plannedEnd: '2018-03-31',
    })
    expect(twice.location).toBe(page)

    const who = await send(house, `${page}/organisations/new`, cookie, {
      ...(await formOn(`${page}/organisations/new`, cookie)),
      organisation: 'own',
      role: '1',
    })
    expect(who.status).toBe(303)
    const partner = await send(house, `${page}/organisations/new`, cookie, {
      'organisation-new': 'Ciudad de Puerto Almendro',
      role: '4',
    })
    expect(partner.status).toBe(303)
    const where = await send(house, `${page}/places/new`, cookie, {
      country: 'CL',
      name: 'Cerro Mirador',
      coordinates: '-33,0472 ; -71,6127',
      percentage: '',
    })
    expect(where.status).toBe(303)
    const themes = await send(house, `${page}/themes`, cookie, {
      ...(await formOn(`${page}/themes`, cookie)),
      'sector-1': '14030',
      'sector-share-1': '60',
      'sector-code-2': '15112',
      'sector-share-2': '40,0',
      'goals[]': ['6', '17'],
      targets: '6.1',
    })
    expect(themes.status).toBe(303)
    const spent = await send(house, `${page}/money/new`, cookie, {
      ...(await formOn(`${page}/money/new`, cookie)),
      kind: 'disbursement',
      value: '1 200,50',
      currency: 'eur',
      valueDate: '2017-06-20',
      'receiver-new': 'ciudad de puerto almendro',
    })
    expect(spent.status).toBe(303)
    const words = wordsOn((await ask(house, page, cookie)).html)
    expect(words).toContain('Eau pour les quartiers hauts')
    expect(words).toContain('Under way')
    expect(await read('/projects?state=2')).toContain('Under way – was to end: 31 March 2018')
    expect(words).toMatch(/planned end, 31 March 2018, is past/)
    expect(words).toMatch(/Ville de brecourt\s+– Funds it/)
    expect(words).toMatch(/Ciudad de Puerto Almendro\s+– Carries it out/)
    expect(words).toMatch(/Cerro Mirador, Chile\s+– -33.0472, -71.6127/)
    expect(words).toContain('Basic drinking water and sanitation (14030), 60%')
    expect(words).toContain('6. Water and sanitation')
    expect(words).toContain('€1,200.50')
    // One new name made one actor, though it was written twice.
    const actors = await as(house.db, job('test'), tx =>
      tx.selectFrom('organisation').select('id').where('space_id', '=', here.space).execute(),
    )
    expect(actors).toHaveLength(1)
    // What is missing is told to those inside alone.
    expect(words).toContain('It has no description.')
    const outside = wordsOn((await ask(house, page, '')).html)
    expect(outside).toContain('Eau pour les quartiers hauts')
    expect(outside).not.toContain('It has no description.')
    expect(outside).not.toContain('Change this project')
  })

  test('that somebody else saved meanwhile shows both, and nothing is lost', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const id = await project(scene, here, 'Ancien titre')
    const form = await formOn(at(`/projects/${id}/edit`), cookie)
    await send(house, at(`/projects/${id}/edit`), cookie, { ...form, status: '3' })
    const stale = await send(house, at(`/projects/${id}/edit`), cookie, {
      ...form,
      _once: '',
      'title-fr': 'Nouveau titre',
    })
    expect(stale.status).toBe(409)
    expect(wordsOn(stale.html)).toMatch(/Nouveau titre/)
    expect(wordsOn(stale.html)).toMatch(/Being closed/)
    const kept = await as(house.db, job('test'), tx =>
      tx.selectFrom('activity').select('status').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(kept.status).toBe('3')
  })

  test('themes that somebody else saved meanwhile come back as they were typed', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const id = await project(scene, here, 'Thèmes')
    const path = at(`/projects/${id}/themes`)
    const form = await formOn(path, cookie)
    await send(house, path, cookie, { ...form, targets: '6.1' })
    const stale = await send(house, path, cookie, {
      ...form,
      _once: '',
      'sector-1': '14030',
      'sector-share-1': '100',
      'goals[]': ['6'],
    })
    expect(stale.status).toBe(409)
    expect(wordsOn(stale.html)).toContain('Basic drinking water and sanitation (14030), 100%')
    // Taking one's own side of each field saves it.
    const both = fieldsOf(stale.html)
    const settled = await send(house, path, cookie, {
      ...both,
      sectors: '14030 100',
      goals: '6',
      targets: '6.1',
    })
    expect(settled.status).toBe(303)
    const kept = await as(house.db, job('test'), tx =>
      tx
        .selectFrom('activity_class')
        .select(['vocabulary', 'code', 'percentage'])
        .where('activity_id', '=', id)
        .orderBy('vocabulary')
        .execute(),
    )
    expect(kept).toEqual([
      { vocabulary: 'goal', code: '6', percentage: null },
      { vocabulary: 'sector', code: '14030', percentage: '100.00' },
      { vocabulary: 'target', code: '6.1', percentage: null },
    ])
  })

  test('policy markers say how much they count, those that did not before too', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const id = await project(scene, here, 'Marqueurs')
    await as(house.db, job('test'), tx =>
      tx.insertInto('activity_class').values({ activity_id: id, vocabulary: 'marker', code: '6' }).execute(),
    )
    const page = at(`/projects/${id}`)
    expect(wordsOn((await ask(house, page, cookie)).html)).toContain('A policy marker does not say how much it counts.')
    const path = at(`/projects/${id}/themes`)
    const form = await formOn(path, cookie)
    expect(form['marker-6']).toBe('unsaid')
    const first = await send(house, path, cookie, { ...form, 'marker-1': '1', 'marker-2': '0' })
    expect(first.status).toBe(303)
    const kept = () =>
      as(house.db, job('test'), tx =>
        tx
          .selectFrom('activity_class')
          .select(['code', 'significance'])
          .where('activity_id', '=', id)
          .orderBy('code')
          .execute(),
      )
    expect(await kept()).toEqual([
      { code: '1', significance: 1 },
      { code: '2', significance: 0 },
      { code: '6', significance: null },
    ])
    await send(house, path, cookie, { ...(await formOn(path, cookie)), 'marker-6': '2', 'marker-2': '' })
    expect(await kept()).toEqual([
      { code: '1', significance: 1 },
      { code: '6', significance: 2 },
    ])
    const words = wordsOn((await ask(house, page, cookie)).html)
    expect(words).toContain('Climate change: mitigation: principal objective')
    expect(words).not.toContain('A policy marker does not say how much it counts.')
    const wrong = await send(house, path, cookie, { ...(await formOn(path, cookie)), 'marker-1': '3' })
    expect(wrong.status).toBe(422)
  })

  test('a theme that stays keeps its line: only what differs is written', async () => {
    const { house, here } = scene
    const id = await project(scene, here, 'Sobre')
    const save = (fields: Record<string, string>) => {
      const { cookie } = here.editor
      const path = at(`/projects/${id}/themes`)
      return formOn(path, cookie).then(form => send(house, path, cookie, { ...form, ...fields }))
    }
    const versions = async () =>
      (
        await house.database.owner.query(
          `select count(*)::int as n from perenne.record_version where record_table = 'activity_class'
           and doc ->> 'activity_id' = $1`,
          [id],
        )
      ).rows[0].n
    await save({ 'sector-1': '14030', targets: '6.1 6.2' })
    const before = await versions()
    await save({ targets: '6.1 6.2 11.b' })
    expect(await versions()).toBe(before + 1)
    await save({})
    expect(await versions()).toBe(before + 1)
  })

  test('cannot be part of itself, however far below', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const top = await project(scene, here, 'Programme')
    const middle = await project(scene, here, 'Volet', { parent: top })
    const low = await project(scene, here, 'Action', { parent: middle })
    for (const parent of [top, middle, low]) {
      const form = await formOn(at(`/projects/${top}/edit`), cookie)
      const sent = await send(house, at(`/projects/${top}/edit`), cookie, { ...form, parent })
      expect(sent.status).toBe(422)
      expect(sent.html).toContain('A project cannot be part of itself.')
    }
    expect(await read(`/projects/${top}`)).toMatch(/Projects that are part of it Volet/)
    expect(await read(`/projects/${low}`)).toMatch(/Part of the project Volet/)
  })

  test('is removed with its parts, and its history stays', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const id = await project(scene, here, 'À retirer')
    const place = await make(scene, here, 'place', { country: 'SN', name: 'Tabadian' }, id)
    const part = await send(house, at(`/projects/${id}/places/${place}/remove`), cookie, {})
    expect(part.location).toBe(at(`/projects/${id}`))
    await money(scene, here, id, {})
    const form = await formOn(at(`/projects/${id}/remove`), cookie)
    const sent = await send(house, at(`/projects/${id}/remove`), cookie, form)
    expect(sent.location).toBe(at('/projects'))
    expect((await ask(house, at(`/projects/${id}`), cookie)).status).toBe(404)
    expect((await send(house, at(`/projects/${id}/remove`), cookie, form)).location).toBe(at('/projects'))
    const kept = await house.database.owner.query(
      `select distinct record_table from perenne.record_version where record_id = $1 or doc ->> 'activity_id' = $1::text`,
      [id],
    )
    expect(kept.rows.map(row => row.record_table).sort()).toEqual(['activity', 'activity_money', 'activity_place'])
  })
})
