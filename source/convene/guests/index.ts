import type { MailTemplate } from '#ground/house.ts'
import { invitationMail } from './acts/invitation-mail.ts'

export { guestJobs } from './acts/jobs.ts'
export { guestRoutes } from './pages/routes.ts'

export const guestMails: Readonly<Record<string, MailTemplate>> = { invitation: invitationMail }
