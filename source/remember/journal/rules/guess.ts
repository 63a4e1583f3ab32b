import type { Participant, Side } from './kinds.ts'

export type Guessed = {
  /** Who wrote or received it, as far as they are known. */
  people: Participant[]
  /** Relationships that it is most likely about. */
  likely: string[]
  /** Those that it may be about: at hand, nobody says so. */
  near: string[]
}

type Found = {
  contacts: readonly { id: string; address: string; organisation: string | null; side: Side }[]
  /** By the domain of an address that is nobody's. */
  organisations: readonly { id: string; side: Side }[]
  relationships: readonly { id: string; organisation: string }[]
}

/**
 * What a mail tells of who took part and what it was about. An organisation takes part where the mail names one of its addresses
 * and none of its contacts. A relationship is likely when it is the only one with one of the partners; where a partner has
 * several, each is at hand and none is chosen.
 */
export function guessFrom({ contacts, organisations, relationships }: Found): Guessed {
  const known = new Set(contacts.map(one => one.organisation))
  const people: Participant[] = [
    ...contacts.map(({ id, side }) => ({ table: 'contact' as const, id, side })),
    ...organisations
      .filter(({ id }) => !known.has(id))
      .map(({ id, side }) => ({ table: 'organisation' as const, id, side })),
  ]
  const byPartner = Map.groupBy(relationships, one => one.organisation)
  const only = [...byPartner.values()].flatMap(those => (those.length === 1 ? those.map(one => one.id) : []))
  const likely = [...new Set(only)]
  const near = [...new Set(relationships.map(one => one.id))].filter(id => !likely.includes(id))
  const each = new Map(people.map(one => [`${one.table}:${one.id}`, one]))
  return { people: [...each.values()], likely, near }
}
