import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, job } from '../../source/ground/database/actor.ts'
import { accountFor } from '../../source/ground/people/store/persons.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { peopleRoom } from './support.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse([peopleRoom])
})
afterAll(() => house.close())

// A statement that a connection has prepared is planned anew after five times, without the values of its parameters.
test('a dozen accounts are made on one connection, and each is found again', async () => {
  const names = { givenName: 'Ana', familyName: 'Souza', language: 'pt' as const }
  const made = await as(house.db, job('test'), async tx => {
    const all = []
    for (let n = 0; n < 12; n++) all.push(await accountFor(tx, { ...names, email: `ana${n}@ville.example` }))
    return all
  })
  expect(made.every(one => one.isNew)).toBe(true)
  const again = await as(house.db, job('test'), tx => accountFor(tx, { ...names, email: ' ANA3@ville.example' }))
  expect(again).toEqual({ id: made[3]?.id, isNew: false, language: 'pt' })
})
