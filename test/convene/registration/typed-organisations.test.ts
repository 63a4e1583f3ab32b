import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { approveOrganisation } from '#convene/registration/acts/approve-organisation.ts'
import { register } from '#convene/registration/acts/register.ts'
import { recount } from '#convene/registration/store/hall.ts'
import { as, job, person } from '#ground/database/actor.ts'
import { formRooms, makeOrganisation, readPage } from './form-support.ts'
import { house, openHouse } from './house.ts'
import { answers, makeSeminar, query, signedIn, type TestSeminar } from './support.ts'

openHouse(formRooms)

const pageOf = (seminar: TestSeminar, search = '') => `/en/desk/seminars/${seminar.slug}/organisations${search}`
const ask = (seminar: TestSeminar, cookie: string, search = '') => readPage(house, pageOf(seminar, search), { cookie })
const post = (seminar: TestSeminar, cookie: string, fields: Record<string, string>) =>
  house.send(pageOf(seminar), fields, { headers: { cookie } })
const come = async (seminar: TestSeminar, ...organisations: string[]) => {
  for (const [index, organisation] of organisations.entries())
    await register(house, answers(seminar, { organisation, email: `${index}-${organisation.length}@example.org` }))
}
const registered = (seminar: TestSeminar) =>
  query<{ id: string | null; key: string; name: string; state: string }>(
    house,
    `select organisation_id as id, organisation_key as key, organisation_name as name, state
     from perenne.registration where seminar_id = $1 order by line`,
    [seminar.id],
  )
async function countersAgree(seminar: TestSeminar) {
  const taken = await query<{ key: string; taken: number }>(
    house,
    'select organisation_key as key, taken from perenne.organisation_places where seminar_id = $1 and taken > 0 order by 1',
    [seminar.id],
  )
  const places = await as(house.db, job('test'), tx => recount(tx, seminar.id))
  expect(Object.fromEntries(taken.map(row => [row.key, row.taken]))).toEqual(Object.fromEntries(places.organisations))
  return taken
}
const asNew = {
  what: 'new',
  name: 'Intendencia de Montevideo',
  language: 'es',
  kind: 'local-government',
  country: 'UY',
  knownTo: 'seminar',
}

test('names are gathered however they were written, with what they resemble; approved as new, they are one', async () => {
  const seminar = await makeSeminar(house, { admission: { per_organisation: 3 } })
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  expect((await ask(seminar, cookie)).html).toContain('Nothing to approve')
  await makeOrganisation(house, seminar.network, { es: 'Intendencia de Montevideu' }, { country: 'UY' })
  await come(seminar, 'Intendencia de Montevideo', 'INTENDENCIA DE MONTEVIDEO', 'Otra <b>cosa</b>')
  const { html } = await ask(seminar, cookie)
  expect(html.match(/<th scope="row">/g)).toHaveLength(2)
  expect(html).toContain('Otra &lt;b&gt;cosa&lt;/b&gt;')
  expect(html).toContain('Intendencia de Montevideu')
  const one = await ask(seminar, cookie, '?name=intendencia+de+montevideo')
  expect(one.html).toContain('2 people registered under this name.')
  // The language of somebody's mails says nothing about the name they typed.
  expect(/<select[^>]*name="language".*?<\/select>/s.exec(one.html)?.[0]).not.toContain('selected')
  expect(one.html).toMatch(/Also written: Intendencia de Montevideo|Also written: INTENDENCIA DE MONTEVIDEO/)

  const key = 'intendenciademontevideo'
  const wrong = await post(seminar, cookie, { ...asNew, key, name: ' ', kind: 'king', country: 'ZZ' })
  expect(wrong.status).toBe(422)
  for (const words of ['Enter the name.', 'Choose a kind.', 'Choose a country'])
    expect(await wrong.clone().text()).toContain(words)
  expect((await post(seminar, cookie, { key })).status).toBe(422)
  expect((await post(seminar, cookie, { ...asNew, key })).status).toBe(303)
  const rows = await registered(seminar)
  expect(rows[0]?.id).not.toBeNull()
  expect(rows.slice(0, 2)).toEqual(Array(2).fill({ ...rows[0], key: rows[0]?.id, name: 'Intendencia de Montevideo' }))
  expect(rows[2]).toMatchObject({ id: null, name: 'Otra <b>cosa</b>' })
  expect(await countersAgree(seminar)).toContainEqual({ key: rows[0]?.id, taken: 2 })
  // It is proposed to whoever registers next.
  const found = (await (await house.ask(`/es/seminars/${seminar.slug}/organisations?q=montevideo`)).json()) as {
    results: { name: string }[]
  }
  expect(found.results.map(({ name }) => name)).toContain('Intendencia de Montevideo')
  // A second click, or a colleague at the same moment: there is nothing left to do.
  expect((await post(seminar, cookie, { ...asNew, key })).headers.get('location')).toBe(pageOf(seminar))
  expect(await query(house, `select id from perenne.organisation where space_id = $1`, [seminar.id])).toHaveLength(1)
})

