import { expect, test } from 'vitest'
import { changePlaces, placesVersion } from '#convene/registration/acts/change-places.ts'
import { type PlacesSettings, readPlacesSettings } from '#convene/registration/store/places-settings.ts'
import { anonymous, as, job, person } from '#ground/database/actor.ts'
import {
  actRooms,
  disagreements,
  makeSeminar,
  query,
  registered,
  signedIn,
  stateOf,
  type TestSeminar,
} from './acts-support.ts'
import { house, openHouse } from './house.ts'

openHouse(actRooms)

const program = job('test')
const settingsOf = (seminar: TestSeminar) => as(house.db, program, tx => readPlacesSettings(tx, seminar.id))
async function change(
  seminar: TestSeminar,
  given: {
    quotas?: (quotas: PlacesSettings['quotas']) => PlacesSettings['quotas']
    admission?: Partial<PlacesSettings['admission']>
  },
  actor = program,
) {
  const now = await settingsOf(seminar)
  return changePlaces(house, actor, seminar.slug, {
    quotas: given.quotas?.(now.quotas) ?? now.quotas,
    admission: { ...now.admission, ...given.admission },
    version: placesVersion(now),
  })
}
const capacity = (n: number) => (quotas: PlacesSettings['quotas']) => quotas.map(quota => ({ ...quota, capacity: n }))
const universities = {
  key: 'universities',
  capacity: 1,
  categories: ['university' as const],
  regions: null,
  territoryId: null,
  position: 1,
  name: { fr: 'Universités', en: 'Universities' },
}

