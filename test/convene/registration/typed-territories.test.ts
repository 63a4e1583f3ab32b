import { expect, test } from 'vitest'
import { nameTerritory } from '#convene/registration/acts/name-territory.ts'
import { person } from '#ground/database/actor.ts'
import { ask, deskRooms, queriesOf, send, wordsOn } from './desk-support.ts'
import { formRooms, makeTerritory } from './form-support.ts'
import { house, openHouse } from './house.ts'
import {
  disagreements,
  mailsAbout,
  makeSeminar,
  query,
  registered,
  signedIn,
  stateOf,
  type TestSeminar,
} from './support.ts'

const known = new Set(deskRooms.flatMap(({ routes }) => routes).map(({ method, path }) => `${method} ${path}`))
openHouse([
  ...deskRooms,
  ...formRooms.map(room => ({ ...room, routes: room.routes.filter(r => !known.has(`${r.method} ${r.path}`)) })),
])

const at = ({ slug }: TestSeminar, search = '') => `/en/desk/seminars/${slug}/territories${search}`
const come = (seminar: TestSeminar, n: number, territoryName: string, country = 'CA') =>
  registered(house, seminar, {
    email: `p${n}@example.org`,
    familyName: `Person ${n}`,
    organisation: `City ${n}`,
    country,
    territory: territoryName,
  })
const rows = (seminar: TestSeminar) =>
  query<{ territory: string | null; typed: string | null; region: string; state: string }>(
    house,
    `select territory_id as territory, territory_name as typed, region, state
     from perenne.registration where seminar_id = $1 order by line`,
    [seminar.id],
  )

test('spellings are gathered; said once, all of them belong to the territory, and other quotas count them', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 20,
    quotas: [{ key: 'south', capacity: 5, regions: ['latin-america'] }],
  })
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  expect((await ask(house, at(seminar), cookie)).html).toContain('Nothing to match')
  const id = await makeTerritory(house, `serra-${seminar.slug}`, { pt: 'Serra do Mel' })
  const first = await come(seminar, 1, 'Serra do Mel')
  await come(seminar, 2, 'SERRA-DO-MEL')
  await come(seminar, 3, 'Somewhere <b>else</b>')
  const listed = (await ask(house, at(seminar), cookie)).html
  expect(listed.match(/<th scope="row">/g)).toHaveLength(2)
  expect(listed).toContain('Somewhere &lt;b&gt;else&lt;/b&gt;')
  const one = wordsOn((await ask(house, at(seminar, '?name=serra+do+mel'), cookie)).html)
  expect(one).toContain('2 people typed this territory.')
  expect(one).toMatch(/Also written: (SERRA-DO-MEL|Serra do Mel)/)
  expect(one).toContain('A new territory is added by an administrator')
  const key = 'serradomel'
  const wrong = await send(house, at(seminar), cookie, { key, what: 'nothing' })
  expect([wrong.status, wordsOn(wrong.html)]).toEqual([422, expect.stringContaining('Say which territory it is.')])
  const other = await send(house, at(seminar), cookie, { key, what: 'other', other: 'Nowhere at all' })
  expect([other.status, other.html]).toEqual([422, expect.stringContaining('value="Nowhere at all"')])
  const sent = await send(house, at(seminar), cookie, { key, what: id })
  expect(sent.status).toBe(303)
  expect(wordsOn((await ask(house, at(seminar), sent.cookie)).html)).toContain('2 people now belong to this territory.')
  expect(await rows(seminar)).toEqual([
    { territory: id, typed: null, region: 'latin-america', state: 'confirmed' },
    { territory: id, typed: null, region: 'latin-america', state: 'confirmed' },
    { territory: null, typed: 'Somewhere <b>else</b>', region: 'other', state: 'confirmed' },
  ])
  expect(await disagreements(house, seminar.id)).toEqual([])
  // It is what they said, in our words: nobody is written to about it.
  expect(await mailsAbout(house, first)).toEqual(['registration-confirmed'])
  const again = await send(house, at(seminar), cookie, { key, what: id })
  expect(wordsOn((await ask(house, at(seminar), again.cookie)).html)).toContain(
    'No registration names this territory any more',
  )
})

