import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import { erasePerson } from '../../../source/ground/people/index.ts'
import { forgetSharedNames } from '../../../source/remember/sharing/acts/jobs.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

// Whoever shares a record learns nothing of the accounts here: they go on seeing the name that they typed, and it goes with the
// share. Nor does the mail about a share tell anybody what they may not read.

type Init = { headers: { cookie: string } }
let house: TestHouse
let memory: Memory
let space: string
let keeperId: string
let administratorId: string
let rosaId: string
let keeper: Init
let evaluator: Init
let administrator: Init
const at = '/fr/territories/brecourt'
const sql = async (text: string, values: unknown[] = []) => (await house.database.owner.query(text, values)).rows
const text = async (path: string, init?: Init) => (await house.ask(path, init)).text()
const share = async (table: string, record: string, more: Record<string, string> = {}) => {
  const sent = await house.send(
    `${at}/records/${table}/${record}/share`,
    {
      givenName: 'Madame',
      familyName: 'Typée',
      email: 'rosa@ville.example',
      language: 'fr',
      endsOn: '2018-07-05',
      reason: 'Évaluation',
      ...more,
    },
    keeper,
  )
  expect(sent.status).toBe(303)
  const [{ id }] = await sql('select id from perenne.share where record_id = $1 order by ends_at desc limit 1', [
    record,
  ])
  return String(id)
}
/** Every name that anybody could still be called by. */
const namesKept = async () =>
  (await sql('select given_name, family_name from perenne.person')).map(row => `${row.given_name} ${row.family_name}`)

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  space = await makeSpace(house, 'territory', 'brecourt')
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
    [space],
  )
  await sql('update perenne.space set visibility = 2 where id = $1', [space])
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 0))
  const person = async (name: string, role?: 'territory_editor' | 'evaluator') => {
    const id = await makePerson(house, `${name.toLowerCase()}@ville.example`, [name, 'Connue'], 'fr')
    if (role) await giveRole(house, id, role, 'territory', space)
    return id
  }
  keeperId = await person('Kim', 'territory_editor')
  keeper = await signedIn(house, keeperId)
  evaluator = await signedIn(house, await person('Eva', 'evaluator'))
  // Somebody who has an account under another name than the one that is typed.
  rosaId = await person('Rosa')
  administratorId = await person('Ada')
  const [{ id }] = await sql(`select id from perenne.space where kind = 'installation'`)
  await giveRole(house, administratorId, 'administrator', 'installation', id)
  administrator = await signedIn(house, administratorId)
})
afterAll(() => house.close())

test('the sharer and their colleagues see the name as it was typed, and nothing of the account', async () => {
  await share('relationship', memory.relationships)
  for (const init of [keeper, evaluator]) {
    const page = await text(`${at}/shares`, init)
    expect(page).toContain('Madame Typée')
    expect(page).not.toContain('Rosa')
  }
  const rows = await as(house.db, asPerson(keeperId), tx =>
    tx.selectFrom('person').select(['id', 'given_name', 'email']).where('id', '<>', keeperId).execute(),
  )
  expect(rows.map(row => row.id)).not.toContain(rosaId)
  expect(rows.filter(row => row.given_name === 'Madame')).toEqual([
    { id: expect.any(String), given_name: 'Madame', email: null },
  ])
  // An account of one's own is greeted by its own name all the same.
  expect(await text('/fr/shared', await signedIn(house, rosaId))).toContain('Coopération avec Puerto Almendro')
})

test('nobody names whom they like: only the share they may write, once, and no row of theirs opens a person', async () => {
  const [{ id }] = await sql('select id from perenne.share limit 1')
  const other = await makePerson(house, 'other@ville.example', ['Otto', 'Autre'], 'fr')
  const refused = (who: string, work: string, values: unknown[]) =>
    expect(
      as(house.db, asPerson(who), tx => tx.executeQuery({ sql: work, parameters: values } as never)),
    ).rejects.toBeTruthy()
  await refused(keeperId, 'insert into perenne.share_name (share_id, person_id, space_id) values ($1, $2, $3)', [
    id,
    rosaId,
    space,
  ])
  const named = async (who: string) =>
    as(house.db, asPerson(who), async tx => {
      const { sql: raw } = await import('kysely')
      await raw`select perenne.name_share(${id}::uuid, 'Autre', 'Nom')`.execute(tx)
    })
  await expect(named(other)).rejects.toMatchObject({ code: '42501' })
  await expect(named(keeperId)).rejects.toMatchObject({ code: '23505' })
  const moved = as(house.db, asPerson(keeperId), tx =>
    tx.updateTable('share_name').set({ person_id: rosaId }).execute(),
  )
  await expect(moved).rejects.toMatchObject({ code: '42501' })
})

