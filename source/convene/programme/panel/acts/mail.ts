import { isBeingSent } from '#convene/life/store/being-sent.ts'
import { panelMail } from '#convene/messages/programme-panel-mail.ts'
import {
  addressesOf,
  cityOf,
  dateOf,
  hoursOf,
  momentAt,
  titleOf,
  venueOf,
} from '#convene/registration/acts/seminar-in-words.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House, MailTemplate, MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { mayCarryPersonalLink } from '#ground/mail/store/personal-links.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { answerWindow } from '../rules/panel.ts'
import { readOwnPart, readPanelInvitation } from '../store/own.ts'
import { panelPath } from './link.ts'
import { type PanelFacts, panelFacts } from './own.ts'
import { partInWords } from './words.ts'

/** What is to be said to whom: of a mail that was written, or of one that is looked at before. */
export type PanelAsk = { programmePersonId: string; reminder: boolean; note: string | null }

/**
 * The mail that asks somebody to sit on a panel, to moderate or to speak; `data.invitation` is what it was written from.
 * It does not leave when there is nothing to ask any more: the seminar has begun, rests or is cancelled, or they are on
 * nothing; and no reminder leaves for whoever has answered meanwhile.
 */
export const panelInvitation: MailTemplate = {
  name: locale => panelMail[locale].name,
  async words(house, tx, data, locale, to) {
    if (typeof data.invitation !== 'string') return null
    const ask = await readPanelInvitation(tx, data.invitation)
    if (!ask) return null
    return panelWords(house, tx, ask, locale, [to.givenName, to.familyName].filter(Boolean).join(' '))
  },
}

/**
 * The words of that mail.
 *
 * @param look for an organiser who looks at it before anybody is asked: seats that are still open are meant too, and the
 *   link leads nowhere
 */
export async function panelWords(
  house: House,
  tx: Tx,
  { programmePersonId, reminder, note }: PanelAsk,
  locale: Locale,
  name: string,
  { look = false } = {},
): Promise<MailWords | null> {
  const own = await readOwnPart(tx, programmePersonId, { all: look })
  const all = own && (await panelFacts(tx, own))
  if (!all) return null
  // Of what they declined nothing is asked any more.
  const isTheirs = ({ state }: { state: string }) => state !== 'declined'
  const { seats: allSeats, roles } = all.own
  const facts = { ...all, own: { ...all.own, seats: allSeats.filter(isTheirs), roles: roles.filter(isTheirs) } }
  if (!look && (await isBeingSent(tx)) && hasNothingToAsk(facts, reminder)) return null
  const m = panelMail[locale]
  const { seminar, words } = facts
  const title = titleOf(words, seminar, locale)
  const city = cityOf(seminar, locale)
  const contact = addressesOf(words)
  const seats = facts.own.seats.length
  const linked = look || (await mayCarryPersonalLink(house, tx))
  const path = look ? '/panel/example' : panelPath(house.keys, facts.own)
  const asked = seats > 0 ? m.askedForPanel(title) : m.askedForPart(title)
  return {
    subject: reminder ? m.reminderSubject(title) : seats > 0 ? m.panelSubject(title) : m.partSubject(title),
    paragraphs: [
      m.hello(name),
      ...(reminder ? [seats > 0 ? m.reminderPanel(title) : m.reminderPart(title)] : [asked]),
      partInWords(facts, locale)
        .map(line => `– ${line}`)
        .join('\n'),
      m.when(dateOf(seminar, locale), hoursOf(seminar, locale), city),
      m.where(venueOf(seminar, words, locale)),
      ...(note ? [m.note(note)] : []),
      m.answerThere,
      m.until(momentAt(seminar, locale, facts.until), city),
    ],
    ...(linked ? { action: { label: m.answer, url: publicAddress(house, `/${locale}${path}`) } } : {}),
    after: [...(linked ? [m.keep] : []), m.kept, ...(contact === '' ? [] : [m.contact(contact)])],
  }
}

function hasNothingToAsk({ own, seminar, until }: PanelFacts, reminder: boolean): boolean {
  if (answerWindow(seminar.life, until, seminar.now) !== 'open') return true
  const parts = [...own.seats, ...own.roles]
  return parts.length === 0 || (reminder && parts.every(({ state }) => state !== 'invited'))
}
