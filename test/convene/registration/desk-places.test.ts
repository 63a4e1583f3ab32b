import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { ask, deskRooms, fieldsOf, filled, queriesOf, send, settle, universities, wordsOn } from './desk-support.ts'
import { disagreements, makeSeminar, query, registered, signedIn, stateOf, type TestSeminar } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(deskRooms)
})
afterAll(() => house.close())

const at = (seminar: TestSeminar, path = '') => `/en/desk/seminars/${seminar.slug}/places${path}`
const form = async (seminar: TestSeminar, cookie: string, path = '/edit') =>
  fieldsOf((await ask(house, at(seminar, path), cookie)).html, at(seminar, path))
const flash = async (sent: { location: string | null; cookie: string }) =>
  wordsOn((await ask(house, sent.location ?? '', sent.cookie)).html)
const quotasOf = (seminar: TestSeminar) =>
  query<{ key: string; capacity: number; categories: string[] | null; regions: string[] | null }>(
    house,
    'select key, capacity, categories, regions from perenne.quota where seminar_id = $1 order by position, key',
    [seminar.id],
  )

async function organised(capacity = 2) {
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house, { capacity })
  return { seminar, ...(await signedIn(house, 'organiser', seminar.id)) }
}

test('each quota with what is taken, kept, free and waited for; the rules in words; the address of an invitation', async () => {
  const { seminar, cookie } = await filled(house)
  const { status, html } = await ask(house, at(seminar), cookie)
  const said = wordsOn(html)
  expect(status).toBe(200)
  expect(said).toMatch(/The whole seminar everybody 4 3 1 0 1/)
  expect(said).toMatch(/Universities University, research 1 1 0 0 1/)
  expect(said).toMatch(/Examined first Other: they hold no place until you approve/)
  expect(said).toMatch(/The waiting list ends 5 July 2018 at 9:00/)
  expect(said).toMatch(/Réseau des villes .*register\?code=VILLES2018 1 1 open places kept/)
  expect(html).toContain('/waiting-list?quota=universities')
})

test('what can surprise explains itself: a capacity below what is taken, a free place while people wait, none at all', async () => {
  const { seminar, cookie, personId } = await filled(house)
  const say = async () => wordsOn((await ask(house, at(seminar), cookie)).html)
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas: quotas.map(quota => (quota.key === 'overall' ? { ...quota, capacity: 2 } : quota)),
    admission,
  }))
  expect(await say()).toContain(
    '“The whole seminar”: capacity 2 is below the 3 places taken. Nobody loses theirs; no place is given until fewer than 2 are taken.',
  )
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas: quotas.map(quota => ({ ...quota, capacity: quota.key === 'overall' ? 9 : 0 })),
    admission,
  }))
  const said = await say()
  expect(said).toMatch(/“The whole seminar” has 5 places free while 1 person it counts is waiting: something else/)
  expect(said).toContain('“Universities” has a capacity of 0')
})

