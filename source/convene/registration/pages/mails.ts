import { type OwnMailMessages, ownMails } from '#convene/messages/own-mails.ts'
import type { MailTemplate } from '#ground/house.ts'
import { aboutRegistration, type Said, stays } from '../acts/mail-about.ts'
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
} from '../acts/mail-parts.ts'
import type { SampleOf } from '../acts/mail-sample.ts'
import { cityOf, momentAt } from '../acts/seminar-in-words.ts'

type Kind = keyof OwnMailMessages['names']
type Options = { first?: boolean; standing?: boolean; sample?: SampleOf }

const about = (template: Kind, options: Options, say: (facts: MailFacts) => Promise<Said>): MailTemplate =>
  aboutRegistration({ template, name: locale => ownMails[locale].names[template], ...options, say })

const first = { first: true, standing: true }

/** The mails of registration, each with what the recipient needs in order to come, to wait, or to know where they stand. */
export const registrationMails: Readonly<Record<string, MailTemplate>> = {
  'registration-confirmed': about('registration-confirmed', first, async facts => ({
    subject: facts.m.confirmedSubject(facts.title),
    paragraphs: [
      facts.m.confirmed(facts.title),
      ...stays([...practical(facts), ...(await filledInByOther(facts))]),
      facts.m.confirmedPage,
    ],
    attachments: await calendar(facts),
  })),
  'registration-waiting': about('registration-waiting', { ...first, sample: { state: 'waiting' } }, async facts => ({
    subject: facts.m.waitingSubject(facts.title),
    paragraphs: [
      facts.m.waiting(facts.title),
      ...stays([...(await waitingWords(facts)), ...(await filledInByOther(facts)), ...practical(facts)]),
    ],
  })),
  'registration-requested': about(
    'registration-requested',
    { ...first, sample: { state: 'requested' } },
    async facts => ({
      subject: facts.m.requestedSubject(facts.title),
      paragraphs: [
        facts.m.requested(facts.title),
        facts.m.requestedNext,
        ...stays([...(await filledInByOther(facts)), ...practical(facts)]),
      ],
    }),
  ),
  'place-offered': about('place-offered', { standing: true, sample: { state: 'offered' } }, async facts => {
    const { m, title, own, seminar, locale } = facts
    const until = own.offeredUntil
    return {
      subject: m.offeredSubject(title),
      paragraphs: stays(
        // Read again later, or sent late: an end that is over must not be promised.
        until === null
          ? [m.offerOver(title)]
          : [
              m.offered(title, momentAt(seminar, locale, until), cityOf(seminar, locale)),
              m.offeredDo,
              ...practical(facts),
            ],
      ),
      ...(until === null ? {} : { action: m.answerOffer }),
    }
  }),
  'registration-refused': about(
    'registration-refused',
    { sample: { state: 'refused', reason: true } },
    async facts => ({
      subject: facts.m.refusedSubject(facts.title),
      paragraphs: [facts.m.refused(facts.title), ...stays(reasonGiven(facts))],
    }),
  ),
  'registration-cancelled': about('registration-cancelled', { sample: { state: 'cancelled' } }, async facts => {
    const { m, title, data } = facts
    const bySelf = data.by !== 'organiser'
    return {
      subject: m.cancelledSubject(title),
      // Who cancelled is told whatever else is written: the same words go to both.
      paragraphs: stays([bySelf ? m.cancelledSelf(title) : m.cancelledOrganiser(title), ...reasonGiven(facts)]),
      ...(bySelf ? { after: [m.notYou] } : {}),
    }
  }),
  'registration-changed': about('registration-changed', {}, async facts => ({
    subject: facts.m.changedSubject(facts.title),
    paragraphs: stays([
      facts.data.by === 'organiser' ? facts.m.changedOrganiser(facts.title) : facts.m.changedSelf(facts.title),
      await changedFacts(facts),
      facts.m.changedFacts.others,
    ]),
    after: [facts.m.notYou],
  })),
  'offer-expired': about('offer-expired', { sample: { state: 'expired' } }, async ({ m, title }) => ({
    subject: m.expiredSubject(title),
    paragraphs: [m.expired(title), m.expiredNext],
  })),
  'handed-on': about('handed-on', first, async facts => ({
    subject: facts.m.handedOnSubject(facts.title),
    paragraphs: [
      ...stays([facts.m.handedOn(await giverOf(facts), facts.title), ...practical(facts)]),
      facts.m.handedOnPage,
    ],
    attachments: await calendar(facts),
  })),
  'handed-on-from': about('handed-on-from', { sample: { state: 'cancelled' } }, async facts => ({
    subject: facts.m.handedOnFromSubject(facts.title),
    paragraphs: stays([facts.m.handedOnFrom(await colleagueOf(facts), facts.title)]),
    after: [facts.m.notYou],
  })),
  'not-handed-on': about('not-handed-on', {}, async ({ m, title }) => ({
    subject: m.notHandedOnSubject(title),
    paragraphs: [m.notHandedOn(title)],
    after: [m.notYou],
  })),
  'already-registered': about('already-registered', {}, async ({ m, title, data }) => ({
    subject: m.againSubject(title),
    // Of a colleague whose place it was to be, the page does tell.
    ...(data.by === 'hand-on'
      ? { paragraphs: [m.againHandOn(title)] }
      : { paragraphs: [m.again(title)], after: [m.againElse] }),
  })),
} satisfies Record<Kind, MailTemplate>
