import { readSeminar, type SeminarPage } from '#convene/seminar/store/read-seminar.ts'
import { as, asPublic, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import { readVersions, type Version } from '../store/versions.ts'

/**
 * The seminar of the address with the programme that everybody sees now.
 *
 * @throws Refusal `not-found`, also for a seminar that exists and is not this visitor's to see
 */
export async function seminarHere(visit: Visit): Promise<SeminarPage> {
  return readHere(visit, (_tx, seminar) => Promise.resolve(seminar))
}

/** The same with every released version, the oldest first. */
export async function releasedOf(visit: Visit): Promise<{ seminar: SeminarPage; versions: Version[] }> {
  return readHere(visit, async (tx, seminar) => ({ seminar, versions: await readVersions(tx, seminar.id) }))
}

async function readHere<Read>(visit: Visit, more: (tx: Tx, seminar: SeminarPage) => Promise<Read>): Promise<Read> {
  const { house, locale } = visit
  const read = async (tx: Tx) => {
    const seminar = await readSeminar(tx, visit.param('slug'), locale)
    return seminar && more(tx, seminar)
  }
  const found = visit.signedIn ? await as(house.db, visit.actor, read) : await asPublic(house.db, read)
  if (!found) throw notFound()
  return found
}
