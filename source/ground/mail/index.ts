export { type Mailer, openMailer } from './acts/send-due.ts'
export { mailMenu, mailRoutes } from './pages/routes.ts'
export { type MailAlarm, mailAlarm } from './store/alarm.ts'
export { type MailToQueue, queueMail } from './store/queue.ts'
