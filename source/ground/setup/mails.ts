import type { MailTemplate } from '#ground/house.ts'
import { setupWords } from '#ground/languages/messages/setup.ts'

/** What whoever administers sends to themself to see whether mails leave. */
const test: MailTemplate = {
  name: locale => setupWords[locale].testMail.name,
  words: async (house, _tx, _data, locale, to) => {
    const words = setupWords[locale].testMail
    return {
      subject: words.subject(house.look?.name ?? 'Perenne'),
      paragraphs: [words.hello(to.givenName), words.text],
      after: [words.more],
    }
  },
}

export const setupMails: Readonly<Record<string, MailTemplate>> = { 'mail-test': test }
