import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Room } from '#ground/house.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'

/** The house of the tests of a file, once `openHouse` was called at its top. */
export let house: TestHouse

/** Opens a house for all tests of a file and closes it after them. Each test begins on 5 June 2018, registration open. */
export function openHouse(rooms: readonly Room[], environment: Record<string, string> = {}): void {
  beforeAll(async () => {
    house = await openTestHouse(rooms, environment)
  })
  beforeEach(() => house.setClock('2018-06-05T10:00:00Z'))
  afterAll(() => house?.close())
}
