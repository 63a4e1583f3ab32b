import { randomUUID } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Visit } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { networkOf } from '#ground/web/limits.ts'

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
 * Whether a form came back faster than a person can have read it, by the real clock. A form without a key of ours tells
 * nothing about its time and is not held back: who writes a program for this very form may as well use the API, and what
 * this is to stop are the programs that fill in every form they come across, hidden fields included.
 */
export function isTooQuick(keys: Keys, key: string | null, now = Temporal.Now.instant()): boolean {
  const said = key === null ? null : keys.verify('once', key)
  const served = /^(\d{1,15})\./.exec(said ?? '')?.[1]
  if (served === undefined) return false
  const took = Temporal.Instant.fromEpochMilliseconds(Number(served)).until(now)
  // A clock that was set back between the two proves nothing against anybody.
  return took.sign >= 0 && Temporal.Duration.compare(took, shortest) < 0
}

// So many quick ones are taken from one address within ten minutes: browsers fill forms in for people, and a colleague
// may have everything on the clipboard. A program that fills in what it comes across does not stop at ten.
const quickOnes = { points: 10, duration: 600 }
const counted = new WeakMap<Keys, RateLimiterMemory>()

/** Whether a form that came back too quickly is one too many from its address: it is then given back, to be sent again. */
export async function isOneQuickTooMany({ house, address }: Visit, key: string | null): Promise<boolean> {
  if (!isTooQuick(house.keys, key)) return false
  const limiter = counted.get(house.keys) ?? new RateLimiterMemory(quickOnes)
  counted.set(house.keys, limiter)
  try {
    await limiter.consume(networkOf(address))
    return false
  } catch (spent) {
    if (spent instanceof Error) throw spent
    return true
  }
}
