import type { Database } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'

const running = new WeakMap<Database, Map<string, Promise<void>>>()

/**
 * Runs long work about a list, one at a time for each list in this process; whoever asks meanwhile waits for the same. What
 * fails is told in the log, and goes on by the job.
 */
export function goThrough(house: House, listId: string, work: () => Promise<void>): Promise<void> {
  const ofHouse = running.get(house.db) ?? new Map<string, Promise<void>>()
  running.set(house.db, ofHouse)
  const there = ofHouse.get(listId)
  if (there) return there
  const begun = work()
    .catch(error => house.log.error({ error, list: listId }, 'work on a guest list was cut short'))
    .finally(() => ofHouse.delete(listId))
  ofHouse.set(listId, begun)
  return begun
}

/** Ends when no list is at work here any more. */
export async function listsAtRest(house: House): Promise<void> {
  await Promise.all(running.get(house.db)?.values() ?? [])
}
