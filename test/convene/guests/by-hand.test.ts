import { expect, test } from 'vitest'
import { foresee, registerFor } from '#convene/registration/acts/register.ts'
import { as, job, person } from '#ground/database/actor.ts'
import { ask, fieldsOf, send, settle, wordsOn } from '../registration/desk-support.ts'
import { house, openHouse } from '../registration/house.ts'
import {
  answers,
  count,
  disagreements,
  mailsAbout,
  makeSeminar,
  ownOf,
  query,
  registered,
  signedIn,
  stateOf,
  type TestSeminar,
} from '../registration/support.ts'
import { composeMail } from './mail-of.ts'
import { guestRooms } from './support.ts'

openHouse(guestRooms)

const at = ({ slug }: TestSeminar, below = '') => `/en/desk/seminars/${slug}/registrations${below}`

const ana = {
  givenName: 'Ana',
  familyName: 'Duarte',
  email: 'ana@example.org',
  category: 'staff',
  organisation: 'Prefeitura de Rio Claro',
  country: 'BR',
  language: 'pt',
}

async function enter(seminar: TestSeminar, cookie: string, given: Record<string, string> = {}) {
  const form = await ask(house, at(seminar, '/new'), cookie)
  expect(form.status).toBe(200)
  return send(house, at(seminar, '/new'), cookie, { ...fieldsOf(form.html, at(seminar, '/new')), ...ana, ...given })
}

test('a person is entered with the same answers, without anybody’s consent, and told by mail', async () => {
  const seminar = await makeSeminar(house)
  const { cookie, personId } = await signedIn(house, 'organiser', seminar.id)
  const sent = await enter(seminar, cookie, { role: 'Secretária', 'accessibility[]': 'step-free' })
  expect(sent.status).toBe(303)
  const id = sent.location?.split('/').at(-1) ?? ''
  const own = await ownOf(house, id)
  expect(own).toMatchObject({ name: 'Ana Duarte', origin: 'desk', state: 'confirmed', role: 'Secretária' })
  expect(own.answers.needs?.accessibility).toEqual(['step-free'])
  expect(await query(house, 'select * from perenne.registration_consent where registration_id = $1', [id])).toEqual([])
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed'])
  const mail = await composeMail(house, id)
  expect(mail.text).toContain('A equipe organizadora registrou esta inscrição')
  expect(mail.text).toMatch(/\/pt\/me\/\S+/)
  expect(mail.text).toMatch(/\/pt\/not-me\/\S+/)
  expect(
    await query(house, `select what, detail, actor_kind, actor_id from perenne.noted_act where space_id = $1`, [
      seminar.id,
    ]),
  ).toEqual([{ what: 'registered-by-hand', detail: { registration: id }, actor_kind: 'person', actor_id: personId }])
})

test('nobody is told when the organiser says so, and the back button enters nobody twice', async () => {
  const seminar = await makeSeminar(house)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const form = fieldsOf((await ask(house, at(seminar, '/new'), cookie)).html, at(seminar, '/new'))
  const first = await send(house, at(seminar, '/new'), cookie, { ...form, ...ana, tell: 'no' })
  const again = await send(house, at(seminar, '/new'), cookie, { ...form, ...ana, tell: 'no' })
  expect(again.location).toBe(first.location)
  // Somebody else with the same form is somebody else.
  const other = await send(house, at(seminar, '/new'), cookie, { ...form, ...ana, givenName: 'Rui', tell: 'no' })
  expect(other.location).not.toBe(first.location)
  expect(await count(house, seminar.id)).toMatchObject({ confirmed: 2, mails: 0 })
})

