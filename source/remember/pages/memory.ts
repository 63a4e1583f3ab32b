import { as, asItWas, asItWasPublicly, asPublic, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { notFound } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { findMemory, type MemorySpace } from '../store/memories.ts'

/** A memory as its pages know it: whose, what this visitor may there, and as of which day it is read. */
export type Memory = Omit<MemorySpace, 'name'> & {
  name: string
  /** Belongs to those inside: sees all that is not confidential. */
  inside: boolean
  edits: boolean
  /** Any page as it was known at the end of a past day (UTC); null: as it is known now. */
  knownOn: Temporal.PlainDate | null
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
  const today = visit.house.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const knownOn = pastDay(visit.url.searchParams.get('on'), today)
  return {
    ...found,
    name: wordsOf(found.name, visit.locale) || found.slug,
    inside: may(visit, 'read', found.id),
    edits: may(visit, 'edit', found.id) && knownOn === null,
    knownOn,
    day: knownOn ?? today,
  }
}

function pastDay(asked: string | null, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (asked === null || !/^\d{4}-\d{2}-\d{2}$/.test(asked)) return null
  try {
    const day = Temporal.PlainDate.from(asked)
    return Temporal.PlainDate.compare(day, today) < 0 ? day : null
  } catch {
    return null
  }
}

/** Reads a memory in the name of the visitor, as it is known now or as it was known on the day asked for. */
export function reading<T>(visit: Visit, memory: Memory, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (memory.knownOn === null) return now(visit, work)
  const at = memory.knownOn.add({ days: 1 }).toZonedDateTime('UTC').toInstant()
  const then = { space: memory.id, at }
  return visit.signedIn ? asItWas(visit.house.db, visit.actor, then, work) : asItWasPublicly(visit.house.db, then, work)
}

/** Reads what is known now, whatever day the page is read for. */
export function now<T>(visit: Visit, work: (tx: Tx) => Promise<T>): Promise<T> {
  return visit.signedIn ? as(visit.house.db, visit.actor, work) : asPublic(visit.house.db, work)
}

/** An address within a memory, in the visitor's language; it stays on the day that is being read. */
export function addressIn(visit: Visit, memory: Pick<Memory, 'slug' | 'knownOn'>, path = ''): string {
  const on = memory.knownOn === null ? '' : `${path.includes('?') ? '&' : '?'}on=${memory.knownOn.toString()}`
  return `/${visit.locale}/territories/${memory.slug}${path}${on}`
}
