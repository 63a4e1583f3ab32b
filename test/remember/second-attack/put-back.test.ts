import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, person as asPerson } from '../../../source/ground/database/actor.ts'
import { putBack as undoOfImports } from '../../../source/remember/sheets/store/undo.ts'
import { ask, send } from '../../convene/registration/desk-support.ts'
import { openScene, type Scene } from '../journal/support.ts'

// A version of before the office was hidden, or the hold was set, is put back for something else in it. Who may know of a record,
// and whether it may go, is of today.

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.house.close())

const at = (path: string) => `/fr/territories/brecourt${path}`
const one = async (text: string, values: unknown[] = []) => (await scene.sql(text, values))[0]
const putBack = async (table: string, id: string, moment: string) => {
  const sent = await send(scene.house, at(`/records/${table}/${id}/put-back`), scene.here.editor.cookie, { moment })
  expect(sent.status).toBe(303)
}

test('a put-back brings no hidden name out again, and what else was known comes back', async () => {
  const { house, here, sql } = scene
  const contact = here.memory.contacts
  await sql(`update perenne.contact set visibility = 2, public_office = true, during = '2015' where id = $1`, [contact])
  expect((await ask(house, at(`/contacts/${contact}`), '')).html).toContain('Almeida')
  await house.setClock('2018-06-05T09:00:00Z')
  await sql(`update perenne.contact set public_office = false, during = '2016' where id = $1`, [contact])
  await house.setClock('2018-06-06T09:00:00Z')
  await putBack('contact', contact, '2018-06-04T12:00:00Z')
  expect(await one('select public_office, during from perenne.contact where id = $1', [contact])).toEqual({
    public_office: false,
    during: '2015',
  })
  for (const path of [`/contacts/${contact}`, `/contacts/${contact}?on=2018-06-04`])
    expect((await ask(house, at(path), '')).html).not.toContain('Almeida')
})

test('a put-back lifts no legal hold and shortens no retention', async () => {
  const { house, here, sql } = scene
  const document = here.memory.documents
  await sql(`update perenne.memory_document set licence = 'CC-BY-4.0', keep_until = '2018-07-01' where id = $1`, [
    document,
  ])
  await house.setClock('2018-06-07T09:00:00Z')
  await sql(
    `update perenne.memory_document set licence = null, keep_until = '2030-01-01', legal_hold = true where id = $1`,
    [document],
  )
  await house.setClock('2018-06-08T09:00:00Z')
  await putBack('memory_document', document, '2018-06-06T12:00:00Z')
  expect(
    await one('select licence, keep_until::text, legal_hold from perenne.memory_document where id = $1', [document]),
  ).toEqual({ licence: 'CC-BY-4.0', keep_until: '2030-01-01', legal_hold: true })
})

test('one that was removed comes back with the rights of its last day', async () => {
  const { house, here, sql } = scene
  await house.setClock('2018-06-09T09:00:00Z')
  const [{ id }] = await sql(
    `insert into perenne.memory_document (space_id, visibility, category, language, legal_hold, licence)
     values ($1, 0, 'A09', 'fr', false, 'CC-BY-4.0') returning id`,
    [here.space],
  )
  await house.setClock('2018-06-10T09:00:00Z')
  await sql(`update perenne.memory_document set legal_hold = true, licence = null where id = $1`, [id])
  await sql('delete from perenne.memory_document where id = $1', [id])
  await house.setClock('2018-06-11T09:00:00Z')
  await putBack('memory_document', id, '2018-06-09T12:00:00Z')
  expect(await one('select licence, legal_hold from perenne.memory_document where id = $1', [id])).toEqual({
    licence: 'CC-BY-4.0',
    legal_hold: true,
  })
})

test('the undo of an import opens nothing, and closes what the import had opened', async () => {
  const { house, here, sql } = scene
  const contact = here.memory.contacts
  const after = async (before: string, byImport: string) => {
    await sql(`update perenne.contact set ${before} where id = $1`, [contact])
    const { version } = await one(
      `select max(version) as version from perenne.record_version where record_id = $1 and record_table = 'contact'`,
      [contact],
    )
    await sql(`update perenne.contact set ${byImport} where id = $1`, [contact])
    await as(house.db, asPerson(here.editor.id), tx =>
      undoOfImports(tx, [{ table: 'contact', id: contact, versionBefore: version }]),
    )
    return one('select during, visibility, public_office from perenne.contact where id = $1', [contact])
  }
  expect(
    await after(
      `during = '2001', visibility = 2, public_office = true`,
      `during = '2002', visibility = 1, public_office = false`,
    ),
  ).toEqual({ during: '2001', visibility: 1, public_office: false })
  expect(
    await after(
      `during = '2003', visibility = 0, public_office = false`,
      `during = '2004', visibility = 2, public_office = true`,
    ),
  ).toEqual({ during: '2003', visibility: 0, public_office: false })
})

test('the list has every column that says who may know of a record or whether it may go', async () => {
  const { sql } = scene
  // Whoever adds a yes or no, or a circle, to a table that is put back decides here whether it is of today.
  const found = await sql(
    `select distinct a.attname as name, a.attname = any (perenne.of_today()) as today
     from pg_attribute a join pg_class v on v.relname = a.attrelid::regclass::text or 'perenne.' || v.relname = a.attrelid::regclass::text
     where v.relnamespace = 'past'::regnamespace and a.attrelid::regclass::text !~ '^past' and a.attnum > 0 and not a.attisdropped
       and (a.atttypid = 'boolean'::regtype or a.attname in ('visibility', 'at_most', 'keep_until')) order by 1`,
  )
  expect(found.filter(row => row.today).map(row => row.name)).toEqual([
    'at_most',
    'confidential',
    'keep_until',
    'legal_hold',
    'public_office',
    'visibility',
  ])
  expect(found.filter(row => !row.today).map(row => row.name)).toEqual([
    'acting',
    'carried_over',
    'fictitious',
    'remembered',
  ])
})
