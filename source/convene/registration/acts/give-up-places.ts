import type { Tx } from '#ground/database/actor.ts'
import { holdsPlace } from '../rules/states.ts'
import { registrationsOfPersons, seminarsOfPersons } from '../store/find-registrations.ts'
import { openHall, saveHall } from '../store/hall.ts'
import { isOver } from './at-the-gate.ts'
import { fillFreePlaces } from './fill-free-places.ts'
import { letGo } from './let-go.ts'

/**
 * Takes persons who are about to be erased out of everything that counts them: their living registrations are
 * cancelled, without a mail to them, and their places go to the first in line. In a seminar that is over they stay as
 * they were, for the statistics, and only the limit of their organisation forgets them, since their organisation is
 * erased with them.
 *
 * The transaction runs as a job: erasure reaches the registrations of every seminar, whoever looks after them. Gates are
 * passed in a fixed order, so that two erasures cannot wait for each other.
 */
export async function giveUpPlaces(tx: Tx, personIds: readonly string[]): Promise<void> {
  for (const seminarId of await seminarsOfPersons(tx, personIds)) {
    const hall = await openHall(tx, seminarId)
    const people = await registrationsOfPersons(tx, seminarId, personIds)
    if (!isOver(hall)) {
      await letGo(tx, hall, people, { state: 'cancelled' })
      await fillFreePlaces(tx, seminarId, hall)
      continue
    }
    const { organisations } = hall.places
    for (const { state, organisationKey } of people) {
      const taken = organisations.get(organisationKey)
      if (holdsPlace(state) && taken !== undefined) organisations.set(organisationKey, taken - 1)
    }
    await saveHall(tx, hall)
  }
}
