import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, asPublic, job, person } from '../../source/ground/database/actor.ts'
import { saveSpace } from '../../source/ground/people/acts/save-space.ts'
import { namedSpaces } from '../../source/ground/people/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { giveRole, makePerson, makeSpace, peopleRoom, signedIn } from './support.ts'

let house: TestHouse
let admin: string
let me: RequestInit
const base = '/en/administration/spaces'

beforeAll(async () => {
  house = await openTestHouse([peopleRoom])
  admin = await makePerson(house, 'admin@ville.example')
  await giveRole(house, admin, 'administrator', 'installation')
  me = await signedIn(house, admin)
})
afterAll(() => house.close())

const network = (more: Record<string, string> = {}) => ({
  source: 'fr',
  'name-fr': 'Réseau des ports',
  'name-es': 'Red de puertos',
  'name-pt': '',
  'name-en': '',
  slug: 'ports',
  visibility: 'public',
  fictitious: 'no',
  ...more,
})
const territory = (more: Record<string, string> = {}) => ({
  source: 'es',
  'name-fr': '',
  'name-es': 'Montevideo',
  'name-pt': '',
  'name-en': '',
  slug: 'montevideo',
  visibility: 'network',
  country: 'UY',
  government: 'county',
  fictitious: 'no',
  identifiers: 'wikidata: Q1335\nISO-3166-2: UY-MO\nwikidata: Q1335',
  ...more,
})
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const openForm = async (path: string) => {
  const html = await (await house.ask(path, me)).text()
  return { html, _form: hidden(html, '_form'), _once: hidden(html, '_once') }
}
const idIn = (response: Response) => response.headers.get('location')?.split('/').at(-1) ?? ''
const versionsOf = async (id: string) => {
  const { rows } = await house.database.owner.query(
    'select record_table, version, actor_id from perenne.record_version where record_id = $1',
    [id],
  )
  return rows
}

