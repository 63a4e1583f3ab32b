import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '#convene/registration/index.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { answers, count, fields, makeSeminar, rooms } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(rooms)
  await house.setClock('2018-06-05T10:00:00Z')
})
afterAll(() => house.close())

test('a stranger’s mailbox cannot be filled by one name after another', async () => {
  const seminar = await makeSeminar(house, { capacity: 100 })
  const one = (name: string) => register(house, answers(seminar, { givenName: name, email: 'Victim@example.org' }))
  for (let i = 0; i < 12; i++) expect((await one(`Name${i}`)).outcome).toBe('registered')
  await expect(one('Thirteenth')).rejects.toMatchObject({ kind: 'too-many' })
  expect((await count(house, seminar.id)).mails).toBe(12)
  // A delegation from one mailbox goes on an hour later, and others are not concerned.
  expect((await register(house, answers(seminar, { email: 'other@example.org' }))).outcome).toBe('registered')
  await house.setClock('2018-06-05T11:00:01Z')
  expect((await one('Later')).outcome).toBe('registered')
})

test('a name that is a link is told beside its field', async () => {
  const seminar = await makeSeminar(house)
  const answer = await house.send(
    `/en/seminars/${seminar.slug}/register`,
    fields({ givenName: 'win http://evil.example/' }),
  )
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('A name is written without a web address')
})

test('a form of fifty thousand fields is refused at once', async () => {
  const seminar = await makeSeminar(house)
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [String(i), '']))
  expect((await house.send(`/en/seminars/${seminar.slug}/register`, many)).status).toBe(422)
})
