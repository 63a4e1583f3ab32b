import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendLook, showLook } from './pages/look.tsx'
import { sendMailTest, showMailTest } from './pages/mail.tsx'
import { sendNetwork, showNetwork } from './pages/network.tsx'
import { leave, showSteps } from './pages/overview.tsx'
import { showFirstSeminar } from './pages/seminar.tsx'

export { openLook } from './look.ts'
export { setupMails } from './mails.ts'
export { setupCard } from './pages/overview.tsx'

export const setupRoutes: readonly Route[] = [
  get('/:l/setup', 'administrators', showSteps),
  get('/:l/setup/network', 'administrators', showNetwork),
  post('/:l/setup/network', 'administrators', sendNetwork),
  get('/:l/setup/look', 'administrators', showLook),
  post('/:l/setup/look', 'administrators', sendLook),
  get('/:l/setup/mail', 'administrators', showMailTest),
  post('/:l/setup/mail', 'administrators', sendMailTest),
  get('/:l/setup/seminar', 'administrators', showFirstSeminar),
  post('/:l/setup/end', 'administrators', leave),
]
