import type { Job } from '#ground/house.ts'
import { expireOffers } from './expire-offers.ts'
import { releaseReserved } from './release-reserved.ts'

/** What the places do by themselves, each minute: offers end, and places that were kept are let go. */
export const registrationJobs: readonly Job[] = [
  {
    name: 'places',
    schedule: '* * * * *',
    run: async house => {
      const expired = await expireOffers(house)
      const released = await releaseReserved(house)
      if (expired + released > 0) house.log.info({ expired, released }, 'places: offers expired, reserves let go')
    },
  },
]
