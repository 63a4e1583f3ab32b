import type { Tx } from '#ground/database/actor.ts'
import type { CheckProblem } from '../rules/look-into.ts'
import { nearest } from '../rules/problems.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { findQuotaTerritories, type QuotaTerritories } from '../store/save-admission.ts'

/**
 * The territories that a file counts by, and each that only the database knows not to be there, with its path.
 *
 * @param seminar the address of the one that the quotas come from
 */
export async function knownTerritories(
  tx: Tx,
  file: SeminarFile,
  seminar = file.slug,
): Promise<{ territories: QuotaTerritories; problems: CheckProblem[] }> {
  const { found, known } = await findQuotaTerritories(tx, file, seminar)
  const problems = file.registration.quotas.flatMap(({ territory }, index): CheckProblem[] => {
    if (territory === undefined || found.has(territory)) return []
    const expected = {
      code: 'known-territory',
      didYouMean: nearest(territory, known),
      known: known.slice(0, 20),
    } as const
    return [{ path: ['registration', 'quotas', index, 'territory'], expected }]
  })
  return { territories: found, problems }
}
