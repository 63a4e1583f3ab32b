import { expect, test } from 'vitest'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { type ChangedAnswers, changeRegistration } from '#convene/registration/acts/change-registration.ts'
import { endInvitation } from '#convene/registration/acts/end-invitation.ts'
import { handOn } from '#convene/registration/acts/hand-on.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { job, link, person } from '#ground/database/actor.ts'
import {
  actRooms,
  disagreements,
  mailsAbout,
  makeSeminar,
  ownOf,
  query,
  registered,
  signedIn,
  stateOf,
  type TestSeminar,
} from './acts-support.ts'
import { house, openHouse } from './house.ts'

openHouse(actRooms)

const program = job('test')
const own = (id: string) => ownOf(house, id)
/** What is there now, with some of it changed. */
async function change(
  id: string,
  given: Partial<ChangedAnswers>,
  by: Parameters<typeof changeRegistration>[1] = link(id),
) {
  const { version, answers } = await own(id)
  return changeRegistration(house, by, id, { version, answers: { ...answers, ...given } })
}
const university = { key: 'universities', capacity: 1, categories: ['university' as const] }
const americas = { key: 'americas', capacity: 1, regions: ['latin-america' as const] }
const european = { country: 'FR', organisation: 'Ville de Lyon' }

test('everything a person answered changes, with its version; they are told', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const needs = { accessibility: ['step-free' as const], diet: ['vegan' as const], note: 'A chair.' }
  const wanted = {
    givenName: 'Ana Luísa',
    role: 'Councillor',
    languages: ['pt', 'es'],
    language: 'es' as const,
    needs,
    ...european,
  }
  expect(await change(id, wanted)).toEqual({ outcome: 'changed', mailed: true })
  const after = await own(id)
  expect(after.answers).toMatchObject(wanted)
  expect(after).toMatchObject({ region: 'europe', version: 2, name: 'Ana Luísa Duarte', state: 'confirmed' })
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed', 'registration-changed'])
  const [mail] = await query(
    house,
    `select language from perenne.mail where template = 'registration-changed' and space_id = $1`,
    [seminar.id],
  )
  expect(mail).toEqual({ language: 'es' })
  expect(await change(id, { needs: null })).toEqual({ outcome: 'changed', mailed: true })
  expect(await query(house, 'select * from perenne.registration_need where registration_id = $1', [id])).toEqual([])
  // Nothing changed, nothing to tell.
  await change(id, {})
  expect(await mailsAbout(house, id)).toHaveLength(3)
})

