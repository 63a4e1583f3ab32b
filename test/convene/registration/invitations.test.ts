import { expect, test } from 'vitest'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { changeInvitation } from '#convene/registration/acts/change-invitation.ts'
import { endInvitation, releaseInvitation } from '#convene/registration/acts/end-invitation.ts'
import { registrationJobs } from '#convene/registration/acts/jobs.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { register } from '#convene/registration/acts/register.ts'
import { releaseReserved } from '#convene/registration/acts/release-reserved.ts'
import type { InvitationFields } from '#convene/registration/store/invitations.ts'
import { anonymous, job, link, person } from '#ground/database/actor.ts'
import {
  actRooms,
  answers,
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
const fields = (given: Partial<InvitationFields> = {}): InvitationFields => ({
  label: 'Partner',
  places: 2,
  reserved: true,
  reservedUntil: null,
  priority: 0,
  withoutApproval: true,
  validUntil: null,
  ...given,
})
async function invite(seminar: TestSeminar, given: Partial<InvitationFields> & { code?: string } = {}) {
  const made = await makeInvitation(house, program, seminar.slug, { ...fields(given), code: given.code ?? null })
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made))
  return made
}
const held = async (seminar: TestSeminar) =>
  (
    await query<{ held: number }>(house, `select held from perenne.quota where seminar_id = $1 and key = 'overall'`, [
      seminar.id,
    ])
  )[0]?.held
const at = (instant: string) => Temporal.Instant.from(instant)

test('a code is made without look-alikes, or taken as typed; none twice in a seminar', async () => {
  const seminar = await makeSeminar(house)
  const { code } = await invite(seminar)
  expect(code).toMatch(/^[A-HJKMNP-Z2-9]{10}$/)
  expect((await invite(seminar, { code: ' ville de lyon-18 ' })).code).toBe('VILLEDELYON18')
  const again = await makeInvitation(house, program, seminar.slug, { ...fields(), code: 'villedelyon18' })
  expect(again).toEqual({ outcome: 'code-taken' })
  expect((await invite(await makeSeminar(house), { code: 'villedelyon18' })).code).toBe('VILLEDELYON18')
})

