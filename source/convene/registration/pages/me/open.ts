import { ownPage } from '#convene/messages/own.ts'
import { as, job, link } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { openPersonalToken } from '../../acts/personal-link.ts'
import { admissionOf } from '../../store/admission.ts'
import { readOwn } from '../../store/own.ts'
import { findSeminarToRegisterFor, seminarWords } from '../../store/seminar.ts'

/** The address of the own page that this visit opened by its link, or of something below it, in its language. */
export const ownAddress = (visit: Visit, below = '') => `/${visit.locale}/me/${visit.param('token')}${below}`

/**
 * The registration whose link this visit holds. Nothing of the answer may be kept by anybody on the way, and the
 * address must not travel on to whatever the reader opens next.
 *
 * @throws Refusal `not-found` for a link that is forged, cut, meant for something else or not valid any more
 */
export async function ownId(visit: Visit): Promise<string> {
  keepToOneself(visit)
  const id = await openPersonalToken(visit.house, 'registration', visit.param('token'))
  if (id === null) throw badLink(visit)
  return id
}

export function keepToOneself(visit: Visit): void {
  visit.headers.set('cache-control', 'no-store')
  visit.headers.set('referrer-policy', 'no-referrer')
  visit.headers.set('x-robots-tag', 'noindex')
}

export const badLink = (visit: Visit) => new Refusal('not-found', ownPage[visit.locale].badLink)

/**
 * Everything that the pages of one registration show.
 *
 * The registration is read by its link, which sees it and no other. Its seminar is read as a job: whoever is registered
 * must still be able to see, change and erase what is held about them when the seminar is public no more.
 *
 * @throws Refusal `not-found` for a bad link, and once the person was erased
 */
export async function openOwn(visit: Visit) {
  const { house } = visit
  const id = await ownId(visit)
  const own = await as(house.db, link(id), tx => readOwn(tx, id))
  if (own === null) throw badLink(visit)
  const about = await as(house.db, job('own-page'), async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { id: own.seminarId })
    if (seminar === null) return null
    return { seminar, words: await seminarWords(tx, seminar.id), admission: await admissionOf(tx, seminar.id) }
  })
  if (about === null) throw badLink(visit)
  return { own, ...about }
}
export type Opened = Awaited<ReturnType<typeof openOwn>>
