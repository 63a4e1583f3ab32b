import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveMemories } from '../../../source/demo/memories.ts'
import { findDemoPerson, makeDemoPersons } from '../../../source/demo/persons.ts'
import { makeDemoTerritories } from '../../../source/demo/territories.ts'
import { as, asItWas, job, person } from '../../../source/ground/database/actor.ts'
import { textsOf } from '../../../source/ground/languages/texts.ts'
import { openSession, sessionHeader } from '../../../source/ground/people/session.ts'
import { loadMemories } from '../../../source/remember/acts/load-memory.ts'
import { readWaitingDocuments } from '../../../source/remember/documents/acts/read-waiting.ts'
import { scdlWords } from '../../../source/remember/messages/scdl.ts'
import { findMemory } from '../../../source/remember/store/memories.ts'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'

// The three memories of the demonstration, written down day by day by those who kept them.
let house: TestHouse
let took: number
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2015-09-01T09:00:00+02:00')
  await makeDemoPersons(house, ['administrator'], 'none')
  await makeDemoTerritories(house)
  await makeDemoPersons(house, ['keeper'], 'none')
  const before = performance.now()
  await liveMemories(house, house.setClock)
  took = performance.now() - before
})
afterAll(() => house.close())

const rows = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  (await house.database.owner.query(sql, values)).rows as T[]

test('each memory holds what its file says, and the demo starts no more than a few seconds later for it', async () => {
  const counted = await rows(`
    select s.slug, (select count(*)::int from perenne.relationship r where r.space_id = s.id) as relationships,
      (select count(*)::int from perenne.interaction i where i.space_id = s.id) as interactions,
      (select count(*)::int from perenne.term t where t.space_id = s.id) as terms
    from perenne.space s where s.slug in ('brecourt-sur-loire', 'puerto-almendro', 'red-confluencia') order by s.slug`)
  expect(counted).toEqual([
    { slug: 'brecourt-sur-loire', relationships: 8, interactions: 18, terms: 4 },
    { slug: 'puerto-almendro', relationships: 8, interactions: 15, terms: 6 },
    { slug: 'red-confluencia', relationships: 7, interactions: 8, terms: 4 },
  ])
  // Two seconds on a quiet machine; tests run beside each other.
  expect(took, `${Math.round(took)} ms`).toBeLessThan(15_000)
})

test('the files of documents are kept, and search finds their words as soon as the job has read them', async () => {
  const found = await rows(`
    select f.name, v.number, v.extraction, v.added_at::date::text as on, d.visibility = f.visibility as alike
    from perenne.document_version v join perenne.file f on f.id = v.file_id join perenne.memory_document d on d.id = v.document_id
    order by f.name`)
  const waiting = { extraction: 'waiting', alike: true }
  expect(found).toEqual([
    { name: 'convention-eau-2002.odt', number: 1, on: '2016-03-03', ...waiting },
    { name: 'convention-tabadian-2015.pdf', number: 1, on: '2015-09-14', ...waiting },
    { name: 'manual-comites-agua-2005.odt', number: 1, on: '2016-06-21', ...waiting },
    { name: 'manual-comites-agua-2017.docx', number: 2, on: '2017-11-15', ...waiting },
    { name: 'rapport-eau-tabadian-2016.docx', number: 1, on: '2017-03-07', ...waiting },
  ])
  expect(await readWaitingDocuments(house)).toBe(5)
  const read = await rows<{ body: string }>(`select body from perenne.document_text order by body`)
  expect(read).toHaveLength(5)
  for (const words of ['à voix haute', 'prix du seau', 'filtre lavable', 'agua clorada', 'abrirla'])
    expect(read.filter(({ body }) => body.includes(words))).toHaveLength(1)
  const page = await house.ask('/es/territories/puerto-almendro/search?q=clorada')
  expect(await page.text()).toContain('Manual de los comités de agua')
})

// SCDL Délibérations 2.1.2, as its schema has it: what is required, of which form, and which checks it names.
test('the decisions of Brécourt are a valid open file as they are offered, and their keepers are told so', async () => {
  const csv = await (await house.ask('/fr/territories/brecourt-sur-loire/decisions.csv')).text()
  const [head = [], ...lines] = csv
    .trimEnd()
    .split('\r\n')
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
  expect(lines).toHaveLength(8)
  const forms: Record<string, RegExp> = {
    COLL_NOM: /^Brécourt-sur-Loire$/,
    COLL_SIRET: /^\d{14}$/,
    DELIB_ID: /./,
    DELIB_DATE: /^\d{4}-\d{2}-\d{2}$/,
    DELIB_MATIERE_CODE: /^\d\.\d{1,2}$/,
    DELIB_MATIERE_NOM: /^autres domaines de compétences\/\S.*$/,
    DELIB_OBJET: /./,
    BUDGET_ANNEE: /^(\d{4}(\/\d{4})?)?$/,
    VOTE_REEL: /^\d*$/,
  }
  for (const line of lines) {
    const cells = Object.fromEntries(head.map((name, index) => [name, line[index] ?? '']))
    for (const [name, form] of Object.entries(forms)) expect(cells[name], name).toMatch(form)
    const { VOTE_REEL, VOTE_POUR, VOTE_CONTRE, VOTE_ABSTENTION } = cells
    if (VOTE_REEL) expect(Number(VOTE_REEL)).toBe(Number(VOTE_POUR) + Number(VOTE_CONTRE) + Number(VOTE_ABSTENTION))
  }
  const keeper = (await findDemoPerson(house, 'keeper')) ?? ''
  const { token } = await openSession(house.db, keeper, { secondFactor: true })
  const cookie = sessionHeader(token, false).split(';')[0] ?? ''
  const told = async () =>
    (await house.ask('/fr/territories/brecourt-sur-loire/decisions', { headers: { cookie } })).text()
  expect(await told()).toContain(scdlWords.fr.allThere)
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    `update perenne.decision set subject_code = null where number = '2015-061' returning id`,
  )
  expect(await told()).toContain(scdlWords.fr.some(1, 8))
  const one = await house.ask(`/fr/territories/brecourt-sur-loire/decisions/${id}`, { headers: { cookie } })
  expect(await one.text()).toContain(scdlWords.fr.lacks.subject)
  const citizen = await house.ask('/fr/territories/brecourt-sur-loire/decisions')
  expect(await citizen.text()).not.toContain(scdlWords.fr.toPublish)
})

