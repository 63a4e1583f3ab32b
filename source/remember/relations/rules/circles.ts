import type { Visibility } from '#ground/database/tables.ts'

/** At most so many relationships are opened or closed at once: their addresses fit into that of a page. */
export const mostAtOnce = 100

/** What a new circle means to those who read. */
export const changes = ['opens', 'widens', 'closes', 'narrows', 'same'] as const
export type Change = (typeof changes)[number]

/** What becomes of a relationship: public, open to the network, public no longer, seen by fewer, or as it was. */
export function changeOf(before: Visibility, after: Visibility): Change {
  if (before === after) return 'same'
  if (after > before) return after === 2 ? 'opens' : 'widens'
  return before === 2 ? 'closes' : 'narrows'
}

export type Wanted = { id: string; circle: Visibility }

const wanted = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.([012])$/

/** Reads `ID.CIRCLE`, as an address or a form has it; null for anything else. */
export function readWanted(text: string): Wanted | null {
  const [, id, circle] = wanted.exec(text) ?? []
  return id && circle ? { id, circle: Number(circle) as Visibility } : null
}

export const wantedText = ({ id, circle }: Wanted): string => `${id}.${circle}`

/**
 * What an address asks for: `to=ID.CIRCLE` for each, or `id[]=ID` for each and one `visibility`. Each once, the first of them.
 *
 * @returns null where it is not said who may see those named by `id[]`
 */
export function wantedIn(query: URLSearchParams): Wanted[] | null {
  const each = query.getAll('to').flatMap(text => readWanted(text) ?? [])
  const circle = query.get('visibility') ?? ''
  const ids = query.getAll('id[]')
  const known = /^[012]$/.test(circle)
  if (ids.length > 0 && !known) return null
  const all = [...each, ...ids.flatMap(id => readWanted(`${id}.${circle}`) ?? [])]
  return [...new Map(all.toReversed().map(one => [one.id, one])).values()].toReversed()
}
