import { type RegistrationMessages, registration } from '#convene/messages/registration.ts'
import { calendarOf } from '#convene/seminar/rules/seminar-calendar.ts'
import { findSeminar } from '#convene/seminar/store/find-seminar.ts'
import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House, MailTemplate, MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { mayCarryPersonalLink } from '#ground/mail/store/personal-links.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { type OwnRegistration, readRegistration } from '../store/own.ts'
import { countWaiting } from '../store/places.ts'
import {
  findSeminarToRegisterFor,
  type SeminarToRegisterFor,
  type SeminarWords,
  seminarWords,
} from '../store/seminar.ts'
import { mePath } from './me.tsx'
import { addressesOf, cityOf, dateOf, hoursOf, titleOf, venueOf } from './words.ts'

type Facts = {
  m: RegistrationMessages['mails']
  title: string
  own: OwnRegistration
  seminar: SeminarToRegisterFor
  words: SeminarWords
  house: House
  tx: Tx
  locale: Locale
}

/** A template about one registration; `data.registration` is its id. Gone with the registration, or with its person. */
function about(
  name: keyof RegistrationMessages['mails']['names'],
  say: (facts: Facts) => Promise<Pick<MailWords, 'subject' | 'paragraphs' | 'after' | 'attachments'>>,
): MailTemplate {
  return {
    name: locale => registration[locale].mails.names[name],
    async words(house, tx, data, locale, to) {
      if (typeof data.registration !== 'string') return null
      const found = await factsOf(tx, data.registration)
      if (!found) return null
      const m = registration[locale].mails
      const title = titleOf(found.words, found.seminar, locale)
      const said = await say({ ...found, m, title, house, tx, locale })
      const contact = addressesOf(found.words)
      const shown = await mayCarryPersonalLink(house, tx)
      return {
        subject: said.subject,
        paragraphs: [m.hello([to.givenName, to.familyName].filter(Boolean).join(' ')), ...said.paragraphs],
        ...(shown
          ? { action: { label: m.action, url: publicAddress(house, `/${locale}${mePath(house.keys, found.own.id)}`) } }
          : {}),
        ...(said.attachments ? { attachments: said.attachments } : {}),
        after: [m.keep, ...(said.after ?? []), ...(contact === '' ? [] : [m.contact(contact)])],
      }
    },
  }
}

async function factsOf(tx: Tx, id: string) {
  const own = await readRegistration(tx, id)
  const seminar = own && (await findSeminarToRegisterFor(tx, { id: own.seminarId }))
  return own && seminar ? { own, seminar, words: await seminarWords(tx, seminar.id) } : null
}

function practical({ m, seminar, words, locale }: Facts): string[] {
  return [
    m.when(dateOf(seminar, locale), hoursOf(seminar, locale), cityOf(seminar, locale)),
    m.where(venueOf(seminar, words, locale)),
  ]
}

/** The mails of registration, each with what the recipient needs in order to come, or to wait. */
export const registrationMails: Readonly<Record<string, MailTemplate>> = {
  'registration-confirmed': about('registration-confirmed', async facts => ({
    subject: facts.m.confirmedSubject(facts.title),
    paragraphs: [facts.m.confirmed(facts.title), ...practical(facts)],
    after: [facts.m.notYou],
    attachments: await calendarEntry(facts),
  })),
  'registration-waiting': about('registration-waiting', async facts => ({
    subject: facts.m.waitingSubject(facts.title),
    paragraphs: [facts.m.waiting(facts.title), ...(await rankOf(facts)), ...practical(facts)],
    after: [facts.m.notYou],
  })),
  'already-registered': about('already-registered', async ({ m, title }) => ({
    subject: m.againSubject(title),
    paragraphs: [m.again(title)],
    after: [m.againElse],
  })),
}

// For those who come: a waiting person's calendar stays free. The same entry as the one on the seminar's page, by its
// uid, so that whoever takes both has it once.
async function calendarEntry({ house, tx, title, words, seminar, locale }: Facts) {
  const found = await findSeminar(tx, seminar.slug)
  if (!found) return []
  const url = publicAddress(house, `/${locale}/seminars/${seminar.slug}`)
  const event = {
    uid: `seminar-${found.id}@${house.settings.publicUrl.hostname}`,
    title,
    description: url,
    location: venueOf(seminar, words, locale),
    startsAt: found.startsAt,
    endsAt: found.endsAt,
    cancelled: found.cancelledAt !== null,
    sequence: found.calendarSequence,
    url,
  }
  const about = { name: title, zone: found.timeZone, stamp: house.clock.now(), language: locale }
  return [
    { name: `${seminar.slug}.ics`, mediaType: 'text/calendar; charset=utf-8', content: calendarOf([event], about) },
  ]
}

// As a job, in a transaction of its own: an organiser who reads the mail may see the line, a link may not, and the
// mail must say the same to both.
async function rankOf({ house, m, own }: Facts): Promise<string[]> {
  if (own.state !== 'waiting') return []
  return [m.rank(await as(house.db, job('rank'), tx => countWaiting(tx, own.seminarId, own.line)))]
}