test('both towns show who decides in their map of services, and partners with the numbers of their registers', async () => {
  for (const slug of ['brecourt-sur-loire', 'puerto-almendro']) {
    const [{ decides, numbers } = { decides: 0, numbers: 0 }] = await rows<{ decides: number; numbers: number }>(`
      select (select count(*)::int from perenne.responsibility r where r.space_id = s.id and r.role = 'decides') as decides,
        (select count(*)::int from perenne.identifier i where i.space_id = s.id and i.record_table = 'organisation') as numbers
      from perenne.space s where s.slug = '${slug}'`)
    expect(decides).toBeGreaterThan(0)
    expect(numbers).toBeGreaterThan(2)
  }
})

test('the past is there at once: a page read as of 2016 tells what the office believed then', async () => {
  const keeper = person((await findDemoPerson(house, 'keeper')) ?? '')
  const space = await as(house.db, keeper, tx => findMemory(tx, 'brecourt-sur-loire'))
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    `select id from perenne.relationship where key = 'puerto-almendro'`,
  )
  const narrative = async (at: string) => {
    const then = { space: space?.id ?? '', at: Temporal.Instant.from(at) }
    const found = await asItWas(house.db, keeper, then, tx => textsOf(tx, [id]))
    return found.get(id)?.narrative?.bodies.fr?.body
  }
  expect(await narrative('2016-12-31T00:00:00Z')).toContain('Échanges réguliers')
  expect(await narrative('2017-12-31T00:00:00Z')).toContain('sans réponse')
  expect(await narrative('2015-01-01T00:00:00Z')).toBeUndefined()
  const changed = await rows<{ n: number }>(`
    select count(distinct coalesce(doc ->> 'record_id', record_id::text))::int as n from perenne.record_version v
    where upper(known) between '2016-01-01' and '2018-01-01' and space_id = '${space?.id}'
      and ended_by_kind is null`)
  expect(changed[0]?.n).toBeGreaterThanOrEqual(12)
})

test('whoever kept the memory then stands beside what they wrote', async () => {
  const wrote = await rows(`
    select p.family_name, min(lower(v.known))::date::text as first, max(lower(v.known))::date::text as last
    from perenne.record_version v join perenne.person p on p.id::text = v.actor_id
      join perenne.space s on s.id = v.space_id and s.slug = 'brecourt-sur-loire'
    where v.record_table = 'interaction' group by 1 order by 2`)
  expect(wrote).toMatchObject([
    { family_name: 'Vasseur', first: '2015-09-14' },
    { family_name: 'Gaudry', last: '2018-04-20' },
  ])
})

test('a file that is not right is told by line, and nothing is written', async () => {
  const before = await rows(`select count(*)::int as n from perenne.record_version`)
  const text = `perenne: memory/1
space: {kind: territory, slug: brecourt-sur-loire}
source: fr
since: 2015-09-14
relationships:
  - key: somewhere
    kind: twining
    during: "9/4"
    name: Quelque part
    parties: [{organisation: nobody}]
  - {key: somewhere-else, kind: twinning, during: 2001/.., name: Ailleurs, parties: [{organisation: nobody}]}
`
  const load = (of: string) =>
    loadMemories(
      house,
      [{ name: 'x.yaml', text: of, who: () => job('test') }],
      house.setClock,
      Temporal.PlainDate.from('2018-05-01'),
    )
  await expect(load(text)).rejects.toThrow(
    'x.yaml:7:11 relationships[0].kind: one of twinning, cooperation, triangular, network, declaration',
  )
  await expect(load(text)).rejects.toThrow('x.yaml:8:13 relationships[0].during: edtf')
  await expect(load(text.replace('twining', 'twinning').replace('"9/4"', '2001/..'))).rejects.toThrow(
    'x.yaml:10:30 relationships[0].parties[0].organisation: a key of organisations',
  )
  expect(await rows(`select count(*)::int as n from perenne.record_version`)).toEqual(before)
})
