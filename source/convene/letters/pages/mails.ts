import { lettersWords } from '#convene/messages/letters.ts'
import { aboutRegistration, stays } from '#convene/registration/acts/mail-about.ts'
import type { MailTemplate } from '#ground/house.ts'
import { letterNumber } from '../rules/number.ts'
import { readLetter } from '../store/letters.ts'

/** The mail that brings a letter, by a link: gone when the letter is withdrawn, or its person erased, before it leaves. */
export const lettersMails: Readonly<Record<string, MailTemplate>> = {
  'attendance-letter': aboutRegistration({
    template: 'attendance-letter',
    name: locale => lettersWords[locale].mail.name,
    async say({ tx, data, locale, seminar, title, sample }) {
      const m = lettersWords[locale].mail
      const letter = typeof data.letter === 'string' ? await readLetter(tx, { id: data.letter }) : null
      if (!sample && (!letter || letter.withdrawnAt || letter.name === null)) return null
      return {
        subject: m.subject(title),
        paragraphs: [...stays([m.text(title, letterNumber(seminar.heldOn, letter?.number ?? 1))]), m.use],
        action: m.action,
        actionBelow: '/letter.pdf',
        keep: m.keep,
        contact: m.contact,
      }
    },
  }),
}
