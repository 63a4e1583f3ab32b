import ical from 'ical-generator'
import { calendarHost } from '#ground/calendar-host.ts'
import { as, job, person } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { memoryHome } from '../../messages/memory-home.ts'
import { todayAt } from '../../rules/days.ts'
import { zoneOfMemory } from '../../store/memories.ts'
import { pathOf } from '../rules/paths.ts'
import { insideOf, ownerOfFeed } from '../store/digests.ts'
import { asSentence, dueWithNames, inOneLine } from './due-in-words.ts'

const purpose = 'memory calendar'
/** A calendar shows what is due in the next two years. */
const yearsAhead = 2

/** The signed part of a person's calendar address: which wish, and which of its addresses. */
export const feedToken = (house: House, digest: { id: string; feedNumber: number }): string =>
  house.keys.sign(purpose, `${digest.id}~${digest.feedNumber}`)

/**
 * The calendar of whoever holds an address: what is due in that memory, as far as its owner may see it at this moment, asked in
 * their name. The address itself is looked up as a job, since a link sees no person's row.
 *
 * @returns null when the address is forged or was made invalid, or when its owner belongs no more to those inside
 */
export async function readFeed(house: House, token: string): Promise<{ slug: string; content: string } | null> {
  const [id = '', number = ''] = (house.keys.verify(purpose, token) ?? '').split('~')
  if (id === '' || !/^\d+$/.test(number)) return null
  const owner = await as(house.db, job('memory-calendar'), tx => ownerOfFeed(tx, id, Number(number)))
  if (!owner) return null
  const locale = isLocale(owner.language) ? owner.language : 'en'
  return as(house.db, person(owner.personId), async tx => {
    const inside = await insideOf(tx, owner.spaceId)
    if (!inside) return null
    const now = house.clock.now()
    const day = todayAt(house.clock, await zoneOfMemory(tx, owner.spaceId))
    const due = await dueWithNames(tx, owner.spaceId, locale, day, day.add({ years: yearsAhead }))
    const name = wordsOf((await textsOf(tx, [owner.spaceId])).get(owner.spaceId)?.name, locale) || inside.slug
    const calendar = ical({
      name: memoryHome[locale].feed(name),
      prodId: { company: 'Perenne', product: 'Perenne', language: locale.toUpperCase() },
      ttl: 60 * 60 * 6,
    })
    const host = await calendarHost(house, tx)
    for (const one of due) {
      const start = Temporal.PlainDate.from(one.day)
      calendar.createEvent({
        id: `due-${one.kind}-${one.key}@${host}`,
        summary: `${inOneLine(locale, one)} – ${one.what}`,
        ...(one.calculated ? { description: asSentence(locale, one.calculated) } : {}),
        allDay: true,
        start: start.toZonedDateTime('UTC'),
        end: start.add({ days: 1 }).toZonedDateTime('UTC'),
        timezone: 'UTC',
        stamp: now,
        url: new URL(`/${locale}/territories/${inside.slug}${pathOf(one.table, one.id)}`, house.settings.publicUrl)
          .href,
      })
    }
    return { slug: inside.slug, content: calendar.toString() }
  })
}
