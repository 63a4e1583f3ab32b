import { as, job } from '#ground/database/actor.ts'
import type { House, Job } from '#ground/house.ts'
import { endOutlived, forgetEndedNames } from '../store/shares.ts'

/** Forgets the typed names of those to whom something was shown until a day that is over. Runs as a job: nobody asked for it. */
export const forgetSharedNames = (house: House): Promise<number> =>
  as(house.db, job('memory-shares'), tx => forgetEndedNames(tx))

/**
 * Ends what was shown to somebody while they had a right that is over since: of a right whose last day was said in advance nobody
 * does anything when it ends. Nothing is read by it meanwhile (SQL `shared_with`); this is for the lists. Runs as a job.
 */
export const endOutlivedShares = (house: House): Promise<number> =>
  as(house.db, job('memory-shares'), tx => endOutlived(tx))

export const sharingJobs: readonly Job[] = [
  {
    name: 'memory-shares',
    schedule: '15 * * * *',
    run: async house => {
      const ended = await endOutlivedShares(house)
      if (ended > 0) house.log.info({ ended }, 'shares ended with a right')
      const forgotten = await forgetSharedNames(house)
      if (forgotten > 0) house.log.info({ forgotten }, 'names of ended shares were forgotten')
    },
  },
]
