import { programmeTell } from '#convene/messages/programme-tell.ts'
import type { LogWords, Route, TextsOfTable } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendTell, showTell } from './pages/send.ts'

export { programmeTellMails } from './pages/mails.ts'

export const programmeTellRoutes: Route[] = [
  get('/:l/desk/seminars/:slug/programme/tell', 'office', showTell),
  post('/:l/desk/seminars/:slug/programme/tell', 'office', sendTell),
]

/** What was added can be translated further, as every text. */
export const programmeTellTexts: TextsOfTable[] = [
  { table: 'programme_notice', fields: { note: locale => programmeTell[locale].log.note }, long: ['note'] },
  // What waits to be added to the next one (store/notices.ts).
  { table: 'programme', fields: { to_add: locale => programmeTell[locale].log.toAdd }, long: ['to_add'] },
]

export const programmeTellLog: LogWords = {
  tables: {
    programme_notice: {
      part: 'mails',
      name: locale => programmeTell[locale].inLog,
      columns: { told: { label: locale => programmeTell[locale].log.people } },
    },
  },
}
