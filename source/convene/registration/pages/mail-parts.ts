import type { OwnMailMessages } from '#convene/messages/own-mails.ts'
import { registration } from '#convene/messages/registration.ts'
import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { admissionOf } from '../store/admission.ts'
import { nameOfGiver, nameOfRegistered } from '../store/held.ts'
import { consentsGiven, type OwnRegistration } from '../store/own.ts'
import { rankOf } from '../store/rank.ts'
import type { SeminarToRegisterFor, SeminarWords } from '../store/seminar.ts'
import { calendarEntry } from './me/calendar.ts'
import { cityOf, dateOf, hoursOf, momentAt, venueOf } from './words.ts'

/** What a mail about one registration is made from. */
export type MailFacts = {
  m: OwnMailMessages
  title: string
  own: OwnRegistration
  seminar: SeminarToRegisterFor
  words: SeminarWords
  house: House
  tx: Tx
  locale: Locale
  /** What the act that wrote the mail said besides the registration. */
  data: Readonly<Record<string, unknown>>
}

/** When and where. */
export function practical({ m, seminar, words, locale }: MailFacts): string[] {
  return [
    m.when(dateOf(seminar, locale), hoursOf(seminar, locale), cityOf(seminar, locale)),
    m.where(venueOf(seminar, words, locale)),
  ]
}

/** For those who come: a waiting person's calendar stays free. */
export async function calendar(facts: MailFacts) {
  const content = await calendarEntry(facts)
  if (content === null) return []
  return [{ name: `${facts.seminar.slug}.ics`, mediaType: 'text/calendar; charset=utf-8', content }]
}

/**
 * The rank and what happens next. As a job, in a transaction of its own: an organiser who reads the mail may see the
 * line, a link may not, and the mail must say the same to both. Nothing once the person waits no more.
 */
export async function waitingWords({ house, m, own, seminar, locale }: MailFacts): Promise<string[]> {
  if (own.state !== 'waiting') return []
  return as(house.db, job('rank'), async tx => {
    const { rank } = await rankOf(tx, seminar.id, own)
    const { promotion, offerHours, promoteUntil } = await admissionOf(tx, seminar.id)
    const until = momentAt(seminar, locale, promoteUntil)
    const city = cityOf(seminar, locale)
    return [
      m.rank(rank),
      promotion === 'direct' ? m.waitingDirect(until, city) : m.waitingOffer(offerHours, until, city),
    ]
  })
}

/** For somebody of a delegation: what others said for them, they can say themselves. */
export async function filledInByOther({ tx, own, m }: MailFacts): Promise<string[]> {
  const consents = await consentsGiven(tx, own.id)
  return consents.some(({ statedBy }) => statedBy === 'delegate') ? [m.byDelegate] : []
}

export const reasonGiven = ({ m, own }: MailFacts): string[] => (own.reason ? [m.reason(own.reason)] : [])

/** What is held now, in a few lines. */
export function changedFacts({ m, own, locale }: MailFacts): string {
  const { changedFacts: w } = m
  const { categories, states } = registration[locale]
  return [
    w.name(own.name),
    w.address(own.email),
    w.category(categories[own.category]),
    w.organisation(own.organisation, countryName(locale, own.country)),
    w.state(states[own.state]),
  ].join('\n')
}

export const giverOf = ({ tx, own }: MailFacts) => nameOfGiver(tx, own.id)
export const colleagueOf = async ({ tx, own }: MailFacts) =>
  own.handedOnTo === null ? null : nameOfRegistered(tx, own.handedOnTo)
