import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { digestMail } from '../../../source/remember/home/acts/send-digests.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

// A memory lives by the clock of its place: what day it is, when a day was over, at what hour something was written.

type Init = { headers: { cookie: string } }
let house: TestHouse
let memory: Memory
let space: string
let keeper: Init
const at = '/es/territories/puerto-almendro'
const sql = async (text: string, values: unknown[] = []) => (await house.database.owner.query(text, values)).rows
const text = async (path: string, init: Init = keeper) =>
  (await (await house.ask(path, init)).text()).replace(/[\u00a0\u202f]/g, ' ')

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-01T12:00:00Z')
  space = await makeSpace(house, 'territory', 'puerto-almendro')
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'CL', 'latin-america', 'municipality')`,
    [space],
  )
  await sql(`update perenne.space set visibility = 2, time_zone = 'America/Santiago' where id = $1`, [space])
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 2))
  const id = await makePerson(house, 'keeper@ville.example', ['Kim', 'Roseau'], 'es')
  await giveRole(house, id, 'territory_editor', 'territory', space)
  keeper = await signedIn(house, id)
})
afterAll(() => house.close())

test('its today is that of its place, not that of the server', async () => {
  await sql(`update perenne.commitment set due = '2018-06-04', settled_on = null, outcome = null`)
  // The evening of 4 June there; in UTC it is 5 June already.
  await house.setClock('2018-06-05T02:30:00Z')
  const evening = await text(`${at}/commitments`)
  await house.setClock('2018-06-05T04:30:00Z')
  const after = await text(`${at}/commitments`)
  const overdue = /uno de ellos vencido/
  expect([overdue.test(evening), overdue.test(after)]).toEqual([false, true])
  // A day that is not over there cannot be read as a past one.
  await house.setClock('2018-06-05T02:30:00Z')
  expect(await text(`${at}?on=2018-06-04`)).not.toContain('/journal?on=2018-06-04')
  await house.setClock('2018-06-05T04:30:00Z')
  expect(await text(`${at}?on=2018-06-04`)).toContain('/journal?on=2018-06-04')
})

test('its reminders ask by the same clock; Monday comes with the mail where it is Sunday yet', async () => {
  const [{ id: keeperId }] = await sql(`select id from perenne.person where email = 'keeper@ville.example'`)
  const mail = (day: string) =>
    as(house.db, job('mail'), async tx => {
      const to = { id: keeperId, givenName: 'Kim', familyName: 'Roseau', email: 'keeper@ville.example' }
      const said = await digestMail.words(house, tx, { space, day }, 'es', to)
      return (said?.paragraphs ?? []).join('\n').replace(/[\u00a0\u202f]/g, ' ')
    })
  await house.setClock('2018-06-05T02:30:00Z')
  expect(await mail('2018-06-04')).toMatch(/^4 de junio de 2018 – /m)
  expect(await text(`${at}/reminders`)).not.toContain('4 de junio de 2018 (vencido)')
  await house.setClock('2018-06-05T04:30:00Z')
  expect(await mail('2018-06-04')).toContain('4 de junio de 2018 (vencido)')
  expect(await text(`${at}/reminders`)).toContain('4 de junio de 2018 (vencido)')
  // Six o’clock in UTC on Monday 4 June, where it is the evening of Sunday.
  await sql(`update perenne.space set time_zone = 'Pacific/Tahiti' where id = $1`, [space])
  await house.setClock('2018-06-04T06:00:00Z')
  const early = await mail('2018-06-04')
  expect(early).toContain('4 de junio de 2018')
  expect(early).not.toContain('3 de junio')
  await sql(`update perenne.space set time_zone = 'America/Santiago' where id = $1`, [space])
})

test('what was written in the evening of a day was known on that day', async () => {
  const rename = (body: string) =>
    sql(
      `update perenne.translation set body = $1 where record_table = 'relationship' and record_id = $2 and field = 'name'`,
      [body, memory.relationships],
    )
  await house.setClock('2018-06-07T01:00:00Z')
  await rename('Nombre de la noche del seis')
  await house.setClock('2018-06-07T15:00:00Z')
  await rename('Nombre del siete')
  await house.setClock('2018-06-20T15:00:00Z')
  const page = `${at}/relationships/${memory.relationships}`
  expect(await text(`${page}?on=2018-06-06`)).toContain('Nombre de la noche del seis')
  expect(await text(`${page}?on=2018-06-05`)).not.toContain('Nombre de la noche del seis')
  const differences = await text(`${at}/differences?from=2018-06-05&to=2018-06-06`)
  expect(differences).toContain('Nombre de la noche del seis')
  // Its history tells the hour of the place, and whose hour that is.
  const history = await text(`${at}/records/relationship/${memory.relationships}`)
  expect(history).toContain('6 de junio de 2018 a las 21:00 (hora de Santiago)')
  expect(history).not.toContain('(UTC)')
  expect(await text(`${at}/history`)).toContain('Santiago')
})

test('where nobody said it and the country has several, the hour is told in UTC', async () => {
  await sql('update perenne.space set time_zone = null where id = $1', [space])
  expect(await text(`${at}/records/relationship/${memory.relationships}`)).toContain('(UTC)')
  await sql(`update perenne.territory set country = 'UY' where id = $1`, [space])
  expect(await text(`${at}/records/relationship/${memory.relationships}`)).toContain('(hora de Montevideo)')
  await sql(`update perenne.territory set country = 'CL' where id = $1`, [space])
  await sql(`update perenne.space set time_zone = 'America/Santiago' where id = $1`, [space])
})

test('a seminar has its zone in its own table, and not here', async () => {
  await expect(
    sql(`insert into perenne.space (kind, slug, time_zone) values ('seminar', 'another', 'Europe/Paris')`),
  ).rejects.toMatchObject({ code: '23514' })
})
