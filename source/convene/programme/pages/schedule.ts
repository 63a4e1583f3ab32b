import { addressOf } from '#convene/seminar/acts/calendar-of-seminar.ts'
import { lifeOf, meaning } from '#convene/seminar/rules/life.ts'
import type { Visit } from '#ground/house.ts'
import { namedUuid } from '#ground/named-uuid.ts'
import { programVersion } from '#ground/program.ts'
import { publicAddress, text } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { lineWords } from '../acts/line-words.ts'
import { type Schedule, scheduleOf } from '../rules/schedule.ts'
import { scheduleJson } from '../rules/schedule-json.ts'
import { scheduleXml } from '../rules/schedule-xml.ts'
import { seminarHere } from './released.ts'

const program = { name: 'Perenne', version: programVersion }

/** GET /:l/seminars/:slug/schedule.xml: the released programme for conference apps. */
export async function scheduleXmlFile(visit: Visit): Promise<Response> {
  const { schedule, address } = await scheduleFor(visit)
  const xml = scheduleXml(schedule, { url: `${address}/schedule.xml`, program })
  return text(visit, xml, 'application/xml; charset=utf-8')
}

/** GET /:l/seminars/:slug/schedule.json: the same in the other of the two forms that apps read. */
export async function scheduleJsonFile(visit: Visit): Promise<Response> {
  const { schedule, address } = await scheduleFor(visit)
  const json = scheduleJson(schedule, { url: `${address}/schedule.json`, program })
  return text(visit, JSON.stringify(json), 'application/json; charset=utf-8')
}

/** @throws Refusal `not-found` where no programme was released yet: the format knows no schedule without one */
async function scheduleFor(visit: Visit): Promise<{ schedule: Schedule; address: string }> {
  const { house, locale } = visit
  const seminar = await seminarHere(visit)
  if (!seminar.programme || !seminar.version) throw notFound()
  const address = addressOf(house, seminar, locale)
  const title = seminar.texts.title?.text ?? ''
  const life = lifeOf(seminar, seminar.places, house.clock.now())
  const about = {
    slug: seminar.slug,
    title,
    url: address,
    urlOf: (key: string) => `${address}#slot-${key}`,
    absolute: (document: string) => publicAddress(house, document),
    venue: seminar.texts.venue_name?.text ?? title,
    floorLanguages: seminar.floorLanguages,
    isHeld: meaning[life].calendar.status === 'CONFIRMED',
    uuid: (name: string) => namedUuid(seminar.id, name),
  }
  return { schedule: scheduleOf(seminar.programme, seminar.version, about, lineWords(locale)), address }
}
