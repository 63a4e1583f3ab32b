import { beforeAll, expect, test } from 'vitest'
import { cancelAsNotMe } from '#convene/registration/acts/cancel-as-not-me.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { recount } from '#convene/registration/store/hall.ts'
import { as, job, person } from '#ground/database/actor.ts'
import { erasePerson } from '#ground/people/index.ts'
import {
  actRooms,
  disagreements,
  mailsAbout,
  makeSeminar,
  query,
  registered,
  signedIn,
  stateOf,
} from './acts-support.ts'
import { house, openHouse } from './house.ts'

openHouse(actRooms)
let administrator: string
beforeAll(async () => {
  await house.setClock('2018-06-05T10:00:00Z')
  administrator = (await signedIn(house, null, '')).personId
  await query(
    house,
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
     values ($1, 'administrator', '00000000-0000-4000-8000-000000000001', 'installation', 'test', '2018-01-01')`,
    [administrator],
  )
})

const personOf = async (id: string) =>
  (await query<{ person_id: string }>(house, 'select person_id from perenne.registration where id = $1', [id]))[0]
    ?.person_id as string

/** Every table, whatever its schema, in which one of the words stands anywhere in a row. */
async function whereFound(words: readonly string[]): Promise<string[]> {
  const tables = await query<{ s: string; t: string }>(
    house,
    `select table_schema as s, table_name as t from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const { s, t } of tables)
    for (const word of words) {
      const hit = await query(
        house,
        `select 1 from "${s}"."${t}" as r where position(lower($1) in lower(to_jsonb(r)::text)) > 0 limit 1`,
        [word],
      )
      if (hit.length > 0) found.push(`${s}.${t}: ${word}`)
    }
  return found
}

const traces = [
  'Zenóbia',
  'Quixabeira',
  'zenobia.q@ville.example',
  'Quixabeira Consultoria',
  'Ramp at the side door',
  'Chief of Quixas',
]
const zenobia = {
  givenName: traces[0] as string,
  familyName: traces[1] as string,
  email: traces[2] as string,
  organisation: traces[3] as string,
  needs: { accessibility: ['step-free' as const], diet: [], note: traces[4] as string },
  role: traces[5] as string,
}

test('an erased person leaves no name anywhere and no ghost on a place: the next in line has it', async () => {
  const seminar = await makeSeminar(house, { capacity: 2, admission: { per_organisation: 1 } })
  await makeInvitation(house, job('test'), seminar.slug, {
    label: 'P',
    code: 'PARTNERS',
    places: 1,
    reserved: true,
    reservedUntil: null,
    priority: 0,
    withoutApproval: true,
    validUntil: null,
  })
  const id = await registered(house, seminar, zenobia)
  const waiting = await registered(house, seminar, { organisation: 'Other' })
  expect([await stateOf(house, id), await stateOf(house, waiting)]).toEqual(['confirmed', 'waiting'])
  expect(await whereFound(['Quixabeira'])).not.toEqual([])

  expect(await erasePerson(house, person(administrator), await personOf(id), 'asked')).toBe('erased')
  expect([await stateOf(house, id), await stateOf(house, waiting)]).toEqual(['cancelled', 'confirmed'])
  expect(await whereFound(traces)).toEqual([])
  expect(await disagreements(house, seminar.id)).toEqual([])
  // Not told: there is nobody to tell. What statistics count stays.
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed'])
  const rows = await query(house, 'select category, region, country from perenne.registration where id = $1', [id])
  expect(rows).toEqual([{ category: 'staff', region: 'latin-america', country: 'BR' }])
})

test('in a seminar that is over the registration stays for the statistics, and counters and recount still agree', async () => {
  const seminar = await makeSeminar(house, { capacity: 3, admission: { per_organisation: 2 } })
  const id = await registered(house, seminar, zenobia)
  const beside = await registered(house, seminar, { organisation: zenobia.organisation })
  await house.setClock('2018-07-06T10:00:00Z')
  await erasePerson(house, person(administrator), await personOf(id), 'asked')
  await erasePerson(house, person(administrator), await personOf(beside), 'asked')
  expect(await stateOf(house, id)).toBe('confirmed')
  expect(await whereFound(traces)).toEqual([])
  expect(await disagreements(house, seminar.id)).toEqual([])
  const counted = await as(house.db, job('test'), tx => recount(tx, seminar.id))
  expect(counted.quotas.map(({ taken }) => taken)).toEqual([2])
  expect([...counted.organisations]).toEqual([])
})

test('“not me” cancels, erases and gives the place on, once', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar, zenobia)
  const waiting = await registered(house, seminar)
  expect(await cancelAsNotMe(house, id)).toBe('erased')
  expect(await cancelAsNotMe(house, id)).toBe('already')
  expect([await stateOf(house, id), await stateOf(house, waiting)]).toEqual(['cancelled', 'confirmed'])
  expect(await whereFound(traces)).toEqual([])
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed'])
  await expect(cancelAsNotMe(house, '00000000-0000-4000-8000-000000000009')).rejects.toMatchObject({
    kind: 'not-found',
  })
  await expect(cancelAsNotMe(house, 'x')).rejects.toMatchObject({ kind: 'not-found' })
  // The same person may register again, themself this time.
  expect(await stateOf(house, await registered(house, seminar, zenobia))).toBe('waiting')
})

test('two erasures in two seminars at once do not wait for each other for ever', async () => {
  const seminars = [await makeSeminar(house), await makeSeminar(house)]
  const ids: string[] = []
  for (const seminar of seminars)
    for (const n of [1, 2, 3, 4]) ids.push(await registered(house, seminar, { email: `e${n}@example.org` }))
  await Promise.all(ids.map(id => cancelAsNotMe(house, id)))
  for (const seminar of seminars) expect(await disagreements(house, seminar.id)).toEqual([])
  for (const id of ids) expect(await stateOf(house, id)).toBe('cancelled')
})
