import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeRegistration } from '../../source/convene/life/acts/close-registration.ts'
import { register } from '../../source/convene/registration/index.ts'
import { importSeminar } from '../../source/convene/seminar/acts/import-seminar.ts'
import { as, job } from '../../source/ground/database/actor.ts'
import { rooms } from '../../source/rooms.ts'
import { queriesOf } from '../convene/registration/desk-support.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../people/support.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { manyRegistrations } from '../support/many-registrations.ts'

const slug = 'vers-une-action-internationale-durable'
const path = `/fr/desk/seminars/${slug}/log`

let house: TestHouse
let yaml: string
let seminar: string
const people: Record<string, string> = {}
const cookies: Record<string, { headers: { cookie: string } }> = {}
const page = async (query = '', who = 'organiser', at = path) => (await house.ask(`${at}${query}`, cookies[who])).text()
const entries = (html: string) => html.match(/<tr>/g)?.length ?? 1

beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00+02:00')
  yaml = await readFile(new URL('../../samples/seminar-2018.yaml', import.meta.url), 'utf8')
  const imported = await importSeminar(house, job('import'), yaml, { announce: true })
  if (!imported.ok) throw new Error('import')
  seminar = imported.id
  const network = (await house.database.owner.query('select network_id from perenne.seminar')).rows[0].network_id
  const make = async (
    name: string,
    role: 'organiser' | 'evaluator' | 'translator' | 'administrator',
    kind: 'network' | 'seminar' | 'installation',
    space?: string,
  ) => {
    people[name] = await makePerson(
      house,
      `${name}@ville.example`,
      [name[0]?.toUpperCase() + name.slice(1), 'Roseau'],
      'fr',
    )
    await giveRole(house, people[name] as string, role, kind, space)
    cookies[name] = await signedIn(house, people[name] as string)
  }
  await make('organiser', 'organiser', 'network', network)
  await make('evaluator', 'evaluator', 'network', network)
  await make('translator', 'translator', 'seminar', seminar)
  await make('elsewhere', 'organiser', 'network', await makeSpace(house, 'network', 'elsewhere'))
  await make('administrator', 'administrator', 'installation')
})
afterAll(() => house.close())

const organiser = () => ({ kind: 'person' as const, id: people.organiser as string })

describe('the log of a seminar', () => {
  test('begins empty for people, and tells an import as one line when all is asked for', async () => {
    expect(await page()).toContain('Encore rien')
    const html = await page('?by=all')
    expect(html).toContain('Ligne de commande')
    expect(entries(html)).toBeLessThan(8)
    expect(html).toMatch(/Créneau\u00a0: \d+ ajouts/)
    expect(html).toMatch(/Texte\u00a0: \d+ ajouts/)
  })

  test('tells a change with what it was, and who made it', async () => {
    await as(house.db, organiser(), tx =>
      tx
        .updateTable('quota')
        .set({ capacity: 180 })
        .where('seminar_id', '=', seminar)
        .where('key', '=', 'overall')
        .execute(),
    )
    const html = await page()
    expect(html).toMatch(/<nav class="breadcrumb"[\s\S]*?href="\/fr\/desk">[^<]+<\/a>[\s\S]*?<\/nav>/)
    expect(html).toContain('Organiser Roseau')
    expect(html).toContain('Quota\u00a0: modification de overall')
    expect(html).toMatch(/overall – Places\u00a0: \d+ → 180/)
    expect(html).not.toContain('@ville.example')
  })

  test('tells texts by their label and language', async () => {
    const { rows } = await house.database.owner.query(
      `select id from perenne.translation where record_id = $1 and field = 'title' and language = 'pt'`,
      [seminar],
    )
    expect(rows).toHaveLength(1)
    await as(house.db, organiser(), tx =>
      tx.updateTable('translation').set({ body: 'Um título <b>novo</b>' }).where('id', '=', rows[0].id).execute(),
    )
    const html = await page('?part=texts')
    expect(html).toContain('Titre (portugais)')
    expect(html).toContain('Um título &lt;b&gt;novo&lt;/b&gt;')
    expect(html).not.toContain('Quota')
  })

  test('tells what happened to registrations without naming anybody, and exports', async () => {
    const registered = await register(house, {
      seminar: slug,
      origin: 'form',
      givenName: 'Zénobie',
      familyName: 'Inconnue',
      email: 'zenobie@ville.example',
      category: 'staff',
      organisation: 'Ville de Brécourt',
      country: 'FR',
      language: 'fr',
      consents: ['data'],
    })
    expect(registered.outcome).toBe('registered')
    const file = await house.ask(`/fr/desk/seminars/${slug}/registrations.csv`, cookies.organiser)
    expect(await file.text()).toContain('Zénobie')
    const all = await page('?by=all&part=people')
    expect(all).toContain('Une nouvelle inscription, «\u00a0confirmée\u00a0»')
    expect(all).toContain('Inscriptions exportées dans un fichier\u00a0: 1')
    expect(all).not.toContain('Zénobie')
    expect(await page('?part=people')).not.toContain('nouvelle inscription')
  })

  test('tells a removal, by whom', async () => {
    await as(house.db, organiser(), async tx => {
      await tx.deleteFrom('seminar_contact').where('seminar_id', '=', seminar).execute()
    })
    expect(await page()).toMatch(/Adresse de contact\u00a0: (retrait|\d+ retraits)/)
  })

  test('narrows by person, part and days, and keeps what was asked in its links', async () => {
    expect(await page(`?person=${people.translator}`)).toContain('Rien de tel')
    expect(await page('?since=2018-06-05')).toContain('Rien de tel')
    expect(await page('?until=2018-06-03')).toContain('Rien de tel')
    expect(await page('?since=2018-06-04&until=2018-06-04')).toContain('Organiser Roseau')
    for (const nonsense of ['?since=2018-02-30', '?before=yesterday', '?person=x', '?part=x', '?since=0000-00-00'])
      expect((await house.ask(`${path}${nonsense}`, cookies.organiser)).status, nonsense).toBe(200)
  })

  test('pages by time without losing an entry', async () => {
    // A hundred and twenty saves, seconds apart.
    for (let n = 0; n < 120; n++) {
      await house.database.setClock(
        Temporal.Instant.from('2018-06-05T07:00:00Z')
          .add({ seconds: n * 10 })
          .toString(),
      )
      await as(house.db, organiser(), tx =>
        tx
          .updateTable('quota')
          .set({ capacity: 300 + n })
          .where('seminar_id', '=', seminar)
          .where('key', '=', 'overall')
          .execute(),
      )
    }
    await house.setClock('2018-06-05T12:00:00Z')
    const seen: number[] = []
    let next: string | null = '?part=seminar'
    let pages = 0
    while (next !== null && pages < 10) {
      const html: string = await page(next)
      seen.push(...[...html.matchAll(/Places\u00a0: \d+ → (\d+)/g)].map(match => Number(match[1])))
      const link: RegExpExecArray | null = /href="[^"?]*(\?[^"]*before=[^"]*)">Plus ancien/.exec(html)
      next = link ? (link[1] as string).replaceAll('&amp;', '&') : null
      pages++
    }
    expect(pages).toBe(3)
    expect(seen).toEqual([...Array.from({ length: 120 }, (_, n) => 419 - n), 180])
  })

  test('asks the database as often for three entries as for one', async () => {
    const asked = (query: string) => queriesOf(house, `${path}${query}`, cookies.organiser?.headers.cookie ?? '')
    const few = await asked('?since=2018-06-04&until=2018-06-04&part=seminar')
    expect(await asked('?part=seminar')).toBe(few)
  })
})

