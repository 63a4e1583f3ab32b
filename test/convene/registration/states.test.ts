import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { acceptOffer } from '#convene/registration/acts/accept-offer.ts'
import { approveRegistrations } from '#convene/registration/acts/approve-registrations.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { expireOffers } from '#convene/registration/acts/expire-offers.ts'
import { refuseRegistrations } from '#convene/registration/acts/refuse-registrations.ts'
import { register } from '#convene/registration/acts/register.ts'
import { setPriority } from '#convene/registration/acts/set-priority.ts'
import { anonymous, as, job, link, person } from '#ground/database/actor.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import {
  actRooms,
  answers,
  disagreements,
  mailsAbout,
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
const people = (seminar: TestSeminar, names: string[], given = {}) =>
  names.reduce(
    async (before, name) => [
      ...(await before),
      await registered(house, seminar, { ...given, email: `${name}@example.org` }),
    ],
    Promise.resolve([] as string[]),
  )
const states = async (ids: string[]) => {
  const found: string[] = []
  for (const id of ids) found.push(await stateOf(house, id))
  return found
}

test('approved people get a place or the rank of their request, whoever registered since', async () => {
  const seminar = await makeSeminar(house, { capacity: 2, admission: { approval_for: ['other'] } })
  const examined = await people(seminar, ['r1', 'r2'], { category: 'other' })
  const others = await people(seminar, ['a', 'b'])
  expect(await states([...examined, ...others])).toEqual(['requested', 'requested', 'confirmed', 'confirmed'])
  const late = await registered(house, seminar, { email: 'late@example.org' })
  const results = await approveRegistrations(house, program, seminar.slug, [
    examined[1] as string,
    others[0] as string,
    randomUUID(),
  ])
  expect(results.map(({ outcome }) => outcome)).toEqual(['waiting', 'not-requested', 'not-found'])
  // Asked before `late` did, so first in line though approved after.
  await cancelRegistration(house, link(others[0] as string), others[0] as string)
  expect(await states([examined[1] as string, late])).toEqual(['confirmed', 'waiting'])
  await cancelRegistration(house, link(others[1] as string), others[1] as string)
  expect(await stateOf(house, late)).toBe('confirmed')
  expect(await disagreements(house, seminar.id)).toEqual([])
  expect(await mailsAbout(house, examined[1] as string)).toEqual([
    'registration-requested',
    'registration-waiting',
    'registration-confirmed',
  ])
})

test('approval is possible after the deadline and until the cut-off, and not after it', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 5,
    admission: { approval_for: ['staff'], promote_until: '2018-06-20T10:00:00Z' },
  })
  const [one, two] = (await people(seminar, ['x', 'y'])) as [string, string]
  await house.setClock('2018-06-20T09:59:00Z')
  expect(await approveRegistrations(house, program, seminar.slug, [one])).toEqual([{ id: one, outcome: 'confirmed' }])
  await house.setClock('2018-06-20T10:00:00Z')
  expect(await approveRegistrations(house, program, seminar.slug, [two])).toEqual([{ id: two, outcome: 'too-late' }])
  expect(await stateOf(house, two)).toBe('requested')
})

test('several approved at once: those who stand first in the line get the places, whatever the order of the list', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { approval_for: ['staff'] } })
  const ids = await people(seminar, ['x', 'y', 'z'])
  const results = await approveRegistrations(house, program, seminar.slug, ids.toReversed())
  expect(results.map(({ outcome }) => outcome)).toEqual(['waiting', 'waiting', 'confirmed'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('a refusal frees the place that was offered for the first in line and tells why', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer' } })
  const [first, held, next, last] = (await people(seminar, ['v', 'x', 'y', 'z'])) as [string, string, string, string]
  await cancelRegistration(house, program, first)
  expect(await stateOf(house, held)).toBe('offered')
  const results = await refuseRegistrations(
    house,
    program,
    seminar.slug,
    [held, last, randomUUID(), 'no-id'],
    ' Full of staff. ',
  )
  expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'not-found', 'not-found'])
  expect(await states([held, next, last])).toEqual(['refused', 'offered', 'refused'])
  const rows = await query(house, 'select reason, offered_until from perenne.registration where id = $1', [held])
  expect(rows).toEqual([{ reason: 'Full of staff.', offered_until: null }])
  expect(await mailsAbout(house, held)).toContain('registration-refused')
  expect(await refuseRegistrations(house, program, seminar.slug, [held], '')).toEqual([
    { id: held, outcome: 'not-possible' },
  ])
  expect(await disagreements(house, seminar.id)).toEqual([])
  // No offer is left behind for the tests of the clock.
  await cancelRegistration(house, program, next)
})