test('a full quota keeps who has a place as they were, and says who; who waits is counted by it, the freed place goes on', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 20,
    quotas: [
      { key: 'south', capacity: 1, regions: ['latin-america'] },
      { key: 'far', capacity: 2, regions: ['other'] },
    ],
  })
  const { cookie, personId } = await signedIn(house, 'organiser', seminar.id)
  const id = await makeTerritory(house, `vale-${seminar.slug}`, { pt: 'Vale' })
  const moved = await come(seminar, 1, 'Vale')
  const kept = await come(seminar, 2, 'Vale')
  const waits = await come(seminar, 3, 'Vale')
  const next = await come(seminar, 4, 'Elsewhere')
  expect([await stateOf(house, waits), await stateOf(house, next)]).toEqual(['waiting', 'waiting'])
  const sent = await send(house, at(seminar), cookie, { key: 'vale', what: id })
  const said = wordsOn((await ask(house, at(seminar), sent.cookie)).html)
  expect(said).toContain('2 people now belong to this territory.')
  expect(said).toMatch(/1 person could not be moved, because a quota is full: Ana Person 2 \(.*1 of 1/)
  expect((await rows(seminar)).map(({ territory, region }) => [territory !== null, region])).toEqual([
    [true, 'latin-america'],
    [false, 'other'],
    [true, 'latin-america'],
    [false, 'other'],
  ])
  // The place among the far ones that the first gave back goes to who is still counted there.
  const states = await Promise.all([moved, kept, waits, next].map(one => stateOf(house, one)))
  expect(states).toEqual(['confirmed', 'confirmed', 'waiting', 'confirmed'])
  expect(await disagreements(house, seminar.id)).toEqual([])
  // One who is left can be moved as soon as there is room.
  await query(house, `update perenne.quota set capacity = 9 where seminar_id = $1`, [seminar.id])
  const later = await nameTerritory(house, person(personId), seminar.slug, 'vale', id)
  expect(later).toEqual({ outcome: 'named', people: 1, full: [] })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('an administrator adds the territory there, and it applies at once; an organiser cannot', async () => {
  const seminar = await makeSeminar(house)
  await come(seminar, 1, 'Cerro Nuevo', 'UY')
  const asNew = {
    key: 'cerronuevo',
    what: 'new',
    name: 'Cerro Nuevo',
    language: 'es',
    country: 'UY',
    government: 'municipality',
  }
  const organiser = await signedIn(house, 'organiser', seminar.id)
  expect((await send(house, at(seminar), organiser.cookie, asNew)).status).toBe(422)
  expect((await rows(seminar))[0]).toMatchObject({ territory: null })
  const administrator = await signedIn(house, null, seminar.id)
  await query(
    house,
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
     values ($1, 'administrator', '00000000-0000-4000-8000-000000000001', 'installation', 'test', '2018-01-01')`,
    [administrator.personId],
  )
  const { cookie } = administrator
  const bad = await send(house, at(seminar), cookie, { ...asNew, country: 'ZZ', government: 'kingdom', language: '' })
  expect(bad.status).toBe(422)
  for (const words of [
    'Choose a country from the list.',
    'Choose the kind of government.',
    'Choose the language of the name.',
  ])
    expect(wordsOn(bad.html)).toContain(words)
  expect((await send(house, at(seminar), cookie, asNew)).status).toBe(303)
  const [row] = await rows(seminar)
  expect(row).toMatchObject({ typed: null, region: 'latin-america' })
  const [made] = await query(house, 'select country, government, region from perenne.territory where id = $1', [
    row?.territory,
  ])
  expect(made).toEqual({ country: 'UY', government: 'municipality', region: 'latin-america' })
  // The same name a second time is the one that is there.
  await come(seminar, 2, 'Cerro nuevo!', 'UY')
  const taken = await send(house, at(seminar), cookie, asNew)
  expect([taken.status, wordsOn(taken.html)]).toEqual([422, expect.stringContaining('is there already')])
})

test('nobody else sees or says: other seminars, evaluators, translators, nobody at all; no territory that is not public', async () => {
  const seminar = await makeSeminar(house)
  const elsewhere = await makeSeminar(house)
  await come(seminar, 1, 'Vale')
  const id = await makeTerritory(house, `x-${seminar.slug}`, { pt: 'Vale do X' })
  for (const [role, space, status] of [
    ['evaluator', seminar.id, 403],
    ['translator', seminar.id, 403],
    ['organiser', elsewhere.id, 404],
  ] as const) {
    const { cookie, personId } = await signedIn(house, role, space)
    const page = await ask(house, at(seminar), cookie)
    expect([role, page.status]).toEqual([role, status])
    expect(page.html).not.toContain('Vale')
    expect((await send(house, at(seminar), cookie, { key: 'vale', what: id })).status).toBe(status)
    await expect(nameTerritory(house, person(personId), seminar.slug, 'vale', id)).rejects.toThrow()
  }
  expect((await house.ask(at(seminar))).status).toBe(303)
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  await query(house, 'update perenne.space set visibility = 0 where id = $1', [id])
  await query(house, 'update perenne.territory set visibility = 0 where id = $1', [id])
  for (const unknown of [id, 'x', elsewhere.id])
    await expect(nameTerritory(house, person(personId), seminar.slug, 'vale', unknown)).rejects.toThrow()
  expect((await rows(seminar))[0]).toMatchObject({ territory: null, typed: 'Vale' })
})

test('one typed territory or three: as many queries', async () => {
  const asked = async (count: number) => {
    const seminar = await makeSeminar(house)
    for (let n = 0; n < count; n++) await come(seminar, n, `Vale ${n}`)
    const { cookie } = await signedIn(house, 'organiser', seminar.id)
    return queriesOf(house, at(seminar), cookie)
  }
  expect([await asked(1), await asked(3)]).toEqual([7, 7])
})
