import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

// Every address of the memory is asked by everybody outside for each record, and no answer may hold a word of what is kept
// inside: pages, counts, searches, calendars, spreadsheets, papers. The addresses are those of the house, so that a new one is
// attacked from its first day.

type Init = { headers: { cookie: string } }
let house: TestHouse
let inner: Memory
let open: Memory
let space: string
const visitors = new Map<string, Init | undefined>()
const sql = (text: string, values: unknown[] = []) => house.database.owner.query(text, values)

/** Words that stand in internal records and nowhere else. */
const secrets = [
  'zarzuela',
  'quetzal',
  'xylophone',
  'jacaranda',
  'wolfram',
  'yucatan',
  'kumquat',
  'obsidienne',
  'papaye',
  'rutabaga',
  'sassafras',
  'tamarin',
  'ukulele',
  'vanille',
  'mangrove',
  'nénuphar',
  'libellule',
  'hortensia',
  'girofle',
  'fuchsia',
]

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  const territory = async (slug: string) => {
    const id = await makeSpace(house, 'territory', slug)
    await sql('update perenne.space set visibility = 2 where id = $1', [id])
    await sql(
      `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality') on conflict do nothing`,
      [id],
    )
    return id
  }
  space = await territory('brecourt')
  const far = await territory('far')
  const near = await territory('near')
  const network = await makeSpace(house, 'network', 'net')
  for (const member of [space, near])
    await sql('insert into perenne.network_member (space_id, member_id) values ($1, $2)', [network, member])
  await as(house.db, job('test'), async tx => {
    inner = await makeMemory(tx, space, 0)
    open = await makeMemory(tx, space, 2)
  })
  await hideWords()
  const person = async (
    name: string,
    role: 'territory_editor' | 'organiser' | 'evaluator' | null,
    kind: 'territory' | 'network',
    where: string,
  ) => {
    const id = await makePerson(house, `${name}@ville.example`, [name, 'Test'], 'fr')
    if (role) await giveRole(house, id, role, kind, where)
    visitors.set(name, await signedIn(house, id))
  }
  visitors.set('anonymous', undefined)
  await person('nobody', null, 'territory', far)
  await person('stranger', 'territory_editor', 'territory', far)
  await person('neighbour', 'territory_editor', 'territory', near)
  await person('organiser', 'organiser', 'network', network)
  await person('reviewer', 'evaluator', 'network', network)
  await person('keeper', 'territory_editor', 'territory', space)
})
afterAll(() => house.close())

/** Puts one secret word into each text of the internal records, and into the stricter parts of the public ones. */
async function hideWords() {
  let next = 0
  const secret = () => secrets[next++ % secrets.length] as string
  const { rows: texts } = await sql(
    `select id from perenne.translation where space_id = $1 and visibility = 0 order by id`,
    [space],
  )
  for (const { id } of texts)
    await sql('update perenne.translation set body = $1 where id = $2', [`Le ${secret()} ${secret()}`, id])
  await sql(`update perenne.interaction set title = $1, body = $2, place = $3 where id = $4`, [
    secret(),
    secret(),
    secret(),
    inner.journal,
  ])
  await sql(`update perenne.commitment set what = $1 where id = $2`, [secret(), inner.commitments])
  await sql(`update perenne.note set body = $1 where id = $2`, [secret(), inner.notes])
  await sql(`update perenne.decision set number = $1 where id = $2`, [secret(), inner.decisions])
  await sql(`update perenne.activity set identifier = $1 where id = $2`, [secret(), inner.projects])
  for (const [contact, given] of [
    [inner.contacts, secret()],
    [open.contacts, secret()],
  ])
    await sql(
      `update perenne.person set given_name = $1, family_name = $2, email = $3, telephone = $4 where id = (select person_id from perenne.contact where id = $5)`,
      [given, secret(), `${secret()}@ville.example`, `+33 ${secret()}`, contact],
    )
  // Of the public ones: the contact holds no public office, an agreement, an amount and two texts stay inside.
  await sql('update perenne.contact set public_office = false where id = $1', [open.contacts])
  await sql('update perenne.agreement set at_most = 0 where id = $1', [open.agreements])
  await sql(`update perenne.translation set body = $1 where record_id = $2`, [secret(), open.agreements])
  await sql(`update perenne.activity_money set at_most = 0, description = $1 where activity_id = $2`, [
    secret(),
    open.projects,
  ])
  await sql(
    `insert into perenne.translation (record_table, record_id, field, language, body, state) values ('relationship', $1, 'narrative', 'fr', $2, 'source')`,
    [open.relationships, secret()],
  )
  await sql(
    `insert into perenne.field_circle (record_table, record_id, field, at_most) values ('relationship', $1, 'narrative', 0)`,
    [open.relationships],
  )
  await sql(
    `insert into perenne.note (space_id, visibility, kind, body, language) values ($1, 0, 'lesson', $2, 'fr')`,
    [space, secret()],
  )
}

