import { as, asItWas, asItWasPublicly, asPublic, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { dayAsked } from '#ground/web/asked-time.ts'
import { Elsewhere, forbidden, notFound } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { endOfDay, todayAt } from '../rules/days.ts'
import { findMemory, type MemorySpace } from '../store/memories.ts'

/** A memory as its pages know it: whose, what this visitor may there, and as of which day it is read. */
export type Memory = Omit<MemorySpace, 'name'> & {
  name: string
  /** Belongs to those inside: sees all that is not confidential. */
  inside: boolean
  edits: boolean
  /** Any page as it was known at the end of a past day, in its own time zone; null: as it is known now. */
  knownOn: Temporal.PlainDate | null
  /** What day it is there now, whatever day is read. */
  today: Temporal.PlainDate
  /** The day for which states are told: that past day, or today. */
  day: Temporal.PlainDate
}

/**
 * The memory that an address names, and the day that `?on=YYYY-MM-DD` asks for. A day that is none, or is not past, is as if
 * nothing had been asked.
 *
 * @throws Refusal `not-found` for one that the visitor may not see
 */
export async function memoryOf(visit: Visit): Promise<Memory> {
  const found = await now(visit, tx => findMemory(tx, visit.param('slug')))
  if (!found) throw notFound()
  const today = todayAt(visit.house.clock, found.timeZone)
  const knownOn = dayAsked(visit.url.searchParams.get('on'), today.subtract({ days: 1 }))
  return {
    ...found,
    name: wordsOf(found.name, visit.locale) || found.slug,
    inside: may(visit, 'read', found.id),
    edits: may(visit, 'edit', found.id) && knownOn === null,
    knownOn,
    today,
    day: knownOn ?? today,
  }
}

/**
 * Lets on whoever edits a memory. What is worked on has no past: asked as of a day, a page that edits leads to itself today.
 *
 * @throws Elsewhere, or Refusal `forbidden` for whoever does not edit it
 */
export function mustEdit(visit: Visit, memory: Memory): void {
  if (memory.edits) return
  if (memory.knownOn === null || visit.request.method !== 'GET' || !may(visit, 'edit', memory.id)) throw forbidden()
  const query = new URLSearchParams(visit.url.searchParams)
  query.delete('on')
  throw new Elsewhere(query.size === 0 ? visit.url.pathname : `${visit.url.pathname}?${query}`)
}

/** Reads a memory in the name of the visitor, as it is known now or as it was known on the day asked for. */
export function reading<T>(visit: Visit, memory: Memory, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (memory.knownOn === null) return now(visit, work)
  const at = endOfDay(memory.knownOn, memory.timeZone)
  const then = { space: memory.id, at }
  return visit.signedIn ? asItWas(visit.house.db, visit.actor, then, work) : asItWasPublicly(visit.house.db, then, work)
}

/** Reads as somebody would who does not belong here, on the same day. */
export function readingAsCitizen<T>(visit: Visit, memory: Memory, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (memory.knownOn === null) return asPublic(visit.house.db, work)
  const at = endOfDay(memory.knownOn, memory.timeZone)
  return asItWasPublicly(visit.house.db, { space: memory.id, at }, work)
}

/** The moment at which the day that is read was over; null where it is now that is read. */
export const endOfReading = ({ knownOn, timeZone }: Memory): Temporal.Instant | null =>
  knownOn === null ? null : endOfDay(knownOn, timeZone)

/** Reads what is known now, whatever day the page is read for. */
export function now<T>(visit: Visit, work: (tx: Tx) => Promise<T>): Promise<T> {
  return visit.signedIn ? as(visit.house.db, visit.actor, work) : asPublic(visit.house.db, work)
}

/** An address within a memory, in the visitor's language; it stays on the day that is being read. */
export function addressIn(visit: Visit, memory: Pick<Memory, 'slug' | 'knownOn'>, path = ''): string {
  const on = memory.knownOn === null ? '' : `${path.includes('?') ? '&' : '?'}on=${memory.knownOn.toString()}`
  return `/${visit.locale}/territories/${memory.slug}${path}${on}`
}