test('the typed name goes when the share is ended', async () => {
  const [{ id }] = await sql('select id from perenne.share limit 1')
  expect(await namesKept()).toContain('Madame Typée')
  expect((await house.send(`${at}/shares`, { share: id }, keeper)).status).toBe(303)
  expect(await namesKept()).not.toContain('Madame Typée')
  const page = await text(`${at}/shares`, keeper)
  expect(page).toContain('terminé')
  expect(page).not.toContain('Madame')
  expect(await sql('select from perenne.share_name')).toEqual([])
  // The account keeps its own.
  expect(await namesKept()).toContain('Rosa Connue')
})

test('and when its last day is over: unseen at once, forgotten by the job', async () => {
  await share('decision', memory.decisions, { endsOn: '2018-06-05', familyName: 'Dunjour' })
  await share('activity', memory.projects, { familyName: 'Deplus' })
  await house.setClock('2018-06-07T09:00:00Z')
  const page = await text(`${at}/shares`, keeper)
  expect(page).toContain('Madame Deplus')
  expect(page).not.toContain('Dunjour')
  expect(await forgetSharedNames(house)).toBe(1)
  expect(await forgetSharedNames(house)).toBe(0)
  const kept = await namesKept()
  expect(kept).not.toContain('Madame Dunjour')
  expect(kept).toContain('Madame Deplus')
})

test('and when the person is erased, whatever the share says; no version holds it', async () => {
  expect(await erasePerson(house, asPerson(administratorId), rosaId, 'asked for it')).toBe('erased')
  expect((await namesKept()).filter(name => /Madame|Rosa/.test(name))).toEqual([])
  expect(await sql(`select doc from perenne.record_version where doc::text ~ 'Typée|Dunjour|Deplus'`)).toEqual([])
})

test('the mail about a note quotes nothing of it; about another record, whoever looks sees what they may read', async () => {
  await sql('update perenne.note set written_by = $1, confidential = true where id = $2', [keeperId, memory.notes])
  await share('note', memory.notes, { email: 'new@ville.example' })
  const { recordShared } = await import('../../../source/remember/sharing/acts/share-mail.ts')
  const [shared] = await sql('select id, person_id from perenne.share where record_id = $1', [memory.notes])
  const to = { id: shared.person_id, givenName: 'Madame', familyName: 'Typée', email: 'new@ville.example' }
  for (const locale of ['fr', 'es', 'pt', 'en'] as const) {
    const mail = await as(house.db, job('mail'), tx => recordShared.words(house, tx, { share: shared.id }, locale, to))
    expect(JSON.stringify(mail)).toContain('notes%2F')
    expect(JSON.stringify(mail)).not.toContain('lettre')
  }
  const [{ id: mail }] = await sql(`select id from perenne.mail where data ->> 'share' = $1`, [shared.id])
  for (const [locale, said] of [
    ['fr', 'une note de sa mémoire'],
    ['en', 'une note de sa mémoire'],
  ]) {
    const response = await house.ask(`/${locale}/administration/mails/${mail}`, administrator)
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain(said)
    expect(page).not.toContain('lettre')
  }
  // Somebody who may read neither the share nor the record is told nothing, though its recipient would read it.
  const nobody = await makePerson(house, 'nobody@ville.example', ['No', 'Body'], 'fr')
  await share('relationship', memory.relationships, { email: 'new@ville.example' })
  const [{ id: open }] = await sql('select id from perenne.share where record_id = $1 and ends_at > perenne.now()', [
    memory.relationships,
  ])
  const wordsFor = (who: Parameters<typeof as>[1]) =>
    as(house.db, who, tx => recordShared.words(house, tx, { share: open }, 'fr', to))
  expect(await wordsFor(asPerson(nobody))).toBeNull()
  expect(JSON.stringify(await wordsFor(job('mail')))).toContain('Coopération avec Puerto Almendro')
  expect(JSON.stringify(await wordsFor(asPerson(keeperId)))).toContain('Coopération avec Puerto Almendro')
})

test('whoever must set up a second factor first reads nothing of what is shared with them', async () => {
  const id = await makePerson(house, 'owes@ville.example', ['Olga', 'Doit'], 'fr')
  const far = await makeSpace(house, 'territory', 'far')
  await giveRole(house, id, 'evaluator', 'territory', far)
  await share('interaction', memory.journal, { email: 'owes@ville.example' })
  const olga = await signedIn(house, id)
  expect(await text('/fr/shared', olga)).toContain('Mission technique')
  await sql(`update perenne.installation set second_factor = 'required'`)
  for (const locale of ['fr', 'en']) {
    const response = await house.ask(`/${locale}/shared`, olga)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toContain(`/${locale}/account/second-factor?then=%2F${locale}%2Fshared`)
    expect(await text(`/${locale}/account`, olga)).not.toContain(`href="/${locale}/shared"`)
  }
  // Who holds no right owes none, and goes on reading.
  const [{ id: guest }] = await sql(`select id from perenne.person where email = 'new@ville.example'`)
  expect(await text('/fr/shared', await signedIn(house, guest))).toContain('Coopération avec Puerto Almendro')
})