test('a quota is added, named, changed and removed; nothing typed is lost on the way', async () => {
  const { seminar, cookie } = await organised()
  const first = await form(seminar, cookie)
  expect(first).toMatchObject({ capacity: '2', perForm: '10', promotion: 'direct' })
  const added = await send(house, at(seminar, '/edit'), cookie, { ...first, capacity: '40', _next: 'add' })
  expect(added.status).toBe(200)
  // Whoever adds one goes on there, and not at the top of a long page.
  expect(added.html.match(/autofocus/g)).toHaveLength(1)
  expect(added.html).toMatch(/<h2 dir="auto" tabindex="-1" autofocus="">New quota<\/h2>/)
  const two = await send(house, at(seminar, '/edit'), cookie, {
    ...fieldsOf(added.html, at(seminar, '/edit')),
    'quota-~1-name-fr': 'Europe',
    _next: 'add',
  })
  const blank = fieldsOf(two.html, at(seminar, '/edit'))
  expect(blank).toMatchObject({ capacity: '40', 'quota[]': ['~1', '~2'], 'quota-~1-name-fr': 'Europe' })
  expect(await quotasOf(seminar)).toHaveLength(1)

  const wrong = await send(house, at(seminar, '/edit'), cookie, {
    ...blank,
    'quota-~1-capacity': 'many',
    'quota-~2-capacity': '5',
    perForm: '',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="many"')
  // What cannot be read and what would be refused at once, each with its quota, in the order of the page.
  expect([...wrong.html.matchAll(/<li><a href="#(field-[\w-]+)">([^<]*)</g)].map(([, id, said]) => [id, said])).toEqual(
    [
      ['field-quota--1-capacity', 'Europe: enter the number of places, 0 or more.'],
      ['field-quota--1-categories-', 'Europe: say whom the quota counts: at least one category, region or territory.'],
      ['field-quota--2-name-fr', 'New quota 2: name the quota in the language of the seminar.'],
      [
        'field-quota--2-categories-',
        'New quota 2: say whom the quota counts: at least one category, region or territory.',
      ],
      ['field-perForm', 'People per form: enter a whole number within the limits given.'],
    ],
  )
  for (const [, id] of wrong.html.matchAll(/<li><a href="#(field-[\w-]+)">/g))
    expect(wrong.html).toContain(`id="${id}"`)

  const refused = await send(house, at(seminar, '/edit'), cookie, {
    ...blank,
    'quota-~1-capacity': '30',
    'quota-~2-capacity': '5',
  })
  expect(refused.status).toBe(422)
  const why = wordsOn(refused.html)
  expect(why).toContain('Say whom the quota counts: at least one category, region or territory.')
  expect(why).toContain('Name the quota in the language of the seminar.')

  const good = {
    ...blank,
    'quota-~1-capacity': '1 000',
    'quota-~1-name-en': 'Europe & neighbours',
    'quota-~1-regions[]': ['europe', 'other'],
    'quota-~2-name-fr': 'Élues, élus',
    'quota-~2-capacity': '5',
    'quota-~2-categories[]': ['elected'],
    approval: '',
    'approval[]': ['other', 'civil-society'],
    perOrganisation: '12',
    promotion: 'offer',
    offerHours: '24',
    'promoteUntil-day': '2018-07-01',
    'changeUntil-day': '2018-06-25',
    'changeUntil-time': '18:00',
  }
  const saved = await send(house, at(seminar, '/edit'), cookie, good)
  expect(saved).toMatchObject({ status: 303, location: at(seminar) })
  expect(await quotasOf(seminar)).toEqual([
    { key: 'overall', capacity: 40, categories: null, regions: null },
    { key: 'europe', capacity: 1000, categories: null, regions: ['europe', 'other'] },
    { key: 'elues-elus', capacity: 5, categories: ['elected'], regions: null },
  ])
  const said = await flash(saved)
  expect(said).toContain('Saved. Nobody on the waiting list got a place.')
  expect(said).toContain('Europe &amp; neighbours')
  expect(said).toMatch(/gets an offer, held for 24 hours/)
  expect(said).toContain('1 July 2018 at 23:59')
  expect(said).toContain('25 June 2018 at 18:00')

  // The form shows what was saved, and saving it again changes nothing.
  const again = await form(seminar, cookie)
  expect(again).toMatchObject({
    'quota-europe-regions[]': ['europe', 'other'],
    'approval[]': ['civil-society', 'other'],
    'promoteUntil-day': '2018-07-01',
    'promoteUntil-time': '23:59:59',
  })
  expect((await send(house, at(seminar, '/edit'), cookie, again)).status).toBe(303)
  const removed = await send(house, at(seminar, '/edit'), cookie, {
    ...(await form(seminar, cookie)),
    'quota-europe-remove': 'yes',
  })
  expect(removed.status).toBe(303)
  expect((await quotasOf(seminar)).map(({ key }) => key)).toEqual(['overall', 'elues-elus'])
})

test('a raised capacity takes people from the line, and says how many; once for one sending', async () => {
  const { seminar, cookie } = await organised(1)
  const ids: string[] = []
  for (const n of [1, 2, 3])
    ids.push(await registered(house, seminar, { familyName: `N${n}`, email: `n${n}@example.org` }))
  const fields = { ...(await form(seminar, cookie)), capacity: '3' }
  const saved = await send(house, at(seminar, '/edit'), cookie, fields)
  expect(await flash(saved)).toContain('Saved. 2 people on the waiting list got a place (or an offer).')
  for (const id of ids) expect(await stateOf(house, id)).toBe('confirmed')
  expect((await send(house, at(seminar, '/edit'), cookie, { ...fields, capacity: '9' })).location).toBe(at(seminar))
  expect((await quotasOf(seminar))[0]?.capacity).toBe(3)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('moments are read at the venue: the hour that does not exist, the end, the deadline', async () => {
  const { seminar, cookie } = await organised()
  const fields = await form(seminar, cookie)
  const error = async (typed: Record<string, string>) => {
    const sent = await send(house, at(seminar, '/edit'), cookie, { ...fields, ...typed })
    expect(sent.status).toBe(422)
    for (const value of Object.values(typed)) expect(sent.html).toContain(`value="${value}"`)
    return wordsOn(sent.html)
  }
  expect(await error({ 'promoteUntil-day': '2018-06-31' })).toContain('Enter a day, and a time such as 23:59.')
  expect(await error({ 'changeUntil-day': '2018-03-25', 'changeUntil-time': '02:30' })).toContain('The clocks change')
  expect(await error({ 'promoteUntil-day': '2018-06-10' })).toContain('cannot end before the deadline')
  expect(await error({ 'promoteUntil-day': '2018-07-09' })).toContain('after the end of the seminar')
  expect(await error({ capacity: '-1' })).toContain('Capacity of the whole seminar: enter the number of places')
  expect(await error({ capacity: '' })).toContain('Capacity of the whole seminar: enter the number of places')
  expect(await error({ perForm: '21' })).toContain('People per form: enter a whole number within the limits given.')
})

test('a stale save shows both, and loses nothing of either', async () => {
  const { seminar, cookie, personId } = await organised()
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas: [...quotas, universities(5)],
    admission,
  }))
  const mine = await form(seminar, cookie)
  // Somebody else removes the universities, adds staff and lowers the capacity.
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas: [
      ...quotas.filter(({ key }) => key === 'overall').map(quota => ({ ...quota, capacity: 7 })),
      { ...universities(4), key: 'staff', categories: ['staff'], name: { fr: 'Personnel' } },
    ],
    admission: { ...admission, perForm: 4 },
  }))
  const stale = await send(house, at(seminar, '/edit'), cookie, {
    ...mine,
    capacity: '9',
    'quota-universities-capacity': '6',
    'approval[]': ['other'],
  })
  expect(stale.status).toBe(409)
  const choices = [...stale.html.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(([tag]) => ({
    name: /name="([^"]*)"/.exec(tag)?.[1],
    value: /value="([^"]*)"/.exec(tag)?.[1],
  }))
  const values = (name: string) => choices.filter(choice => choice.name === name).map(({ value }) => value)
  expect(values('capacity')).toEqual(['7', '9'])
  expect(values('perForm')).toEqual(['4', '10'])
  expect(values('approval')).toEqual(['', 'other'])
  expect(values('quota-universities-remove')).toEqual(['yes', 'no'])
  expect(values('quota-staff-remove')).toEqual(['no', 'yes'])
  expect((await quotasOf(seminar))[0]?.capacity).toBe(7)
  // My capacity, their limit of a form, and both quotas.
  const kept = fieldsOf(stale.html, at(seminar, '/edit'))
  const done = await send(house, at(seminar, '/edit'), cookie, {
    ...kept,
    capacity: '9',
    perForm: '4',
    approval: 'other',
    'quota-universities-remove': 'no',
    'quota-staff-remove': 'no',
  })
  expect(done.status).toBe(303)
  expect(await quotasOf(seminar)).toEqual([
    { key: 'overall', capacity: 9, categories: null, regions: null },
    { key: 'staff', capacity: 4, categories: ['staff'], regions: null },
    { key: 'universities', capacity: 6, categories: ['university'], regions: null },
  ])
})

