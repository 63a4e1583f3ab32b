import type { Region } from '#ground/people/rules/region.ts'
import type { Category } from './answers.ts'
import { type Applicant, counts, type Quota } from './places.ts'
import { inOrder } from './standings.ts'

/** What decided about somebody in the line before it was changed: each pair is what it was and what it became. */
export type LineChange = {
  at: Temporal.Instant
  category?: [Category, Category]
  region?: [Region, Region]
  territory?: [string | null, string | null]
  priority?: [number, number]
}

export type WhoWaits = Applicant & {
  priority: number
  line: number
  /** Since when they stand in the line. */
  since: Temporal.Instant
}

/** A place that went to somebody in the line, with the quotas that were full just before. */
export type GivenFromLine = {
  /** Who got it. */
  registrationId: string
  at: Temporal.Instant
  priority: number
  line: number
  full: readonly { quota: string; taken: number; capacity: number }[]
}

/**
 * The places that went past somebody who waits, and why. What they were at that moment decides: a priority that was
 * raised, or a category that was changed since, must not rewrite what happened.
 *
 * @param changes of this person, in the order in which they happened
 * @param given places that went to people in the line
 * @returns the places that went to somebody further back; their `full` are those that counted who was passed over
 * @param quotas as they are; a quota that has gone since explains nothing any more, and is left out
 */
export function passedOver<Given extends GivenFromLine>(
  me: WhoWaits,
  changes: readonly LineChange[],
  given: readonly Given[],
  quotas: readonly Quota[],
): Given[] {
  return given.flatMap(place => {
    if (Temporal.Instant.compare(place.at, me.since) < 0) return []
    const then = asItWas(me, changes, place.at)
    if (inOrder(then, place) >= 0) return []
    const full = place.full.filter(({ quota }) => {
      const found = quotas.find(({ key }) => key === quota)
      return found !== undefined && counts(found, then)
    })
    return [{ ...place, full }]
  })
}

/** What somebody in the line was at a past moment: the changes since then, taken back from the newest on. */
export function asItWas(now: WhoWaits, changes: readonly LineChange[], at: Temporal.Instant): WhoWaits {
  const then = { ...now }
  for (const change of changes.toReversed()) {
    if (Temporal.Instant.compare(change.at, at) <= 0) break
    if (change.category) then.category = change.category[0]
    if (change.region) then.region = change.region[0]
    if (change.territory) then.territoryId = change.territory[0]
    if (change.priority) then.priority = change.priority[0]
  }
  return then
}