test('a confirmed person is not refused: they are cancelled, with a reason', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const [held, next] = (await people(seminar, ['x', 'y'])) as [string, string]
  expect(await refuseRegistrations(house, program, seminar.slug, [held], 'No')).toEqual([
    { id: held, outcome: 'not-possible' },
  ])
  expect(await states([held, next])).toEqual(['confirmed', 'waiting'])
  expect(await cancelRegistration(house, program, held, { reason: 'On mission' })).toBe('cancelled')
  expect(await states([held, next])).toEqual(['cancelled', 'confirmed'])
  const [row] = await query<{ reason: string }>(house, 'select reason from perenne.registration where id = $1', [held])
  expect(row?.reason).toBe('On mission')
  expect(await mailsAbout(house, held)).not.toContain('registration-refused')
})

test('cancelled once, whoever asks twice; told by mail; the freed place goes on with the quotas it counted for', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 2,
    quotas: [{ key: 'universities', capacity: 1, categories: ['university'] }],
  })
  const academic = await registered(house, seminar, { category: 'university', email: 'u1@example.org' })
  const staff = await registered(house, seminar, { email: 's1@example.org' })
  const waitingAcademic = await registered(house, seminar, { category: 'university', email: 'u2@example.org' })
  const waitingStaff = await registered(house, seminar, { email: 's2@example.org' })
  // The first in line is passed over: universities are full; they keep their rank.
  expect(await cancelRegistration(house, link(staff), staff)).toBe('cancelled')
  expect(await states([waitingAcademic, waitingStaff])).toEqual(['waiting', 'confirmed'])
  const promotions = await query<{ full_quotas: unknown }>(
    house,
    'select full_quotas from perenne.promotion where seminar_id = $1',
    [seminar.id],
  )
  expect(promotions).toEqual([{ full_quotas: [{ quota: 'universities', taken: 1, capacity: 1 }] }])
  expect(await cancelRegistration(house, link(staff), staff)).toBe('already-ended')
  expect(await cancelRegistration(house, program, academic, { reason: 'Moved.' })).toBe('cancelled')
  expect(await stateOf(house, waitingAcademic)).toBe('confirmed')
  const told = await query<{ by: string }>(
    house,
    `select data->>'by' as by from perenne.mail where template = 'registration-cancelled' and space_id = $1 order by created_at`,
    [seminar.id],
  )
  expect(told).toEqual([{ by: 'self' }, { by: 'organiser' }])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('once the seminar is over nothing is cancelled or refused any more', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  await house.setClock('2018-07-05T15:29:59Z')
  const other = await stateOf(house, id)
  expect(other).toBe('confirmed')
  await house.setClock('2018-07-05T15:30:00Z')
  expect(await cancelRegistration(house, link(id), id)).toBe('over')
  expect(await refuseRegistrations(house, program, seminar.slug, [id], '')).toEqual([{ id, outcome: 'not-possible' }])
  expect(await stateOf(house, id)).toBe('confirmed')
})

