import { as } from '#ground/database/actor.ts'
import type { Job } from '#ground/house.ts'
import { forgetWaiting } from '../store/guest-lists.ts'
import { goOnWithImports, guestLists } from './import-list.ts'
import { goOnWithUndoing } from './undo-list.ts'

/** What lists of guests do by themselves: what was cut short goes on, and what waits for a day is thrown away. */
export const guestJobs: readonly Job[] = [
  {
    name: 'guest-lists',
    schedule: '*/5 * * * *',
    run: async house => {
      const forgotten = await as(house.db, guestLists, tx => forgetWaiting(tx))
      if (forgotten > 0) house.log.info({ forgotten }, 'guest lists that nobody imported were thrown away')
      await goOnWithImports(house)
      await goOnWithUndoing(house)
    },
  },
]
