import { parseEdtf, reachOf, sinceUnknown, unknownDate } from '../../rules/edtf.ts'

export const relationshipKinds = ['twinning', 'cooperation', 'triangular', 'network', 'declaration'] as const
export type RelationshipKind = (typeof relationshipKinds)[number]
export const partyRoles = ['partner', 'donor', 'facilitator', 'network', 'other'] as const
export type PartyRole = (typeof partyRoles)[number]

export type Standing = 'alive' | 'ended' | 'to-come' | 'unclear'

/** Whether a relationship lives on a day, from when it was; `unclear` when nobody knows whether it has ended. */
export function standingOf(during: string, day: Temporal.PlainDate): Standing {
  const { first, last } = reachOf(during)
  if (last !== null && Temporal.PlainDate.compare(last, day) < 0) return 'ended'
  if (first !== null && Temporal.PlainDate.compare(day, first) < 0) return 'to-come'
  return parseEdtf(during)?.to === 'unknown' ? 'unclear' : 'alive'
}

/**
 * When something lasted, as somebody wrote it: a date alone says since when, but of a declaration, which is made on a day. One
 * that nobody knows (`XXXX`) says that nobody knows since when.
 */
export function sinceThen(during: string, kind = ''): string {
  if (during === unknownDate && kind !== 'declaration') return sinceUnknown
  return during.includes('/') || kind === 'declaration' ? during : `${during}/..`
}
