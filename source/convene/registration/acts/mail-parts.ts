import { byHand } from '#convene/messages/by-hand.ts'
import type { OwnMailMessages } from '#convene/messages/own-mails.ts'
import { registration } from '#convene/messages/registration.ts'
import { as, job, type Tx } from '#ground/database/actor.ts'
import type { House, MailRecipient } from '#ground/house.ts'
import { countryName, languageName, list } from '#ground/languages/format.ts'
import { type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { admissionOf } from '../store/admission.ts'
import { nameOfGiver, nameOfRegistered } from '../store/held.ts'
import { consentsGiven, type OwnRegistration } from '../store/own.ts'
import { rankOf } from '../store/rank.ts'
import type { SeminarToRegisterFor, SeminarWords } from '../store/seminar.ts'
import { calendarEntry } from './calendar-entry.ts'
import { cityOf, dateOf, hoursOf, momentAt, venueOf } from './seminar-in-words.ts'

/** What a mail about one registration is made from. */
export type MailFacts = {
  m: OwnMailMessages
  to: MailRecipient
  title: string
  own: OwnRegistration
  seminar: SeminarToRegisterFor
  words: SeminarWords
  house: House
  tx: Tx
  locale: Locale
  /** What the act that wrote the mail said besides the registration. */
  data: Readonly<Record<string, unknown>>
  /** Whether the link that stands for the person may be told: when it is sent, and not to whoever looks at it later. */
  linked: boolean
  /** About a fictitious person, to show what a mail says. */
  sample: boolean
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
export async function waitingWords({ house, m, own, seminar, locale, sample }: MailFacts): Promise<string[]> {
  if (own.state !== 'waiting') return []
  return as(house.db, job('rank'), async tx => {
    const rank = sample ? 3 : (await rankOf(tx, seminar.id, own)).rank
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
export async function filledInByOther({ tx, own, m, locale }: MailFacts): Promise<string[]> {
  const consents = await consentsGiven(tx, own.id)
  // Entered by the team, who cannot agree for anybody.
  if ((own.origin === 'desk' || own.origin === 'import') && consents.length === 0) return [byHand[locale].mail]
  return consents.some(({ statedBy }) => statedBy === 'delegate') ? [m.byDelegate] : []
}

export const reasonGiven = ({ m, own }: MailFacts): string[] => (own.reason ? [m.reason(own.reason)] : [])

/**
 * What is held now, in a few lines. What somebody needs says something of their health or belief, and stays out of mails,
 * as does what they wrote in answer to questions: the page has it.
 */
export async function changedFacts({ tx, m, own, locale }: MailFacts): Promise<string> {
  const { changedFacts: w } = m
  const { categories, states } = registration[locale]
  const { territoryId } = own
  const known = territoryId && wordsOf((await textsOf(tx, [territoryId])).get(territoryId)?.name, locale)
  const territory = known || own.territoryName
  const languages = own.languages.map(language => languageName(locale, language))
  return [
    w.name(own.name),
    w.address(own.email),
    w.category(categories[own.category]),
    w.organisation(own.organisation, countryName(locale, own.country)),
    ...(territory ? [w.territory(territory)] : []),
    ...(own.role ? [w.role(own.role)] : []),
    w.language(nameOfLocale[own.answers.language]),
    ...(languages.length > 0 ? [w.languages(list(locale, languages))] : []),
    w.state(states[own.state]),
  ].join('\n')
}

export const giverOf = ({ tx, own }: MailFacts) => nameOfGiver(tx, own.id)
export const colleagueOf = async ({ tx, own }: MailFacts) =>
  own.handedOnTo === null ? null : nameOfRegistered(tx, own.handedOnTo)
