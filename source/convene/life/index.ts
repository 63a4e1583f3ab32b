import { lifeDesk } from '#convene/messages/life-desk.ts'
import type { Route, TextsOfTable } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { showLife } from './pages/overview.tsx'
import { sendStep, showStep } from './pages/step.ts'

export { lifeMails } from './pages/mails.ts'

export const lifeRoutes: Route[] = [
  get('/:l/desk/seminars/:slug/life', 'office', showLife),
  get('/:l/desk/seminars/:slug/life/:step', 'office', showStep),
  post('/:l/desk/seminars/:slug/life/:step', 'office', sendStep),
]

/** What is told can be translated further, as every text. */
export const lifeTexts: TextsOfTable[] = [
  { table: 'seminar_notice', fields: { reason: locale => lifeDesk[locale].log.reason }, long: ['reason'] },
]
