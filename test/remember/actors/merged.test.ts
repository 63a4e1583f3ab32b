import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { rooms } from '../../../source/rooms.ts'
import { ask, fieldsOf, send, wordsOn } from '../../convene/registration/desk-support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'
import { somebody } from './support.ts'

// Everything in this memory points to an organisation that was found to be the same as another one.
const gone = 'Ciudad de Puerto Almendro'
const stays = 'Municipalité qui reste'

let house: TestHouse
let memory: Memory
let space: string
let stays_: string
let cookie: string
const sql = async (text: string, values: unknown[] = []) => (await house.database.owner.query(text, values)).rows
const at = (path: string) => `/fr/territories/brecourt${path}`
const words = async (path: string) => wordsOn((await ask(house, at(path), cookie)).html)

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  space = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({ kind: 'territory', slug: 'brecourt', parent_id: '00000000-0000-4000-8000-000000000001', visibility: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeTexts(tx, [{ table: 'space', id, field: 'name', source: 'fr', bodies: { fr: 'Brécourt' } }])
    return id
  })
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 2))
  const old = memory.actors
  // Over two steps.
  const [between, last] = await as(house.db, job('test'), async tx => {
    const made: string[] = []
    for (const name of ['Entre les deux', stays]) {
      const { id } = await tx
        .insertInto('organisation')
        .values({
          ...{ space_id: space, visibility: 2, key: null, short_name: null, kind: 'local-government', country: 'UY' },
          ...{ territory_id: null, website: null, remembered: true },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await writeTexts(tx, [{ table: 'organisation', id, field: 'name', source: 'fr', bodies: { fr: name } }])
      made.push(id)
    }
    return made
  })
  stays_ = last ?? ''
  for (const column of ['provider_id', 'receiver_id'])
    await sql(`update perenne.activity_money set ${column} = $1, at_most = 2`, [old])
  await sql('insert into perenne.interaction_participant (interaction_id, organisation_id) values ($1, $2)', [
    memory.journal,
    old,
  ])
  await sql('update perenne.commitment set organisation_id = $1', [old])
  await sql('update perenne.post set organisation_id = $1', [old])
  await sql('update perenne.responsibility set organisation_id = $1', [old])
  for (const [table, record] of [
    ['note', memory.notes],
    ['interaction', memory.journal],
    ['decision', memory.decisions],
    ['memory_document', memory.documents],
  ])
    await sql(
      `insert into perenne.about (record_table, record_id, about_table, about_id) values ($1, $2, 'organisation', $3)
       on conflict do nothing`,
      [table, record, old],
    )
  await sql('update perenne.organisation set merged_into_id = $2 where id = $1', [old, between])
  await sql('update perenne.organisation set merged_into_id = $2 where id = $1', [between, stays_])
  cookie = (await somebody(house, 'territory_editor', space)).cookie
})
afterAll(() => house.close())

test.each([
  ['/relationships', () => '/relationships'],
  ['a relationship', () => `/relationships/${memory.relationships}`],
  ['a project', () => `/projects/${memory.projects}`],
  ['the journal', () => '/journal'],
  ['a line of the journal', () => `/journal/${memory.journal}`],
  ['the commitments', () => '/commitments'],
  ['the map of services', () => '/services'],
  ['the contacts', () => '/contacts'],
  ['a contact', () => `/contacts/${memory.contacts}`],
  ['the posts', () => '/posts'],
  ['a post', () => `/posts/${memory.posts}`],
  ['the documents', () => '/documents'],
  ['a document', () => `/documents/${memory.documents}`],
  ['the notes', () => '/notes'],
  ['a note', () => `/notes/${memory.notes}`],
  ['a decision', () => `/decisions/${memory.decisions}`],
  ['the actors', () => '/actors'],
])('%s: a merged organisation stands under the one that stays', async (_name, path) => {
  const shown = await words(path())
  expect(shown).toContain(stays)
  expect(shown).not.toContain(gone)
  expect(shown).not.toContain('Entre les deux')
})

test.each(['', '/projects', '/decisions', '/timeline', '/monday', '/checks'])(
  'the page %s does not name it',
  async path => {
    expect(await words(path)).not.toContain(gone)
  },
)

