import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { issueLetters } from '#convene/letters/acts/issue-letters.ts'
import { announceSeminar } from '#convene/life/acts/announce-seminar.ts'
import { cancelSeminar } from '#convene/life/acts/cancel-seminar.ts'
import { closeRegistration } from '#convene/life/acts/close-registration.ts'
import { holdAgain } from '#convene/life/acts/hold-again.ts'
import { openRegistration } from '#convene/life/acts/open-registration.ts'
import { postponeSeminar } from '#convene/life/acts/postpone-seminar.ts'
import { setNewDay } from '#convene/life/acts/set-new-day.ts'
import { withdrawSeminar } from '#convene/life/acts/withdraw-seminar.ts'
import { acceptOffer } from '#convene/registration/acts/accept-offer.ts'
import { approveRegistrations } from '#convene/registration/acts/approve-registrations.ts'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { expireOffers } from '#convene/registration/acts/expire-offers.ts'
import { handOn } from '#convene/registration/acts/hand-on.ts'
import { makeInvitation } from '#convene/registration/acts/make-invitation.ts'
import { register } from '#convene/registration/acts/register.ts'
import { releaseReserved } from '#convene/registration/acts/release-reserved.ts'
import { dueAt } from '#convene/retention/rules/retention.ts'
import { retainedSeminars } from '#convene/retention/store/erase.ts'
import { as, job, link, person } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import {
  answers,
  at,
  dayOn,
  disagreements,
  french,
  leaving,
  makeSeminar,
  noticesIn,
  query,
  registered,
  rooms,
  seminarRow,
  signedIn,
  stateOf,
  tellingsIn,
  textOf,
} from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
})
beforeEach(() => house.setClock('2018-06-05T08:00:00Z'))
afterAll(() => house.close())

const program = job('test')
const someone = (name: string, more: object = {}) => ({
  email: `${name}@example.org`,
  familyName: name,
  organisation: `Ville de ${name}`,
  ...more,
})

