import { expect, test } from 'vitest'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { fillFreePlaces } from '#convene/registration/acts/fill-free-places.ts'
import { refuseRegistrations } from '#convene/registration/acts/refuse-registrations.ts'
import { register } from '#convene/registration/acts/register.ts'
import { anonymous, as, job, link, person } from '#ground/database/actor.ts'
import { actRooms, answers, count, disagreements, makeSeminar, query, signedIn } from './acts-support.ts'
import { house, openHouse } from './house.ts'

openHouse(actRooms)

const mailsOf = async (seminarId: string) =>
  (
    await query<{ template: string }>(
      house,
      'select template from perenne.mail where space_id = $1 order by created_at, id',
      [seminarId],
    )
  ).map(row => row.template)

test('a registration is there with its person, its consents and its mail, or not at all', async () => {
  const seminar = await makeSeminar(house)
  const result = await register(house, answers(seminar, { consents: ['data', 'participants-list'] }))
  expect(result).toMatchObject({ outcome: 'registered', told: { state: 'confirmed', rank: null } })
  expect(await count(house, seminar.id)).toEqual({ taken: 1, confirmed: 1, waiting: 0, mails: 1, people: 1 })
  const rows = await query(
    house,
    `select r.region, r.country, r.language, p.given_name, p.email, m.language as mail, m.person_id = r.person_id as to_them,
            m.data, (select array_agg(given order by given) from perenne.registration_consent c where c.registration_id = r.id) as given
     from perenne.registration r join perenne.person p on p.id = r.person_id join perenne.mail m on m.space_id = r.seminar_id
     where r.seminar_id = $1`,
    [seminar.id],
  )
  expect(rows).toEqual([
    {
      region: 'latin-america',
      country: 'BR',
      language: 'pt',
      given_name: 'Ana',
      email: 'ana@example.org',
      mail: 'pt',
      to_them: true,
      data: { registration: 'id' in result ? result.id : '' },
      given: [true, true],
    },
  ])

  // The mail cannot be written: nothing else is.
  await query(
    house,
    `alter table perenne.mail add constraint broken check (template <> 'registration-confirmed') not valid`,
  )
  await expect(register(house, answers(seminar, { email: 'b@example.org' }))).rejects.toThrow(/broken/)
  await query(house, 'alter table perenne.mail drop constraint broken')
  expect(await count(house, seminar.id)).toMatchObject({ taken: 1, confirmed: 1, people: 1 })
})

test('the deadline is decided to the second', async () => {
  const seminar = await makeSeminar(house, { opens: '2018-05-01T08:00:00Z' })
  const at = async (instant: string, n: number) => {
    await house.setClock(instant)
    return register(house, answers(seminar, { email: `at${n}@example.org` }))
  }
  expect(await at('2018-05-01T07:59:55Z', 1)).toEqual({ outcome: 'refused', why: 'not-yet-open' })
  expect(await at('2018-05-01T08:00:00Z', 2)).toMatchObject({ outcome: 'registered' })
  expect(await at('2018-06-17T21:59:59.2Z', 3)).toMatchObject({ outcome: 'registered' })
  expect(await at('2018-06-17T22:00:00Z', 4)).toEqual({ outcome: 'refused', why: 'closed' })
})

test('a cancelled seminar and one that is not public take nobody', async () => {
  const cancelled = await makeSeminar(house, { cancelled: '2018-06-01T00:00:00Z' })
  expect(await register(house, answers(cancelled))).toEqual({ outcome: 'refused', why: 'cancelled' })
  const internal = await makeSeminar(house, { visibility: 0 })
  expect(await register(house, answers(internal))).toEqual({ outcome: 'refused', why: 'no-such-seminar' })
  expect(await register(house, answers({ ...internal, slug: 'none' }))).toEqual({
    outcome: 'refused',
    why: 'no-such-seminar',
  })
})

