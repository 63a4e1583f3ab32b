import { lineWords } from '#convene/programme/acts/line-words.ts'
import { slotEvents } from '#convene/programme/rules/calendar.ts'
import type { Names } from '#convene/programme/rules/programme.ts'
import type { Version } from '#convene/programme/store/versions.ts'
import { addressOf, inEveryEntry } from '#convene/seminar/acts/calendar-of-seminar.ts'
import { lifeOf, meaning } from '#convene/seminar/rules/life.ts'
import { calendarOf } from '#convene/seminar/rules/seminar-calendar.ts'
import { readSeminar } from '#convene/seminar/store/read-seminar.ts'
import { calendarHost } from '#ground/calendar-host.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { House, MailWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { namedUuid } from '#ground/named-uuid.ts'

/**
 * The slots that a mail tells of, as the part that travels with it: the same entries as in the calendars of the programme, by
 * their UID, with the SEQUENCE that the releases raised; what was cancelled takes itself out. None when there is none.
 *
 * @param versions up to the one that is told, oldest first
 */
export async function slotsToCarry(
  house: House,
  tx: Tx,
  slug: string,
  locale: Locale,
  { versions, names, slots }: { versions: readonly Version[]; names: Names; slots: ReadonlySet<string> },
): Promise<NonNullable<MailWords['attachments']>> {
  const seminar = slots.size > 0 ? await readSeminar(tx, slug, locale) : null
  if (!seminar) return []
  const { status, method } = meaning[lifeOf(seminar, seminar.places, house.clock.now())].calendar
  const address = addressOf(house, seminar, locale)
  const host = await calendarHost(house, tx)
  const about = {
    ...inEveryEntry(seminar),
    isCancelled: status === 'CANCELLED',
    uidOf: (key: string) => `slot-${namedUuid(seminar.id, `slot:${key}`)}@${host}`,
    urlOf: (key: string) => `${address}#slot-${key}`,
  }
  const events = slotEvents(versions, slots, about, { locale, names, words: lineWords(locale) })
  if (events.length === 0) return []
  const content = calendarOf(events, {
    name: seminar.texts.title?.text ?? '',
    zone: seminar.timeZone,
    stamp: house.clock.now(),
    language: locale,
    method,
  })
  const mediaType = `text/calendar; charset=utf-8; method=${method}`
  return [{ name: `${seminar.slug}-programme.ics`, mediaType, content }]
}
