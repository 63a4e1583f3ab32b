import { sql } from 'kysely'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { LogWanted } from '#ground/house.ts'

/** What was done in one second by one actor in the same way: an act on many people is one row. */
export type PlaceEventRow = {
  /** The last of them, and the first. */
  at: Temporal.Instant
  since: Temporal.Instant
  times: number
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
    .select(['seminar_id as seminar', 'from_state as from', 'to_state as to'])
    .select(['actor_kind as actorKind', 'actor_id as actorId', 'kind'])
    .select(({ fn }) => [fn.max('at').as('at'), fn.min('at').as('since'), sql<number>`count(*)::int`.as('times')])
    .where('kind', 'in', ['state', 'change'])
    .groupBy(['seminar_id', 'from_state', 'to_state', 'actor_kind', 'actor_id', 'kind', sql`date_trunc('second', at)`])
    .orderBy(({ fn }) => fn.max('at'), 'desc')
    .limit(wanted.most)
  if (wanted.spaceId !== null) query = query.where('seminar_id', '=', wanted.spaceId)
  if (wanted.before !== null) query = query.where('at', '<', wanted.before)
  if (wanted.since !== null) query = query.where('at', '>=', wanted.since)
  if (wanted.personId !== null) query = query.where('actor_kind', '=', 'person').where('actor_id', '=', wanted.personId)
  else if (wanted.byHand) query = query.where('actor_kind', '=', 'person')
  return (await query.execute()) as PlaceEventRow[]
}
