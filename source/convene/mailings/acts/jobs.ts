import type { Job } from '#ground/house.ts'
import { startDueMailings } from './leave-by-themselves.ts'
import { sendReminders } from './send-reminders.ts'

/** What leaves by itself: mailings at the minute that was said, and reminders at nine at the venue. */
export const mailingJobs: readonly Job[] = [
  {
    name: 'mailings',
    schedule: '* * * * *',
    run: async house => {
      const begun = await startDueMailings(house)
      if (begun > 0) house.log.info({ begun }, 'mailings have left')
    },
  },
  {
    // Nine o'clock somewhere may be a quarter or a half past in UTC.
    name: 'reminders',
    schedule: '*/15 * * * *',
    run: async house => {
      const { sent, skipped } = await sendReminders(house)
      if (sent + skipped > 0) house.log.info({ sent, skipped }, 'reminders')
    },
  },
]
