import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsWords } from '#remember/messages/fields.ts'
import { scdlColumns } from '#remember/projects/rules/scdl.ts'
import { as, job } from '../../../source/ground/database/actor.ts'
import { ask, fieldsOf, queriesOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { address as at, decision, openProjects, project, relationship, type Scene } from './support.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openProjects()
})
afterAll(() => scene.house.close())

const formOn = async (path: string, cookie: string) => fieldsOf((await ask(scene.house, path, cookie)).html, path)
const read = async (path: string, cookie = '') => wordsOn((await ask(scene.house, at(path), cookie)).html)

const rowsOf = async (path: string, cookie = '') => {
  const response = await scene.house.ask(at(path), { headers: { cookie } })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/csv')
  // The words of the file as they stand, whatever a spreadsheet would make of them.
  const text = new TextDecoder().decode(await response.arrayBuffer())
  const rows = text
    .trimEnd()
    .split('\r\n')
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
  return { rows, text }
}

describe('a decision', () => {
  test('is written down with all seventeen fields, linked, and read again', async () => {
    const { house, here } = scene
    const { cookie } = here.editor
    const water = await relationship(scene, here, 'Coopération de l’eau')
    const works = await project(scene, here, 'Bornes-fontaines')
    const path = at('/decisions/new')
    const sent = await send(house, path, cookie, {
      ...(await formOn(path, cookie)),
      source: 'fr',
      number: '2017-045',
      decidedOn: '2017-03-02',
      'object-fr': 'Convention avec Puerto Almendro',
      'object-en': 'Agreement with Puerto Almendro',
      bodyName: 'Ville de Brécourt-sur-Loire',
      bodySiret: '214 502 345 00011',
      subjectCode: '9.1',
      subjectName: 'autres domaines de compétences',
      budgetYear: '2017-2018',
      budgetName: 'Budget principal',
      prefectureId: 'PREF045',
      prefectureOn: '2017-03-06',
      voters: '43',
      voted: '40',
      votesFor: '30',
      votesAgainst: '4',
      abstentions: '5',
      url: 'https://ville.example/2017-045.pdf',
      'about-more': `relationship:${water}`,
      'about-more-2': `activity:${works}`,
      visibility: '2',
    })
    expect(sent.status).toBe(303)
    const page = wordsOn((await ask(house, sent.location ?? '', cookie)).html)
    expect(page).toContain('Agreement with Puerto Almendro')
    // 30 + 4 + 5 are 39 of 40: told, and kept.
    expect(page).toContain('fewer than those who voted')
    expect(page).toMatch(/Bornes-fontaines · Coopération de l’eau/)
    const { rows } = await rowsOf('/decisions.csv?year=2017')
    expect(rows[0]).toEqual([...scdlColumns])
    expect(rows[1]).toEqual([
      'Ville de Brécourt-sur-Loire',
      '21450234500011',
      '2017-045',
      '2017-03-02',
      '9.1',
      'autres domaines de compétences/autres domaines de compétences des communes',
      'Convention avec Puerto Almendro',
      '2017/2018',
      'Budget principal',
      'PREF045',
      '2017-03-06',
      '43',
      '40',
      '30',
      '4',
      '5',
      'https://ville.example/2017-045.pdf',
    ])
    // Whoever changes nothing changes nothing.
    const edit = `${sent.location}/edit`
    const again = await send(house, edit, cookie, await formOn(edit, cookie))
    expect(again.status).toBe(303)
    expect((await rowsOf('/decisions.csv?year=2017')).rows[1]).toEqual(rows[1])
    expect(wordsOn((await ask(house, sent.location ?? '', '')).html)).toContain(
      'Bornes-fontaines · Coopération de l’eau',
    )
    const twice = await send(house, path, cookie, {
      ...(await formOn(path, cookie)),
      source: 'fr',
      number: '2017-045',
      decidedOn: '2017-03-02',
      'object-fr': 'Autre',
      visibility: '0',
    })
    expect(twice.status).toBe(422)
    expect(wordsOn(twice.html)).toContain('already a decision with this number on this day')
  })

  test('tells what it did to agreements, as far as the reader may see them', async () => {
    const { house, here } = scene
    const id = await decision(scene, here, '2017-060')
    const quiet = await relationship(scene, here, 'Négociation discrète', 0)
    const open = await relationship(scene, here, 'Jumelage ouvert')
    await as(house.db, job('test'), async tx => {
      for (const relationship_id of [quiet, open]) {
        const { id: agreement_id } = await tx
          .insertInto('agreement')
          .values({ relationship_id, kind: 'convention' })
          .returning('id')
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('agreement_event')
          .values({ agreement_id, kind: 'approved', on_day: '2017-03-02', decision_id: id })
          .execute()
      }
    })
    const events = (words: string) => (words.match(/Approval by the council/g) ?? []).length
    expect(events(await read(`/decisions/${id}`, here.reader.cookie))).toBe(2)
    expect(events(await read(`/decisions/${id}`))).toBe(1)
    const { cookie } = here.editor
    const removal = at(`/decisions/${id}/remove`)
    expect((await send(house, removal, cookie, await formOn(removal, cookie))).location).toBe(at('/decisions'))
    const left = await house.database.owner.query('select count(*)::int as n from perenne.agreement_event')
    expect(left.rows[0].n).toBe(2)
  })

  test.each([
    ['number', '', fieldsWords.en.errors.missing],
    ['decidedOn', '2017-02-30', 'Give a day that exists'],
    ['bodySiret', '123', '14 figures of the SIRET'],
    ['subjectCode', 'eau', 'as the nomenclature has it'],
    ['budgetYear', '17', 'Give a year of four digits'],
    ['voters', '4,5', 'Give a whole number'],
    ['votesFor', '-1', 'Give a whole number'],
    ['url', 'javascript:alert(1)', 'Give a whole address'],
    ['object-fr', '', fieldsWords.en.errors.missing],
  ])('%s as %j is told in words, and what was typed is kept', async (field, value, sentence) => {
    const { house, here } = scene
    const path = at('/decisions/new')
    const sent = await send(house, path, here.editor.cookie, {
      ...(await formOn(path, here.editor.cookie)),
      source: 'fr',
      number: '2017-900',
      decidedOn: '2017-09-01',
      'object-fr': 'Objet',
      visibility: '0',
      [field]: value,
    })
    expect(sent.status).toBe(422)
    expect(wordsOn(sent.html)).toContain(sentence)
    if (value) expect(sent.html).toContain(`value="${value}"`)
  })
})

