import type { SheetKind } from './kinds.ts'

/** What must be there for a row to become a record. */
export const needed: Record<SheetKind, readonly string[]> = {
  actors: ['name'],
  contacts: ['family'],
  relationships: ['partners'],
  journal: ['during', 'title'],
  projects: ['title'],
  commitments: ['what', 'owedBy'],
  fees: ['relationship', 'year', 'amount'],
  seats: ['relationship', 'seat', 'heldBy', 'during'],
  posts: ['title', 'nature'],
  terms: ['name', 'during'],
  appointments: ['post', 'person', 'during'],
  decisions: ['number', 'decidedOn'],
}

/** By what a list is told from all others, where nobody says what it is: columns that have to be there. */
export const telling: Partial<Record<SheetKind, readonly string[]>> = {
  commitments: ['what', 'owedBy'],
  fees: ['relationship', 'year', 'amount'],
  seats: ['relationship', 'seat', 'heldBy'],
  posts: ['title', 'nature'],
  terms: ['name', 'electedOn'],
  appointments: ['post', 'person'],
  decisions: ['number', 'decidedOn'],
}
