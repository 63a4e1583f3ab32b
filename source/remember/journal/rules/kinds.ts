/** Kinds of lines of the journal, in the order in which they are offered: what happens often first. */
export const interactionKinds = ['meeting', 'call', 'letter', 'mission', 'delegation', 'event', 'other'] as const
export type InteractionKind = (typeof interactionKinds)[number]

export const sides = ['own', 'partner', 'other'] as const
export type Side = (typeof sides)[number]

/** A participant as a form holds it: `contact:id:side` or `organisation:id:side`. */
export type Participant = { table: 'contact' | 'organisation'; id: string; side: Side }

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
export const participantValue = ({ table, id, side }: Participant): string => `${table}:${id}:${side}`

/** Reads `contact:id:side`, or without a side `partner`; null for anything else. */
export function readParticipant(value: string): Participant | null {
  const [table, id = '', said = 'partner'] = value.split(':')
  const side = sides.find(known => known === said)
  return (table === 'contact' || table === 'organisation') && uuid.test(id) && side ? { table, id, side } : null
}