test.each([
  ['a contact', () => `/contacts/${memory.contacts}/edit`],
  ['a post', () => `/posts/${memory.posts}/edit`],
  ['a responsibility', () => `/services/${memory.services}/edit`],
])('the form of %s has the one that stays chosen', async (_name, path) => {
  const page = await ask(house, at(path()), cookie)
  expect(fieldsOf(page.html, at(path())).organisation).toBe(stays_)
})

test('the forms of the parts of a relationship and a project too', async () => {
  const [party] = await sql('select id from perenne.relationship_party')
  const [member] = await sql('select id from perenne.activity_party')
  const [money] = await sql('select id from perenne.activity_money')
  const fields = async (path: string) => fieldsOf((await ask(house, at(path), cookie)).html, at(path))
  expect((await fields(`/relationships/${memory.relationships}/parties/${party.id}`)).organisation).toBe(stays_)
  expect((await fields(`/projects/${memory.projects}/organisations/${member.id}`)).organisation).toBe(stays_)
  expect(await fields(`/projects/${memory.projects}/money/${money.id}`)).toMatchObject({
    provider: stays_,
    receiver: stays_,
  })
})

test('a record that is about it stays so when its form is sent as it is; taken out, it is about neither', async () => {
  const path = at(`/notes/${memory.notes}/edit`)
  const about = async () =>
    (
      await sql(`select about_id as id from perenne.about where record_id = $1 and about_table = 'organisation'`, [
        memory.notes,
      ])
    ).map(row => row.id)
  const shown = fieldsOf((await ask(house, path, cookie)).html, path)
  const toldBy = memory.contacts
  expect(shown['about[]']).toContain(`organisation:${stays_}`)
  expect((await send(house, path, cookie, { ...shown, toldBy })).status).toBe(303)
  expect(await about()).toEqual([memory.actors])
  const again = fieldsOf((await ask(house, path, cookie)).html, path)
  const rest = [again['about[]'] ?? []].flat().filter(one => one !== `organisation:${stays_}`)
  expect((await send(house, path, cookie, { ...again, 'about[]': rest })).status).toBe(303)
  expect(await about()).toEqual([])
})

test('its brief is that of the one that stays, with all that either holds, whichever is asked for', async () => {
  for (const id of [memory.actors, stays_]) {
    const response = await house.ask(at(`/actors/${id}/brief.pdf`), { headers: { cookie } })
    expect(response.status).toBe(200)
    const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
    let said = ''
    for (let page = 1; page <= pdf.numPages; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent()
      said += items.map(item => ('str' in item ? item.str : '')).join(' ')
    }
    expect(said).toContain(stays)
    expect(said).not.toContain(gone)
    expect(said).toContain('Coopération avec Puerto Almendro')
  }
})

test('found by the name it had, it leads to the one that stays', async () => {
  const answer = await house.ask(at(`/actors/${memory.actors}`), { headers: { cookie } })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain(`/actors/${stays_}`)
})

test('two relationships of one kind with what turned out to be one partner are told, with both to open', async () => {
  const second = await as(house.db, job('test'), async tx => {
    const first = await tx
      .selectFrom('relationship')
      .select(['kind', 'during'])
      .where('id', '=', memory.relationships)
      .executeTakeFirstOrThrow()
    const { id } = await tx
      .insertInto('relationship')
      .values({ space_id: space, visibility: 2, ...first })
      .returning('id')
      .executeTakeFirstOrThrow()
    const parties = await tx
      .selectFrom('relationship_party')
      .select('organisation_id')
      .where('relationship_id', '=', memory.relationships)
      .execute()
    for (const { organisation_id } of parties)
      await tx
        .insertInto('relationship_party')
        .values({
          relationship_id: id,
          organisation_id: organisation_id === memory.actors ? stays_ : organisation_id,
        })
        .execute()
    return id
  })
  const link = at('/checks/relationship-twice')
  expect((await ask(house, at('/actors/duplicates'), cookie)).html).toContain(`href="${link}"`)
  const { html } = await ask(house, link, cookie)
  for (const id of [memory.relationships, second]) expect(html).toContain(`href="${at(`/relationships/${id}`)}"`)
  await sql('delete from perenne.relationship where id = $1', [second])
  expect((await ask(house, at('/actors/duplicates'), cookie)).html).not.toContain(`href="${link}"`)
})
