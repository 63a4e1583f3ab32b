import type { MailTemplate } from '../../house.ts'
import type { Locale } from '../../languages/locales.ts'
import { factorsWords } from '../../languages/messages/factors.ts'
import { peopleWords } from '../../languages/messages/people.ts'
import { publicAddress } from '../../web/answer.ts'
import type { Told } from './acts/tell.ts'

type Notice = { name: string; subject: string; text: string; notYou?: string }

/** What is told stands by itself: a change that was undone since is told all the same. */
const notice = (of: (locale: Locale) => Notice): MailTemplate => ({
  name: locale => of(locale).name,
  words: async (house, _tx, _data, locale, to) => {
    const told = of(locale)
    const words = factorsWords[locale].mail
    return {
      subject: told.subject,
      paragraphs: [peopleWords[locale].mail.hello(to.givenName), told.text],
      action: { label: words.button, url: publicAddress(house, `/${locale}/account/second-factor`) },
      after: [told.notYou ?? words.notYou],
    }
  },
})

/** A mail for each change in how somebody signs in, to their own address: it may not have been them. */
export const factorMails: Readonly<Record<Told, MailTemplate>> = {
  'second-factor-added': notice(locale => factorsWords[locale].mail.added),
  'passkey-added': notice(locale => factorsWords[locale].mail.passkey),
  'second-factor-removed': notice(locale => factorsWords[locale].mail.removed),
  'second-factor-reset': notice(locale => factorsWords[locale].mail.reset),
  'recovery-code-used': notice(locale => factorsWords[locale].mail.recovery),
  'sign-in-way-added': notice(locale => factorsWords[locale].mail.way),
}
