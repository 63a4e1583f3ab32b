import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendMailingForm, sendNewMailing, showMailingForm, showNewMailing } from './form.tsx'
import { showMailings } from './list.tsx'
import { showMailing } from './one.tsx'
import { sendReminderDays, showReminders } from './reminders.tsx'
import { sendMailing } from './send.tsx'
import { showWords } from './words.tsx'
import { sendWords, showWordsForm } from './words-form.tsx'

const seminar = '/:l/desk/seminars/:slug'

// A text that is much too long must come back with its error beside it, not as a page that has forgotten it.
const bodyLimit = 1024 * 1024

export const mailingRoutes: Route[] = [
  get(`${seminar}/mailings`, 'office', showMailings),
  get(`${seminar}/mailings/new`, 'office', showNewMailing),
  post(`${seminar}/mailings/new`, 'office', sendNewMailing, { bodyLimit }),
  get(`${seminar}/mailings/reminders`, 'office', showReminders),
  post(`${seminar}/mailings/reminders`, 'office', sendReminderDays),
  get(`${seminar}/mailings/:id`, 'office', showMailing),
  post(`${seminar}/mailings/:id`, 'office', sendMailing),
  get(`${seminar}/mailings/:id/edit`, 'office', showMailingForm),
  post(`${seminar}/mailings/:id/edit`, 'office', sendMailingForm, { bodyLimit }),
  get(`${seminar}/words`, 'office', showWords),
  get(`${seminar}/words/:template`, 'office', showWordsForm),
  post(`${seminar}/words/:template`, 'office', sendWords, { bodyLimit }),
]
