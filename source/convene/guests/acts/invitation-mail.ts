import { invitationsSent } from '#convene/messages/invitations-sent.ts'
import {
  addressesOf,
  cityOf,
  dateOf,
  hoursOf,
  momentAt,
  titleOf,
  venueOf,
} from '#convene/registration/acts/seminar-in-words.ts'
import {
  findSeminarToRegisterFor,
  type SeminarToRegisterFor,
  seminarWords,
} from '#convene/registration/store/seminar.ts'
import { meaning } from '#convene/seminar/rules/life.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House, MailTemplate, MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { mayCarryPersonalLink } from '#ground/mail/store/personal-links.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { type InvitationToSend, invitationOfSending } from '../store/invitations-sent.ts'
import { invitedPath } from './invited-link.ts'

/**
 * The mail of an invitation; `data.sent` is the sending. Cancelled when the invitation lets nobody in any more, or the
 * seminar has nothing to be invited to.
 */
export const invitationMail: MailTemplate = {
  name: locale => invitationsSent[locale].mail.name,
  async words(house, tx, data, locale, to) {
    if (typeof data.sent !== 'string') return null
    const invitation = await invitationOfSending(tx, data.sent)
    if (invitation === null || !invitation.usable) return null
    const forget = (await mayCarryPersonalLink(house, tx)) ? data.sent : null
    return invitationWords(
      house,
      tx,
      invitation,
      locale,
      [to.givenName, to.familyName].filter(Boolean).join(' '),
      forget,
    )
  },
}

/**
 * What the mail says to one person, in the language of the mail. The words by which an organiser names the invitation stay
 * with the team.
 *
 * @param forget the sending whose person may have themself erased; null for readers who are not shown that link
 */
export async function invitationWords(
  house: House,
  tx: Tx,
  invitation: InvitationToSend,
  locale: Locale,
  name: string,
  forget: string | null,
): Promise<MailWords | null> {
  const seminar = await findSeminarToRegisterFor(tx, { id: invitation.seminarId })
  if (seminar === null || !isInvitedTo(seminar)) return null
  const words = await seminarWords(tx, seminar.id)
  const m = invitationsSent[locale].mail
  const title = titleOf(words, seminar, locale)
  const city = cityOf(seminar, locale)
  const at = (instant: Temporal.Instant) => momentAt(seminar, locale, instant)
  const { places, taken, reserved, reservedUntil, validUntil, code } = invitation
  const until =
    validUntil !== null && Temporal.Instant.compare(validUntil, seminar.closesAt) < 0 ? validUntil : seminar.closesAt
  const contact = addressesOf(words)
  return {
    subject: m.subject(title),
    paragraphs: [
      m.hello(name),
      m.invited(title),
      m.when(dateOf(seminar, locale), hoursOf(seminar, locale), city),
      m.where(venueOf(seminar, words, locale)),
      ...(places === null
        ? []
        : [
            [
              m.places(Math.max(0, places - taken)),
              ...(reserved && reservedUntil ? [m.kept(at(reservedUntil), city)] : []),
            ].join(' '),
          ]),
      ...(seminar.life === 'announced' && seminar.opensAt ? [m.opens(at(seminar.opensAt), city)] : []),
      m.until(at(until), city),
      m.code(code),
    ],
    action: {
      label: m.action,
      url: publicAddress(house, `/${locale}/seminars/${seminar.slug}/register?code=${encodeURIComponent(code)}`),
    },
    after: [
      ...(forget === null ? [] : [m.forget(publicAddress(house, `/${locale}${invitedPath(house.keys, forget)}`))]),
      ...(contact === '' ? [] : [m.contact(contact)]),
    ],
  }
}

const isInvitedTo = ({ life }: SeminarToRegisterFor) =>
  life !== 'draft' && life !== 'over' && meaning[life].form !== 'closed' && meaning[life].places === 'given'