const folders: Record<string, keyof Memory> = {
  relationships: 'relationships',
  agreements: 'agreements',
  actors: 'actors',
  contacts: 'contacts',
  posts: 'posts',
  terms: 'terms',
  journal: 'journal',
  projects: 'projects',
  decisions: 'decisions',
  documents: 'documents',
  notes: 'notes',
  commitments: 'commitments',
}

/** Every address to be read, filled in with the records of a memory; several where a parameter has several values. */
function addresses(memory: Memory): string[] {
  const paths = rooms
    .flatMap(room => room.routes)
    .filter(route => route.method === 'GET' && route.path.startsWith('/:l/territories/:slug'))
    .map(route => route.path.replace(':l', 'fr').replace(':slug', 'brecourt'))
  return paths.flatMap(path => {
    const folder = /\/([a-z]+)\/:id/.exec(path)?.[1]
    let filled = folder && folders[folder] ? path.replace(':id', memory[folders[folder]]) : path
    if (filled.includes('/records/:table/:record'))
      return Object.entries({
        relationship: memory.relationships,
        activity: memory.projects,
        note: memory.notes,
        contact: memory.contacts,
        interaction: memory.journal,
        decision: memory.decisions,
      }).map(([table, id]) => filled.replace(':table', table).replace(':record', id))
    if (filled.endsWith('/export/:file'))
      return ['actors', 'contacts', 'relationships', 'journal', 'projects'].flatMap(kind =>
        ['csv', 'xlsx'].map(end => filled.replace(':file', `${kind}.${end}`)),
      )
    filled = filled.replace(/:[a-z]+/g, memory.relationships)
    return [filled]
  })
}
const alsoAsked = () => [
  ...secrets.map(word => `/fr/search?q=${encodeURIComponent(word)}`),
  '/fr/territories',
  '/fr/territories/brecourt?on=2018-06-03',
  '/fr/territories/brecourt/differences?from=2000-01-01&to=2018-06-04',
]

/** All that an answer says: what is zipped in it too. */
async function said(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK')
    return `${bytes.toString('utf8')} ${response.headers.get('content-disposition')}`
  let text = ''
  // Each entry of the file: its local header names the lengths; data without a length run to the next header.
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      text += inflateRawSync(bytes.subarray(begin), { finishFlush: 2 }).toString('utf8')
    } catch {
      text += bytes.subarray(begin).toString('utf8')
    }
  }
  return text
}

const told = (text: string, question = '') =>
  secrets.filter(word => word !== question && text.toLowerCase().includes(word))

test('the words are really there: whoever keeps the memory meets them', async () => {
  const met = new Set<string>()
  for (const address of addresses(inner)) {
    const response = await house.ask(address, visitors.get('keeper'))
    expect([address, response.status]).toEqual([address, expect.not.stringMatching(/^5/)])
    for (const word of told(await said(response))) met.add(word)
  }
  expect([...met].sort()).toEqual([...secrets].sort())
})

describe.each(['anonymous', 'nobody', 'stranger', 'neighbour', 'organiser', 'reviewer'])('%s', who => {
  test('learns nothing of it at any address', async () => {
    for (const address of [...addresses(inner), ...addresses(open), ...alsoAsked()]) {
      const response = await house.ask(address, visitors.get(who))
      expect([address, response.status < 500]).toEqual([address, true])
      const question = /[?]q=([^&]+)/.exec(address)?.[1] ?? ''
      expect([address, told(await said(response), decodeURIComponent(question))]).toEqual([address, []])
    }
  })
  test('finds nothing by these words, and is told no number', async () => {
    for (const word of secrets) {
      const page = await (await house.ask(`/fr/search?q=${encodeURIComponent(word)}`, visitors.get(who))).text()
      expect([word, /\/territories\/brecourt\//.test(page)]).toEqual([word, false])
    }
  })
})
