import type { MailTemplate, MenuEntry, Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sharingWords } from '../messages/sharing.ts'
import { recordShared } from './acts/share-mail.ts'
import { sendShare, showShare } from './pages/share.tsx'
import { sendEndShare, showSharedWithMe, showShares } from './pages/shares.tsx'

export { sharingJobs } from './acts/jobs.ts'

const at = '/:l/territories/:slug'

export const sharingRoutes: Route[] = [
  get(`${at}/shares`, 'office', showShares),
  post(`${at}/shares`, 'office', sendEndShare),
  get(`${at}/records/:table/:record/share`, 'office', showShare),
  post(`${at}/records/:table/:record/share`, 'office', sendShare),
  get('/:l/shared', 'signed-in', showSharedWithMe),
]

export const sharingMails: Readonly<Record<string, MailTemplate>> = { 'record-shared': recordShared }

/** Whoever works nowhere here finds what was shared with them. */
export const sharingMenu: readonly MenuEntry[] = [
  {
    place: 'office',
    path: '/shared',
    label: locale => sharingWords[locale].mineTitle,
    shownTo: visit => visit.signedIn !== null && visit.signedIn.may.size === 0 && !visit.signedIn.toSetUp,
  },
]
