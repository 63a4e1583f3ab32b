import { afterAll, beforeAll, expect, test } from 'vitest'
import { register, registrationMails } from '#convene/registration/index.ts'
import { type Actor, as, job } from '#ground/database/actor.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { answers, makeSeminar, rooms } from './support.ts'

const to = { id: '', givenName: 'Ana', familyName: 'Duarte', email: 'ana@example.org' }
const houses: TestHouse[] = []
let withServer: TestHouse
let without: TestHouse
beforeAll(async () => {
  withServer = await openTestHouse(rooms, { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'p@example.org' })
  without = await openTestHouse(rooms)
  houses.push(withServer, without)
  for (const house of houses) await house.setClock('2018-06-05T10:00:00Z')
})
afterAll(async () => {
  for (const house of houses) await house.close()
})

async function linkFor(house: TestHouse, who: (seminarId: string) => Promise<Actor>): Promise<string | undefined> {
  const seminar = await makeSeminar(house)
  const result = await register(house, answers(seminar))
  if (result.outcome !== 'registered') throw new Error(result.outcome)
  const actor = await who(seminar.id)
  const words = await as(
    house.db,
    actor,
    tx =>
      registrationMails['registration-confirmed']?.words(house, tx, { registration: result.id }, 'en', to) ??
      Promise.resolve(null),
  )
  expect(words?.subject).toBeTruthy()
  return words?.action?.url
}

// The organiser of this seminar, who may read its mails.
const organiserIn = (house: TestHouse) => async (seminarId: string) => {
  const { rows } = await house.database.owner.query(
    `with p as (insert into perenne.person (given_name, language, has_account) values ('O', 'fr', true) returning id)
     insert into perenne.access_right (person_id, role, space_id, space_kind, reason)
     select p.id, 'organiser', $1, 'seminar', 'test' from p returning person_id`,
    [seminarId],
  )
  return { kind: 'person', id: rows[0].person_id } as const
}

test('what is sent carries the own page of its recipient', async () => {
  expect(await linkFor(withServer, async () => job('mail'))).toMatch(/\/en\/me\//)
})

test('who reads the list of mails is not shown the own page of somebody else', async () => {
  expect(await linkFor(withServer, organiserIn(withServer))).toBeUndefined()
})

test('unless no mail leaves: then whoever administers reads it there, and in a demonstration everybody', async () => {
  expect(await linkFor(without, organiserIn(without))).toBeUndefined()
  const turn = (demonstration: boolean) =>
    without.database.owner.query('update perenne.installation set demonstration = $1', [demonstration])
  await turn(true)
  expect(await linkFor(without, organiserIn(without))).toMatch(/\/en\/me\//)
  await turn(false)
})
