import { randomUUID } from 'node:crypto'
import type { Visit } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { oneMore } from '../brakes.ts'

// Of real time: how long nobody needs who reads the first question before sending the answers.
const shortest = Temporal.Duration.from({ seconds: 2 })

/**
 * The key of one sending of the form, which also tells when the form was served. It is a once key as any other
 * (ground/web/sent-once.ts); signed, so that neither part can be made up.
 */
export function newSendingKey(keys: Keys, served = Temporal.Now.instant()): string {
  return keys.sign('once', `${served.epochMilliseconds}.${randomUUID()}`)
}

/**
 * Whether a form came back faster than a person can have read it, by the real clock. A form without a key of ours was not
 * read at all by who sends it, or is kept from us how long: it counts as quick. What this is to stop are the programs that
 * fill in every form they come across, hidden fields included, and those written for this very one.
 */
export function isTooQuick(keys: Keys, key: string | null, now = Temporal.Now.instant()): boolean {
  const said = key === null ? null : keys.verify('once', key)
  const served = /^(\d{1,15})\./.exec(said ?? '')?.[1]
  if (served === undefined) return true
  const took = Temporal.Instant.fromEpochMilliseconds(Number(served)).until(now)
  // A clock that was set back between the two proves nothing against anybody.
  return took.sign >= 0 && Temporal.Duration.compare(took, shortest) < 0
}

/** Whether a form that came back too quickly is one too many from its address: it is then given back, to be sent again. */
export async function isOneQuickTooMany(visit: Visit, key: string | null): Promise<boolean> {
  return isTooQuick(visit.house.keys, key) && (await oneMore(visit, 'quick')) !== null
}