test('a cancelled seminar: everyone concerned is told once, in their language, and nobody else', async () => {
  const seminar = await makeSeminar(house, { capacity: 2, admission: { approval_for: ['university'] } })
  const ana = await registered(house, seminar, someone('ana', { language: 'pt' }))
  const bea = await registered(house, seminar, someone('bea', { language: 'es' }))
  const cid = await registered(house, seminar, someone('cid', { language: 'fr' }))
  const dia = await registered(house, seminar, someone('dia', { language: 'en', category: 'university' }))
  const left = await registered(house, seminar, someone('left', { language: 'fr' }))
  await cancelRegistration(house, link(left), left)
  const { personId } = await signedIn(house, 'organiser', seminar.id)

  expect(await cancelSeminar(house, person(personId), seminar.slug, french('La salle a brûlé.'))).toEqual({
    outcome: 'done',
    told: 4,
  })
  expect(await seminarRow(house, seminar)).toMatchObject({ cancelled: true, sequence: 1 })
  expect(await noticesIn(house, seminar)).toEqual([
    { kind: 'cancelled', held_on: '2018-07-05', moved_to: null, told: 4 },
  ])
  expect(await tellingsIn(house, seminar)).toEqual([
    'seminar-cancelled en',
    'seminar-cancelled es',
    'seminar-cancelled fr',
    'seminar-cancelled pt',
  ])
  const states = []
  for (const id of [ana, bea, cid, dia]) states.push(await stateOf(house, id))
  expect(states).toEqual(['confirmed', 'confirmed', 'waiting', 'requested'])

  const inPortuguese = await leaving(house, ana, 'seminar-cancelled')
  expect(inPortuguese?.subject).toBe('Cancelado: Vers une action durable')
  // The reason is in French alone, and says so.
  expect(textOf(inPortuguese)).toContain('(em francês):\nLa salle a brûlé.')
  const [entry] = inPortuguese?.attachments ?? []
  expect(entry?.mediaType).toBe('text/calendar; charset=utf-8; method=CANCEL')
  const calendar = entry?.content.replaceAll(/\r\n[ \t]/g, '') ?? ''
  for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', `UID:seminar-${seminar.id}@`])
    expect(calendar).toContain(line)
  expect(calendar).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r$/m)
  expect(calendar).toMatch(/ORGANIZER;CN=.*:mailto:seminaire@example.org/i)
  const inFrench = await leaving(house, cid, 'seminar-cancelled')
  expect(textOf(inFrench)).toContain('La salle a brûlé.')
  expect(textOf(inFrench)).not.toContain('(en français)')
  // Who waits has nothing of it in their calendar.
  expect(inFrench?.attachments).toEqual([])

  // Twice is once.
  expect(await cancelSeminar(house, person(personId), seminar.slug, french('Encore.'))).toEqual({
    outcome: 'not-possible',
    life: 'cancelled',
  })
  expect(await tellingsIn(house, seminar)).toHaveLength(4)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('cancelled: nobody is registered, comes up, accepts, is approved, hands on; they may still leave', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 1,
    admission: { promotion: 'offer', approval_for: ['university'] },
  })
  const held = await registered(house, seminar, someone('held'))
  const waits = await registered(house, seminar, someone('waits'))
  const asked = await registered(house, seminar, someone('asked', { category: 'university' }))
  await cancelSeminar(house, program, seminar.slug, null)
  expect(await register(house, answers(seminar, someone('late')))).toEqual({ outcome: 'refused', why: 'cancelled' })
  expect(await approveRegistrations(house, program, seminar.slug, [asked])).toEqual([{ id: asked, outcome: 'resting' }])
  const colleague = { givenName: 'R', familyName: 'L', email: 'r@example.org', language: 'es' as const }
  expect((await handOn(house, link(held), held, colleague)).outcome).toBe('not-possible')
  expect(await cancelRegistration(house, link(held), held)).toBe('cancelled')
  expect(await stateOf(house, waits)).toBe('waiting')
  await house.setClock('2018-07-05T08:00:00Z')
  expect(await issueLetters(house, program, seminar.slug, 'all')).toEqual({ outcome: 'cancelled' })

  // Held after all: what came free meanwhile is given on. That needs a day that is still to come.
  expect(await holdAgain(house, program, seminar.slug)).toEqual({ outcome: 'day-past' })
  await house.setClock('2018-06-20T08:00:00Z')
  expect(await holdAgain(house, program, seminar.slug)).toEqual({ outcome: 'done', told: 2 })
  expect(await stateOf(house, waits)).toBe('offered')
  expect(await seminarRow(house, seminar)).toMatchObject({ cancelled: false, sequence: 2 })
  expect(textOf(await leaving(house, waits, 'seminar-held-again'))).toMatch(/Há uma vaga reservada para você até/)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('postponed: everything rests, and offers have the same time left on the new day', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { promotion: 'offer', offer_hours: 48 } })
  const [one, two, three] = [
    await registered(house, seminar, someone('one')),
    await registered(house, seminar, someone('two')),
    await registered(house, seminar, someone('three', { language: 'fr' })),
  ] as const
  await cancelRegistration(house, link(one), one)
  expect(await stateOf(house, two)).toBe('offered')

  // A day later 24 of the 48 hours are left.
  await house.setClock('2018-06-06T08:00:00Z')
  expect(await postponeSeminar(house, program, seminar.slug, { reason: french('Grève.') })).toEqual({
    outcome: 'done',
    told: 2,
  })
  expect(await seminarRow(house, seminar)).toMatchObject({ postponed: true, held_on: '2018-07-05', sequence: 1 })
  expect(await register(house, answers(seminar, someone('late')))).toEqual({ outcome: 'refused', why: 'postponed' })
  expect(await acceptOffer(house, link(two), two)).toBe('resting')

  // The offer would have run out, and the day that was given up passes.
  await house.setClock('2018-08-20T08:00:00Z')
  await expireOffers(house)
  expect(await stateOf(house, two)).toBe('offered')
  const { seminars, now } = await as(house.db, program, retainedSeminars)
  const kept = seminars.find(({ id }) => id === seminar.id)
  expect(kept && dueAt(kept, now)).toEqual([])
  expect(await issueLetters(house, program, seminar.slug, 'all')).toEqual({ outcome: 'postponed' })

  expect(await setNewDay(house, program, seminar.slug, { newDay: dayOn('2018-10-12') })).toEqual({
    outcome: 'done',
    told: 2,
  })
  expect(await seminarRow(house, seminar)).toEqual({
    held_on: '2018-10-12',
    moved_from: '2018-07-05',
    postponed: false,
    cancelled: false,
    visibility: 2,
    sequence: 2,
    closes: '2018-09-24 21:59:59+00',
  })
  expect(await noticesIn(house, seminar)).toMatchObject([
    { kind: 'postponed', told: 2 },
    { kind: 'moved', held_on: '2018-07-05', moved_to: '2018-10-12', told: 2 },
  ])
  const [offer] = await query<{ left: number }>(
    house,
    `select round(extract(epoch from offered_until - perenne.now()) / 3600)::int as left from perenne.registration where id = $1`,
    [two],
  )
  expect(offer?.left).toBe(24)
  expect(await acceptOffer(house, link(two), two)).toBe('confirmed')
  const moved = await leaving(house, two, 'seminar-moved')
  expect(textOf(moved)).toContain('estava anunciado para 5 de julho de 2018. Será realizado em 12 de outubro de 2018')
  expect(moved?.attachments?.[0]?.mediaType).toContain('method=PUBLISH')
  expect(moved?.attachments?.[0]?.content).toContain('DTSTART;TZID=Europe/Paris:20181012T090000')
  expect(moved?.attachments?.[0]?.content).toMatch(
    /SEQUENCE:2[\s\S]*STATUS:CONFIRMED|STATUS:CONFIRMED[\s\S]*SEQUENCE:2/,
  )
  // Who was postponed and is told of the new day is not told any more that there is none.
  expect(await leaving(house, three, 'seminar-postponed')).toBe(null)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('postponed: one may leave after the day that was given up, and organisers correct an address', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const [one, two] = [
    await registered(house, seminar, someone('one')),
    await registered(house, seminar, someone('two')),
  ] as const
  await postponeSeminar(house, program, seminar.slug, { reason: null })
  await house.setClock('2018-08-01T08:00:00Z')
  expect(await cancelRegistration(house, link(one), one)).toBe('cancelled')
  expect(await stateOf(house, two)).toBe('waiting')
  expect(await holdAgain(house, program, seminar.slug)).toEqual({ outcome: 'day-past' })
  expect(await setNewDay(house, program, seminar.slug, { newDay: dayOn('2018-07-05') })).toEqual({
    outcome: 'invalid',
    problem: 'same-day',
  })
  expect(await setNewDay(house, program, seminar.slug, { newDay: dayOn('2018-09-01') })).toMatchObject({ told: 1 })
  expect(await stateOf(house, two)).toBe('confirmed')
})

