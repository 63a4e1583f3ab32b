import { type OwnMailMessages, ownMails } from '#convene/messages/own-mails.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { MailTemplate, MailWords } from '#ground/house.ts'
import { mayCarryPersonalLink } from '#ground/mail/store/personal-links.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { readOwn } from '../store/own.ts'
import { findSeminarToRegisterFor, seminarWords } from '../store/seminar.ts'
import {
  calendar,
  changedFacts,
  colleagueOf,
  filledInByOther,
  giverOf,
  type MailFacts,
  practical,
  reasonGiven,
  waitingWords,
} from './mail-parts.ts'
import { notMePath } from './me/erase.tsx'
import { mePath } from './me/open.ts'
import { addressesOf, cityOf, momentAt, titleOf } from './words.ts'

type Said = Pick<MailWords, 'subject' | 'paragraphs' | 'after' | 'attachments'> & { action?: string }

type Kind = keyof OwnMailMessages['names']
type Options = {
  /** The first mail that somebody gets: whoever never registered can undo it from there. */
  first?: boolean
}

/**
 * A template about one registration; `data.registration` is its id. Gone with the registration, or with its person.
 */
function about(name: Kind, options: Options, say: (facts: MailFacts) => Promise<Said>): MailTemplate {
  return {
    name: locale => ownMails[locale].names[name],
    async words(house, tx, data, locale, to) {
      if (typeof data.registration !== 'string') return null
      const found = await factsOf(tx, data.registration)
      if (!found) return null
      const m = ownMails[locale]
      const title = titleOf(found.words, found.seminar, locale)
      const said = await say({ ...found, m, title, house, tx, locale, data })
      const contact = addressesOf(found.words)
      const linked = await mayCarryPersonalLink(house, tx)
      const at = (path: string) => publicAddress(house, `/${locale}${path}`)
      const notMe = !options.first ? [] : [linked ? m.notMe(at(notMePath(house.keys, found.own))) : m.notYou]
      return {
        subject: said.subject,
        paragraphs: [m.hello([to.givenName, to.familyName].filter(Boolean).join(' ')), ...said.paragraphs],
        ...(linked ? { action: { label: said.action ?? m.action, url: at(mePath(house.keys, found.own)) } } : {}),
        ...(said.attachments ? { attachments: said.attachments } : {}),
        after: [
          ...(linked ? [m.keep] : []),
          ...(said.after ?? []),
          ...notMe,
          ...(contact === '' ? [] : [m.contact(contact)]),
        ],
      }
    },
  }
}

async function factsOf(tx: Tx, id: string) {
  const own = await readOwn(tx, id)
  const seminar = own && (await findSeminarToRegisterFor(tx, { id: own.seminarId }))
  return own && seminar ? { own, seminar, words: await seminarWords(tx, seminar.id) } : null
}

const first = { first: true }

/** The mails of registration, each with what the recipient needs in order to come, to wait, or to know where they stand. */
export const registrationMails: Readonly<Record<string, MailTemplate>> = {
  'registration-confirmed': about('registration-confirmed', first, async facts => ({
    subject: facts.m.confirmedSubject(facts.title),
    paragraphs: [
      facts.m.confirmed(facts.title),
      ...practical(facts),
      ...(await filledInByOther(facts)),
      facts.m.confirmedPage,
    ],
    attachments: await calendar(facts),
  })),
  'registration-waiting': about('registration-waiting', first, async facts => ({
    subject: facts.m.waitingSubject(facts.title),
    paragraphs: [
      facts.m.waiting(facts.title),
      ...(await waitingWords(facts)),
      ...(await filledInByOther(facts)),
      ...practical(facts),
    ],
  })),
  'registration-requested': about('registration-requested', first, async facts => ({
    subject: facts.m.requestedSubject(facts.title),
    paragraphs: [
      facts.m.requested(facts.title),
      facts.m.requestedNext,
      ...(await filledInByOther(facts)),
      ...practical(facts),
    ],
  })),
  'place-offered': about('place-offered', {}, async facts => {
    const { m, title, own, seminar, locale } = facts
    const until = own.offeredUntil
    return {
      subject: m.offeredSubject(title),
      paragraphs:
        // Read again later, or sent late: an end that is over must not be promised.
        until === null
          ? [m.offerOver(title)]
          : [
              m.offered(title, momentAt(seminar, locale, until), cityOf(seminar, locale)),
              m.offeredDo,
              ...practical(facts),
            ],
      ...(until === null ? {} : { action: m.answerOffer }),
    }
  }),
  'registration-refused': about('registration-refused', {}, async facts => ({
    subject: facts.m.refusedSubject(facts.title),
    paragraphs: [facts.m.refused(facts.title), ...reasonGiven(facts)],
  })),
  'registration-cancelled': about('registration-cancelled', {}, async facts => {
    const { m, title, data } = facts
    const bySelf = data.by !== 'organiser'
    return {
      subject: m.cancelledSubject(title),
      paragraphs: [bySelf ? m.cancelledSelf(title) : m.cancelledOrganiser(title), ...reasonGiven(facts)],
      ...(bySelf ? { after: [m.notYou] } : {}),
    }
  }),
  'registration-changed': about('registration-changed', {}, async facts => ({
    subject: facts.m.changedSubject(facts.title),
    paragraphs: [
      facts.data.by === 'organiser' ? facts.m.changedOrganiser(facts.title) : facts.m.changedSelf(facts.title),
      changedFacts(facts),
    ],
    after: [facts.m.notYou],
  })),
  'offer-expired': about('offer-expired', {}, async ({ m, title }) => ({
    subject: m.expiredSubject(title),
    paragraphs: [m.expired(title), m.expiredNext],
  })),
  'handed-on': about('handed-on', first, async facts => ({
    subject: facts.m.handedOnSubject(facts.title),
    paragraphs: [facts.m.handedOn(await giverOf(facts), facts.title), ...practical(facts), facts.m.handedOnPage],
    attachments: await calendar(facts),
  })),
  'handed-on-from': about('handed-on-from', {}, async facts => ({
    subject: facts.m.handedOnFromSubject(facts.title),
    paragraphs: [facts.m.handedOnFrom(await colleagueOf(facts), facts.title)],
    after: [facts.m.notYou],
  })),
  'already-registered': about('already-registered', {}, async ({ m, title }) => ({
    subject: m.againSubject(title),
    paragraphs: [m.again(title)],
    after: [m.againElse],
  })),
} satisfies Record<Kind, MailTemplate>