test('an invitation: made with a code or without, with what is wrong beside its field', async () => {
  const { seminar, cookie } = await organised(3)
  const path = '/invitations/new'
  const blank = await form(seminar, cookie, path)
  expect(blank).toMatchObject({ withoutApproval: 'yes', priority: '0', label: '' })
  const wrong = await send(house, at(seminar, path), cookie, { ...blank, code: 'à!', places: '0', reserved: 'yes' })
  expect(wrong.status).toBe(422)
  const why = wordsOn(wrong.html)
  expect(why).toContain('Say who the invitation is for.')
  expect(why).toContain('A code has 8 to 20 letters and digits, without accents.')
  expect(why).toContain('Enter how many people may come with it, 1 or more.')
  // The same at once as what cannot be read.
  const unread = await send(house, at(seminar, path), cookie, {
    ...blank,
    priority: 'high',
    'validUntil-day': 'soon',
    'reservedUntil-day': '2018-06-01',
    reserved: 'yes',
    places: '2',
  })
  expect([...unread.html.matchAll(/<li><a href="#(field-[\w-]+)">([^<]*)</g)].map(([, , said]) => said)).toEqual([
    'Say who the invitation is for.',
    'Kept until: this moment has passed: places can only be kept until a moment in the future.',
    'Code valid until: enter a day, and a time such as 23:59.',
    'Priority on the waiting list: enter a whole number from −100 to 100.',
  ])
  const full = await send(house, at(seminar, path), cookie, {
    ...blank,
    label: 'Partner',
    places: '4',
    reserved: 'yes',
  })
  expect(wordsOn(full.html)).toContain('Only 3 more places in the whole seminar can be kept.')
  const good = { ...blank, label: 'Réseau <b>', code: 'villes-2018', places: '2', reserved: 'yes' }
  const made = await send(house, at(seminar, path), cookie, good)
  expect(made.status).toBe(303)
  expect(await flash(made)).toContain('The invitation is created. Its code is VILLES2018.')
  expect((await ask(house, at(seminar), cookie)).html).toContain('Réseau &lt;b&gt;')
  const twice = await send(house, at(seminar, path), cookie, { ...good, _once: '' })
  expect(wordsOn(twice.html)).toContain('Another invitation of this seminar has this code.')
  const generated = await send(house, at(seminar, path), cookie, { ...(await form(seminar, cookie, path)), label: 'B' })
  expect(await flash(generated)).toMatch(/Its code is [A-Z2-9]{10}\./)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('an invitation is changed, and a stale save shows both texts', async () => {
  const { seminar, cookie, ids } = await filled(house)
  const path = `/invitations/${ids.invitation}`
  const mine = await form(seminar, cookie, path)
  expect(mine).toMatchObject({ label: 'Réseau des villes', places: '2', reserved: 'yes', priority: '5' })
  const done = await send(house, at(seminar, path), cookie, { ...mine, label: 'Réseau', priority: '−3' })
  expect(done).toMatchObject({ status: 303, location: at(seminar) })
  const stale = await send(house, at(seminar, path), cookie, { ...mine, _once: '', label: 'Les villes', places: '3' })
  expect(stale.status).toBe(409)
  expect(stale.html).toMatch(/value="Réseau"/)
  expect(stale.html).toMatch(/value="Les villes"/)
  const merged = { ...fieldsOf(stale.html, at(seminar, path)), label: 'Les villes', places: '2', priority: '-3' }
  expect((await send(house, at(seminar, path), cookie, merged)).status).toBe(303)
  const [row] = await query<{ label: string; priority: number }>(
    house,
    'select label, priority from perenne.invitation where id = $1',
    [ids.invitation],
  )
  expect(row).toEqual({ label: 'Les villes', priority: -3 })
})

test('its places are let go and it is ended, each after a page that says what it means', async () => {
  const { seminar, cookie, ids } = await filled(house)
  const path = `/invitations/${ids.invitation}`
  const kept = async () =>
    (
      await query<{ held: number }>(house, `select held from perenne.quota where seminar_id = $1 and key = 'overall'`, [
        seminar.id,
      ])
    )[0]?.held
  const asked = await send(house, at(seminar, path), cookie, { do: 'release' })
  expect(asked.status).toBe(200)
  expect(wordsOn(asked.html)).toContain('Release the places kept for “Réseau des villes”?')
  expect(await kept()).toBe(1)
  const released = await send(house, at(seminar, path), cookie, fieldsOf(asked.html, at(seminar, path)))
  expect(await flash(released)).toContain('The places are no longer kept.')
  expect(await kept()).toBe(0)
  const ending = await send(house, at(seminar, path), cookie, { do: 'end' })
  expect(wordsOn(ending.html)).toContain('The 1 person who has a place through it keeps it.')
  const ended = await send(house, at(seminar, path), cookie, fieldsOf(ending.html, at(seminar, path)))
  expect(await flash(ended)).toContain('The invitation has ended.')
  expect(await stateOf(house, ids.invited)).toBe('confirmed')
  const page = await ask(house, at(seminar, path), cookie)
  expect(page.html).not.toContain('name="label"')
  expect(wordsOn(page.html)).toContain('ended on 12 June 2018')
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('who may not: another seminar’s organiser finds nothing, others are refused, and nothing changes', async () => {
  const there = await filled(house)
  const { seminar, ids, cookie } = there
  const elsewhere = await signedIn(house, 'organiser', (await makeSeminar(house)).id)
  const inside = await Promise.all(
    (['evaluator', 'translator', 'door_steward', 'moderator', 'rapporteur'] as const).map(role =>
      signedIn(house, role, seminar.id),
    ),
  )
  const valid = await form(seminar, cookie)
  for (const path of ['', '/edit', '/invitations/new', `/invitations/${ids.invitation}`]) {
    for (const [who, expected] of [...inside.map(one => [one, 403] as const), [elsewhere, 404] as const]) {
      const page = await ask(house, at(seminar, path), who.cookie)
      expect(page.status).toBe(expected)
      expect(page.html).not.toMatch(/Réseau des villes|VILLES2018/)
      if (path === '') continue
      for (const wanted of ['save', 'end', 'release']) {
        const fields = { ...valid, capacity: '999', do: wanted, sure: 'yes', label: 'Stolen', priority: '9' }
        expect((await send(house, at(seminar, path), who.cookie, fields)).status).toBe(expected)
      }
    }
    expect((await house.ask(at(seminar, path))).headers.get('location')).toMatch(/^\/en\/sign-in/)
  }
  // An invitation of another seminar, under an address of one's own.
  const other = await filled(house)
  expect((await ask(house, at(seminar, `/invitations/${other.ids.invitation}`), cookie)).status).toBe(404)
  const forged = { do: 'end', sure: 'yes' }
  expect((await send(house, at(seminar, `/invitations/${other.ids.invitation}`), cookie, forged)).status).toBe(404)
  expect((await ask(house, at(seminar, '/invitations/none'), cookie)).status).toBe(404)
  expect((await quotasOf(seminar)).map(({ capacity }) => capacity)).toEqual([4, 1])
  const rows = await query<{ label: string; ended_at: string | null }>(
    house,
    'select label, ended_at from perenne.invitation where seminar_id = any ($1)',
    [[seminar.id, other.seminar.id]],
  )
  expect(rows).toEqual([
    { label: 'Réseau des villes', ended_at: null },
    { label: 'Réseau des villes', ended_at: null },
  ])
})

test('the page of places asks as often for three quotas and invitations as for one', async () => {
  const make = async (count: number) => {
    const { seminar, cookie, personId } = await organised(50)
    await settle(house, seminar, personId, ({ quotas, admission }) => ({
      quotas: [
        ...quotas,
        ...Array.from({ length: count }, (_, n) => ({ ...universities(5), key: `q${n}`, position: n + 1 })),
      ],
      admission,
    }))
    for (let n = 0; n < count; n++)
      await send(house, at(seminar, '/invitations/new'), cookie, {
        ...(await form(seminar, cookie, '/invitations/new')),
        label: `Partner ${n}`,
      })
    return queriesOf(house, at(seminar), cookie)
  }
  // Session 3; seminar and title 2; limit, quotas, invitations and names 4; the line 1; admission 1; invitations 1.
  expect(await make(1)).toBe(12)
  expect(await make(3)).toBe(12)
})