test('places are kept out of what others may take, and are there for those who bring the code', async () => {
  const seminar = await makeSeminar(house, { capacity: 3, admission: { approval_for: ['other'] } })
  const { code } = await invite(seminar)
  expect(await held(seminar)).toBe(2)
  const anybody = await registered(house, seminar)
  const blocked = await registered(house, seminar, { email: 'b@example.org' })
  // Without approval, by the code.
  const invited = await registered(house, seminar, { email: 'i@example.org', invitation: code, category: 'other' })
  const second = await registered(house, seminar, { email: 'j@example.org', invitation: code })
  expect(await register(house, answers(seminar, { email: 'k@example.org', invitation: code }))).toEqual({
    outcome: 'refused',
    why: 'invitation-used-up',
  })
  const states = []
  for (const id of [anybody, blocked, invited, second]) states.push(await stateOf(house, id))
  expect(states).toEqual(['confirmed', 'waiting', 'confirmed', 'confirmed'])
  // A kept place that comes back is kept again; another goes to the line.
  await cancelRegistration(house, link(invited), invited)
  expect([await held(seminar), await stateOf(house, blocked)]).toEqual([1, 'waiting'])
  await cancelRegistration(house, link(anybody), anybody)
  expect([await held(seminar), await stateOf(house, blocked)]).toEqual([1, 'confirmed'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('no more can be kept than is free: it says how many', async () => {
  const seminar = await makeSeminar(house, { capacity: 3 })
  await registered(house, seminar)
  const made = await makeInvitation(house, program, seminar.slug, fields({ places: 3 }))
  expect(made).toEqual({ outcome: 'no-room', free: 2 })
  expect(await held(seminar)).toBe(0)
  const { id } = await invite(seminar, { places: 1 })
  expect(await changeInvitation(house, program, seminar.slug, id, fields({ places: 3 }))).toEqual({
    outcome: 'no-room',
    free: 1,
  })
  expect(await changeInvitation(house, program, seminar.slug, id, fields({ places: 2 }))).toEqual({
    outcome: 'changed',
  })
  expect(await held(seminar)).toBe(2)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('fewer kept, released or ended: the places go to the line, and whoever has one keeps it', async () => {
  const seminar = await makeSeminar(house, { capacity: 4 })
  const { id, code } = await invite(seminar, { places: 4 })
  const invited = await registered(house, seminar, { email: 'i@example.org', invitation: code })
  const line: string[] = []
  for (const name of ['a', 'b', 'c']) line.push(await registered(house, seminar, { email: `${name}@example.org` }))
  const confirmed = async () => {
    let n = 0
    for (const one of line) if ((await stateOf(house, one)) === 'confirmed') n += 1
    return n
  }
  expect(await confirmed()).toBe(0)
  expect(await changeInvitation(house, program, seminar.slug, id, fields({ places: 3 }))).toEqual({
    outcome: 'changed',
  })
  expect(await confirmed()).toBe(1)
  expect(await releaseInvitation(house, program, seminar.slug, id)).toBe('released')
  expect(await releaseInvitation(house, program, seminar.slug, id)).toBe('not-reserved')
  expect([await confirmed(), await held(seminar), await stateOf(house, invited)]).toEqual([3, 0, 'confirmed'])
  // Its code still lets people in, as far as there is room.
  expect(await register(house, answers(seminar, { email: 'x@example.org', invitation: code }))).toMatchObject({
    told: { state: 'waiting' },
  })
  expect(await endInvitation(house, program, seminar.slug, id)).toBe('ended')
  expect(await endInvitation(house, program, seminar.slug, id)).toBe('already-ended')
  expect(await changeInvitation(house, program, seminar.slug, id, fields())).toEqual({ outcome: 'ended' })
  expect(await register(house, answers(seminar, { email: 'y@example.org', invitation: code }))).toEqual({
    outcome: 'refused',
    why: 'invitation-ended',
  })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('a number below what is used closes the code; places kept again later count those who are there', async () => {
  const seminar = await makeSeminar(house, { capacity: 5 })
  const { id, code } = await invite(seminar, { places: 3, reserved: false })
  const ids: string[] = []
  for (const name of ['a', 'b', 'c'])
    ids.push(await registered(house, seminar, { email: `${name}@example.org`, invitation: code }))
  expect(await changeInvitation(house, program, seminar.slug, id, fields({ places: 2 }))).toEqual({
    outcome: 'changed',
  })
  expect(await held(seminar)).toBe(0)
  // One too many goes: nothing is kept yet. The next one is kept again.
  await cancelRegistration(house, link(ids[0] as string), ids[0] as string)
  expect([await held(seminar), await disagreements(house, seminar.id)]).toEqual([0, []])
  await cancelRegistration(house, link(ids[1] as string), ids[1] as string)
  expect([await held(seminar), await disagreements(house, seminar.id)]).toEqual([1, []])
})

test('the job lets go of what was kept until now, also when the code has run out', async () => {
  const seminar = await makeSeminar(house, { capacity: 4 })
  await invite(seminar, { reservedUntil: at('2018-06-10T10:00:00Z') })
  await invite(seminar, { validUntil: at('2018-06-09T10:00:00Z'), places: 1 })
  await invite(seminar, { places: 1 })
  const waiting = await registered(house, seminar)
  expect(await releaseReserved(house)).toBe(0)
  await house.setClock('2018-06-09T10:00:00Z')
  expect(await releaseReserved(house)).toBe(1)
  expect([await held(seminar), await stateOf(house, waiting)]).toEqual([3, 'confirmed'])
  await house.setClock('2018-06-10T10:00:00Z')
  await registrationJobs[0]?.run(house)
  expect(await held(seminar)).toBe(1)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('what is wrong is named by field', async () => {
  const seminar = await makeSeminar(house)
  const wrong = { label: ' ', code: 'ab', places: null, priority: 101, reservedUntil: at('2018-06-05T09:00:00Z') }
  expect(await makeInvitation(house, program, seminar.slug, { ...fields(), ...wrong })).toEqual({
    outcome: 'invalid',
    problems: [
      { field: 'label', code: 'missing' },
      { field: 'code', code: 'form' },
      { field: 'places', code: 'needed-to-reserve' },
      { field: 'priority', code: 'number' },
      { field: 'reservedUntil', code: 'past' },
    ],
  })
})

test('only who looks after the people of this seminar', async () => {
  const seminar = await makeSeminar(house)
  const elsewhere = await makeSeminar(house)
  const { id } = await invite(seminar)
  const stranger = person((await signedIn(house, 'organiser', elsewhere.id)).personId)
  const evaluator = person((await signedIn(house, 'evaluator', seminar.id)).personId)
  for (const actor of [stranger, evaluator, anonymous]) {
    const forbidden = { kind: 'forbidden' }
    await expect(makeInvitation(house, actor, seminar.slug, fields())).rejects.toMatchObject(forbidden)
    await expect(changeInvitation(house, actor, seminar.slug, id, fields())).rejects.toMatchObject(forbidden)
    await expect(endInvitation(house, actor, seminar.slug, id)).rejects.toMatchObject(forbidden)
    await expect(releaseInvitation(house, actor, seminar.slug, id)).rejects.toMatchObject(forbidden)
  }
  for (const wrong of [id, 'x'])
    await expect(endInvitation(house, stranger, elsewhere.slug, wrong)).rejects.toMatchObject({ kind: 'not-found' })
  const organiser = person((await signedIn(house, 'organiser', seminar.id)).personId)
  expect(await releaseInvitation(house, organiser, seminar.slug, id)).toBe('released')
})
