import { mailWordsPages } from '#convene/messages/mail-words.ts'
import { mailingsWords } from '#convene/messages/mailings.ts'
import type { TextsOfTable } from '#ground/house.ts'

export { mailingJobs } from './acts/jobs.ts'
export { startMailing } from './acts/start-mailing.ts'
export { mailingMailTemplates as mailingMails } from './pages/mails.ts'
export { mailingRoutes } from './pages/routes.ts'

/** The words of messages, and those that organisers write for the other mails. */
export const mailingTexts: TextsOfTable[] = [
  {
    table: 'mailing',
    fields: {
      subject: locale => mailingsWords[locale].textOf.subject,
      body: locale => mailingsWords[locale].textOf.body,
    },
    long: ['body'],
  },
  {
    table: 'mail_words',
    fields: {
      subject: locale => mailWordsPages[locale].textOf.subject,
      body: locale => mailWordsPages[locale].textOf.body,
    },
    long: ['body'],
  },
]
