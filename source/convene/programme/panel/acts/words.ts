import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { panelMail } from '#convene/messages/programme-panel-mail.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import { date, hours } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import type { OwnSlot } from '../store/own.ts'
import type { PanelFacts } from './own.ts'

/** The title of a slot in a reader's language, or in its own, with which part it is. */
export const slotTitle = ({ title, part }: OwnSlot, locale: Locale): string =>
  partNamed(part, wordsOf(title, locale), locale)

/** When a slot is: the hours, with the day when it is not that of the seminar. */
export function slotTime(
  { seminar }: Pick<PanelFacts, 'seminar'>,
  { startsAt, endsAt }: OwnSlot,
  locale: Locale,
): string {
  const from = startsAt.toZonedDateTimeISO(seminar.timeZone)
  const to = endsAt.toZonedDateTimeISO(seminar.timeZone)
  const time = hours(locale, from.toPlainTime(), to.toPlainTime())
  const day = from.toPlainDate()
  return day.toString() === seminar.heldOn ? time : `${date(locale, day)}, ${time}`
}

/** How an organisation is called in a reader's language; null without one. */
export function organisationName({ organisations }: PanelFacts, id: string | null, locale: Locale): string | null {
  const found = id === null ? undefined : organisations.get(id)
  return found ? (found.short ?? wordsOf(found.name, locale)) || null : null
}

/** What somebody is on, a line for each: what they do there, in which slot, when. */
export function partInWords(facts: PanelFacts, locale: Locale): string[] {
  const m = panelMail[locale]
  return facts.slots.flatMap(slot => {
    const at = [slotTitle(slot, locale), slotTime(facts, slot, locale)] as const
    const seats = facts.own.seats.filter(({ slotId }) => slotId === slot.id)
    const roles = facts.own.roles.filter(({ slotId }) => slotId === slot.id)
    return [
      ...seats.map(({ region }) => m.parts.seat(...at, programmeChecks[locale].regions[region])),
      ...roles.map(({ role }) => m.parts[role](...at)),
    ]
  })
}
