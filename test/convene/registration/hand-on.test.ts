import { expect, test } from 'vitest'
import { cancelRegistration } from '#convene/registration/acts/cancel-registration.ts'
import { handOn } from '#convene/registration/acts/hand-on.ts'
import { stateConsents } from '#convene/registration/acts/state-consents.ts'
import { link, person } from '#ground/database/actor.ts'
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

const colleague = { givenName: 'Bento', familyName: 'Lima', email: 'bento@example.org', language: 'pt' as const }
const consentsOf = (id: string) =>
  query(
    house,
    `select k.key, c.given, c.stated_by from perenne.registration_consent c join perenne.consent k on k.id = c.consent_id
     where c.registration_id = $1 order by k.position`,
    [id],
  )

test('a place goes to a colleague of the same organisation and nobody in the line is overtaken', async () => {
  const seminar = await makeSeminar(house, {
    capacity: 1,
    quotas: [{ key: 'staff', capacity: 1, categories: ['staff'] }],
    admission: { per_organisation: 1 },
  })
  const id = await registered(house, seminar, {
    consents: ['data', 'participants-list'],
    role: 'Mayor’s office',
    languages: ['pt'],
  })
  const waiting = await registered(house, seminar, { email: 'w@example.org' })
  const result = await handOn(house, link(id), id, colleague)
  if (result.outcome !== 'handed-on') throw new Error(result.outcome)
  expect([await stateOf(house, id), await stateOf(house, result.id), await stateOf(house, waiting)]).toEqual([
    'cancelled',
    'confirmed',
    'waiting',
  ])
  const [row] = await query(
    house,
    `select n.category, n.organisation_name, n.organisation_key, n.region, n.role, n.languages, o.handed_on_to = n.id as linked,
            p.given_name, p.email, (select given_name from perenne.person where id = o.person_id) as before
     from perenne.registration n join perenne.registration o on o.handed_on_to = n.id join perenne.person p on p.id = n.person_id
     where n.id = $1`,
    [result.id],
  )
  expect(row).toEqual({
    category: 'staff',
    organisation_name: 'Prefeitura de Rio Claro',
    organisation_key: 'prefeituraderioclaro',
    region: 'latin-america',
    role: null,
    languages: [],
    linked: true,
    given_name: 'Bento',
    email: 'bento@example.org',
    before: 'Ana',
  })
  expect(await mailsAbout(house, result.id)).toEqual(['handed-on'])
  expect(await mailsAbout(house, id)).toEqual(['registration-confirmed', 'handed-on-from'])
  expect(await consentsOf(result.id)).toEqual([
    { key: 'data', given: true, stated_by: 'delegate' },
    { key: 'participants-list', given: false, stated_by: 'delegate' },
  ])
  expect(await disagreements(house, seminar.id)).toEqual([])
  // The old link has nothing to hand on any more.
  expect(await handOn(house, link(id), id, { ...colleague, email: 'other@example.org' })).toEqual({
    outcome: 'not-possible',
  })
  // The colleague says for themself what was said for them.
  expect(await stateConsents(house, result.id, ['participants-list'])).toEqual({
    outcome: 'consent-missing',
    consents: ['data'],
  })
  expect(await stateConsents(house, result.id, ['data', 'participants-list'])).toEqual({ outcome: 'stated' })
  expect(await consentsOf(result.id)).toEqual([
    { key: 'data', given: true, stated_by: 'self' },
    { key: 'participants-list', given: true, stated_by: 'self' },
  ])
})

test('somebody who is registered already gets no second place, nothing changes, and both are told', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar)
  const known = await registered(house, seminar, { ...colleague, category: 'university' })
  expect(await handOn(house, link(id), id, { ...colleague, givenName: ' BENTO' })).toEqual({ outcome: 'known' })
  expect(
    await handOn(house, link(id), id, {
      givenName: 'Ana',
      familyName: 'Duarte',
      email: 'ana@example.org',
      language: 'pt',
    }),
  ).toEqual({ outcome: 'known' })
  expect([await stateOf(house, id), await stateOf(house, known)]).toEqual(['confirmed', 'confirmed'])
  // The colleague once an hour; who holds the place, for each thing that was done with their link.
  const again = ['registration-confirmed', 'already-registered']
  const kept = ['registration-confirmed', 'not-handed-on', 'not-handed-on']
  expect([await mailsAbout(house, known), await mailsAbout(house, id)]).toEqual([again, kept])
  await handOn(house, link(id), id, colleague)
  expect(await mailsAbout(house, known)).toEqual(again)
  await house.setClock('2018-06-05T11:30:00Z')
  await handOn(house, link(id), id, colleague)
  expect(await mailsAbout(house, known)).toEqual([...again, 'already-registered'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('only a confirmed place, only before the seminar is over, only by its link or its organisers', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar)
  const waiting = await registered(house, seminar, { email: 'w@example.org' })
  expect(await handOn(house, link(waiting), waiting, colleague)).toEqual({ outcome: 'not-possible' })
  await expect(handOn(house, link(waiting), id, colleague)).rejects.toMatchObject({ kind: 'not-found' })
  const stranger = await signedIn(house, 'organiser', (await makeSeminar(house)).id)
  await expect(handOn(house, person(stranger.personId), id, colleague)).rejects.toMatchObject({ kind: 'not-found' })
  await house.setClock('2018-07-05T15:30:00Z')
  expect(await handOn(house, link(id), id, colleague)).toEqual({ outcome: 'not-possible' })
  await house.setClock('2018-07-05T06:00:00Z')
  const organiser = await signedIn(house, 'organiser', seminar.id)
  expect(await handOn(house, person(organiser.personId), id, colleague)).toMatchObject({ outcome: 'handed-on' })
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('two hand-ons at once: one colleague has the place', async () => {
  const seminar = await makeSeminar(house, { capacity: 1 })
  const id = await registered(house, seminar)
  const results = await Promise.all(
    ['x', 'y', 'z'].map(name => handOn(house, link(id), id, { ...colleague, email: `${name}@example.org` })),
  )
  expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['handed-on', 'not-possible', 'not-possible'])
  expect(await disagreements(house, seminar.id)).toEqual([])
})

test('a mailbox is not filled by handing places on', async () => {
  const seminar = await makeSeminar(house, { capacity: 40 })
  for (let n = 0; n < 13; n++) {
    const id = await registered(house, seminar, { email: `from${n}@example.org` })
    const handing = handOn(house, link(id), id, { ...colleague, givenName: `Name${n}` })
    if (n < 12) expect((await handing).outcome).toBe('handed-on')
    else await expect(handing).rejects.toMatchObject({ kind: 'too-many' })
  }
})

test('a consent can be taken back at any time, by the person alone', async () => {
  const seminar = await makeSeminar(house)
  const id = await registered(house, seminar, { consents: ['data', 'participants-list'] })
  await house.setClock('2019-01-05T10:00:00Z')
  expect(await stateConsents(house, id, ['data'])).toEqual({ outcome: 'stated' })
  expect(await consentsOf(id)).toEqual([
    { key: 'data', given: true, stated_by: 'self' },
    { key: 'participants-list', given: false, stated_by: 'self' },
  ])
  expect(await cancelRegistration(house, link(id), id)).toBe('over')
})
