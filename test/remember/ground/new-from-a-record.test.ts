import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { rooms } from '../../../source/rooms.ts'
import { ask, fieldsOf, send } from '../../convene/registration/desk-support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { somebody } from '../actors/support.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

// From a record to a new one that belongs to it: the tie is filled in, and is there still when the form comes back.
let house: TestHouse
let memory: Memory
let cookie: string
const at = (path: string) => `/fr/territories/brecourt${path}`

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  const space = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({ kind: 'territory', slug: 'brecourt', parent_id: '00000000-0000-4000-8000-000000000001', visibility: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space))
  cookie = (await somebody(house, 'territory_editor', space)).cookie
})
afterAll(() => house.close())

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g
const values = (html: string, path: string) => Object.values(fieldsOf(html, path)).flat().join(' ')

/** Opens the form, sends it with nothing but what it holds and what makes it wrong, and sees the tie both times. */
async function keepsTheTie(path: string): Promise<void> {
  const ids = path.split('?')[1]?.match(uuid) ?? []
  expect(ids.length, path).toBeGreaterThan(0)
  const shown = await ask(house, path, cookie)
  expect(shown.status, path).toBe(200)
  // The journal answers its forms at the address without what it asks for.
  const action = shown.html.includes(`action="${path.replaceAll('&', '&amp;')}"`) ? path : (path.split('?')[0] ?? '')
  for (const id of ids) expect(values(shown.html, action), path).toContain(id)
  const back = await send(house, action, cookie, { ...fieldsOf(shown.html, action), visibility: '9', during: '???' })
  expect(back.status, path).toBe(422)
  for (const id of ids) expect(values(back.html, action), `${path}, sent`).toContain(id)
}

test.each([
  ['a project of a relationship', () => `/projects/new?relationship=${memory.relationships}`],
  ['a project under another', () => `/projects/new?parent=${memory.projects}`],
  ['a document of an agreement', () => `/documents/new?about=agreement:${memory.agreements}`],
  ['a document of a project', () => `/documents/new?about=activity:${memory.projects}`],
  ['a note of a relationship', () => `/notes/new?about=relationship:${memory.relationships}`],
  ['a decision on a project', () => `/decisions/new?about=activity:${memory.projects}`],
  ['a contact of an actor', () => `/contacts/new?organisation=${memory.actors}`],
  ['a responsibility for a relationship', () => `/services/new?relationship=${memory.relationships}`],
  ['a responsibility for a project', () => `/services/new?project=${memory.projects}`],
  ['a responsibility of a service', () => `/services/new?organisation=${memory.actors}`],
  ['an appointment to a post', () => `/appointments/new?post=${memory.posts}`],
  ['an appointment of somebody', () => `/appointments/new?contact=${memory.contacts}`],
  ['an appointment in a term', () => `/appointments/new?term=${memory.terms}`],
])('%s keeps what it belongs to when the form comes back', (_name, path) => keepsTheTie(at(path())))

test('each such link on the page of a record leads to a form that keeps it', async () => {
  const pages = [
    ...['relationships', 'agreements', 'actors', 'contacts', 'posts', 'terms', 'projects', 'decisions'].map(
      folder => `/${folder}/${memory[folder as keyof Memory]}`,
    ),
    '/services',
  ]
  const links = new Set<string>()
  for (const page of pages) {
    const { html } = await ask(house, at(page), cookie)
    for (const [, href = ''] of html.matchAll(/href="([^"]*\/new\?[^"]*)"/g)) links.add(href.replaceAll('&amp;', '&'))
  }
  const folders = [...links].map(link => /\/([a-z]+)\/new/.exec(link)?.[1])
  for (const folder of ['projects', 'documents', 'notes', 'services', 'contacts', 'appointments', 'journal'])
    expect(folders).toContain(folder)
  for (const link of links) if (!link.includes('/journal/')) await keepsTheTie(link)
})