test('moved at once: programme, deadlines and what is kept for invitations move by as many days', async () => {
  const seminar = await makeSeminar(house, { capacity: 5, admission: { promote_until: '2018-07-01T10:00:00Z' } })
  await query(
    house,
    `with p as (insert into perenne.programme (seminar_id) values ($1) returning id)
     insert into perenne.slot (programme_id, key, kind, starts_at, ends_at, position)
     select id, 'welcome', 'welcome', '2018-07-05T07:00:00Z', '2018-07-05T08:00:00Z', 0 from p`,
    [seminar.id],
  )
  const invitation = await makeInvitation(house, program, seminar.slug, {
    label: 'Partner',
    code: 'PARTNERS',
    places: 2,
    reserved: true,
    reservedUntil: at('2018-06-10T10:00:00Z'),
    priority: 0,
    withoutApproval: false,
    validUntil: null,
  })
  expect(invitation.outcome).toBe('made')
  await registered(house, seminar, someone('one'))
  const newDay = dayOn('2018-11-15', at('2018-11-01T22:59:59Z'))
  expect(await postponeSeminar(house, program, seminar.slug, { reason: french('Plus tard'), newDay })).toMatchObject({
    told: 1,
  })
  const [moved] = await query<Record<string, string>>(
    house,
    `select (select starts_at from perenne.slot where space_id = $1)::timestamptz(0)::text as slot,
       (select reserved_until from perenne.invitation where seminar_id = $1)::timestamptz(0)::text as reserved,
       (select promote_until from perenne.admission where seminar_id = $1)::timestamptz(0)::text as promote,
       (select registration_closes_at from perenne.seminar where id = $1)::timestamptz(0)::text as closes`,
    [seminar.id],
  )
  // 133 days later, at the same hours of Paris, which has winter time by then.
  expect(moved).toEqual({
    slot: '2018-11-15 08:00:00+00',
    reserved: '2018-10-21 10:00:00+00',
    promote: '2018-11-11 11:00:00+00',
    closes: '2018-11-01 22:59:59+00',
  })
  // Kept places that ran out while it rests are let go with the first round after it.
  await postponeSeminar(house, program, seminar.slug, { reason: null })
  await house.setClock('2018-10-30T08:00:00Z')
  expect(await releaseReserved(house)).toBe(0)
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('a draft is announced, with what it names, and taken back as long as nobody is registered', async () => {
  const seminar = await makeSeminar(house, { visibility: 0 })
  await query(
    house,
    `with o as (insert into perenne.organisation (space_id, visibility, key, kind) values ($2, 1, $3, 'network') returning id)
     insert into perenne.seminar_organisation (seminar_id, organisation_id, role, position) select $1, id, 'organiser', 0 from o`,
    [seminar.id, seminar.network, seminar.slug],
  )
  const page = async () => (await house.ask(`/fr/seminars/${seminar.slug}`)).status
  expect(await page()).toBe(404)
  expect(await register(house, answers(seminar))).toEqual({ outcome: 'refused', why: 'no-such-seminar' })

  // Whoever works on the seminar alone may not make the network's organisation public.
  const ofSeminar = await signedIn(house, 'organiser', seminar.id)
  await expect(announceSeminar(house, person(ofSeminar.personId), seminar.slug)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  expect(await page()).toBe(404)
  const ofNetwork = await signedIn(house, 'organiser', seminar.network, 'network')
  const organiser = person(ofNetwork.personId)
  expect(await announceSeminar(house, organiser, seminar.slug)).toEqual({ outcome: 'done', told: 0 })
  expect(await page()).toBe(200)
  const [row] = await query<Row>(
    house,
    `select (select visibility from perenne.space where id = $1) as space,
       (select bool_and(visibility = 2) from perenne.organisation where key = $2) as named,
       (select bool_and(visibility = 2) from perenne.consent where seminar_id = $1) as under`,
    [seminar.id, seminar.slug],
  )
  expect(row).toEqual({ space: 2, named: true, under: true })

  expect(await withdrawSeminar(house, organiser, seminar.slug)).toEqual({ outcome: 'done', told: 0 })
  expect(await page()).toBe(404)
  await announceSeminar(house, organiser, seminar.slug)
  const id = await registered(house, seminar)
  expect(await withdrawSeminar(house, organiser, seminar.slug)).toEqual({ outcome: 'registered' })
  await cancelRegistration(house, link(id), id)
  expect(await withdrawSeminar(house, organiser, seminar.slug)).toMatchObject({ outcome: 'done' })
})
type Row = Record<string, unknown>

test('a seminar without a title is not announced', async () => {
  const seminar = await makeSeminar(house, { visibility: 0 })
  await query(house, `delete from perenne.translation where record_id = $1 and field = 'title'`, [seminar.id])
  expect(await announceSeminar(house, program, seminar.slug)).toEqual({ outcome: 'no-title' })
  expect(await seminarRow(house, seminar)).toMatchObject({ visibility: 0 })
})

test('registration is opened and closed by hand, to the second', async () => {
  const seminar = await makeSeminar(house, { opens: '2018-06-10T08:00:00Z' })
  expect(await register(house, answers(seminar))).toEqual({ outcome: 'refused', why: 'not-yet-open' })
  expect(await closeRegistration(house, program, seminar.slug)).toEqual({ outcome: 'not-possible', life: 'announced' })
  expect(await openRegistration(house, program, seminar.slug)).toMatchObject({ outcome: 'done' })
  const id = await registered(house, seminar, someone('first'))
  expect(await closeRegistration(house, program, seminar.slug)).toMatchObject({ outcome: 'done' })
  expect(await register(house, answers(seminar, someone('late')))).toEqual({ outcome: 'refused', why: 'closed' })
  // Answers could be changed until the deadline that everybody was told.
  const [kept] = await query<{ until: string }>(
    house,
    `select change_until::timestamptz(0)::text as until from perenne.admission where seminar_id = $1`,
    [seminar.id],
  )
  expect(kept?.until).toBe('2018-06-17 21:59:59+00')

  const open = (closes: string | null) =>
    openRegistration(house, program, seminar.slug, { closes: closes === null ? null : at(closes) })
  expect(await open(null)).toEqual({ outcome: 'closes-missing' })
  expect(await open('2018-06-05T07:00:00Z')).toEqual({ outcome: 'closes-past' })
  expect(await open('2018-07-05T15:30:01Z')).toEqual({ outcome: 'closes-after-end' })
  expect(await open('2018-06-25T21:59:59Z')).toMatchObject({ outcome: 'done' })
  await registered(house, seminar, someone('second'))
  expect(await stateOf(house, id)).toBe('confirmed')
  expect(await tellingsIn(house, seminar)).toEqual([])
})

test('what was decided on a page that is out of date is not done', async () => {
  const seminar = await makeSeminar(house)
  const { standingOf } = await import('#convene/life/store/standing.ts')
  const seen = (await as(house.db, program, tx => standingOf(tx, { id: seminar.id })))?.version
  if (seen === undefined) throw new Error('no seminar')
  const first = await postponeSeminar(
    house,
    program,
    seminar.slug,
    { reason: null, newDay: dayOn('2018-09-01') },
    { seen },
  )
  expect(first).toMatchObject({ outcome: 'done' })
  const second = await postponeSeminar(
    house,
    program,
    seminar.slug,
    { reason: null, newDay: dayOn('2018-09-02') },
    { seen },
  )
  expect(second).toEqual({ outcome: 'meanwhile', life: 'open' })
  expect(await noticesIn(house, seminar)).toHaveLength(1)
})

test('nobody decides without the right, whatever they ask for', async () => {
  const seminar = await makeSeminar(house)
  const other = await makeSeminar(house)
  await registered(house, seminar)
  const before = await seminarRow(house, seminar)
  const others = [
    ...(await Promise.all(
      (['translator', 'evaluator', 'door_steward', 'moderator', 'rapporteur'] as const).map(role =>
        signedIn(house, role, seminar.id),
      ),
    )),
    await signedIn(house, 'organiser', other.id),
    await signedIn(house, null, seminar.id),
  ].map(({ personId }) => person(personId))
  const actors = [...others, { kind: 'anonymous' } as const, link('00000000-0000-4000-8000-00000000dead')]
  for (const actor of actors) {
    const attempts = [
      () => announceSeminar(house, actor, seminar.slug),
      () => withdrawSeminar(house, actor, seminar.slug),
      () => openRegistration(house, actor, seminar.slug),
      () => closeRegistration(house, actor, seminar.slug),
      () => postponeSeminar(house, actor, seminar.slug, { reason: null }),
      () => postponeSeminar(house, actor, seminar.slug, { reason: null, newDay: dayOn('2018-09-01') }),
      () => setNewDay(house, actor, seminar.slug, { newDay: dayOn('2018-09-01') }),
      () => holdAgain(house, actor, seminar.slug),
      () => cancelSeminar(house, actor, seminar.slug, null),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: 'forbidden' })
  }
  await expect(cancelSeminar(house, program, 'no-such', null)).rejects.toMatchObject({ kind: 'not-found' })
  expect(await seminarRow(house, seminar)).toEqual(before)
  expect(await noticesIn(house, seminar)).toEqual([])
  expect(await tellingsIn(house, seminar)).toEqual([])
})

test('the seminars that rest are the same in SQL as in the rules', async () => {
  const { rests } = await import('#convene/life/store/rests.ts')
  const { standingOf } = await import('#convene/life/store/standing.ts')
  const { rests: restsByRule } = await import('#convene/seminar/rules/life.ts')
  const both = await makeSeminar(house)
  await postponeSeminar(house, program, both.slug, { reason: null })
  await cancelSeminar(house, program, both.slug, null)
  await makeSeminar(house, { visibility: 0 })
  await as(house.db, program, async tx => {
    const all = await tx.selectFrom('seminar').select('id').execute()
    const bySql = await tx.selectFrom('seminar').select('id').where('id', 'in', rests).execute()
    const byRule = []
    for (const { id } of all) {
      const standing = await standingOf(tx, { id })
      if (standing && restsByRule(standing.life)) byRule.push(id)
    }
    expect(byRule.length).toBeGreaterThan(1)
    expect(bySql.map(({ id }) => id).sort()).toEqual(byRule.sort())
  })
})
