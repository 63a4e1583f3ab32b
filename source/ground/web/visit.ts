import type { Capability } from '../database/tables.ts'
import type { Visit } from '../house.ts'

/** Whether the visitor holds a capability, in one space or anywhere. */
export function may(visit: Visit, capability: Capability, spaceId?: string): boolean {
  const spaces = visit.signedIn?.may.get(capability)
  if (!spaces) return false
  return spaceId === undefined ? spaces.size > 0 : spaces.has(spaceId)
}
