import type { Visit } from '#ground/house.ts'

/**
 * Lets pages of any site read this answer, refusals included. For what is public and the same for everybody: with `*` a
 * browser sends no cookie of ours along. What changes something stays shut to other sites.
 */
export function openToAll(visit: Visit): void {
  visit.headers.set('access-control-allow-origin', '*')
}