test('a raised capacity promotes at once, a lowered one closes until it has fallen', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const ids: string[] = []
  for (const name of ['a', 'b', 'c']) ids.push(await registered(house, seminar, { email: `${name}@example.org` }))
  expect(await change(seminar, { quotas: capacity(2) })).toMatchObject({ outcome: 'changed', promoted: 1 })
  expect(await change(seminar, { quotas: capacity(0) })).toMatchObject({ outcome: 'changed', promoted: 0 })
  expect(await stateOf(house, ids[1] as string)).toBe('confirmed')
  const late = await registered(house, seminar, { email: 'late@example.org' })
  expect(await stateOf(house, late)).toBe('waiting')
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('a quota that comes later counts those who are there; one that goes lets people in', async () => {
  const seminar = await makeSeminar(house, { capacity: 9 })
  for (const name of ['a', 'b'])
    await registered(house, seminar, { category: 'university', email: `${name}@example.org` })
  expect(await change(seminar, { quotas: quotas => [...quotas, universities] })).toMatchObject({ outcome: 'changed' })
  const rows = await query(
    house,
    `select taken, capacity from perenne.quota where seminar_id = $1 and key = 'universities'`,
    [seminar.id],
  )
  expect(rows).toEqual([{ taken: 2, capacity: 1 }])
  const waiting = await registered(house, seminar, { category: 'university', email: 'c@example.org' })
  expect(await stateOf(house, waiting)).toBe('waiting')
  expect((await settingsOf(seminar)).quotas[1]).toEqual(universities)
  expect(await change(seminar, { quotas: quotas => quotas.filter(({ key }) => key === 'overall') })).toMatchObject({
    promoted: 1,
  })
  expect(await stateOf(house, waiting)).toBe('confirmed')
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('a limit per organisation that comes later counts those who are there', async () => {
  const seminar = await makeSeminar(house)
  for (const name of ['a', 'b']) await registered(house, seminar, { email: `${name}@example.org` })
  expect(await change(seminar, { admission: { perOrganisation: 1 } })).toMatchObject({ outcome: 'changed' })
  const waiting = await registered(house, seminar, { email: 'c@example.org' })
  expect(await stateOf(house, waiting)).toBe('waiting')
  expect(await disagreements(house, seminar.id)).toEqual([])
  expect(await change(seminar, { admission: { perOrganisation: 3 } })).toMatchObject({ promoted: 1 })
  expect(await change(seminar, { admission: { perOrganisation: null } })).toMatchObject({ promoted: 0 })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('how people come up, until when, and who is examined, from now on', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  await registered(house, seminar)
  const waiting = await registered(house, seminar, { email: 'w@example.org' })
  const admission = { promotion: 'offer' as const, offerHours: 2, approvalFor: ['elected' as const], perForm: 3 }
  const promoteUntil = Temporal.Instant.from('2018-07-01T00:00:00Z')
  expect(await change(seminar, { admission: { ...admission, promoteUntil }, quotas: capacity(2) })).toMatchObject({
    promoted: 1,
  })
  expect(await stateOf(house, waiting)).toBe('offered')
  expect((await settingsOf(seminar)).admission).toMatchObject({ ...admission, promoteUntil })
  expect(await stateOf(house, await registered(house, seminar, { category: 'elected', email: 'e@example.org' }))).toBe(
    'requested',
  )
})

test('a cut-off that is put off lets the line move again', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 1,
    closes: '2018-06-06T00:00:00Z',
    admission: { promote_until: '2018-06-06T00:00:00Z' },
  })
  await registered(house, seminar)
  const waiting = await registered(house, seminar, { email: 'w@example.org' })
  await house.setClock('2018-06-06T10:00:00Z')
  expect(await change(seminar, { quotas: capacity(2) })).toMatchObject({ promoted: 0 })
  expect(
    await change(seminar, { admission: { promoteUntil: Temporal.Instant.from('2018-06-20T00:00:00Z') } }),
  ).toMatchObject({ promoted: 1 })
  expect(await stateOf(house, waiting)).toBe('confirmed')
})

test('a stale save shows what is there and writes nothing', async () => {
  const seminar = await makeSeminar(house)
  const before = await settingsOf(seminar)
  await change(seminar, { quotas: capacity(7) })
  const stale = await changePlaces(house, program, seminar.slug, { ...before, version: placesVersion(before) })
  expect(stale).toMatchObject({ outcome: 'stale', now: { quotas: [{ key: 'overall', capacity: 7 }] } })
  if (stale.outcome === 'stale') expect(stale.version).toBe(placesVersion(await settingsOf(seminar)))
  expect(await changePlaces(house, program, seminar.slug, { ...before, version: null })).toMatchObject({
    outcome: 'stale',
  })
})

test('what is wrong is named, and nothing is written', async () => {
  const seminar = await makeSeminar(house)
  const wrong = await change(seminar, {
    quotas: ([whole]) => [
      { ...(whole as PlacesSettings['quotas'][number]), capacity: -1, regions: ['europe'] },
      { ...universities, key: 'Not a key', name: { en: 'Universities' } },
      { ...universities, capacity: 1.5, categories: [] },
      { ...universities, categories: null, territoryId: '00000000-0000-4000-8000-000000000009' },
    ],
    admission: {
      perOrganisation: 0,
      perForm: 21,
      offerHours: 0,
      promoteUntil: Temporal.Instant.from('2018-06-17T00:00:00Z'),
      changeUntil: Temporal.Instant.from('2018-07-06T00:00:00Z'),
    },
  })
  expect(wrong).toEqual({
    outcome: 'invalid',
    problems: [
      { quota: 0, field: 'capacity', code: 'number' },
      { quota: 0, field: 'conditions', code: 'none-for-overall' },
      { quota: 1, field: 'key', code: 'form' },
      { quota: 1, field: 'name', code: 'missing' },
      { quota: 2, field: 'capacity', code: 'number' },
      { quota: 2, field: 'conditions', code: 'missing' },
      { quota: 3, field: 'key', code: 'twice' },
      { quota: 3, field: 'territoryId', code: 'unknown' },
      { field: 'perOrganisation', code: 'number' },
      { field: 'perForm', code: 'number' },
      { field: 'offerHours', code: 'number' },
      { field: 'promoteUntil', code: 'before-deadline' },
      { field: 'changeUntil', code: 'after-end' },
    ],
  })
  expect((await settingsOf(seminar)).quotas).toMatchObject([{ capacity: 10 }])
})

test('only who looks after the people of this seminar', async () => {
  const seminar = await makeSeminar(house)
  const elsewhere = await makeSeminar(house)
  for (const [role, space] of [
    ['organiser', elsewhere.id],
    ['evaluator', seminar.id],
    ['translator', seminar.id],
  ] as const) {
    const { personId } = await signedIn(house, role, space)
    await expect(change(seminar, { quotas: capacity(99) }, person(personId))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
  await expect(change(seminar, { quotas: capacity(99) }, anonymous)).rejects.toMatchObject({ kind: 'forbidden' })
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  expect(
    await change(
      seminar,
      { quotas: quotas => [...capacity(11)(quotas), universities], admission: { perOrganisation: 4 } },
      person(personId),
    ),
  ).toMatchObject({
    outcome: 'changed',
  })
})