test('an offer is held, accepted in time, or goes on to the next; never after the cut-off', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 1,
    admission: { promotion: 'offer', offer_hours: 24, promote_until: '2018-06-08T10:00:00Z' },
  })
  const [held, a, b, c] = (await people(seminar, ['h', 'a', 'b', 'c'])) as [string, string, string, string]
  await cancelRegistration(house, link(held), held)
  expect(await states([a, b, c])).toEqual(['offered', 'waiting', 'waiting'])
  expect(await acceptOffer(house, link(b), b)).toBe('not-offered')
  expect(await expireOffers(house)).toBe(0)

  // A second before its end it is accepted still; at its end it is not, and goes on.
  await house.setClock('2018-06-06T10:00:30Z')
  expect(await acceptOffer(house, link(a), a)).toBe('expired')
  expect(await expireOffers(house)).toBe(1)
  expect(await states([a, b, c])).toEqual(['expired', 'offered', 'waiting'])
  expect(await mailsAbout(house, a)).toEqual(['registration-waiting', 'place-offered', 'offer-expired'])
  expect(await acceptOffer(house, link(a), a)).toBe('expired')
  await house.setClock('2018-06-07T09:59:00Z')
  expect(await acceptOffer(house, link(b), b)).toBe('confirmed')
  expect(await acceptOffer(house, link(b), b)).toBe('not-offered')
  expect(await mailsAbout(house, b)).toEqual(['registration-waiting', 'place-offered', 'registration-confirmed'])

  // The next offer ends with the cut-off; after it the place comes back and stays free.
  await house.setClock('2018-06-08T00:00:00Z')
  await cancelRegistration(house, link(b), b)
  const [row] = await query<{ end: string }>(
    house,
    `select to_char(offered_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as end from perenne.registration where id = $1`,
    [c],
  )
  expect(row?.end).toBe('2018-06-08T10:00')
  const late = await registered(house, seminar, { email: 'late@example.org' })
  await house.setClock('2018-06-08T10:00:00Z')
  expect(await expireOffers(house)).toBe(1)
  expect(await states([c, late])).toEqual(['expired', 'waiting'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('declining an offer passes the place on', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer' } })
  const [held, a, b] = (await people(seminar, ['h', 'a', 'b'])) as [string, string, string]
  await cancelRegistration(house, link(held), held)
  await cancelRegistration(house, link(a), a)
  expect(await states([a, b])).toEqual(['cancelled', 'offered'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('in a cancelled seminar nobody comes up and no offer is accepted', async () => {
  const seminar = await makeSeminar(house, { capacity: 2, admission: { promotion: 'offer' } })
  const [one, two, three, four] = (await people(seminar, ['1', '2', '3', '4'])) as [string, string, string, string]
  await cancelRegistration(house, link(one), one)
  expect(await stateOf(house, three)).toBe('offered')
  await query(house, `update perenne.seminar set cancelled_at = perenne.now() where id = $1`, [seminar.id])
  expect(await acceptOffer(house, link(three), three)).toBe('resting')
  await cancelRegistration(house, link(two), two)
  expect(await stateOf(house, four)).toBe('waiting')
})

test('priority reorders those who wait and gives nobody a place that is not free', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const [held, a, b] = (await people(seminar, ['h', 'a', 'b'])) as [string, string, string]
  expect(await setPriority(house, program, seminar.slug, b, 5)).toBe('set')
  expect(await states([held, a, b])).toEqual(['confirmed', 'waiting', 'waiting'])
  expect(await setPriority(house, program, seminar.slug, held, 5)).toBe('not-waiting')
  await cancelRegistration(house, link(held), held)
  expect(await states([a, b])).toEqual(['waiting', 'confirmed'])
  for (const wrong of [101, 1.5, Number.NaN])
    await expect(setPriority(house, program, seminar.slug, a, wrong)).rejects.toEqual(
      expect.objectContaining({ kind: 'unprocessable' }),
    )
})

test('a sent form is remembered with what it did, and not when it did nothing', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const once = newOnceKey(house.keys)
  const remember = { once, location: (result: string) => `/there/${result}` }
  await cancelRegistration(house, link(id), id, { remember })
  expect(await alreadySent(house, once)).toBe('/there/cancelled')
  const again = newOnceKey(house.keys)
  await cancelRegistration(house, link(id), id, { remember: { once: again, location: '/x' } })
  expect(await alreadySent(house, again)).toBeNull()
})

test('an organiser acts in their own name; nobody else reaches a registration', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { approval_for: ['other'] } })
  const hidden = await makeSeminar(house, { visibility: 0 })
  const id = await registered(house, seminar)
  const asked = await registered(house, seminar, { category: 'other', email: 'o@example.org' })
  const mine = await signedIn(house, 'organiser', seminar.id)
  const actors = {
    stranger: person((await signedIn(house, 'organiser', hidden.id)).personId),
    evaluator: person((await signedIn(house, 'evaluator', seminar.id)).personId),
    translator: person((await signedIn(house, 'translator', seminar.id)).personId),
    steward: person((await signedIn(house, 'door_steward', seminar.id)).personId),
    nobody: anonymous,
    foreignLink: link(asked),
    ownLink: link(id),
  }
  const forbidden = expect.objectContaining({ kind: 'forbidden' })
  for (const actor of Object.values(actors)) {
    await expect(approveRegistrations(house, actor, seminar.slug, [asked])).rejects.toEqual(forbidden)
    await expect(refuseRegistrations(house, actor, seminar.slug, [id], '')).rejects.toEqual(forbidden)
    await expect(setPriority(house, actor, seminar.slug, id, 1)).rejects.toEqual(forbidden)
  }
  const missing = expect.objectContaining({ kind: 'not-found' })
  await expect(approveRegistrations(house, person(mine.personId), hidden.slug, [asked])).rejects.toEqual(missing)
  await expect(cancelRegistration(house, link(asked), id)).rejects.toEqual(missing)
  await expect(cancelRegistration(house, link('x'), 'x')).rejects.toEqual(missing)
  for (const actor of [actors.stranger, actors.evaluator, actors.translator, actors.steward])
    if (actor.kind === 'person') await expect(cancelRegistration(house, actor, id)).rejects.toEqual(missing)
  expect(await states([id, asked])).toEqual(['confirmed', 'requested'])
  // A registrant who signs in sees their own registration, and acts by its link only.
  const [row] = await query<{ person_id: string }>(house, 'select person_id from perenne.registration where id = $1', [
    id,
  ])
  await expect(cancelRegistration(house, person(row?.person_id ?? ''), id)).rejects.toEqual(forbidden)
  // Another seminar's registration is not found through this one.
  const elsewhere = await makeSeminar(house)
  const theirs = await registered(house, elsewhere)
  expect(await refuseRegistrations(house, person(mine.personId), seminar.slug, [theirs], '')).toEqual([
    { id: theirs, outcome: 'not-found' },
  ])

  expect(await cancelRegistration(house, person(mine.personId), id)).toBe('cancelled')
  expect(await approveRegistrations(house, person(mine.personId), seminar.slug, [asked])).toEqual([
    { id: asked, outcome: 'confirmed' },
  ])
  const events = await query<{ actor: string; to: string }>(
    house,
    `select actor_kind || ' ' || actor_id as actor, to_state as to from perenne.place_event
     where seminar_id = $1 and from_state is not null order by number`,
    [seminar.id],
  )
  expect(events).toEqual([
    { actor: `person ${mine.personId}`, to: 'cancelled' },
    { actor: `person ${mine.personId}`, to: 'confirmed' },
  ])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('a mail that cannot be written leaves place, state and line as they were', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const [held, next] = (await people(seminar, ['h', 'n'])) as [string, string]
  await query(
    house,
    `alter table perenne.mail add constraint broken check (template <> 'registration-cancelled') not valid`,
  )
  await expect(cancelRegistration(house, link(held), held)).rejects.toThrow(/broken/)
  await query(house, 'alter table perenne.mail drop constraint broken')
  expect(await states([held, next])).toEqual(['confirmed', 'waiting'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('a person who registers, cancels and registers again stands behind those who came meanwhile', async () => {
  const seminar = await makeSeminar(house, { capacity: 0 })
  const first = await registered(house, seminar)
  await registered(house, seminar, { email: 'b@example.org' })
  await cancelRegistration(house, link(first), first)
  const again = await register(house, answers(seminar))
  expect(again).toMatchObject({ outcome: 'registered', told: { state: 'waiting', rank: 2 } })
  expect(
    await as(house.db, program, tx => tx.selectFrom('registration').select('id').where('id', '=', first).execute()),
  ).toHaveLength(1)
})
