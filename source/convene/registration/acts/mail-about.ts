import { isBeingSent } from '#convene/life/store/being-sent.ts'
import { placeholderValues } from '#convene/mailings/acts/placeholder-values.ts'
import { paragraphsOf } from '#convene/mailings/rules/paragraphs.ts'
import { fillPlaceholders, noValues, placeholdersIn, problemsOf } from '#convene/mailings/rules/placeholders.ts'
import { type OwnWords, ownWords } from '#convene/mailings/store/own-words.ts'
import { mailingMails } from '#convene/messages/mailing-mails.ts'
import { ownMails } from '#convene/messages/own-mails.ts'
import { meaning } from '#convene/seminar/rules/life.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House, MailRecipient, MailTemplate, MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { mayCarryPersonalLink } from '#ground/mail/store/personal-links.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { readOwn } from '../store/own.ts'
import { findSeminarToRegisterFor, seminarWords } from '../store/seminar.ts'
import type { MailFacts } from './mail-parts.ts'
import { type SampleOf, sampleRegistration } from './mail-sample.ts'
import { mePath, notMePath } from './personal-link.ts'
import { addressesOf, titleOf } from './seminar-in-words.ts'

/** What is told whatever words an organiser writes instead of ours: when and where, a rank, a deadline, a reason. */
type Stays = { stays: string }
export const stays = (paragraphs: readonly string[]): Stays[] => paragraphs.map(text => ({ stays: text }))

export type Said = {
  subject: string
  paragraphs: readonly (string | Stays)[]
  after?: readonly string[]
  attachments?: NonNullable<MailWords['attachments']>
  /** What the button says, and where below the own page it leads; to the own page itself when not said. */
  action?: string
  actionBelow?: string
  /** Instead of the usual line about the link being theirs, and of the one that says whom to write to. */
  keep?: string
  contact?: (addresses: string) => string
}

type About = {
  /** Under which name mails of this kind are kept. */
  template: string
  name: (locale: Locale) => string
  /** The first mail that somebody gets: whoever never registered can undo it from there. */
  first?: boolean
  /** Says where somebody stands, and so does not leave any more once the seminar says otherwise (seminar/rules/life.ts). */
  standing?: boolean
  /** In which state the fictitious person is who stands in a preview; confirmed when not said. */
  sample?: SampleOf
  /** Null when there is nothing to say any more. */
  say: (facts: MailFacts) => Promise<Said | null>
}

/**
 * A template about one registration; `data.registration` is its id. Gone with the registration, or with its person. The
 * organisers of a seminar may write its subject and its words themselves; what `stays` says, the button to the own page, the
 * way to undo it, the attachments and the contact stay whatever they write.
 *
 * With `data.sample`, the id of a seminar, it is about a fictitious person there, and `data.subject` and `data.body` are
 * words that are being tried out.
 */
export function aboutRegistration(about: About): MailTemplate {
  return {
    name: about.name,
    async words(house, tx, data, locale, to) {
      const facts = await factsOf(house, tx, data, locale, to, about.sample)
      if (facts && about.standing && (await isStopped(facts))) return null
      const said = facts && (await about.say(facts))
      if (!facts || !said) return null
      return together(facts, said, await wordsWritten(facts, about.template), about.first === true)
    },
    async usual(house, tx, seminarId, locale) {
      const named = { id: '', givenName: '{given_name}', familyName: '{family_name}', email: '' }
      const facts = await factsOf(house, tx, { sample: seminarId, usual: true }, locale, named, about.sample)
      const said = facts && (await about.say({ ...facts, title: '{seminar}' }))
      if (!said) return null
      const paragraphs = said.paragraphs.filter(paragraph => typeof paragraph === 'string')
      return { subject: said.subject, body: paragraphs.join('\n\n') }
    },
  }
}

/** Whether a mail of before leaves no more. Whoever reads it in the list of mails still sees what it said. */
export const isStopped = async ({ seminar, sample, tx }: MailFacts): Promise<boolean> =>
  !sample && !meaning[seminar.life].mails.standing && (await isBeingSent(tx))