describe('the open file', () => {
  test('holds public decisions alone; those inside may have theirs too, when they ask', async () => {
    const { here } = scene
    await decision(scene, here, '2013-001', { decidedOn: '2013-01-10' })
    await decision(scene, here, '2013-002', { decidedOn: '2013-01-11', visibility: '0' })
    await decision(scene, here, '2013-003', { decidedOn: '2013-01-12', visibility: '1' })
    const numbers = async (path: string, cookie = '') => (await rowsOf(path, cookie)).rows.slice(1).map(row => row[2])
    expect(await numbers('/decisions.csv?year=2013')).toEqual(['2013-001'])
    expect(await numbers('/decisions.csv?year=2013&all=yes')).toEqual(['2013-001'])
    expect(await numbers('/decisions.csv?year=2013&all=yes', scene.there.editor.cookie)).toEqual(['2013-001'])
    expect(await numbers('/decisions.csv?year=2013', here.editor.cookie)).toEqual(['2013-001'])
    expect(await numbers('/decisions.csv?year=2013&all=yes', here.reader.cookie)).toEqual([
      '2013-001',
      '2013-002',
      '2013-003',
    ])
    const outside = await read('/decisions?year=2013')
    expect(outside).toContain('2013-001')
    expect(outside).not.toContain('2013-002')
    expect(outside).not.toContain('2013-003')
  })

  test('names the local government where a decision does not, by its own name and number', async () => {
    const { house, here } = scene
    await as(house.db, job('test'), tx =>
      tx
        .insertInto('identifier')
        .values({ record_table: 'territory', record_id: here.space, scheme: 'siret', value: '214 502 345 00011' })
        .execute(),
    )
    await decision(scene, here, '2012-001', { decidedOn: '2012-01-10' })
    // One of its own bodies is no local government; another one, with its number, is.
    await decision(scene, here, '2012-002', { decidedOn: '2012-01-11', bodyName: 'Conseil municipal' })
    const other = { bodyName: 'Métropole', bodySiret: '21990002400015' }
    await decision(scene, here, '2012-003', { decidedOn: '2012-01-12', ...other })
    const { rows } = await rowsOf('/decisions.csv?year=2012')
    expect(rows.slice(1).map(row => row.slice(0, 3))).toEqual([
      ['Ville de brecourt', '21450234500011', '2012-001'],
      ['Ville de brecourt', '21450234500011', '2012-002'],
      ['Métropole', '21990002400015', '2012-003'],
    ])
  })

  test('is no formula, whatever somebody wrote', async () => {
    const { here } = scene
    const bad = '=HYPERLINK("http://x.example";"y")'
    await decision(scene, here, '+2011', {
      decidedOn: '2011-01-10',
      'object-fr': bad,
      budgetName: '@SUM(A1)',
      subjectName: '-1+1',
    })
    const { text } = await rowsOf('/decisions.csv?year=2011')
    for (const cell of text.split(/[,\r\n]+/)) expect(cell.replace(/^"+/, '')).not.toMatch(/^[=+@-]/)
    expect(text).toContain(`'=HYPERLINK`)
  })

  test('separates with a comma in every language, as the schema asks', async () => {
    for (const locale of ['fr', 'es', 'pt', 'en']) {
      const response = await scene.house.ask(at('/decisions.csv', { locale }))
      expect((await response.text()).split('\r\n')[0]).toContain(scdlColumns.join(','))
    }
  })
})

describe('attacks', () => {
  test('a decision is about nothing of another memory, and nobody writes in another’s', async () => {
    const { house, here, there } = scene
    const foreign = await relationship(scene, here, 'Jumelage discret', 0)
    const { cookie } = there.editor
    const path = at('/decisions/new', { place: 'ailleurs' })
    const fields = { number: '1', decidedOn: '2017-01-01', source: 'fr', 'object-fr': 'Objet', visibility: '2' }
    const sent = await send(house, path, cookie, {
      ...(await formOn(path, cookie)),
      ...fields,
      'about-more': `relationship:${foreign}`,
    })
    expect(sent.status).toBe(422)
    expect(sent.html).toContain('This is not known here')
    expect(sent.html).not.toContain('Jumelage discret')
    const none = await as(house.db, job('test'), tx =>
      tx.selectFrom('decision').select('id').where('space_id', '=', there.space).execute(),
    )
    expect(none).toEqual([])
    const secret = await decision(scene, here, '2010-001', { decidedOn: '2010-01-01', visibility: '0' })
    for (const [place, who, status] of [
      ['ailleurs', cookie, 404],
      ['brecourt', cookie, 403],
      ['brecourt', here.reader.cookie, 403],
    ] as const) {
      for (const end of ['edit', 'remove'])
        expect((await send(house, at(`/decisions/${secret}/${end}`, { place }), who, fields)).status).toBe(status)
    }
    for (const [place, who] of [
      ['brecourt', cookie],
      ['brecourt', ''],
      ['ailleurs', cookie],
    ] as const)
      expect((await ask(house, at(`/decisions/${secret}`, { place }), who)).status).toBe(404)
    expect(await read(`/decisions/${secret}`, here.reader.cookie)).toContain('2010-001')
  })

  test('the list counts for each reader what that reader sees', async () => {
    const { there } = scene
    await decision(scene, there, 'A-1')
    await decision(scene, there, 'A-2', { visibility: '0', decidedOn: '2001-01-01' })
    const path = at('/decisions', { place: 'ailleurs' })
    const outside = (await ask(scene.house, path, '')).html
    expect(outside).toContain('A-1')
    expect(outside).not.toContain('A-2')
    // Nor the year of one that is hidden.
    expect(outside).not.toContain('2001')
    expect((await ask(scene.house, path, there.reader.cookie)).html).toContain('2001')
  })
})

test('the list, the page and the file of a past day tell what was known then', async () => {
  const { house, there } = scene
  const id = await decision(scene, there, 'P-1', { 'object-fr': 'Premier objet', decidedOn: '2009-05-05' })
  await house.setClock('2018-06-06T09:00:00+02:00')
  const edit = at(`/decisions/${id}/edit`, { place: 'ailleurs' })
  const form = await formOn(edit, there.editor.cookie)
  expect((await send(house, edit, there.editor.cookie, { ...form, 'object-fr': 'Second objet' })).status).toBe(303)
  await decision(scene, there, 'P-2', { decidedOn: '2009-06-06' })
  for (const path of ['/decisions?year=2009&', `/decisions/${id}?`, '/decisions.csv?year=2009&']) {
    const body = async (query: string) =>
      (
        await house.ask(at(`${path}${query}`, { place: 'ailleurs' }), { headers: { cookie: there.reader.cookie } })
      ).text()
    expect(await body(''), path).toContain('Second objet')
    const past = await body('on=2018-06-05')
    expect(past, path).toContain('Premier objet')
    expect(past, path).not.toContain('P-2')
  }
})

test('one row and three ask the database as often', async () => {
  const { house, there } = scene
  const list = at('/decisions', { place: 'ailleurs' })
  const id = await decision(scene, there, 'Q-1', { about: `activity:${await project(scene, there, 'P')}` })
  const page = at(`/decisions/${id}`, { place: 'ailleurs' })
  const csv = at('/decisions.csv', { place: 'ailleurs' })
  const count = async () => {
    const counts: number[] = []
    for (const path of [list, page, csv]) counts.push(await queriesOf(house, path, there.editor.cookie))
    return counts
  }
  const before = await count()
  for (const number of ['Q-2', 'Q-3']) await decision(scene, there, number)
  expect(await count()).toEqual(before)
})
