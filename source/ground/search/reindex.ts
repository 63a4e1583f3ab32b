import { as, job } from '../database/actor.ts'
import type { House, Job } from '../house.ts'
import { forgetLost, idsAfter, indexRecords } from './store/entries.ts'

const batch = 200

/**
 * Brings the whole index up to date, a batch of records a transaction. Runs as a job: the index holds every record,
 * whoever may see it.
 *
 * @returns how many records were looked at
 */
export async function reindexAll(house: House): Promise<number> {
  const tables = [...new Set(house.rooms.flatMap(room => room.search ?? []).map(searchable => searchable.table))]
  let seen = 0
  for (const table of tables) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const ids = await as(house.db, job('search'), async tx => {
        const found = await idsAfter(tx, table, after, batch)
        await indexRecords(tx, house.rooms, table, found)
        return found
      })
      seen += ids.length
      const last = ids.at(-1)
      if (last === undefined || ids.length < batch) break
      after = last
    }
  }
  await as(house.db, job('search'), tx => forgetLost(tx, tables))
  return seen
}

/** Every night: an act that forgot to say what it changed is caught up with. */
export const searchJobs: readonly Job[] = [
  {
    name: 'reindex-search',
    schedule: '20 2 * * *',
    run: async house => {
      const seen = await reindexAll(house)
      house.log.info({ seen }, 'search index brought up to date')
    },
  },
]
