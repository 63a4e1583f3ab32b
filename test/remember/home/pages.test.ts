import { sql } from 'kysely'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { liveMemories } from '../../../source/demo/memories.ts'
import { findDemoPerson, makeDemoPersons } from '../../../source/demo/persons.ts'
import { makeDemoTerritories } from '../../../source/demo/territories.ts'
import { as, asPublic, job, person } from '../../../source/ground/database/actor.ts'
import { openSession, sessionHeader } from '../../../source/ground/people/session.ts'
import { checkCodes, thresholdOf } from '../../../source/remember/home/rules/checks.ts'
import { dueUntil } from '../../../source/remember/home/store/due.ts'
import { find } from '../../../source/remember/home/store/find.ts'
import { relationshipsOn } from '../../../source/remember/home/store/overview.ts'
import { rooms } from '../../../source/rooms.ts'
import { fieldsOf } from '../../convene/registration/desk-support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'

let house: TestHouse
let keeper: string
let brecourt: string
let headers: Record<string, string>
const day = '2018-06-04'
const at = '/fr/territories/brecourt-sur-loire'
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2015-09-01T09:00:00+02:00')
  await makeDemoPersons(house, ['administrator'], 'none')
  await makeDemoTerritories(house)
  await makeDemoPersons(house, ['keeper'], 'none')
  await liveMemories(house, house.setClock)
  await house.setClock(`${day}T09:00:00+02:00`)
  keeper = (await findDemoPerson(house, 'keeper')) ?? ''
  const { token } = await openSession(house.db, keeper, { secondFactor: true })
  headers = { cookie: sessionHeader(token, false).split(';')[0] ?? '' }
  brecourt = await spaceOf('brecourt-sur-loire')
})
afterAll(() => house.close())

const spaceOf = async (slug: string) =>
  (await house.database.owner.query('select id from perenne.space where slug = $1', [slug])).rows[0].id as string
const text = async (path: string, of: Record<string, string> = headers) => {
  const response = await house.ask(path, { headers: of })
  return `${response.status} ${(await response.text()).replaceAll(/[\u00a0\u202f]/g, ' ')}`
}
const idOf = async (key: string) =>
  (
    await house.database.owner.query('select id from perenne.relationship where key = $1 and space_id = $2', [
      key,
      brecourt,
    ])
  ).rows[0].id as string