test('a capacity of 0 sends everybody to the line; no capacity, everybody has a place', async () => {
  const closedHall = await makeSeminar(house, { capacity: 0 })
  expect(await register(house, answers(closedHall))).toMatchObject({ told: { state: 'waiting', rank: 1 } })
  expect(await register(house, answers(closedHall, { email: 'b@example.org' }))).toMatchObject({ told: { rank: 2 } })
  const openAir = await makeSeminar(house, { capacity: null })
  expect(await register(house, answers(openAir))).toMatchObject({ told: { state: 'confirmed' } })
})

test('a required consent that is not given is named, and nothing is written', async () => {
  const seminar = await makeSeminar(house)
  expect(await register(house, answers(seminar, { consents: ['participants-list'] }))).toEqual({
    outcome: 'refused',
    why: 'consent-missing',
    consents: ['data'],
  })
  expect(await count(house, seminar.id)).toMatchObject({ taken: 0, people: 0, mails: 0 })
})

test('the same person again: told what a newcomer would be told, one mail an hour says the truth, no second place', async () => {
  const seminar = await makeSeminar(house, { capacity: 2 })
  const first = await register(house, answers(seminar))
  const again = await register(
    house,
    answers(seminar, { givenName: ' ÁNA', familyName: 'DUARTE', email: 'ANA@example.org ' }),
  )
  expect(again).toMatchObject({ outcome: 'known', told: { state: 'confirmed', rank: null } })
  expect('id' in again && again.id).toBe('id' in first && first.id)
  await register(house, answers(seminar, { email: 'b@example.org' }))
  // Full now: a newcomer would be told rank 1, so is whoever asks for Ana.
  expect(await register(house, answers(seminar))).toMatchObject({
    outcome: 'known',
    told: { state: 'waiting', rank: 1 },
  })
  expect(await count(house, seminar.id)).toMatchObject({ taken: 2, confirmed: 2, waiting: 0, people: 2 })
  expect(await mailsOf(seminar.id)).toEqual(['registration-confirmed', 'already-registered', 'registration-confirmed'])
  await house.setClock('2018-06-05T11:30:00Z')
  await register(house, answers(seminar))
  expect((await mailsOf(seminar.id)).filter(template => template === 'already-registered')).toHaveLength(2)
})

test('another name at the same address, and the same name at another, are other people', async () => {
  const seminar = await makeSeminar(house)
  for (const given of [{}, { givenName: 'Rosa' }, { email: 'other@example.org' }]) {
    expect(await register(house, answers(seminar, given))).toMatchObject({ outcome: 'registered' })
  }
  expect(await count(house, seminar.id)).toMatchObject({ taken: 3, people: 3 })
})

test('one key and person, one registration: at once, later, after the deadline; another person is another request', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const input = answers(seminar, { idempotencyKey: 'api:k1' })
  const results = await Promise.all(Array.from({ length: 8 }, () => register(house, input)))
  expect(results.filter(result => result.outcome === 'registered')).toHaveLength(1)
  expect(results.filter(result => result.outcome === 'replayed')).toHaveLength(7)
  expect(new Set(results.map(result => JSON.stringify('id' in result && [result.id, result.told]))).size).toBe(1)
  expect(await count(house, seminar.id)).toMatchObject({ taken: 1, mails: 1, people: 1 })
  await house.setClock('2018-06-20T10:00:00Z')
  expect(await register(house, input)).toMatchObject({ outcome: 'replayed', told: { state: 'confirmed' } })
  // What was answered is not looked at again: neither the words around it, nor whether it would be accepted now.
  expect(await register(house, { ...input, consents: [], category: 'other' })).toMatchObject({ outcome: 'replayed' })
  expect(await register(house, { ...input, email: 'x@example.org' })).toEqual({ outcome: 'refused', why: 'closed' })
  await house.setClock('2018-06-06T10:00:00Z')
  expect(await register(house, { ...input, email: 'x@example.org' })).toMatchObject({ outcome: 'registered' })
  expect(await count(house, seminar.id)).toMatchObject({ taken: 1, mails: 2, people: 2 })
})

