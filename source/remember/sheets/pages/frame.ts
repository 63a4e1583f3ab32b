import type { Visit } from '#ground/house.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { addressIn, type Memory, memoryOf } from '../../pages/memory.ts'

/**
 * The memory of a page that writes.
 *
 * @throws Refusal `not-found` for one that the visitor may not see, `forbidden` for one that they do not edit
 */
export async function editedMemory(visit: Visit): Promise<Memory> {
  const memory = await memoryOf(visit)
  if (memory.edits) return memory
  throw forbidden()
}

export const importAddress = (visit: Visit, memory: Memory, path = '') => addressIn(visit, memory, `/import${path}`)

/** The zone in which moments are told: a memory has none of its own. */
export const zone = 'UTC'
