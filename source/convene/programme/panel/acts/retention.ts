import type { Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { forgetAddresses, unnamedPeople } from '../store/retention.ts'

/**
 * Erases what is kept of people on a programme once the persons of its seminar have been kept long enough: everything of
 * those whose name is not shown, the address of those who agreed that it is. Their name stays until they take it back, by
 * the link that they have: then the next run erases them too.
 *
 * In the transaction of the retention, which runs as a job.
 *
 * @param most people of one batch
 * @returns how many; 0 when nothing is left to erase
 */
export async function eraseProgrammePeople(tx: Tx, house: House, seminarId: string, most: number): Promise<number> {
  const persons = await unnamedPeople(tx, seminarId, most)
  if (persons.length > 0) {
    for (const room of house.rooms) await room.beforeErasing?.(tx, house, persons)
    return erasePersons(tx, persons, { bySeminar: true })
  }
  return forgetAddresses(tx, seminarId, most)
}
