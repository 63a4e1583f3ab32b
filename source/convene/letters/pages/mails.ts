import { lettersWords } from '#convene/messages/letters.ts'
import { personalToken } from '#convene/registration/acts/personal-link.ts'
import { findSeminarToRegisterFor, seminarWords } from '#convene/registration/store/seminar.ts'
import type { MailTemplate } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { mayCarryPersonalLink } from '#ground/mail/store/personal-links.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { letterNumber } from '../rules/number.ts'
import { readLetter } from '../store/letters.ts'

/** The mail that brings a letter, by a link: gone when the letter is withdrawn, or its person erased, before it leaves. */
export const lettersMails: Readonly<Record<string, MailTemplate>> = {
  'attendance-letter': {
    name: locale => lettersWords[locale].mail.name,
    async words(house, tx, data, locale, to) {
      if (typeof data.letter !== 'string') return null
      const letter = await readLetter(tx, { id: data.letter })
      if (!letter || letter.withdrawnAt || letter.name === null) return null
      const seminar = await findSeminarToRegisterFor(tx, { id: letter.seminarId })
      if (!seminar) return null
      const words = await seminarWords(tx, seminar.id)
      const m = lettersWords[locale].mail
      const title = wordsOf(words.title, locale) || seminar.slug
      const addresses = words.contacts.flatMap(contact => contact.email ?? contact.telephone ?? []).join(', ')
      const linked = { id: letter.registrationId, linkNumber: letter.linkNumber }
      const own = `/${locale}/me/${personalToken(house.keys, 'registration', linked)}/letter.pdf`
      return {
        subject: m.subject(title),
        paragraphs: [
          m.hello([to.givenName, to.familyName].filter(Boolean).join(' ')),
          m.text(title, letterNumber(seminar.heldOn, letter.number)),
          m.use,
        ],
        ...((await mayCarryPersonalLink(house, tx))
          ? { action: { label: m.action, url: publicAddress(house, own) } }
          : {}),
        after: [m.keep, ...(addresses === '' ? [] : [m.contact(addresses)])],
      }
    },
  },
}
