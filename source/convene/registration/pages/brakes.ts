import { RateLimiterMemory } from 'rate-limiter-flexible'
import { brakes as words } from '#convene/messages/brakes.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { networkOf } from '#ground/web/limits.ts'
import { isCodeTaken } from '../store/invitations.ts'

const most = {
  // Somebody mistypes a code a few times; who tries more is guessing (docs/registration.md).
  code: { points: 10, duration: 600 },
  // A program with invented people would take a whole hall in a second; a partner's server with a hall behind it does not
  // reach this.
  api: { points: 300, duration: 600 },
  // Browsers fill forms in for people, and a colleague may have everything on the clipboard. A program that fills in what
  // it comes across does not stop at ten.
  quick: { points: 10, duration: 600 },
} as const
type Brake = keyof typeof most

// One set for each house: tests open several.
const opened = new WeakMap<Keys, Record<Brake, RateLimiterMemory>>()
function limiterOf({ house }: Visit, brake: Brake): RateLimiterMemory {
  const limiters = opened.get(house.keys) ?? {
    code: new RateLimiterMemory(most.code),
    api: new RateLimiterMemory(most.api),
    quick: new RateLimiterMemory(most.quick),
  }
  opened.set(house.keys, limiters)
  return limiters[brake]
}

/** Counts one more from the network address of a visit. @returns the seconds to wait when it is one too many, else null */
export async function oneMore(visit: Visit, brake: 'api' | 'quick'): Promise<number | null> {
  try {
    await limiterOf(visit, brake).consume(networkOf(visit.address))
    return null
  } catch (spent) {
    if (spent instanceof Error) throw spent
    return secondsOf(spent as { msBeforeNext?: number })
  }
}

const secondsOf = ({ msBeforeNext }: { msBeforeNext?: number }) => Math.max(1, Math.ceil((msBeforeNext ?? 1000) / 1000))

// A code is guessed from a network address, or from one's own page by way of many.
const guessers = (visit: Visit, registrationId: string | null) => [
  `network:${networkOf(visit.address)}`,
  ...(registrationId === null ? [] : [`link:${registrationId}`]),
]

/**
 * Looks whether an invitation code exists, and counts it against whoever tried it if not. After too many of those none is
 * looked at any more, right ones included, or guessing would go on. Codes from one place are looked at one after the other,
 * so that a thousand at once get no further than a thousand in a row; right ones cost nothing, however many come.
 *
 * As a job: who may see no code may still be told that theirs is none.
 *
 * @param tried.registrationId whose own page it is
 * @returns the seconds to wait, or null when the code was looked at, whatever it was
 */
export async function guessedTooOften(
  visit: Visit,
  tried: { seminarId: string; code: string; registrationId?: string },
): Promise<number | null> {
  const limiter = limiterOf(visit, 'code')
  const keys = guessers(visit, tried.registrationId ?? null)
  return inTurn(limiter, keys, async () => {
    for (const key of keys) {
      const counted = await limiter.get(key)
      if (counted !== null && counted.consumedPoints >= most.code.points) return secondsOf(counted)
    }
    const { seminarId, code } = tried
    const exists = await as(visit.house.db, job('invitation-code'), tx => isCodeTaken(tx, seminarId, code))
    if (!exists) for (const key of keys) await limiter.penalty(key, 1)
    return null
  })
}

// The end of the queue at each key. Keys are always taken in the same order, so nobody waits for somebody who waits.
const queues = new WeakMap<object, Map<string, Promise<void>>>()

async function inTurn<T>(limiter: object, keys: readonly string[], work: () => Promise<T>): Promise<T> {
  const [key, ...others] = keys
  if (key === undefined) return work()
  const ends = queues.get(limiter) ?? new Map<string, Promise<void>>()
  queues.set(limiter, ends)
  const before = ends.get(key)
  const { promise: end, resolve: leave } = Promise.withResolvers<void>()
  ends.set(key, end)
  try {
    await before
    return await inTurn(limiter, others, work)
  } finally {
    leave()
    if (ends.get(key) === end) ends.delete(key)
  }
}

export const wrongCodesSaid = (visit: Visit): string => words[visit.locale].wrongCodes
export const tooManyByApiSaid = (visit: Visit): string => words[visit.locale].tooManyByApi

/** A page that keeps what was typed, as the answer to somebody who has to wait. */
export async function asTooMany(answer: Response | Promise<Response>, seconds: number): Promise<Response> {
  const { body, headers } = await answer
  const waiting = new Response(body, { status: 429, headers })
  waiting.headers.set('retry-after', String(seconds))
  return waiting
}
