import { type Applicant, type Crowd, type Obstacle, obstacles, type Places, rankBehind } from './places.ts'

/** Somebody in the line: higher priority first, then who came first. */
export type InLine = Applicant & { id: string; priority: number; line: number }

export type Standing = { rank: number; obstacles: Obstacle[] }

/** Before, after or at the same place in the line: negative when `one` comes first. */
export const inOrder = (one: Pick<InLine, 'priority' | 'line'>, other: Pick<InLine, 'priority' | 'line'>): number =>
  other.priority - one.priority || one.line - other.line

/**
 * The ranks of many people at once, and what stands between each and a place: the same as asking `rankBehind` for each,
 * with the line walked through once.
 *
 * @param line everybody who waits, in the order of the line
 * @param wanted ids of those whose standing is asked
 */
export function standings(places: Places, line: readonly InLine[], wanted: ReadonlySet<string>): Map<string, Standing> {
  const ahead = new Map<string, Crowd>()
  const found = new Map<string, Standing>()
  for (const person of line) {
    if (wanted.has(person.id)) {
      const rank = rankBehind(places, person, [...ahead.values()])
      found.set(person.id, { rank, obstacles: obstacles(places, person) })
    }
    const kind = likeness(person, places.perOrganisation !== null)
    const crowd = ahead.get(kind)
    if (crowd) crowd.people += 1
    else ahead.set(kind, { ...person, people: 1 })
  }
  return found
}

// Organisations are kept apart only where a limit counts them: there are many.
const likeness = (who: Applicant, organisations: boolean) =>
  JSON.stringify([
    who.category,
    who.region,
    who.territoryId,
    who.invitationId,
    organisations ? who.organisationKey : '',
  ])