/** What a mail is made from: of a registration, or of a fictitious one. Null when there is none any more. */
export async function factsOf(
  house: House,
  tx: Tx,
  data: Readonly<Record<string, unknown>>,
  locale: Locale,
  to: MailRecipient,
  sampleOf?: SampleOf,
): Promise<MailFacts | null> {
  const sample = typeof data.sample === 'string'
  if (!sample && typeof data.registration !== 'string') return null
  const real = sample ? null : await readOwn(tx, String(data.registration))
  if (!sample && !real) return null
  const seminar = await findSeminarToRegisterFor(tx, { id: real ? real.seminarId : String(data.sample) })
  if (!seminar) return null
  const own = real ?? sampleRegistration(seminar, locale, to, sampleOf)
  const words = await seminarWords(tx, seminar.id)
  const title = titleOf(words, seminar, locale)
  const linked = sample || (await mayCarryPersonalLink(house, tx))
  return { m: ownMails[locale], to, title, own, seminar, words, house, tx, locale, data, linked, sample }
}

/** The address of the own page of whoever a mail is for; null for readers who are not shown it. */
export function ownPageIn({ house, locale, own, linked, sample }: MailFacts, below = ''): string | null {
  if (!linked) return null
  const path = sample ? '/me/example' : mePath(house.keys, own)
  return publicAddress(house, `/${locale}${path}${below}`)
}

/** What an organiser wrote for this mail: nothing of a text that has gone wrong, so that a mail never waits for it. */
async function wordsWritten(facts: MailFacts, template: string): Promise<OwnWords> {
  const { data, tx, seminar, locale, sample } = facts
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)
  const tried = sample && ('subject' in data || 'body' in data)
  const found = tried
    ? { subject: text(data.subject), body: text(data.body) }
    : await ownWords(tx, seminar.id, template, locale)
  const sound = (words: string | null) => (words !== null && problemsOf(words).length === 0 ? words : null)
  return { subject: sound(found.subject), body: sound(found.body) }
}

/**
 * Words with placeholders as the reader of a mail gets them.
 *
 * @param language the one the words are in, when it is not the reader's: dates and names are then in it as well
 */
export async function filled(
  facts: MailFacts,
  texts: readonly string[],
  language: Locale = facts.locale,
): Promise<string[]> {
  const needed = new Set(texts.flatMap(text => [...placeholdersIn(text)]))
  if (needed.size === 0) return texts.map(text => fillPlaceholders(text, noValues))
  const title = language === facts.locale ? facts.title : titleOf(facts.words, facts.seminar, language)
  const values = await placeholderValues({ ...facts, locale: language, title }, needed, ownPageIn(facts))
  return texts.map(text => fillPlaceholders(text, values))
}

async function together(facts: MailFacts, said: Said, own: OwnWords, first: boolean): Promise<MailWords> {
  const { m, to, house, locale, linked, sample, words } = facts
  const [subject = '', body = ''] = await filled(facts, [own.subject ?? '', own.body ?? ''])
  const usual = said.paragraphs.map(paragraph => (typeof paragraph === 'string' ? paragraph : paragraph.stays))
  const kept = said.paragraphs.flatMap(paragraph => (typeof paragraph === 'string' ? [] : [paragraph.stays]))
  const contact = addressesOf(words)
  const undo = () => publicAddress(house, `/${locale}${sample ? '/not-me/example' : notMePath(house.keys, facts.own)}`)
  const page = ownPageIn(facts, said.actionBelow)
  return {
    subject: own.subject === null ? said.subject : subject,
    paragraphs: [
      m.hello([to.givenName, to.familyName].filter(Boolean).join(' ')),
      ...(own.body === null ? usual : [...paragraphsOf(body), ...kept]),
    ],
    ...(own.body === null ? {} : { links: true }),
    ...(page === null ? {} : { action: { label: said.action ?? m.action, url: page } }),
    ...(said.attachments ? { attachments: said.attachments } : {}),
    after: [
      ...(sample ? [mailingMails[locale].sample] : []),
      ...(linked ? [said.keep ?? m.keep] : []),
      ...(said.after ?? []),
      ...(!first ? [] : [linked ? m.notMe(undo()) : m.notYou]),
      ...(contact === '' ? [] : [(said.contact ?? m.contact)(contact)]),
    ],
  }
}
