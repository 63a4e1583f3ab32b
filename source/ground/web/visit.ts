import type { Actor } from '../database/actor.ts'
import type { Capability } from '../database/tables.ts'
import type { House } from '../house.ts'
import type { Locale } from '../languages/locales.ts'
import type { Flash } from './flash.ts'

/** The signed-in person and what they may do, read once at the beginning of a request. */
export type SignedIn = {
  sessionId: string
  personId: string
  name: string
  email: string
  secondFactorAt: Temporal.Instant | null
  /** capability → ids of the spaces in which it is held, those below included. */
  may: ReadonlyMap<Capability, ReadonlySet<string>>
}

/** One request, as pages see it. */
export type Visit = {
  house: House
  request: Request
  url: URL
  locale: Locale
  /** Parts of the address: `:slug`, `:token`. */
  param: (name: string) => string
  signedIn: SignedIn | null
  actor: Actor
  /** The client's address, believed through trusted proxies only. */
  address: string
  /** Told in the log and on a 500 page. */
  reference: string
  /** Messages left by the page before; shown once. */
  flashes: readonly Flash[]
  /** Headers that the answer will carry besides its own (cookies). */
  headers: Headers
}

/** Whether the visitor holds a capability, in one space or anywhere. */
export function may(visit: Visit, capability: Capability, spaceId?: string): boolean {
  const spaces = visit.signedIn?.may.get(capability)
  if (!spaces) return false
  return spaceId === undefined ? spaces.size > 0 : spaces.has(spaceId)
}
