import { mailingMails } from '#convene/messages/mailing-mails.ts'
import {
  aboutRegistration,
  factsOf,
  filled,
  ownPageIn,
  type Said,
  stays,
} from '#convene/registration/acts/mail-about.ts'
import { calendar, type MailFacts, practical } from '#convene/registration/acts/mail-parts.ts'
import { mePath } from '#convene/registration/acts/personal-link.ts'
import { addressesOf, cityOf, dateOf, momentAt, titleOf } from '#convene/registration/acts/seminar-in-words.ts'
import type { RegistrationState } from '#convene/registration/rules/states.ts'
import { meaning } from '#convene/seminar/rules/life.ts'
import type { MailTemplate, MailWords } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { accessInWords } from '../acts/placeholder-values.ts'
import { paragraphsOf } from '../rules/paragraphs.ts'
import { type MailingOfMail, mailingOfMail, reminderFacts } from '../store/mail-of-mailing.ts'

/** Whom else a mail is for, each with the link to their own page where the mail may carry it. */
function alsoFor({ house, locale, linked }: MailFacts, mailing: MailingOfMail | null): string[] {
  const said = mailingMails[locale]
  return (mailing?.others ?? []).flatMap(({ registrationId, linkNumber, name }) => {
    if (name === null) return []
    if (!linked) return [said.alsoFor(name)]
    const path = mePath(house.keys, { id: registrationId, linkNumber })
    return [said.alsoForPage(name, publicAddress(house, `/${locale}${path}`))]
  })
}

/**
 * A message that organisers wrote. `data.mailing` is its id and `data.registration` whom it is for; with `data.test` it is a
 * test, to whoever wrote it and about nobody. In a language in which it does not exist it comes in the one it was written in,
 * and says so.
 */
const mailing: MailTemplate = {
  name: locale => mailingMails[locale].names.mailing,
  async words(house, tx, data, locale, to): Promise<MailWords | null> {
    const { mailing: id, registration, test } = data
    if (typeof id !== 'string' || !isUuid(id)) return null
    const isTest = test === true
    const about = await mailingOfMail(tx, id, typeof registration === 'string' ? registration : null)
    // Nothing leaves of a mailing that has not begun, whatever stands among the mails.
    if (!about || (about.isProgram && about.startedAt === null && !isTest)) return null
    const state = (about.states?.[0] ?? 'confirmed') as RegistrationState
    const of = isTest ? { sample: about.seminarId } : { registration }
    const facts = await factsOf(house, tx, of, locale, to, { state })
    const texts = (await textsOf(tx, [id])).get(id)
    const [subject, body] = [show(texts?.subject, locale), show(texts?.body, locale)]
    if (!facts || !subject || !body) return null
    const said = mailingMails[locale]
    const [filledSubject = '', filledBody = ''] = [
      ...(await filled(facts, [subject.text], subject.language)),
      ...(await filled(facts, [body.text], body.language)),
    ]
    const page = ownPageIn(facts)
    const contact = addressesOf(facts.words)
    return {
      subject: isTest ? said.testSubject(filledSubject) : filledSubject,
      paragraphs: [
        ...(body.language === locale ? [] : [said.onlyIn(languageName(locale, body.language))]),
        ...paragraphsOf(filledBody),
      ],
      links: true,
      ...(page === null ? {} : { action: { label: facts.m.action, url: page } }),
      after: [
        ...(isTest ? [said.testNote] : []),
        ...alsoFor(facts, about),
        ...(facts.linked ? [facts.m.keep] : []),
        said.why(titleOf(facts.words, facts.seminar, locale)),
        ...(contact === '' ? [] : [facts.m.contact(contact)]),
      ],
    }
  },
}

/**
 * What whoever comes needs to know, some days before. On its way it is looked at once more: it says nothing to somebody who
 * has given their place back since, nor about a day that has been given up.
 */
async function reminderSays(facts: MailFacts): Promise<Said | null> {
  const { tx, data, own, seminar, locale, house, m, sample } = facts
  const about = sample || typeof data.mailing !== 'string' ? null : await mailingOfMail(tx, data.mailing, own.id)
  if (!sample && !about) return null
  const isOffered = own.state === 'offered'
  if (about?.isLeaving) {
    const holds = meaning[seminar.life].mails.reminders && about.heldOn === seminar.heldOn
    if (!holds || (own.state !== 'confirmed' && !(isOffered && own.offeredUntil))) return null
  }
  const said = mailingMails[locale]
  // As words to begin from: whoever keeps them must not keep a day that is given up later.
  const date = data.usual === true ? '{date}' : dateOf(seminar, locale)
  const { programme, waited } = await reminderFacts(tx, seminar.id)
  const access = await accessInWords(facts)
  const address = publicAddress(house, `/${locale}/seminars/${seminar.slug}/programme`)
  const known = [
    ...practical(facts),
    ...(access === '' ? [] : [said.access(access)]),
    ...(programme ? [said.programme(address)] : []),
  ]
  const subject = said.reminderSubject(facts.title, date)
  const after = alsoFor(facts, about)
  if (isOffered) {
    const until = own.offeredUntil
    const offered = until
      ? [said.reminderOffered(facts.title, date, momentAt(seminar, locale, until), cityOf(seminar, locale))]
      : [m.offerOver(facts.title)]
    return { subject, paragraphs: stays([...offered, ...known]), after, action: m.answerOffer }
  }
  return {
    subject,
    paragraphs: [
      said.reminder(facts.title, date),
      ...stays([...known, waited ? said.cannotComeWaited : said.cannotCome]),
    ],
    attachments: await calendar(facts),
    after,
  }
}

export const mailingMailTemplates: Readonly<Record<string, MailTemplate>> = {
  mailing,
  reminder: aboutRegistration({
    template: 'reminder',
    name: locale => mailingMails[locale].names.reminder,
    say: reminderSays,
  }),
}
