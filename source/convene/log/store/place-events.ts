import { logWords } from '#convene/messages/log.ts'
import { registration } from '#convene/messages/registration.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { LogEvent, LogWanted } from '#ground/house.ts'

/**
 * What happened to registrations, newest first, without naming anybody: who looks after people finds the person on their
 * own page. Capacities and invitations are told by their versions.
 */
export async function eventsOfPlaces(tx: Tx, wanted: LogWanted): Promise<LogEvent[]> {
  let query = tx
    .selectFrom('place_event')
    .select(['at', 'seminar_id', 'kind', 'from_state', 'to_state', 'actor_kind', 'actor_id'])
    .where('kind', 'in', ['state', 'change'])
    .orderBy('at', 'desc')
    .limit(wanted.most)
  if (wanted.spaceId !== null) query = query.where('seminar_id', '=', wanted.spaceId)
  if (wanted.before !== null) query = query.where('at', '<', wanted.before)
  if (wanted.since !== null) query = query.where('at', '>=', wanted.since)
  if (wanted.personId !== null) query = query.where('actor_kind', '=', 'person').where('actor_id', '=', wanted.personId)
  else if (wanted.byHand) query = query.where('actor_kind', '=', 'person')
  const rows = await query.execute()
  return rows.map(({ at, seminar_id, kind, from_state: from, to_state: to, actor_kind, actor_id }) => ({
    at,
    actorKind: actor_kind,
    actorId: actor_id,
    spaceId: seminar_id,
    part: 'people',
    key: kind === 'state' ? `registration ${from} ${to}` : 'registration changed',
    say: (locale, times) => {
      const words = logWords[locale].events
      const state = (one: RegistrationState) => registration[locale].states[one]
      if (kind === 'change' || to === null) return words.changed(times)
      return from === null ? words.new(state(to), times) : words.state(state(from), state(to), times)
    },
  }))
}