test('after the deadline they may, over the capacity never: the rank is told', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  await registered(house, seminar, { email: 'first@example.org' })
  await house.setClock('2018-07-01T10:00:00Z')
  const sent = await enter(seminar, cookie)
  const page = await ask(house, sent.location ?? '', sent.cookie)
  expect(wordsOn(page.html)).toContain('Ana Duarte is registered and waits, rank 1.')
  expect(await count(house, seminar.id)).toMatchObject({ taken: 1, confirmed: 1, waiting: 1 })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('not once it is over, cancelled, or still a draft', async () => {
  const open = await makeSeminar(house)
  const { cookie } = await signedIn(house, 'organiser', open.id)
  const form = fieldsOf((await ask(house, at(open, '/new'), cookie)).html, at(open, '/new'))
  await house.setClock('2018-07-05T16:00:00Z')
  const late = await send(house, at(open, '/new'), cookie, { ...form, ...ana })
  expect(wordsOn(late.html)).toContain('The seminar is over')
  expect(await count(house, open.id)).toMatchObject({ people: 0 })
  await house.setClock('2018-06-05T10:00:00Z')
  for (const [given, words] of [
    [{ cancelled: '2018-06-01T08:00:00Z' }, 'The seminar is cancelled'],
    [{ visibility: 0 }, 'still a draft'],
  ] as const) {
    const seminar = await makeSeminar(house, given)
    const organiser = await signedIn(house, 'organiser', seminar.id)
    expect(wordsOn((await ask(house, at(seminar, '/new'), organiser.cookie)).html)).toContain(words)
  }
})

test('everything wrong at once, with what was typed; a known person is told of, and nothing happens to them', async () => {
  const seminar = await makeSeminar(house)
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const wrong = await enter(seminar, cookie, { email: 'ana@', category: '', country: 'ZZ', givenName: 'Ann' })
  expect(wrong.status).toBe(422)
  expect(fieldsOf(wrong.html, at(seminar, '/new'))).toMatchObject({ email: 'ana@', givenName: 'Ann' })
  expect(wrong.html.match(/class="error"/g)).toHaveLength(3)

  const id = await registered(house, seminar)
  const known = await enter(seminar, cookie)
  expect(known.status).toBe(422)
  expect(known.html).toContain(`href="${at(seminar, `/${id}`)}"`)
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed'])
  expect(await count(house, seminar.id)).toMatchObject({ people: 1 })
})

test('with an invitation its rules count, and its places are never exceeded', async () => {
  const seminar = await makeSeminar(house, { capacity: 2 })
  const { cookie, personId } = await signedIn(house, 'organiser', seminar.id)
  await settle(house, seminar, personId, ({ quotas, admission }) => ({
    quotas,
    admission: { ...admission, approvalFor: ['staff'] },
  }))
  const examined = await enter(seminar, cookie, { email: 'a@example.org' })
  expect(await stateOf(house, examined.location?.split('/').at(-1) ?? '')).toBe('requested')
  await as(house.db, job('test'), tx =>
    tx
      .insertInto('invitation')
      .values({ seminar_id: seminar.id, code: 'VILLES2018', label: 'Villes', places: 1 })
      .execute(),
  )
  const invited = await enter(seminar, cookie, { email: 'b@example.org', invitation: 'VILLES2018' })
  expect(await stateOf(house, invited.location?.split('/').at(-1) ?? '')).toBe('confirmed')
  const full = await enter(seminar, cookie, { email: 'c@example.org', invitation: 'VILLES2018' })
  expect(full.status).toBe(422)
  expect(wordsOn(full.html)).toContain('All places of this invitation are taken')
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('required questions may be left open, and one office’s mailbox takes more than a dozen', async () => {
  const seminar = await makeSeminar(house, { capacity: 30 })
  const { personId, cookie } = await signedIn(house, 'organiser', seminar.id)
  await as(house.db, job('test'), tx =>
    tx
      .insertInto('question')
      .values({ seminar_id: seminar.id, key: 'arrival', kind: 'text', required: true, position: 1 })
      .execute(),
  )
  const people = Array.from({ length: 20 }, (_, n) => answers(seminar, { familyName: `N${n}`, consents: [] }))
  const results = await registerFor(house, seminar.slug, people, {
    by: person(personId),
    tell: true,
    guestListId: null,
  })
  expect(results.map(({ outcome }) => outcome)).toEqual(people.map(() => 'registered'))
  expect((await enter(seminar, cookie, { familyName: 'Open' })).status).toBe(303)
})

test('whoever does not look after the people of this seminar enters nobody, by page or by act', async () => {
  const seminar = await makeSeminar(house)
  const other = await makeSeminar(house)
  const attackers = {
    elsewhere: await signedIn(house, 'organiser', other.id),
    evaluator: await signedIn(house, 'evaluator', seminar.id),
    translator: await signedIn(house, 'translator', seminar.id),
    steward: await signedIn(house, 'door_steward', seminar.id),
    nobody: await signedIn(house, null, seminar.id),
  }
  const organiser = await signedIn(house, 'organiser', seminar.id)
  const form = fieldsOf((await ask(house, at(seminar, '/new'), organiser.cookie)).html, at(seminar, '/new'))
  for (const [who, { cookie, personId }] of Object.entries(attackers)) {
    const sent = await send(house, at(seminar, '/new'), cookie, { ...form, ...ana })
    expect([403, 404], who).toContain(sent.status)
    const entry = { by: person(personId), tell: true, guestListId: null }
    for (const act of [registerFor, foresee])
      expect(await act(house, seminar.slug, [answers(seminar)], entry), who).toEqual([
        { outcome: 'refused', why: 'may-not' },
      ])
  }
  const anonymous = await house.send(at(seminar, '/new'), ana)
  expect(anonymous.headers.get('location')).toMatch(/^\/en\/sign-in/)
  expect(await count(house, seminar.id)).toMatchObject({ people: 0, mails: 0 })
})

test('what is foreseen is what happens, and foreseeing writes nothing', async () => {
  const seminar = await makeSeminar(house, { capacity: 2, admission: { approval_for: ['other'] } })
  const { personId } = await signedIn(house, 'organiser', seminar.id)
  const known = await registered(house, seminar, { familyName: 'Known', email: 'known@example.org' })
  const entry = { by: person(personId), tell: false, guestListId: null }
  const one = (name: string, more: object = {}) =>
    answers(seminar, { familyName: name, email: `${name}@example.org`, consents: [], ...more })
  const people = [one('A'), one('B'), one('Known'), one('C', { category: 'other' }), one('D')]
  const before = await query(house, 'select count(*)::int as n from perenne.person')
  const foreseen = await foresee(house, seminar.slug, people, entry)
  expect(foreseen).toMatchObject([
    { outcome: 'registered', told: { state: 'confirmed' } },
    { outcome: 'registered', told: { state: 'waiting', rank: 1 } },
    { outcome: 'known', id: known },
    { outcome: 'registered', told: { state: 'requested' } },
    { outcome: 'registered', told: { state: 'waiting', rank: 2 } },
  ])
  expect(await query(house, 'select count(*)::int as n from perenne.person')).toEqual(before)
  expect(await count(house, seminar.id)).toMatchObject({ taken: 1, people: 1 })
  const done = await registerFor(house, seminar.slug, people, entry)
  const told = (results: typeof done) => results.map(result => ('told' in result ? result.told : result))
  expect(told(done)).toEqual(told(foreseen))
  expect(await disagreements(house, seminar.id)).toEqual([])
})
