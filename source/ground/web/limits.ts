import { createHash } from 'node:crypto'
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

/** An IPv6 subscriber holds a whole /64: that is who is counted. IPv4 addresses are counted as they are. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle = tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill('0')
  return `${[...before, ...middle, ...after]
    .slice(0, 4)
    .map(part => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
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
        // The address first: what is refused there leaves no key behind that somebody made up.
        await addresses[allowance].consume(networkOf(address))
        if (visitor !== null)
          await visitors[allowance].consume(createHash('sha256').update(visitor).digest('base64url'))
      } catch (spent) {
        if (spent instanceof Error) throw spent
        throw new Refusal('too-many', null, Math.ceil(((spent as IRateLimiterRes).msBeforeNext ?? 1000) / 1000))
      }
    },
  }
}
