import { type IRateLimiterRes, RateLimiterMemory } from 'rate-limiter-flexible'
import type { Route } from '../house.ts'
import { Refusal } from './refusal.ts'

type Allowance = NonNullable<Route['allowance']>

// A person is recognised by their session or link first. A whole hall registers from behind one address, so the
// address alone is only a high ceiling against floods: a room of 2,000 people fits under it.
const perVisitor: Record<Allowance, { points: number; duration: number }> = {
  read: { points: 600, duration: 60 },
  write: { points: 120, duration: 60 },
  'sign-in': { points: 10, duration: 600 },
  register: { points: 60, duration: 60 },
}
const perAddress: Record<Allowance, { points: number; duration: number }> = {
  read: { points: 12_000, duration: 60 },
  write: { points: 3_000, duration: 60 },
  'sign-in': { points: 100, duration: 600 },
  register: { points: 3_000, duration: 60 },
}

export type Limits = {
  /** @throws Refusal `too-many`, with the seconds to wait */
  count(allowance: Allowance, visitor: string | null, address: string): Promise<void>
}

/** @param factor the tests and the demo's load runs widen every allowance; real use is 1 */
export function openLimits(factor = 1): Limits {
  const make = (table: typeof perVisitor, prefix: string) =>
    Object.fromEntries(
      Object.entries(table).map(([name, { points, duration }]) => [
        name,
        new RateLimiterMemory({ keyPrefix: `${prefix}-${name}`, points: points * factor, duration }),
      ]),
    ) as Record<Allowance, RateLimiterMemory>
  const visitors = make(perVisitor, 'visitor')
  const addresses = make(perAddress, 'address')
  return {
    async count(allowance, visitor, address) {
      try {
        if (visitor !== null) await visitors[allowance].consume(visitor)
        await addresses[allowance].consume(address)
      } catch (spent) {
        if (spent instanceof Error) throw spent
        throw new Refusal('too-many', null, Math.ceil(((spent as IRateLimiterRes).msBeforeNext ?? 1000) / 1000))
      }
    },
  }
}
