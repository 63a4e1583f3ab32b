import { as, job } from '#ground/database/actor.ts'
import type { Job } from '#ground/house.ts'
import { forgetWaiting } from '../store/batches.ts'

/** What waits for a day is thrown away, as a job: it is nobody's act. */
export const sheetJobs: readonly Job[] = [
  {
    name: 'memory-sheets',
    schedule: '35 * * * *',
    run: async house => {
      const forgotten = await as(house.db, job('memory-sheets'), tx => forgetWaiting(tx))
      if (forgotten > 0) house.log.info({ forgotten }, 'files that nobody imported into a memory were thrown away')
    },
  },
]
