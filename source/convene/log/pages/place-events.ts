import { logWords } from '#convene/messages/log.ts'
import { registration } from '#convene/messages/registration.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { LogEvent, LogWanted } from '#ground/house.ts'
import { placeEvents } from '../store/place-events.ts'

/** Registrations in the log: whoever looks after people finds the person on the registration's own page. */
export async function eventsOfPlaces(tx: Tx, wanted: LogWanted): Promise<LogEvent[]> {
  if (wanted.part !== null && wanted.part !== 'people') return []
  const rows = await placeEvents(tx, wanted)
  return rows.map(({ at, since, times: together, seminar, kind, from, to, actorKind, actorId }) => ({
    at,
    several: { times: together, since },
    actorKind,
    actorId,
    spaceId: seminar,
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