test('an act on many people is one line with their number, and hides nothing of what was done before it', async () => {
  const imported = await importSeminar(house, job('import'), yaml.replace(`slug: ${slug}`, 'slug: many'), {
    announce: true,
  })
  if (!imported.ok) throw new Error('import')
  const at = '/fr/desk/seminars/many/log'
  await house.setClock('2018-06-05T09:00:00+02:00')
  expect(await closeRegistration(house, organiser(), 'many')).toMatchObject({ outcome: 'done' })
  await manyRegistrations(house.database.owner, imported.id, 1400)
  await house.setClock('2018-06-05T10:00:00+02:00')
  // As one transaction of theirs leaves it: each decision at a moment of its own, over several seconds.
  await house.database.owner.query(
    `insert into perenne.place_event (seminar_id, at, kind, registration_id, from_state, to_state, actor_kind, actor_id)
     select $1, timestamptz '2018-06-05T09:30:00+02:00' + r.n * interval '2 milliseconds', 'state', r.id, 'requested',
       'confirmed', 'person', $2
     from (select id, row_number() over () as n from perenne.registration where seminar_id = $1 limit 1300) r`,
    [imported.id, people.organiser],
  )
  const all = await page('', 'organiser', at)
  expect(all).toMatch(/Inscriptions[^<]*1[\u202f\u00a0 ]?300/)
  expect(all.match(/Inscriptions[^<]*\d{3}/g)).toHaveLength(1)
  for (const part of ['seminar', 'people']) {
    const html = await page(`?part=${part}`, 'organiser', at)
    expect(html.includes('Inscriptions closes'), part).toBe(part === 'seminar')
    expect(/1[\u202f\u00a0 ]?300/.test(html), part).toBe(part === 'people')
  }
})

describe('who may read it', () => {
  test.each([
    ['organiser', 200],
    ['administrator', 200],
    ['evaluator', 403],
    ['translator', 403],
    ['elsewhere', 404],
  ])('%s: %i', async (who, status) => {
    expect((await house.ask(path, cookies[who])).status).toBe(status)
  })
  test('the whole log is for administrators alone', async () => {
    for (const who of ['organiser', 'evaluator', 'translator', 'elsewhere'])
      expect((await house.ask('/fr/administration/log', cookies[who])).status).toBe(403)
    expect((await house.ask('/fr/administration/log')).status).toBe(303)
    expect(await page('', 'administrator', '/fr/administration/log')).toContain('Organiser Roseau')
  })
  test('nobody takes anything out of it', async () => {
    for (const statement of [
      'delete from perenne.noted_act',
      'update perenne.noted_act set what = what',
      `insert into perenne.noted_act (space_id, what, actor_id) values ('${seminar}', 'x', 'y')`,
    ]) {
      const tried = as(house.db, job('test'), tx => sql.raw(statement).execute(tx))
      await expect(tried, statement).rejects.toMatchObject({ code: '42501' })
    }
  })
  test('an erased colleague has no name in it', async () => {
    await house.database.owner.query(
      'update perenne.person set given_name = null, family_name = null, email = null, telephone = null, has_account = false, erased_at = now() where id = $1',
      [people.organiser],
    )
    const html = await page('', 'administrator', path)
    expect(html).toContain('Une personne dont les données sont effacées')
    expect(html).not.toContain('Organiser Roseau')
  })
})
