import type { Tx } from '#ground/database/actor.ts'
import { giveBack } from '../rules/places.ts'
import { holdsPlace } from '../rules/states.ts'
import { changeStates } from '../store/change-state.ts'
import type { Registered } from '../store/find-registrations.ts'
import type { Hall } from '../store/hall.ts'

/**
 * Ends registrations and gives back the places they hold, in the hall and in their states. The caller then fills the
 * line, which also saves the counters: the places of several who leave at once are free together.
 */
export async function letGo(
  tx: Tx,
  hall: Hall,
  people: readonly Registered[],
  to: { state: 'refused' | 'cancelled' | 'expired'; reason?: string | null },
): Promise<void> {
  for (const person of people) if (holdsPlace(person.state)) giveBack(hall.places, person)
  await changeStates(
    tx,
    people.map(({ id }) => ({ id, ...to })),
  )
}
