import { as, asPublic, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { notFound } from '#ground/web/refusal.ts'
import { type Names, programmeOf } from '../../programme/rules/programme.ts'
import { asReleased } from '../../programme/rules/released.ts'
import { shownIn } from '../../programme/rules/shown.ts'
import { readAnswers } from '../../programme/store/answers.ts'
import { readSeminar, type SeminarPage } from '../store/read-seminar.ts'
import { seminarAsFile } from '../store/seminar-as-file.ts'

/**
 * The seminar of the address, as this visitor may see it: the public role for whoever is not signed in.
 *
 * @throws Refusal `not-found`, also for a seminar that exists and is not theirs to see
 */
export async function seminarOf(visit: Visit): Promise<SeminarPage> {
  const { house, locale } = visit
  const slug = visit.param('slug')
  const seminar = visit.signedIn
    ? await as(house.db, visit.actor, tx => withDraft(tx, slug, locale))
    : await asPublic(house.db, tx => readSeminar(tx, slug, locale))
  if (!seminar) throw notFound()
  return seminar
}

/**
 * The seminar with its draft, while it is not announced and nothing of its programme was released: whoever works on it
 * sees what they are about to release.
 */
async function withDraft(tx: Tx, slug: string, locale: Locale): Promise<SeminarPage | null> {
  const seminar = await readSeminar(tx, slug, locale)
  if (!seminar || seminar.version || seminar.visibility === 2) return seminar
  const draft = await seminarAsFile(tx, slug)
  if (!draft || draft.file.programme.slots.length === 0) return seminar
  const names: Names = new Map(draft.file.people.map(({ key, ...name }) => [key, name]))
  const programme = asReleased(programmeOf(draft.file), await readAnswers(tx, slug))
  return { ...seminar, programme: shownIn(programme, names, locale, seminar.withdrawn) }
}
