import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { rooms } from '../../../source/rooms.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

type Init = { headers: { cookie: string } }
let house: TestHouse
let memory: Memory
let keeper: Init
let evaluator: Init
const at = '/fr/territories/brecourt'
const sql = async (text: string, values: unknown[] = []) => (await house.database.owner.query(text, values)).rows
const text = async (path: string, init?: Init) => (await house.ask(path, init)).text()
const form = (more: Record<string, string> = {}) => ({
  givenName: 'Rosa',
  familyName: 'Vera',
  email: 'rosa@ville.example',
  language: 'es',
  endsOn: '2018-07-05',
  reason: 'Évaluation du partenariat',
  ...more,
})

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  // A territory that nobody outside sees.
  const space = await makeSpace(house, 'territory', 'brecourt')
  await sql(
    `insert into perenne.territory (id, visibility, country, region, government) values ($1, 0, 'FR', 'europe', 'municipality')`,
    [space],
  )
  await sql(`update perenne.space set visibility = 0 where id = $1`, [space])
  memory = await as(house.db, job('test'), tx => makeMemory(tx, space, 0))
  const person = async (name: string, role: 'territory_editor' | 'evaluator') => {
    const id = await makePerson(house, `${name}@ville.example`, [name, 'Roseau'], 'fr')
    await giveRole(house, id, role, 'territory', space)
    return signedIn(house, id)
  }
  keeper = await person('Kim', 'territory_editor')
  evaluator = await person('Eva', 'evaluator')
})
afterAll(() => house.close())

const share = () => `${at}/records/relationship/${memory.relationships}/share`
const guest = async () =>
  signedIn(house, (await sql(`select id from perenne.person where email = 'rosa@ville.example'`))[0].id)

test('a record is shown to one person until a day, who is told, reads it and nothing else', async () => {
  const page = await text(share(), keeper)
  const once = /name="_once" value="([^"]+)"/.exec(page)?.[1] ?? ''
  for (let n = 0; n < 2; n++) {
    const sent = await house.send(share(), form({ _once: once }), keeper)
    expect(sent.status).toBe(303)
  }
  expect(await sql('select count(*)::int from perenne.share')).toEqual([{ count: 1 }])
  expect(await sql(`select template, language from perenne.mail`)).toEqual([
    { template: 'record-shared', language: 'es' },
  ])
  const rosa = await guest()
  expect(await text('/es/shared', rosa)).toContain('Coopération avec Puerto Almendro')
  expect((await house.ask(`${at}/records/relationship/${memory.relationships}`, rosa)).status).toBe(404)
  expect((await house.ask(`${at}/shares`, rosa)).status).not.toBe(200)
  expect((await house.ask(at, rosa)).status).toBe(200)
  expect(await text(at, rosa)).not.toContain('Eau pour les quartiers hauts')
  const shares = await text(`${at}/shares`, keeper)
  expect(shares).toContain('Rosa Vera')
  expect(shares).toContain('Évaluation du partenariat')
})

test('the mail says what, of whom, until when and why, and is cancelled once the share has ended', async () => {
  const { recordShared } = await import('../../../source/remember/sharing/acts/share-mail.ts')
  const [{ id: shareId, person_id: to }] = await sql('select id, person_id from perenne.share')
  const words = () =>
    as(house.db, job('mail'), tx =>
      recordShared.words(house, tx, { share: shareId }, 'es', {
        id: to,
        givenName: 'Rosa',
        familyName: 'Vera',
        email: 'rosa@ville.example',
      }),
    )
  const mail = await words()
  expect(JSON.stringify(mail)).toContain('Coopération avec Puerto Almendro')
  expect(JSON.stringify(mail)).toMatch(/5\sde\sjulio\sde\s2018/)
  await house.send(`${at}/shares`, { share: shareId }, keeper)
  expect(await words()).toBeNull()
  expect((await house.ask(at, await guest())).status).toBe(404)
  expect(await text(`${at}/shares`, keeper)).toContain('terminé')
})

