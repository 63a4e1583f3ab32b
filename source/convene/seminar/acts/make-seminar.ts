import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { indexRecords } from '#ground/search/index.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { checkSeminarFile, problemAt } from '../rules/check-seminar-file.ts'
import type { PathProblem } from '../rules/problems.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { NotWritten } from '../store/not-written.ts'
import { lockImport, saveSeminar, seminarExists } from '../store/save-seminar.ts'
import { knownTerritories } from './known-territories.ts'
import { refused } from './refused.ts'

export type SeminarMade =
  | { outcome: 'made'; id: string; slug: string }
  /** The address belongs to a seminar already, whether the actor sees it or not. */
  | { outcome: 'taken' }
  | { outcome: 'invalid'; problems: PathProblem[] }

export type MakingOptions = {
  /** Shown in the history beside who did it. */
  reason?: string
  /** A sent form, remembered with what was made: its key, and where it leads. */
  sent?: { once: string | null; location: (slug: string) => string }
}

/**
 * Makes a seminar of a file that was put together in the browser: a draft, seen by those who work on it.
 *
 * @throws Refusal `forbidden` without the right to edit its network; for a network that is not there, the installation
 */
export function makeSeminar(
  house: House,
  who: Actor,
  file: SeminarFile,
  options: MakingOptions = {},
): Promise<SeminarMade> {
  return makingSeminar(house, who, file.slug, options, tx => makeIn(tx, house, file))
}

/** One transaction in which a seminar is made; a form that was sent is remembered when it is. */
export async function makingSeminar(
  house: House,
  who: Actor,
  slug: string,
  { reason = `make ${slug}`, sent }: MakingOptions,
  work: (tx: Tx) => Promise<SeminarMade>,
): Promise<SeminarMade> {
  try {
    return await as(
      house.db,
      who,
      async tx => {
        const made = await work(tx)
        if (made.outcome === 'made' && sent) await rememberSent(tx, sent.once, sent.location(slug))
        return made
      },
      reason,
    )
  } catch (error) {
    if (error instanceof NotWritten && error.why === 'conflict') return { outcome: 'taken' }
    throw refused(error, 'en')
  }
}

/**
 * The same within a transaction.
 *
 * @param quotasFrom address of the seminar whose quotas these are, when it is another
 */
export async function makeIn(tx: Tx, house: House, file: SeminarFile, quotasFrom = file.slug): Promise<SeminarMade> {
  const checked = checkSeminarFile(file)
  if (!checked.ok) return { outcome: 'invalid', problems: checked.problems }
  await lockImport(tx, file.slug)
  if (await seminarExists(tx, file.slug)) return { outcome: 'taken' }
  const { territories, problems } = await knownTerritories(tx, checked.file, quotasFrom)
  if (problems.length > 0)
    return { outcome: 'invalid', problems: problems.map(one => problemAt(file, one.path, one.expected)) }
  const { id } = await saveSeminar(tx, checked.file, territories)
  await indexRecords(tx, house.rooms, 'seminar', [id])
  return { outcome: 'made', id, slug: file.slug }
}