test('a key asked again answers where the registration stands by now, with its own rank', async () => {
  const seminar = await makeSeminar(house, { capacity: 1, admission: { approval_for: ['other'] } })
  const person = (name: string, category: 'staff' | 'other' = 'staff') =>
    answers(seminar, { email: `${name}@example.org`, category, idempotencyKey: `api:${name}` })
  const made = async (name: string, category?: 'other') => {
    const result = await register(house, person(name, category))
    if (result.outcome !== 'registered') throw new Error(JSON.stringify(result))
    return result.id
  }
  const again = async (name: string, category?: 'other') => {
    const result = await register(house, person(name, category))
    if (result.outcome !== 'replayed') throw new Error(JSON.stringify(result))
    return [result.told.state, result.told.rank]
  }
  const confirmed = await made('confirmed')
  const requested = await made('requested', 'other')
  const first = await made('first')
  await made('second')
  await made('third')
  expect([await again('confirmed'), await again('requested', 'other')]).toEqual([
    ['confirmed', null],
    ['requested', null],
  ])
  expect([await again('first'), await again('third')]).toEqual([
    ['waiting', 1],
    ['waiting', 3],
  ])
  await refuseRegistrations(house, job('test'), seminar.slug, [requested], 'No room for it.')
  expect(await again('requested', 'other')).toEqual(['refused', null])
  await cancelRegistration(house, link(first), first)
  expect([await again('first'), await again('third')]).toEqual([
    ['cancelled', null],
    ['waiting', 2],
  ])
  await cancelRegistration(house, link(confirmed), confirmed)
  expect([await again('confirmed'), await again('second'), await again('third')]).toEqual([
    ['cancelled', null],
    ['confirmed', null],
    ['waiting', 1],
  ])
})

test('a key is remembered as long as forms are; one that comes again later is a new request', async () => {
  const seminar = await makeSeminar(house)
  const input = answers(seminar, { idempotencyKey: 'api:k' })
  const first = await register(house, input)
  if (first.outcome !== 'registered') throw new Error(first.outcome)
  await cancelRegistration(house, link(first.id), first.id)
  expect(await register(house, input)).toMatchObject({
    outcome: 'replayed',
    id: first.id,
    told: { state: 'cancelled' },
  })
  await query(house, `delete from perenne.sent_form`)
  const second = await register(house, input)
  if (second.outcome !== 'registered') throw new Error(second.outcome)
  expect(second.id).not.toBe(first.id)
  expect(await register(house, input)).toMatchObject({
    outcome: 'replayed',
    id: second.id,
    told: { state: 'confirmed' },
  })
})

test('one identity 12 times at once: one living registration, two mails', async () => {
  const seminar = await makeSeminar(house)
  const results = await Promise.all(Array.from({ length: 12 }, () => register(house, answers(seminar))))
  expect(results.filter(result => result.outcome === 'registered')).toHaveLength(1)
  expect(await count(house, seminar.id)).toEqual({ taken: 1, confirmed: 1, waiting: 0, mails: 2, people: 1 })
})

test('whoever adds places gives them to the line, and a newcomer gets what is left', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  for (const n of [1, 2, 3]) await register(house, answers(seminar, { email: `w${n}@example.org` }))
  const raise = (capacity: number) =>
    as(house.db, job('test'), async tx => {
      await tx.updateTable('quota').set({ capacity }).where('seminar_id', '=', seminar.id).execute()
      return fillFreePlaces(tx, seminar.id)
    })
  expect(await raise(2)).toBe(1)
  const late = await register(house, answers(seminar, { email: 'late@example.org' }))
  expect(late).toMatchObject({ told: { state: 'waiting', rank: 2 } })
  expect(await count(house, seminar.id)).toMatchObject({ taken: 2, confirmed: 2, waiting: 2 })
  expect(await raise(10)).toBe(2)
  expect(await count(house, seminar.id)).toMatchObject({ taken: 4, confirmed: 4, waiting: 0 })
  expect(await disagreements(house, seminar.id)).toEqual([])
  expect((await mailsOf(seminar.id)).filter(template => template === 'registration-confirmed')).toHaveLength(4)
  expect(await register(house, answers(seminar, { email: 'last@example.org' }))).toMatchObject({
    told: { state: 'confirmed' },
  })
})

