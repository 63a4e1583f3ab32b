import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { LogWanted } from '#ground/house.ts'

export type PlaceEventRow = {
  at: Temporal.Instant
  seminar: string
  kind: 'state' | 'change'
  from: RegistrationState | null
  to: RegistrationState | null
  actorKind: string | null
  actorId: string | null
}

/**
 * What happened to registrations, newest first, without naming anybody. Capacities and invitations leave versions, by
 * which they are told.
 */
export async function placeEvents(tx: Tx, wanted: LogWanted): Promise<PlaceEventRow[]> {
  let query = tx
    .selectFrom('place_event')
    .select(['at', 'seminar_id as seminar', 'from_state as from', 'to_state as to'])
    .select(['actor_kind as actorKind', 'actor_id as actorId', 'kind'])
    .where('kind', 'in', ['state', 'change'])
    .orderBy('at', 'desc')
    .limit(wanted.most)
  if (wanted.spaceId !== null) query = query.where('seminar_id', '=', wanted.spaceId)
  if (wanted.before !== null) query = query.where('at', '<', wanted.before)
  if (wanted.since !== null) query = query.where('at', '>=', wanted.since)
  if (wanted.personId !== null) query = query.where('actor_kind', '=', 'person').where('actor_id', '=', wanted.personId)
  else if (wanted.byHand) query = query.where('actor_kind', '=', 'person')
  return (await query.execute()) as PlaceEventRow[]
}
