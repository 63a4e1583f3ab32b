import type { LifeFacts } from '#convene/seminar/rules/life.ts'

/** Since when a seminar rests: the earlier of the two decisions, when there were both. Null when it does not. */
export function restedSince({
  postponedAt,
  cancelledAt,
}: Pick<LifeFacts, 'postponedAt' | 'cancelledAt'>): Temporal.Instant | null {
  if (postponedAt === null || cancelledAt === null) return postponedAt ?? cancelledAt
  return Temporal.Instant.compare(postponedAt, cancelledAt) < 0 ? postponedAt : cancelledAt
}