test('what is wrong is told beside its field, what was typed kept', async () => {
  for (const [more, said] of [
    [{ endsOn: '2018-06-03' }, 'dernier jour'],
    [{ endsOn: '2019-06-05' }, 'dernier jour'],
    [{ endsOn: 'demain' }, 'dernier jour'],
    [{ reason: ' ' }, 'Dites pourquoi'],
    [{ email: 'rosa' }, 'adresse'],
  ] as const) {
    const response = await house.send(share(), form(more), keeper)
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(said)
    expect(page).toContain('value="Rosa"')
  }
  expect((await house.send(share(), form(), keeper)).status).toBe(303)
  const again = await house.send(share(), form(), keeper)
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('déjà partagée')
})

test('only by whoever edits this memory, and only of what it holds', async () => {
  expect((await house.send(share(), form({ email: 'x@ville.example' }), evaluator)).status).toBe(403)
  for (const path of [
    `${at}/records/person/${memory.contacts}/share`,
    `${at}/records/relationship/${memory.contacts}/share`,
    `${at}/records/contact/${memory.contacts}/share`,
  ])
    expect((await house.ask(path, keeper)).status).toBe(404)
  const [{ id }] = await sql('select id from perenne.share order by shared_at desc limit 1')
  expect((await house.send(`${at}/shares`, { share: id }, evaluator)).status).toBe(403)
  expect((await house.send(`${at}/shares`, { share: 'nothing' }, keeper)).status).toBe(303)
})

test('a confidential note is shared by whoever wrote it alone', async () => {
  const writer = (await sql(`select id from perenne.person where lower(email) = 'eva@ville.example'`))[0].id
  await sql('update perenne.note set confidential = true, written_by = $2 where id = $1', [memory.notes, writer])
  // Who cannot read it finds nothing to share.
  expect((await house.ask(`${at}/records/note/${memory.notes}/share`, keeper)).status).toBe(404)
})

test('where no mail leaves, nobody is said to be told: the link to give is shown', async () => {
  const plain = (page: string) => page.replace(/[\u00a0\u202f]/g, ' ')
  expect(house.settings.smtpUrl).toBeNull()
  for (const path of [share(), `${at}/shares`]) {
    const page = plain(await text(path, keeper))
    expect(page).toContain('Aucun courriel ne part de cette installation')
    expect(page).not.toContain('prévenue par courriel')
  }
  const page = await text(`${at}/shares`, keeper)
  const link = /<code[^>]*>([^<]*\/fr\/shared)<\/code>/.exec(page)?.[1] ?? ''
  // Whoever opens it signed out signs in first, and arrives there.
  const opened = await house.ask(new URL(link).pathname)
  expect(opened.status).toBe(303)
  expect(opened.headers.get('location')).toContain(encodeURIComponent('/fr/shared'))
  const sent = await house.send(
    `${at}/records/activity/${memory.projects}/share`,
    form({ email: 'lena@ville.example' }),
    keeper,
  )
  expect(sent.status).toBe(303)
  const { cookie } = keeper.headers
  const flash = sent.headers.getSetCookie().map(one => one.split(';')[0])
  const told = await text(`${at}/shares`, { headers: { cookie: [cookie, ...flash].join('; ') } })
  expect(plain(told)).toContain('donnez vous-même à la personne le lien ci-dessous')
})

test('a name in another language says so, in the title too', async () => {
  const path = share().replace('/fr/', '/en/')
  const page = await text(path, keeper)
  expect(page).toMatch(
    /<h1[^>]*>Share “<bdi><span lang="fr"[^>]*>Coopération avec Puerto Almendro<\/span><\/bdi>”<\/h1>/,
  )
  const mine = await text('/en/shared', await guest())
  expect(mine).toMatch(/lang="fr"[^>]*>Coopération avec Puerto Almendro/)
})
