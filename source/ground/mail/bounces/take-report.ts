import { as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { readReport } from './read-report.ts'
import { noteReport, type Taken } from './store.ts'

/**
 * Takes one message that came back: by a pipe of the mail server, or from the mailbox of returned mails. Whoever forges
 * a report must know the number of a mail, which only its recipient was told; all they reach is a mark beside it.
 *
 * @param bytes the message as it arrived
 * @returns `not-ours` also for what is no report: it is left to whoever reads that mailbox
 */
export async function takeReport(house: House, bytes: Uint8Array): Promise<Taken> {
  const report = await readReport(bytes, house.settings.publicUrl.hostname)
  if (report === null) return 'not-ours'
  const taken = await as(house.db, job('bounces'), tx => noteReport(tx, report))
  if (taken === 'bounced' || taken === 'delayed')
    house.log.warn({ mails: report.mails, what: taken, status: report.status }, 'a mail came back')
  return taken
}
