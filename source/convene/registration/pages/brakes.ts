import { RateLimiterMemory } from 'rate-limiter-flexible'
import { brakes as words } from '#convene/messages/brakes.ts'
import type { Visit } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { networkOf } from '#ground/web/limits.ts'

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
 * Whether too many wrong codes came from here: then none is tried any more, right ones included, or guessing would go on.
 * What is already on its way when the last one fails is still answered: a handful, not the millions that it takes.
 *
 * @param registrationId whose own page it is
 * @returns the seconds to wait, or null
 */
export async function guessedTooOften(visit: Visit, registrationId: string | null = null): Promise<number | null> {
  for (const key of guessers(visit, registrationId)) {
    const counted = await limiterOf(visit, 'code').get(key)
    if (counted !== null && counted.consumedPoints >= most.code.points) return secondsOf(counted)
  }
  return null
}

/** Counts a code that does not exist. */
export async function wrongCode(visit: Visit, registrationId: string | null = null): Promise<void> {
  for (const key of guessers(visit, registrationId)) await limiterOf(visit, 'code').penalty(key, 1)
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