describe('a network', () => {
  test('is made once with its names in their languages, seen in the reader’s or the original', async () => {
    const { _once } = await openForm(`${base}/networks/new`)
    const made = await house.send(`${base}/networks/new`, network({ _once }), me)
    expect(made.status).toBe(303)
    const again = await house.send(`${base}/networks/new`, network({ _once }), me)
    expect(again.status).toBe(303)
    const named = (l: 'fr' | 'es' | 'pt') => asPublic(house.db, tx => namedSpaces(tx, l))
    const only = async (l: 'fr' | 'es' | 'pt') => (await named(l)).filter(space => space.kind === 'network')
    expect((await only('es')).map(space => space.name)).toEqual(['Red de puertos'])
    expect((await only('pt')).map(space => space.name)).toEqual(['Réseau des ports'])
    const history = await versionsOf(idIn(made))
    expect(history).toEqual([{ record_table: 'space', version: 1, actor_id: admin }])
    const invented = async () =>
      (await house.database.owner.query('select fictitious from perenne.space where id = $1', [idIn(made)])).rows
    expect(await invented()).toEqual([{ fictitious: false }])
    const { html, _form } = await openForm(`${base}/networks/${idIn(made)}`)
    expect(html).toMatch(/name="fictitious" value="no" checked/)
    await house.send(`${base}/networks/${idIn(made)}`, network({ _form, fictitious: 'yes' }), me)
    expect(await invented()).toEqual([{ fictitious: true }])
    const unsaid = await house.send(`${base}/networks/new`, network({ slug: 'autre', fictitious: '' }), me)
    expect([unsaid.status, await unsaid.text()]).toEqual([422, expect.stringContaining('Say whether it exists')])
    const taken = await house.send(`${base}/networks/new`, network(), me)
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('This address is taken')
  })

  test('errors come together with what was typed', async () => {
    const wrong = network({ 'name-fr': ' ', slug: 'Ports du Sud', visibility: 'secret' })
    const response = await house.send(`${base}/networks/new`, wrong, me)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Give the original name.')
    expect(html).toContain('Use small letters')
    expect(html).toContain('value="Ports du Sud"')
    expect(html).toContain('Choose who sees it.')
  })

  test('is not made nor changed by its organiser through the act of administrators’ pages without the right', async () => {
    const other = await makeSpace(house, 'network', 'others')
    const organiser = await makePerson(house, 'org@ville.example')
    const mine = await makeSpace(house, 'network', 'mine')
    await giveRole(house, organiser, 'organiser', 'network', mine)
    const save = {
      kind: 'network' as const,
      fields: network({ slug: 'stolen' }),
      version: null,
      once: { key: null, location: '/' },
    }
    await expect(saveSpace(house, person(organiser), { ...save, id: null })).rejects.toMatchObject({ code: '42501' })
    await expect(saveSpace(house, person(organiser), { ...save, id: other })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(saveSpace(house, { kind: 'anonymous' }, { ...save, id: null })).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('a territory', () => {
  let id: string

  test('gets its region from its country, and keeps its identifiers once each', async () => {
    const made = await house.send(`${base}/territories/new`, territory(), me)
    expect(made.status).toBe(303)
    id = idIn(made)
    const row = await as(house.db, job('test'), async tx => ({
      ...(await tx.selectFrom('territory').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
      identifiers: await tx
        .selectFrom('identifier')
        .select(['scheme', 'value', 'visibility'])
        .where('record_id', '=', id)
        .execute(),
    }))
    expect(row).toMatchObject({ country: 'UY', region: 'latin-america', government: 'county', visibility: 1 })
    expect(row.identifiers).toHaveLength(2)
    expect(row.identifiers[0]?.visibility).toBe(1)
    const wrong = await house.send(
      `${base}/territories/new`,
      territory({ slug: 'x', identifiers: 'a: b\n\nnothing', country: 'ZZ' }),
      me,
    )
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('Line 3')
    expect(html).toContain('Choose a country.')
  })

  test('a save from an old form loses neither text: both are shown, the choice is saved', async () => {
    const path = `${base}/territories/${id}`
    const mine = await openForm(path)
    const theirs = await openForm(path)
    const first = territory({ identifiers: 'wikidata: Q1335', 'name-pt': 'Montevidéu' })
    expect((await house.send(path, { ...first, ...tokens(theirs) }, me)).status).toBe(303)
    const second = territory({ identifiers: 'geonames: 3441575', 'name-fr': 'Montévidéo', government: 'municipality' })
    const stale = await house.send(path, { ...second, ...tokens(mine) }, me)
    expect(stale.status).toBe(409)
    const html = await stale.text()
    for (const text of ['wikidata: Q1335', 'geonames: 3441575', 'Montevidéu', 'Montévidéo', 'Municipality'])
      expect(html).toContain(text)
    const now = await openForm(path)
    expect(now.html).toContain('Montevidéu')
    expect(now.html).not.toContain('Montévidéo')
    // What is sent from that page is an ordinary save, on the version it showed.
    const chosen = { ...second, 'name-pt': 'Montevidéu', identifiers: 'wikidata: Q1335\n\ngeonames: 3441575' }
    const settled = await house.send(
      path,
      { ...chosen, _form: hidden(html, '_form'), _once: hidden(html, '_once') },
      me,
    )
    expect(settled.status).toBe(303)
    const end = (await openForm(path)).html
    for (const text of ['wikidata: Q1335', 'geonames: 3441575', 'Montevidéu', 'Montévidéo']) expect(end).toContain(text)
  })

  test('a save that changes nothing leaves no trace; another original is not taken', async () => {
    const path = `${base}/territories/${id}`
    const before = await versionsOf(id)
    const form = await openForm(path)
    const same = territory({
      identifiers: 'wikidata: Q1335\ngeonames: 3441575',
      'name-fr': 'Montévidéo',
      'name-pt': 'Montevidéu',
      government: 'municipality',
      source: 'fr',
    })
    expect((await house.send(path, { ...same, ...tokens(form) }, me)).status).toBe(303)
    expect(await versionsOf(id)).toEqual(before)
    const sources = await as(house.db, job('test'), tx =>
      tx
        .selectFrom('translation')
        .select('language')
        .where('record_id', '=', id)
        .where('state', '=', 'source')
        .execute(),
    )
    expect(sources).toEqual([{ language: 'es' }])
  })

  test('belongs to networks for a time', async () => {
    const net = await makeSpace(house, 'network', 'mercosul')
    const path = `${base}/territories/${id}/memberships`
    const order = await house.send(`${path}/new`, { network: net, startsOn: '2018-07-05', endsOn: '2018-01-01' }, me)
    expect(order.status).toBe(422)
    expect(await order.text()).toContain('The end cannot come before the beginning.')
    expect((await house.send(`${path}/new`, { network: net, startsOn: '1995-02-30', endsOn: '' }, me)).status).toBe(422)
    expect((await house.send(`${path}/new`, { network: net, startsOn: '1995-11-11', endsOn: '' }, me)).status).toBe(303)
    const all = () => as(house.db, job('test'), tx => tx.selectFrom('network_member').selectAll().execute())
    const [one] = await all()
    expect(one).toMatchObject({ space_id: net, member_id: id, starts_on: '1995-11-11', ends_on: null })
    const form = await openForm(`${path}/${one?.id}`)
    const old = await openForm(`${path}/${one?.id}`)
    const fields = { startsOn: '1995-11-11', endsOn: '2019-12-31' }
    expect((await house.send(`${path}/${one?.id}`, { ...fields, ...tokens(form) }, me)).status).toBe(303)
    const stale = await house.send(`${path}/${one?.id}`, { ...fields, endsOn: '2001-01-01', ...tokens(old) }, me)
    expect(stale.status).toBe(409)
    const both = await stale.text()
    expect(both).toContain('2019-12-31')
    expect(both).toContain('2001-01-01')
    expect((await all())[0]?.ends_on).toBe('2019-12-31')
    const now = await openForm(`${path}/${one?.id}`)
    await house.send(`${path}/${one?.id}`, { ...fields, ...tokens(now), _next: 'remove' }, me)
    expect(await all()).toEqual([])
    expect((await versionsOf(one?.id ?? '')).length).toBe(2)
  })

  test('has the time zone that is said; of a country with several, one is suggested and asked about', async () => {
    const zone = async (slug: string) =>
      (await house.database.owner.query('select time_zone from perenne.space where slug = $1', [slug])).rows[0]
        ?.time_zone
    // Uruguay has one: nobody need say it.
    expect(await zone('montevideo')).toBe('America/Montevideo')
    const chilean = { slug: 'almendro', country: 'CL', 'name-es': 'Puerto Almendro', identifiers: '' }
    const asked = await house.send(`${base}/territories/new`, territory(chilean), me)
    expect(asked.status).toBe(422)
    const html = await asked.text()
    expect(html).toContain('This country has several time zones (Chile).')
    expect(html).toContain('<option value="America/Santiago" selected="">')
    expect(await zone('almendro')).toBeUndefined()
    const odd = await house.send(`${base}/territories/new`, territory({ ...chilean, timeZone: '+02:00' }), me)
    expect([odd.status, await odd.text()]).toEqual([422, expect.stringContaining('Choose a time zone of the list.')])
    const made = await house.send(`${base}/territories/new`, territory({ ...chilean, timeZone: 'Pacific/Easter' }), me)
    expect(made.status).toBe(303)
    expect(await zone('almendro')).toBe('Pacific/Easter')
    const network = {
      ...tokens(await openForm(`${base}/networks/new`)),
      source: 'fr',
      visibility: 'public',
      fictitious: 'no',
    }
    await house.send(`${base}/networks/new`, { ...network, 'name-fr': 'Sans', slug: 'sans-fuseau' }, me)
    expect(await zone('sans-fuseau')).toBe('UTC')
  })

  test('from before zones were asked, shows the one that it lives by, and a save that says so is no conflict', async () => {
    const { id: old } = (
      await house.database.owner.query(
        `insert into perenne.space (kind, slug, parent_id, visibility) select 'territory', 'ancien', id, 0 from perenne.space where kind = 'installation' returning id`,
      )
    ).rows[0]
    await house.database.owner.query(
      `insert into perenne.territory (id, country, region, government) values ($1, 'CL', 'latin-america', 'county')`,
      [old],
    )
    const form = await openForm(`${base}/territories/${old}`)
    expect(form.html).not.toMatch(/<option value="[^"]+\/[^"]+" selected/)
    const fields = territory({ slug: 'ancien', country: 'CL', source: 'es', 'name-es': 'Ancien', identifiers: '' })
    const path = `${base}/territories/${old}`
    const saved = await house.send(path, { ...fields, ...tokens(form), timeZone: 'America/Santiago' }, me)
    expect(saved.status).toBe(303)
    const stale = await house.send(path, { ...fields, _form: form._form, timeZone: 'America/Punta_Arenas' }, me)
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('Santiago')
  })

  test.each(['networks', 'territories'])('new %s begin inside, and each choice says who sees it', async kind => {
    const { html } = await openForm(`${base}/${kind}/new`)
    expect(html).toMatch(/name="visibility" value="internal" checked/)
    expect(html).toContain('Those who were given an access right here.')
  })

  test('the list shows them with their region', async () => {
    const html = await (await house.ask('/fr/administration/spaces', me)).text()
    expect(html).toContain('Montévidéo')
    expect(html).toContain('Uruguay')
    expect(html).toContain('Réseau des ports')
  })
})

const tokens = ({ _form, _once }: { _form: string; _once: string }) => ({ _form, _once })