test('another category needs room there before the old place is let go', async () => {
  const seminar = await makeSeminar(house, { capacity: 5, quotas: [university] })
  const academic = await registered(house, seminar, { category: 'university', email: 'u@example.org' })
  const id = await registered(house, seminar)
  expect(await change(id, { category: 'university', givenName: 'Not written' })).toEqual({
    outcome: 'no-room',
    full: [{ kind: 'quota', key: 'universities', taken: 1, capacity: 1 }],
  })
  expect(await own(id)).toMatchObject({ category: 'staff', name: 'Ana Duarte', version: 1, state: 'confirmed' })
  await cancelRegistration(house, link(academic), academic)
  expect(await change(id, { category: 'university' })).toEqual({ outcome: 'changed', mailed: true })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('whoever has a place keeps it in a quota that was closed over their head', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar)
  await query(house, 'update perenne.quota set capacity = 0 where seminar_id = $1', [seminar.id])
  expect(await change(id, { category: 'elected', ...european })).toEqual({ outcome: 'changed', mailed: true })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('what a change leaves free goes to the line at once', async () => {
  const seminar = await makeSeminar(house, { capacity: 5, quotas: [americas] })
  const id = await registered(house, seminar)
  const waiting = await registered(house, seminar, { email: 'w@example.org' })
  expect(await stateOf(house, waiting)).toBe('waiting')
  expect(await change(id, european)).toEqual({ outcome: 'changed', mailed: true })
  expect(await stateOf(house, waiting)).toBe('confirmed')
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('who waits changes freely, keeps the rank, and comes up when there is room for them now', async () => {
  const seminar = await makeSeminar(house, { capacity: 3, quotas: [americas] })
  await registered(house, seminar, { email: 'first@example.org' })
  const a = await registered(house, seminar, { email: 'a@example.org' })
  const b = await registered(house, seminar, { email: 'b@example.org' })
  expect(await change(b, european)).toEqual({ outcome: 'changed', mailed: true })
  expect([await stateOf(house, a), await stateOf(house, b)]).toEqual(['waiting', 'confirmed'])
  expect(await mailsAbout(house, b)).toEqual(
    ['registration-waiting', 'registration-changed', 'registration-confirmed'].toSorted((x, y) =>
      x === 'registration-waiting' ? -1 : y === 'registration-waiting' ? 1 : x < y ? -1 : 1,
    ),
  )
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('who is examined stays so, unless the new category needs no approval: then as of the first request', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { approval_for: ['other', 'elected'] } })
  const asked = await registered(house, seminar, { category: 'other' })
  const second = await registered(house, seminar, { category: 'other', email: 's@example.org' })
  expect(await change(asked, { category: 'elected' })).toEqual({ outcome: 'changed', mailed: true })
  expect(await stateOf(house, asked)).toBe('requested')
  await change(second, { category: 'staff' })
  const held = second
  expect(await stateOf(house, held)).toBe('confirmed')
  const late = await registered(house, seminar, { email: 'late@example.org' })
  await change(asked, { category: 'staff' })
  expect(await stateOf(house, asked)).toBe('waiting')
  await cancelRegistration(house, link(held), held)
  expect([await stateOf(house, asked), await stateOf(house, late)]).toEqual(['confirmed', 'waiting'])
  // Whoever got a place without an examination does not change, by their link, into what is examined; organisers may.
  expect(await change(asked, { category: 'other' })).toEqual({ outcome: 'refused', why: 'needs-approval' })
  expect(await change(late, { category: 'elected', role: 'x' })).toEqual({ outcome: 'refused', why: 'needs-approval' })
  expect((await own(late)).answers).toMatchObject({ category: 'staff', role: null })
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  expect(await change(asked, { category: 'other' }, person(personId))).toEqual({ outcome: 'changed', mailed: true })
  expect(await stateOf(house, asked)).toBe('confirmed')
  // They were let in as it: everything else they change themselves.
  expect(await change(asked, { role: 'Guest' })).toEqual({ outcome: 'changed', mailed: true })
  expect(await change(asked, { category: 'elected' })).toEqual({ outcome: 'refused', why: 'needs-approval' })
  const events = await query(
    house,
    `select kind, detail from perenne.place_event where registration_id = $1 and kind = 'change' order by number desc limit 1`,
    [asked],
  )
  expect(events).toEqual([{ kind: 'change', detail: { category: ['staff', 'other'] } }])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('an invitation that spares the examination does so while it lets people in, and not once it is used up', async () => {
  const seminar = await makeSeminar(house, { capacity: 5, admission: { approval_for: ['other'] } })
  const invitation = { label: 'x', reserved: false, reservedUntil: null, priority: 7, validUntil: null }
  const made = async (code: string, places: number | null, withoutApproval: boolean) =>
    makeInvitation(house, program, seminar.slug, { ...invitation, code, places, withoutApproval })
  await made('ONEPLACE', 1, true)
  const open = await made('OPEN2018', null, true)
  await made('EXAMINED', null, false)
  const user = await registered(house, seminar, { invitation: 'ONEPLACE', email: 'user@example.org' })
  const asked = await registered(house, seminar, { category: 'other' })
  expect(await change(asked, { invitation: 'ONEPLACE' })).toEqual({ outcome: 'refused', why: 'invitation-used-up' })
  expect([await stateOf(house, asked), (await own(asked)).priority]).toEqual(['requested', 0])
  // The one that is one's own already is no other.
  expect(await change(user, { invitation: 'ONEPLACE', category: 'other' })).toEqual({
    outcome: 'changed',
    mailed: true,
  })
  expect(await change(user, { invitation: 'EXAMINED' })).toEqual({ outcome: 'refused', why: 'needs-approval' })
  const staff = await registered(house, seminar, { invitation: 'OPEN2018', email: 'staff@example.org' })
  if (open.outcome !== 'made') throw new Error(open.outcome)
  await endInvitation(house, program, seminar.slug, open.id)
  expect(await change(staff, { category: 'other' })).toEqual({ outcome: 'refused', why: 'needs-approval' })
  expect(await change(staff, { role: 'x' })).toEqual({ outcome: 'changed', mailed: true })
})

test('by their link nobody puts somebody else in their place; organisers see each new name and organisation', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const stranger = { givenName: 'Rosa', familyName: 'Lima' }
  const anothers = { outcome: 'refused', why: 'another-person' }
  expect(await change(id, stranger)).toEqual(anothers)
  expect(await change(id, { familyName: 'Lima', ...european })).toEqual(anothers)
  expect(await change(id, { familyName: 'Duarte Lima' })).toEqual({ outcome: 'changed', mailed: true })
  // Step by step neither.
  expect(await change(id, { givenName: 'Rosa', familyName: 'Lima' })).toEqual(anothers)
  expect(await change(id, european)).toEqual({ outcome: 'changed', mailed: true })
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  expect(await change(id, stranger, person(personId))).toEqual({ outcome: 'changed', mailed: true })
  const events = await query<{ detail: object; actor_kind: string }>(
    house,
    `select detail, actor_kind from perenne.place_event where registration_id = $1 and kind = 'change' order by number`,
    [id],
  )
  expect(events).toEqual([
    { detail: { identity: true }, actor_kind: 'job' },
    { detail: { region: ['latin-america', 'europe'], organisation: true }, actor_kind: 'job' },
    { detail: { identity: true }, actor_kind: 'person' },
  ])
})

test('a place that was handed on stays within the organisation by link; organisers may change it', async () => {
  const seminar = await makeSeminar(house)
  const holder = await registered(house, seminar)
  const colleague = { givenName: 'Bento', familyName: 'Lima', email: 'bento@example.org', language: 'pt' as const }
  const handed = await handOn(house, link(holder), holder, colleague)
  if (handed.outcome !== 'handed-on') throw new Error(handed.outcome)
  expect(await change(handed.id, european)).toEqual({ outcome: 'refused', why: 'handed-on-within' })
  // Written another way it is the same organisation, and everything else is theirs to change.
  expect(await change(handed.id, { organisation: 'Prefeitura de Rio-Claro', role: 'Adviser' })).toEqual({
    outcome: 'changed',
    mailed: true,
  })
  const organiser = await signedIn(house, 'organiser', seminar.id)
  expect(await change(handed.id, european, person(organiser.personId))).toEqual({ outcome: 'changed', mailed: true })
  // Who came by themself changes theirs.
  const other = await registered(house, seminar, { email: 'other@example.org' })
  expect(await change(other, european)).toEqual({ outcome: 'changed', mailed: true })
})

test('the other invitation is among the events', async () => {
  const seminar = await makeSeminar(house)
  const fields = {
    label: 'x',
    reserved: false,
    reservedUntil: null,
    priority: 0,
    validUntil: null,
    withoutApproval: true,
  }
  const made = await makeInvitation(house, program, seminar.slug, { ...fields, code: 'ANOTHER1', places: null })
  const id = await registered(house, seminar)
  await change(id, { invitation: 'ANOTHER1' })
  const [event] = await query<{ detail: object }>(
    house,
    `select detail from perenne.place_event where registration_id = $1 and kind = 'change'`,
    [id],
  )
  expect(event?.detail).toEqual({ invitation: [null, made.outcome === 'made' ? made.id : ''] })
})

test('a limit per organisation counts the organisation they are of now', async () => {
  const seminar = await makeSeminar(house, { capacity: 9, admission: { per_organisation: 1 } })
  const id = await registered(house, seminar)
  await registered(house, seminar, { email: 'l@example.org', ...european })
  expect(await change(id, european)).toEqual({
    outcome: 'no-room',
    full: [{ kind: 'organisation', taken: 1, capacity: 1 }],
  })
  expect(await change(id, { organisation: 'Câmara de Rio Claro' })).toEqual({ outcome: 'changed', mailed: true })
  const keys = await query<{ organisation_key: string }>(
    house,
    'select organisation_key from perenne.organisation_places where seminar_id = $1 order by 1',
    [seminar.id],
  )
  expect(keys.map(row => row.organisation_key)).toEqual(['camaraderioclaro', 'villedelyon'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('another invitation lets its holder into the places kept for it, and gives the old one back', async () => {
  const seminar = await makeSeminar(house, { capacity: 3 })
  const invite = async (code: string) => {
    const made = await makeInvitation(house, program, seminar.slug, {
      label: code,
      code,
      places: 1,
      reserved: true,
      reservedUntil: null,
      priority: 3,
      withoutApproval: true,
      validUntil: null,
    })
    expect(made.outcome).toBe('made')
  }
  await invite('FIRST2018')
  await invite('SECOND18')
  const id = await registered(house, seminar, { invitation: 'FIRST2018' })
  await registered(house, seminar, { email: 'free@example.org' })
  const waiting = await registered(house, seminar, { email: 'w@example.org' })
  expect(await change(id, { invitation: 'NONE' })).toEqual({ outcome: 'refused', why: 'invitation-unknown' })
  expect(await change(id, { invitation: 'SECOND18' })).toEqual({ outcome: 'changed', mailed: true })
  expect(await disagreements(house, seminar.id)).toEqual([])
  expect(await change(waiting, { invitation: 'FIRST2018' })).toEqual({ outcome: 'changed', mailed: true })
  expect(await stateOf(house, waiting)).toBe('confirmed')
  // Used up: what they have they keep.
  expect(await change(waiting, { invitation: 'SECOND18' })).toEqual({ outcome: 'refused', why: 'invitation-used-up' })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('giving up a kept place for one that is not kept needs a free one: the keeping goes on', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const invitation = { label: 'x', reservedUntil: null, priority: 0, withoutApproval: true, validUntil: null }
  await makeInvitation(house, program, seminar.slug, { ...invitation, code: 'KEPT2018', places: 1, reserved: true })
  await makeInvitation(house, program, seminar.slug, { ...invitation, code: 'OPEN2018', places: null, reserved: false })
  const id = await registered(house, seminar, { invitation: 'KEPT2018' })
  expect(await change(id, { invitation: 'OPEN2018' })).toEqual({
    outcome: 'no-room',
    full: [{ kind: 'quota', key: 'overall', taken: 1, capacity: 1 }],
  })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('by their link until the moment the seminar says; organisers until it is over', async () => {
  const seminar = await makeSeminar(house, { admission: { change_until: '2018-06-10T10:00:00Z' } })
  const id = await registered(house, seminar)
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  await house.setClock('2018-06-10T10:00:00.5Z')
  expect(await change(id, { role: 'a' })).toEqual({ outcome: 'changed', mailed: true })
  await house.setClock('2018-06-10T10:00:01Z')
  expect(await change(id, { role: 'b' })).toEqual({ outcome: 'too-late' })
  expect(await change(id, { role: 'b', email: 'right@example.org' }, person(personId))).toEqual({
    outcome: 'changed',
    mailed: true,
  })
  expect((await own(id)).answers).toMatchObject({ role: 'b', email: 'right@example.org' })
  const actors = await query<{ actor_kind: string }>(
    house,
    `select distinct actor_kind from perenne.place_event where registration_id = $1`,
    [id],
  )
  // That the address became another is noted; what was typed is not.
  expect(actors.map(row => row.actor_kind).toSorted()).toEqual(['job', 'person'])
  await house.setClock('2018-07-05T15:30:00Z')
  expect(await change(id, { role: 'c' }, person(personId))).toEqual({ outcome: 'too-late' })
  await house.setClock('2018-06-05T10:00:00Z')
  await cancelRegistration(house, program, id)
  expect(await change(id, { role: 'c' })).toEqual({ outcome: 'ended' })
})

test('a stale save meets what is there now and changes nothing', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const { answers, version } = await own(id)
  await changeRegistration(house, link(id), id, { version, answers: { ...answers, role: 'First' } })
  expect(
    await changeRegistration(house, link(id), id, { version, answers: { ...answers, role: 'Second' } }),
  ).toMatchObject({
    outcome: 'stale',
    version: 2,
    now: { role: 'First' },
  })
  const both = await Promise.all(
    ['x', 'y'].map(role => changeRegistration(house, link(id), id, { version: 2, answers: { ...answers, role } })),
  )
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'stale'])
})

test('the address stays by link; a name that is registered already at this address is told', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const other = await registered(house, seminar, { givenName: 'Rosa' })
  expect(await change(id, { email: 'thief@example.org' })).toEqual({ outcome: 'refused', why: 'address-stays' })
  expect(await change(id, { email: ' ANA@example.org' })).toEqual({ outcome: 'changed', mailed: true })
  expect(await change(id, { givenName: 'Rósa' })).toEqual({ outcome: 'taken' })
  await cancelRegistration(house, link(other), other)
  expect(await change(id, { givenName: 'Rósa' })).toEqual({ outcome: 'changed', mailed: true })
  // And the identity is the new one: Rosa is known from now on, Ana is not.
  await expect(registered(house, seminar, { givenName: 'Rosa' })).rejects.toThrow(/known/)
  await registered(house, seminar)
})

test('answers to questions follow their conditions; those that are not asked any more stay', async () => {
  const seminar = await makeSeminar(house)
  const ask = (key: string, kind: string, given: { condition?: object; required?: boolean } = {}) =>
    query<{ id: string }>(
      house,
      `insert into perenne.question (seminar_id, key, kind, required, position, condition)
       values ($1, $2, $3, $4, 1, $5) returning id`,
      [seminar.id, key, kind, given.required ?? false, given.condition ? JSON.stringify(given.condition) : null],
    )
  await ask('wish', 'text')
  const [gone] = await ask('gone', 'text')
  await ask('office', 'number', { condition: { category: ['elected'] }, required: true })
  const id = await registered(house, seminar, { answers: { wish: 'Time to talk', gone: 'kept' } })
  await query(house, 'update perenne.question set superseded_at = perenne.now() where id = $1', [gone?.id])
  expect(await change(id, { category: 'elected', answers: { wish: 'Less' } })).toEqual({
    outcome: 'refused',
    why: 'answers',
    answers: { office: 'required' },
  })
  expect(await change(id, { category: 'elected', answers: { office: '3' } })).toEqual({
    outcome: 'changed',
    mailed: true,
  })
  expect((await own(id)).answers.answers).toEqual({ gone: 'kept', office: 3 })
  expect(await change(id, { category: 'staff' })).toEqual({ outcome: 'changed', mailed: true })
  expect((await own(id)).answers.answers).toEqual({ gone: 'kept' })
})

test('who may not change it: other links, organisers of elsewhere, roles without people', async () => {
  const seminar: TestSeminar = await makeSeminar(house)
  const elsewhere = await makeSeminar(house)
  const id = await registered(house, seminar)
  const other = await registered(house, seminar, { email: 'o@example.org' })
  const missing = expect.objectContaining({ kind: 'not-found' })
  await expect(change(id, { role: 'x' }, link(other))).rejects.toEqual(missing)
  for (const [role, space] of [
    ['organiser', elsewhere.id],
    ['evaluator', seminar.id],
    ['translator', seminar.id],
  ] as const) {
    const { personId } = await signedIn(house, role, space)
    await expect(change(id, { role: 'x' }, person(personId))).rejects.toEqual(missing)
  }
  expect((await own(id)).version).toBe(1)
})