describe('at a glance', () => {
  test('the office sees what is alive, sleeping, expiring and owed; each number leads to its list', async () => {
    const page = await text(at)
    expect(page).toMatch(/^200/)
    for (const part of ['alive', 'sleeping', 'expiring', 'owed']) {
      expect(page).toContain(`href="#${part}"`)
      expect(page).toContain(`id="${part}"`)
    }
    expect(page).toContain('Jumelage avec Puerto Almendro')
    expect(page).toContain('Répondre à la lettre du 8 juin 2011')
    expect(page).toContain('Cotisation de 2017 à payer')
    // What was promised to us has its own part; a line names the relationship beside its own words.
    const promised = page.slice(page.indexOf('id="promised"'))
    expect(promised).toContain('On nous l’a promis')
    expect(page.slice(page.indexOf('id="owed"'), page.indexOf('id="promised"'))).not.toContain('On nous l’a promis')
    expect(page).toMatch(
      /Répondre à la lettre du 8 juin 2011<\/bdi><\/a>\s*<p class="small">[^<]* · <bdi>[^<]+<\/bdi><\/p>/,
    )
    // The thing done most comes first, for whoever writes.
    expect(page.indexOf('Noter un contact')).toBeGreaterThan(0)
    expect(page.indexOf('Noter un contact')).toBeLessThan(page.indexOf('href="#alive"'))
    expect(page).toMatch(/<h2 id="memory-desk">[^<]+<\/h2>/)
    const standing = await as(house.db, person(keeper), tx => relationshipsOn(tx, brecourt, day, 36))
    const state = Object.fromEntries(standing.map(one => [one.id, one.state]))
    expect(state[await idOf('puerto-almendro')]).toBe('sleeping')
    expect(state[await idOf('tabadian')]).toBe('alive')
    expect(state[await idOf('stanwell-on-mere')]).toBe('ended')
  })

  test('what is late is told apart from what is to come, and counted', async () => {
    const page = await text(at)
    const owed = page.slice(page.indexOf('id="owed"'), page.indexOf('id="promised"'))
    const lines = owed.split('<li>').slice(1)
    const late = lines.filter(line => line.includes('En retard'))
    expect(late.length).toBeGreaterThan(0)
    expect(late.length).toBeLessThan(lines.length)
    for (const line of lines) {
      const year = /(?:19|20)\d\d(?!.*(?:19|20)\d\d)/.exec(/<p class="small">[\s\S]*?<\/p>/.exec(line)?.[0] ?? '')?.[0]
      if (year && Number(year) !== 2018) expect([year, line.includes('En retard')]).toEqual([year, Number(year) < 2018])
    }
    expect(page).toContain(`dont ${late.length} en retard`)
    // And on the page of the relationship, beside the same promise.
    const almendro = await text(`${at}/relationships/${await idOf('puerto-almendro')}`)
    expect(almendro).toMatch(
      /Remplacer la pompe du cerro Mirador\s*<\/a>\s*<span class="state no">[\s\S]{0,200}?En retard/,
    )
  })

  test('the fees of a network are its members’: expected, not owed, and told so where they are due and checked', async () => {
    const red = '/fr/territories/red-confluencia'
    const admin = (await findDemoPerson(house, 'administrator')) ?? ''
    const { token } = await openSession(house.db, admin, { secondFactor: true })
    const inside = { cookie: sessionHeader(token, false).split(';')[0] ?? '' }
    for (const on of ['', '?on=2018-06-01']) {
      const page = await text(`${red}${on}`, inside)
      const promised = page.slice(page.indexOf('id="promised"'))
      expect(promised).toContain('Cotisation de 2017 à recevoir')
      expect(page).not.toMatch(/Cotisation de \d+ à payer/)
      expect(page.slice(page.indexOf('id="owed"'), page.indexOf('id="promised"'))).not.toContain('Cotisation')
    }
    expect(await text(`${red}/monday`, inside)).toContain('Cotisation de 2017 à recevoir')
    const check = await text(`${red}/checks/fee-unpaid`, inside)
    expect(check).toContain('Rappelez-la au membre')
    expect(check).not.toContain('écrivez au réseau')
    expect(await text(`${at}/checks/fee-unpaid`)).toContain('écrivez au réseau')
  })

  test('the time line shows where agreements were signed and what was decided, to whoever may see them', async () => {
    const page = await text(`${at}/timeline`)
    const lane = (of: string, name: string) =>
      of
        .slice(of.indexOf(`<h2>${name}</h2>`))
        .split('</section>')[0]
        ?.replaceAll(/<[^>]+>/g, ' ') ?? ''
    expect(page).toContain('<h2>Accords signés</h2>')
    expect(lane(page, 'Accords signés')).toMatch(/Serment de jumelage du 9 mai 1964\s+9 mai 1964/)
    expect(lane(page, 'Décisions')).toMatch(/\d{4}/)
    // A point where it was signed, not a bar from edge to edge; the earliest first.
    const section = page.slice(page.indexOf('<h2>Accords signés</h2>')).split('</section>')[0] ?? ''
    const bars = [...section.matchAll(/<rect class="agreement" x="([\d.]+)%" y="25%" width="([\d.]+)%"/g)]
    expect(bars.length).toBeGreaterThan(5)
    for (const [, , width] of bars) expect(Number(width)).toBeLessThan(2)
    const places = bars.map(([, x]) => Number(x))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    // Each once, where it was signed first.
    const { rows } = await house.database.owner.query(
      `select count(distinct agreement_id)::int as n from perenne.agreement_event where space_id = $1 and kind = 'signed'`,
      [brecourt],
    )
    const links = new Set([...page.matchAll(/\/agreements\/([0-9a-f-]{36})/g)].map(([, id]) => id))
    expect(links.size).toBe(rows[0].n)
    const citizen = new Set(
      [...(await text(`${at}/timeline`, {})).matchAll(/\/agreements\/([0-9a-f-]{36})/g)].map(([, id]) => id),
    )
    const open = await house.database.owner.query(
      `select count(distinct agreement_id)::int as n from perenne.agreement_event
       where space_id = $1 and kind = 'signed' and visibility = 2`,
      [brecourt],
    )
    expect(citizen.size).toBe(open.rows[0].n)
  })

  test('a citizen sees what is public, and neither what sleeps nor what is owed', async () => {
    const page = await text(at, {})
    expect(page).toMatch(/^200/)
    expect(page).toContain('Jumelage avec Puerto Almendro')
    expect(page).toContain('href="#going-on"')
    expect(page).not.toContain('id="owed"')
    expect(page).not.toContain('Répondre à la lettre')
    expect(page).not.toContain('aucun contact noté')
    expect(page).not.toContain('id="promised"')
    expect(page).not.toContain('Noter un contact')
  })

  test('of what nobody wrote down nothing is said: without a contact on record it is unknown, not asleep', async () => {
    const made = async (during: string) =>
      (
        await as(house.db, person(keeper), tx =>
          tx
            .insertInto('relationship')
            .values({ space_id: brecourt, kind: 'twinning', during })
            .returning('id')
            .executeTakeFirstOrThrow(),
        )
      ).id
    const [old, young] = [await made('1990/..'), await made('2017/..')]
    const state = async (id: string) =>
      (await as(house.db, person(keeper), tx => relationshipsOn(tx, brecourt, day, 36))).find(one => one.id === id)
        ?.state
    expect(await state(old)).toBe('unknown')
    expect(await state(young)).toBe('alive')
    const page = await text(at)
    expect(page).toContain('href="#unknown"')
    const part = page.slice(page.indexOf('id="unknown"'))
    expect(part.slice(0, part.indexOf('</section>'))).toContain(old)
    expect(await text(at, {})).not.toContain('id="unknown"')
    await house.database.owner.query('delete from perenne.relationship where id = any ($1)', [[old, young]])
    expect(await state(old)).toBeUndefined()
  })

  test('as it was known then: the term of office still ran to 2020', async () => {
    expect(await text(`${at}/timeline?on=2018-01-15`)).toContain('Mandat 2014-2020')
    const now = await text(`${at}/timeline`)
    expect(now).toContain('Mandat 2014-2018')
    expect(now).not.toContain('Mandat 2014-2020')
  })

  test('an invented network says so on every page, as a territory does, on any day, and in its briefs', async () => {
    const says = 'Ce réseau est imaginaire'
    const red = '/fr/territories/red-confluencia'
    for (const path of ['', '/relationships', '/journal', '/actors', '/timeline', '/export', '?on=2016-01-01'])
      expect([path, (await text(`${red}${path}`, {})).includes(says)]).toEqual([path, true])
    const members = [red, '/fr/territories/brecourt-sur-loire']
    const notices = ['Ce réseau est imaginaire', 'Ce territoire est imaginaire']
    for (const [index, memory] of members.entries()) {
      const actors = await text(`${memory}/actors`, {})
      const actor = new RegExp(`href="(${memory}/actors/[0-9a-f-]{36})"`).exec(actors)?.[1]
      const response = await house.ask(`${actor}/brief.pdf`)
      expect([memory, response.status]).toEqual([memory, 200])
      const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
      const { items } = await (await pdf.getPage(1)).getTextContent()
      const words = items.map(item => ('str' in item ? item.str : '')).join(' ')
      expect(words.replace(/\s+/g, ' ')).toContain(notices[index])
    }
    const listed = await text('/fr/territories', {})
    expect(listed.split('red-confluencia')[1]?.split('</li>')[0]).toContain('fictif ·')
    // One that exists says nothing.
    await house.database.owner.query(`update perenne.space set fictitious = false where slug = 'red-confluencia'`)
    expect(await text(red, {})).not.toContain(says)
    await house.database.owner.query(`update perenne.space set fictitious = true where slug = 'red-confluencia'`)
    await expect(
      house.database.owner.query(`update perenne.space set fictitious = true where slug = 'puerto-almendro'`),
    ).rejects.toThrow(/check constraint/)
  })

  test('the list of memories shows those that one may see', async () => {
    const listed = await text('/fr/territories', {})
    expect(listed).toContain('href="/fr/territories/puerto-almendro"')
    expect(listed).toContain('Réseau des villes de confluence (fictif)')
    await house.database.owner.query(`update perenne.space set visibility = 0 where slug = 'loma-azul'`)
    await house.database.owner.query(
      `update perenne.territory set visibility = 0 where id = (select id from perenne.space where slug = 'loma-azul')`,
    )
    expect(await text('/fr/territories', {})).not.toContain('loma-azul')
  })
})

