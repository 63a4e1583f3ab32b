import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Room } from '#ground/house.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { makeNetwork, now, personWith, rooms as usualRooms } from './support.ts'

/** The house of the tests of a file, once `openHouse` was called at its top. */
export let house: TestHouse
/** The cookie of somebody who organises in the network `reseau`. */
export let organiser: string
/** The seminar that a test is about. */
export let slug: string

type Options = {
  rooms?: readonly Room[]
  /** Networks besides `reseau`. */
  networks?: readonly string[]
  /** A seminar of its own for each test: what its slug begins with, and how it is made. */
  fresh?: { slug: string; make: (house: TestHouse, slug: string) => Promise<unknown> }
}

/** Opens a house for all tests of a file and closes it after them. It is 1 March 2027, and `reseau` has an organiser. */
export function openHouse({ rooms = usualRooms, networks = [], fresh }: Options = {}): void {
  beforeAll(async () => {
    house = await openTestHouse(rooms)
    await house.setClock(now)
    for (const network of ['reseau', ...networks]) await makeNetwork(house, network)
    organiser = await personWith(house, 'organiser', 'reseau')
  })
  afterAll(() => house?.close())
  if (!fresh) return
  let count = 0
  beforeEach(async () => {
    slug = `${fresh.slug}-${++count}`
    await fresh.make(house, slug)
  })
}

/** For the rest of a test, `slug` is another seminar, which the test makes itself. */
export function turnTo(other: string): void {
  slug = other
}

/** A page on which that seminar is edited. */
export const at = (part: string) => `/en/desk/seminars/${slug}/edit/${part}`
