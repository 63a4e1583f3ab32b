import { as, asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import { readSeminar, type SeminarPage } from '../store/read-seminar.ts'

/**
 * The seminar of the address, as this visitor may see it: the public role for whoever is not signed in.
 *
 * @throws Refusal `not-found`, also for a seminar that exists and is not theirs to see
 */
export async function seminarOf(visit: Visit): Promise<SeminarPage> {
  const { house, locale } = visit
  const slug = visit.param('slug')
  const seminar = visit.signedIn
    ? await as(house.db, visit.actor, tx => readSeminar(tx, slug, locale))
    : await asPublic(house.db, tx => readSeminar(tx, slug, locale))
  if (!seminar) throw notFound()
  return seminar
}