describe('Monday', () => {
  test('past due first, then a week, 30 and 90 days, each with its record', async () => {
    const page = await text(`${at}/monday`)
    const order = ['Échéances passées', 'Cette semaine', 'Dans les 30 jours', 'Dans les 90 jours']
    const places = order.map(words => page.indexOf(`<h2>${words}</h2>`))
    expect(places.every(place => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const section = (index: number) => page.slice(places[index], places[index + 1])
    expect(section(0)).toContain('Remettre le rapport financier intermédiaire')
    expect(section(0)).toContain('Cotisation de 2017 à payer')
    expect(section(1)).toContain('Rendre au comité d’Altendorf les photographies')
    expect(section(2)).toContain('Troisième convention triennale avec Tabadian')
    expect(section(0)).toMatch(
      /Remettre le rapport financier intermédiaire[^<]*<\/bdi><br\/><span class="small"><bdi>[^<]+<\/bdi><\/span>/,
    )
    expect(section(2)).toContain('Fin du mandat')
    expect(section(2)).toContain('Cotisation de 2018 à payer')
  })

  test('is nobody else’s: a citizen, an organiser elsewhere, a keeper of another territory find nothing', async () => {
    for (const path of ['monday', 'checks', 'checks/fee-unpaid', 'reminders'])
      expect(await text(`${at}/${path}`, {}), path).toMatch(/^404/)
    for (const path of ['monday', 'checks', 'reminders'])
      expect(await text(`/fr/territories/puerto-almendro/${path}`), path).toMatch(/^404/)
  })

  test('tells a keeper of another territory nothing of what is internal, even when asked in the store', async () => {
    const there = await spaceOf('puerto-almendro')
    const due = await as(house.db, person(keeper), tx => dueUntil(tx, there, day, '2018-09-04'))
    expect(due.filter(({ kind }) => kind === 'ours' || kind === 'theirs')).toEqual([])
    const all = await as(house.db, job('test'), tx => dueUntil(tx, there, day, '2018-09-04'))
    expect(all.some(({ kind }) => kind === 'ours')).toBe(true)
  })
})

describe('checks', () => {
  test('every rule can be asked in any of the three memories, and each finds something in one of them', async () => {
    const found = new Map<string, number>()
    for (const slug of ['brecourt-sur-loire', 'puerto-almendro', 'red-confluencia']) {
      const space = await spaceOf(slug)
      await as(house.db, job('test'), async tx => {
        for (const code of checkCodes) {
          const rows = await find(tx, code, space, day, thresholdOf(code)?.usual ?? 0)
          found.set(code, (found.get(code) ?? 0) + rows.length)
        }
      })
    }
    const silent = [...found].filter(([, n]) => n === 0).map(([code]) => code)
    // Nobody wrote a relationship down twice in them.
    expect(silent).toEqual(['relationship-twice'])
  })

  test('the page tells each with why and what to do; a rule that is off or set aside falls silent', async () => {
    const page = await text(`${at}/checks`)
    expect(page).toContain('Siège occupé à titre personnel')
    expect(page).toContain('Lucien Faverolle</bdi>, qui n’exerce plus aucune fonction ici')
    const one = await text(`${at}/checks/seat-in-person`)
    const record = /aside=([0-9a-f-]{36})/.exec(one)?.[1] ?? ''
    // Each form tells the version that it was filled from.
    const send = async (path: string, fields: Record<string, string>) => {
      const [code] = path.split('/')
      const form = await text(`${at}/checks/${code}${fields.record ? `?aside=${fields.record}` : ''}`)
      return house.send(
        `${at}/checks/${path}`,
        { ...(fieldsOf(form, `${at}/checks/${path}`) as Record<string, string>), ...fields },
        { headers },
      )
    }

    const refused = await send('seat-in-person/aside', { record, reason: ' ', until: '2018-01-01' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Choisissez un jour après aujourd’hui')
    expect(
      (await send('seat-in-person/aside', { record, reason: 'Réglé en juillet', until: '2018-07-31' })).status,
    ).toBe(303)
    expect(await text(`${at}/checks/seat-in-person`)).toContain('Réglé en juillet')
    expect(await text(`${at}/checks`)).toContain('1 écartée')
    await house.setClock('2018-08-01T09:00:00Z')
    expect(await text(`${at}/checks`)).toContain('Lucien Faverolle</bdi>, qui n’exerce plus aucune fonction ici')
    await house.setClock('2018-08-01T10:00:00Z')
    expect((await send('seat-in-person/taken-up', { record })).status).toBe(303)

    expect((await send('relationship-dormant', { threshold: 'beaucoup' })).status).toBe(422)
    // After no month at all, every relationship would be asleep.
    expect((await send('relationship-dormant', { threshold: '0' })).status).toBe(422)
    expect((await send('relationship-dormant', { threshold: '600' })).status).toBe(303)
    const standing = await text(at)
    expect(standing).toContain('600 mois')
    expect((await send('fee-unpaid', { threshold: '0', 'off[]': 'yes' })).status).toBe(303)
    expect(await text(`${at}/checks`)).toContain('Désactivée')
    expect((await send('fee-unpaid', { threshold: '0', 'off[]': '' })).status).toBe(303)
    expect((await send('relationship-dormant', { threshold: '36' })).status).toBe(303)
  })

  test('nobody sets the rules or the remarks of a territory but its keepers', async () => {
    const other = await house.send(
      '/fr/territories/puerto-almendro/checks/fee-unpaid',
      { threshold: '1', 'off[]': 'yes' },
      { headers },
    )
    expect(other.status).toBe(404)
    const space = await spaceOf('puerto-almendro')
    await expect(
      as(house.db, person(keeper), tx =>
        tx.insertInto('memory_rule').values({ space_id: space, code: 'fee-unpaid', off: true }).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(asPublic(house.db, tx => tx.selectFrom('memory_rule').selectAll().execute())).rejects.toThrow(
      /permission denied/,
    )
  })
})

test('a page asks the database as often for three of each as for one', async () => {
  const asked = async (path: string) => {
    let count = 0
    const before = house.db
    house.db = before.withPlugin({
      transformQuery: ({ node }) => {
        count++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    try {
      expect(await text(`${at}${path}`)).toMatch(/^200/)
    } finally {
      house.db = before
    }
    return count
  }
  const counts = async () => {
    const found: Record<string, number> = {}
    for (const path of ['', '/monday', '/timeline', '/checks']) found[path] = await asked(path)
    return found
  }
  const many = await counts()
  // The same memory with one of each.
  await as(house.db, job('test'), async tx => {
    for (const table of ['commitment', 'interaction', 'relationship', 'activity', 'note', 'memory_document'] as const) {
      // Of the relationships the one whose agreement ends soon: ids differ from run to run.
      await sql`delete from ${sql.table(table)} where space_id = ${brecourt} and id <> (
        select t.id from ${sql.table(table)} t where t.space_id = ${brecourt}
        order by (to_jsonb(t) ->> 'key') is distinct from 'tabadian', t.id limit 1)`.execute(tx)
    }
  })
  expect(await counts()).toEqual(many)
  expect(many['/checks']).toBeGreaterThan(checkCodes.length)
})
