import type { Tx } from '#ground/database/actor.ts'
import { type Applicant, type Obstacle, obstacles, rankBehind } from '../rules/places.ts'
import { viewPlaces } from './hall-view.ts'
import { crowdsInLine, type LinePlace } from './line.ts'

/** Where somebody stands in the line, and what stands between them and a place; none when nobody comes up any more. */
export type Standing = { rank: number; obstacles: Obstacle[] }

/**
 * The rank of somebody who waits: the people ahead who compete for the same places, plus one, as it is now.
 *
 * The actor must see the people of the seminar, or be a job: a rank is a number about others.
 */
export async function rankOf(tx: Tx, seminarId: string, registration: Applicant & LinePlace): Promise<Standing> {
  const places = await viewPlaces(tx, seminarId)
  const ahead = await crowdsInLine(tx, seminarId, {
    organisations: places.perOrganisation !== null,
    ahead: { priority: registration.priority, line: registration.line },
  })
  return { rank: rankBehind(places, registration, ahead), obstacles: obstacles(places, registration) }
}
