import type { Fields, SheetKind } from './kinds.ts'

/** A record as it is known, told in the fields of a sheet. Names of others are their ids, joined by spaces. */
export type KnownRecord = { id: string; fields: Fields }
export type KnownAgreement = KnownRecord & { relationship: string }
/** What a record of another table is called, in whatever language. */
export type KnownName = { id: string; names: readonly string[] }

/** All that an import must know of a memory, as far as the actor may see it. */
export type Known = {
  records: KnownRecord[]
  agreements: KnownAgreement[]
  actors: (KnownName & { identifiers: readonly string[] })[]
  contacts: KnownName[]
  relationships: KnownName[]
}

export const tableOf = {
  actors: 'organisation',
  contacts: 'contact',
  relationships: 'relationship',
  journal: 'interaction',
  projects: 'activity',
} as const satisfies Record<SheetKind, string>
