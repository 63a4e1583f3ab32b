import { as, job } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House, Job } from '#ground/house.ts'
import { forgetOldDrafts } from '../store/mail-drafts.ts'

/**
 * Removes the mails that nobody wrote down in the days that they wait, in every memory, and notes how many for the log of who
 * did what. Runs as a job: nobody asked for it.
 */
export const forgetMails = (house: House): Promise<number> =>
  as(house.db, job('memory-mails'), async tx => {
    const gone = await forgetOldDrafts(tx)
    for (const { space, count } of gone) await noteAct(tx, space, 'mail-drafts-forgotten', { drafts: count })
    return gone.reduce((sum, { count }) => sum + count, 0)
  })

export const journalJobs: readonly Job[] = [
  {
    name: 'memory-mails',
    schedule: '50 * * * *',
    run: async house => {
      const forgotten = await forgetMails(house)
      if (forgotten > 0) house.log.info({ forgotten }, 'mails that nobody wrote down were removed')
    },
  },
]
