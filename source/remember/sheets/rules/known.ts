import type { Fields, SheetKind } from './kinds.ts'

/** A record as it is known, told in the fields of a sheet. Names of others are their ids, joined by spaces. */
export type KnownRecord = { id: string; fields: Fields }
export type KnownAgreement = KnownRecord & { relationship: string }
/** What a record of another table is called, in whatever language; and who sees it, where others are seen as it is. */
export type KnownName = { id: string; names: readonly string[]; visibility?: string }

/** All that an import must know of a memory, as far as the actor may see it. */
export type Known = {
  records: KnownRecord[]
  agreements: KnownAgreement[]
  actors: (KnownName & { identifiers: readonly string[] })[]
  contacts: KnownName[]
  relationships: KnownName[]
  posts: KnownName[]
  terms: KnownName[]
}

/** What the records that others name are called, by id: the first of their names. */
export function firstNames(known: Known): Map<string, string> {
  const names = new Map<string, string>()
  for (const list of [known.actors, known.contacts, known.relationships, known.posts, known.terms])
    for (const { id, names: own } of list) if (own[0] !== undefined) names.set(id, own[0])
  return names
}

export const tableOf = {
  actors: 'organisation',
  contacts: 'contact',
  relationships: 'relationship',
  journal: 'interaction',
  projects: 'activity',
  commitments: 'commitment',
  fees: 'fee',
  seats: 'network_seat',
  posts: 'post',
  terms: 'term',
  appointments: 'appointment',
  decisions: 'decision',
} as const satisfies Record<SheetKind, string>