test('after the cut-off a place that is free is nobody’s who comes behind the line', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 1,
    quotas: [{ key: 'universities', capacity: 0, categories: ['university'] }],
    admission: { promote_until: '2018-06-17T22:00:00Z' },
    closes: '2018-06-20T22:00:00Z',
  })
  const first = await register(house, answers(seminar, { email: 'first@example.org' }))
  await register(house, answers(seminar, { email: 'second@example.org' }))
  await register(house, answers(seminar, { email: 'academic@example.org', category: 'university' }))
  await house.setClock('2018-06-18T10:00:00Z')
  await cancelRegistration(house, { kind: 'job', id: 'test' }, 'id' in first ? first.id : '')
  expect(await count(house, seminar.id)).toMatchObject({ taken: 0, confirmed: 0, waiting: 2 })
  // The second would have had it: a newcomer does not get it either, and is behind the one who wants the same.
  expect(await register(house, answers(seminar, { email: 'late@example.org' }))).toMatchObject({
    told: { state: 'waiting' },
  })
  expect(await count(house, seminar.id)).toMatchObject({ taken: 0, confirmed: 0, waiting: 3 })
})

test('names in any script and with pictures stay as they were written', async () => {
  const seminar = await makeSeminar(house)
  for (const [n, givenName] of ['نور', 'שרה', '李', 'Zoë 🦜', 'देवी'].entries()) {
    const result = await register(house, answers(seminar, { givenName, email: `n${n}@example.org` }))
    const id = 'id' in result ? result.id : ''
    const [row] = await query<{ given_name: string }>(
      house,
      'select given_name from perenne.person p join perenne.registration r on r.person_id = p.id where r.id = $1',
      [id],
    )
    expect(row?.given_name).toBe(givenName)
  }
})

test('who sees a registration: its link, its organisers; nobody else', async () => {
  const seminar = await makeSeminar(house)
  const elsewhere = await makeSeminar(house)
  const mine = await register(house, answers(seminar))
  await register(house, answers(seminar, { email: 'other@example.org' }))
  const id = 'id' in mine ? mine.id : ''
  const organiser = await signedIn(house, 'organiser', seminar.id)
  const steward = await signedIn(house, 'door_steward', seminar.id)
  const stranger = await signedIn(house, 'organiser', elsewhere.id)
  const seen = (actor: Parameters<typeof as>[1]) =>
    as(house.db, actor, async tx => ({
      registrations: (await tx.selectFrom('registration').select('id').where('seminar_id', '=', seminar.id).execute())
        .length,
      people: (
        await tx
          .selectFrom('person')
          .select('id')
          .where('email', 'in', ['ana@example.org', 'other@example.org'])
          .where(eb =>
            eb.exists(
              eb
                .selectFrom('registration as r')
                .select('r.id')
                .whereRef('r.person_id', '=', 'person.id')
                .where('r.seminar_id', '=', seminar.id),
            ),
          )
          .execute()
      ).length,
      consents: (
        await tx
          .selectFrom('registration_consent')
          .select('consent_id')
          .where('consent_id', '=', seminar.consents.required)
          .execute()
      ).length,
    }))
  const nothing = { registrations: 0, people: 0, consents: 0 }
  expect(await seen(anonymous)).toEqual(nothing)
  expect(await seen(person(stranger.personId))).toEqual(nothing)
  expect(await seen(person(steward.personId))).toEqual(nothing)
  expect(await seen(link(elsewhere.id))).toEqual(nothing)
  expect(await seen(link(id))).toEqual({ registrations: 1, people: 1, consents: 1 })
  expect(await seen(person(organiser.personId))).toEqual({ registrations: 2, people: 2, consents: 2 })
})