test('the same as a known one: both are counted together, and nobody loses or gains a place', async () => {
  const seminar = await makeSeminar(house, { capacity: 20, admission: { per_organisation: 2 } })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  const id = await makeOrganisation(house, seminar.network, {
    fr: 'Ville de Clairfontaine',
    pt: 'Cidade de Clairfontaine',
  })
  for (const n of [1, 2])
    await register(house, answers(seminar, { organisationId: id, email: `known${n}@example.org` }))
  await come(seminar, 'Clairfontaine (ville)', 'clairfontaine (ville)', 'Clairfontaine (Ville)')
  expect((await registered(seminar)).map(({ state }) => state)).toEqual([
    'confirmed',
    'confirmed',
    'confirmed',
    'confirmed',
    'waiting',
  ])
  const approved = await post(seminar, cookie, {
    key: 'clairfontaine (ville)',
    what: 'other',
    other: 'ville de clairfontaine',
  })
  expect(approved.status).toBe(303)
  const rows = await registered(seminar)
  expect(rows.map(({ key }) => key)).toEqual(Array(5).fill(id))
  // Each in the language of their mails.
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(['Cidade de Clairfontaine']))
  expect(rows.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed', 'waiting'])
  expect(await countersAgree(seminar)).toEqual([{ key: id, taken: 4 }])
  const next = await register(house, answers(seminar, { organisationId: id, email: 'next@example.org' }))
  expect(next).toMatchObject({ told: { state: 'waiting', rank: 2 } })
  expect((await approveOrganisation(house, person(personId), seminar.slug, 'nobody', { sameAs: id })).outcome).toBe(
    'gone',
  )
  const unknown = await post(seminar, cookie, { key: 'nobody', what: 'other', other: 'Ville' })
  expect(unknown.headers.get('location')).toBe(pageOf(seminar))
})

test('names that are approved while people register: the counters agree in the end', async () => {
  const seminar = await makeSeminar(house, { capacity: 50, admission: { per_organisation: 4 } })
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  const id = await makeOrganisation(house, seminar.network, { en: 'Council of Larkfield' })
  await come(seminar, 'Larkfield')
  const arriving = Array.from({ length: 20 }, (_, n) =>
    register(house, answers(seminar, { organisation: 'Larkfield', email: `n${n}@example.org` })),
  )
  const approving = [1, 2, 3].map(() =>
    approveOrganisation(house, person(personId), seminar.slug, 'larkfield', { sameAs: id }),
  )
  await Promise.all([...arriving, ...approving])
  await approveOrganisation(house, person(personId), seminar.slug, 'larkfield', { sameAs: id })
  const rows = await registered(seminar)
  expect(rows.every(({ key }) => key === id)).toBe(true)
  await countersAgree(seminar)
})

test('nobody else sees or approves: other seminars, evaluators, translators, door stewards, nobody at all', async () => {
  const seminar = await makeSeminar(house)
  const other = await makeSeminar(house)
  await come(seminar, 'Secret council')
  const id = await makeOrganisation(house, other.network, { en: 'Of another network' })
  const before = await registered(seminar)
  expect((await house.ask(pageOf(seminar))).headers.get('location')).toContain('/sign-in')
  const elsewhere = await signedIn(house, 'organiser', other.id)
  const weak = await Promise.all(
    (['evaluator', 'translator', 'door'] as const).map(role =>
      signedIn(house, role === 'door' ? 'door_steward' : role, seminar.id),
    ),
  )
  for (const { cookie, personId } of [elsewhere, ...weak]) {
    const seen = await ask(seminar, cookie, '?name=secret+council')
    expect([403, 404]).toContain(seen.status)
    expect(seen.html).not.toContain('Secret council')
    expect([403, 404]).toContain((await post(seminar, cookie, { ...asNew, key: 'secret council' })).status)
    await expect(
      approveOrganisation(house, person(personId), seminar.slug, 'secretcouncil', { sameAs: id }),
    ).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|not-found/) })
  }
  const { cookie, personId } = await signedIn(house, 'organiser', seminar.id)
  // Not by an organisation of a network that is not theirs, nor into a network that they may not change.
  await expect(
    approveOrganisation(house, person(personId), seminar.slug, 'secretcouncil', { sameAs: id }),
  ).rejects.toMatchObject({ kind: 'not-found' })
  expect((await post(seminar, cookie, { ...asNew, key: 'secret council', knownTo: 'network' })).status).toBe(403)
  expect(await registered(seminar)).toEqual(before)
  const above = await signedIn(house, 'organiser', seminar.network, 'network')
  expect((await post(seminar, above.cookie, { ...asNew, key: 'secret council', knownTo: 'network' })).status).toBe(303)
  expect(
    await query(
      house,
      `select name from perenne.organisation o join perenne.translation t on t.record_id = o.id
    cross join lateral (select t.body as name) n where o.space_id = $1`,
      [seminar.network],
    ),
  ).toHaveLength(1)
})

test('the list asks the database as often for three names as for one', async () => {
  const asked = async (...names: string[]) => {
    const seminar = await makeSeminar(house)
    await come(seminar, ...names)
    const { cookie } = await signedIn(house, 'organiser', seminar.id)
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    expect((await ask(seminar, cookie)).status).toBe(200)
    const texts = spy.mock.calls.map(call => String((call[0] as { text?: string }).text ?? call[0]))
    spy.mockRestore()
    return texts.filter(text => /^\s*(select|with|insert|update|delete)/i.test(text)).length
  }
  const one = await asked('One council')
  expect(await asked('One council', 'Two council', 'Three council')).toBe(one)
})
