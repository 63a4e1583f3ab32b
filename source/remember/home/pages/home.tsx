import type { Visit } from '#ground/house.ts'
import { memoryOf } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'

/** GET /:l/territories/:slug: a memory at a glance. */
export async function showMemory(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  return memoryPage(visit, memory, { title: memory.name, section: null }, null)
}
