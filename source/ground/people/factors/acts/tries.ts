import { type IRateLimiterRes, RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../../../web/refusal.ts'

// Six figures and three steps: a guess is right three times in a million. Twenty a day leave one chance in 16,000 a day
// to somebody who reads the person's mail already, and the person finds a mail for each link that was asked for.
const few = { points: 5, duration: 15 * 60 }
const day = { points: 20, duration: 24 * 60 * 60 }

/**
 * Counts the wrong codes of each person, wherever they are sent from, in the memory of each server: beside the allowance of
 * the address, which whoever has many addresses would get round.
 */
const limiters = [few, day].map(
  (limit, index) => new RateLimiterMemory({ keyPrefix: `second-factor-${index}`, ...limit }),
)

/**
 * Counts a try before it is looked at, so that many at once are no way round.
 *
 * @throws Refusal `too-many`, with the seconds to wait
 */
export async function countTry(personId: string): Promise<void> {
  for (const limiter of limiters) {
    try {
      await limiter.consume(personId)
    } catch (spent) {
      if (spent instanceof Error) throw spent
      throw new Refusal('too-many', null, Math.ceil(((spent as IRateLimiterRes).msBeforeNext ?? 1000) / 1000))
    }
  }
}

/** A right one takes its person's wrong ones away. */
export async function forgetTries(personId: string): Promise<void> {
  await Promise.all(limiters.map(limiter => limiter.delete(personId)))
}
