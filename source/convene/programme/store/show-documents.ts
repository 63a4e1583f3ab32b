import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { namedByAVersion } from './documents.ts'
import '#convene/store/tables.ts'

/**
 * Lets whoever may see a seminar read the files that a released version of its programme names as documents of its slots, and
 * nobody else: they are as visible as the seminar. Called with each release, with the announcement and when a seminar is
 * withdrawn. Files of another space stay as they are, whatever a programme says of them, and a file that only the draft names
 * stays internal. What was released once stays readable, as its version does, unless it was withdrawn by hand
 * (acts/withdraw-document.ts): that no release undoes.
 */
export async function showOrHideDocuments(tx: Tx, seminarId: string): Promise<void> {
  await sql`
    update perenne.file f set visibility = s.visibility
    from perenne.seminar s
    where s.id = ${seminarId} and f.space_id = s.id and f.withdrawn_at is null and f.visibility <> s.visibility
      and ${namedByAVersion}`.execute(tx)
}
