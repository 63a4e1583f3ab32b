import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/**
 * Lets whoever may see a seminar read the files that a released version of its programme names as documents of its slots, and
 * nobody else: they are as visible as the seminar. Called with each release, with the announcement and when a seminar is
 * withdrawn. Files of another space stay as they are, whatever a programme says of them, and a file that only the draft names
 * stays internal. What was released once stays readable, as its version does.
 */
export async function showOrHideDocuments(tx: Tx, seminarId: string): Promise<void> {
  await sql`
    update perenne.file f set visibility = s.visibility
    from perenne.seminar s
    where s.id = ${seminarId} and f.space_id = s.id and f.visibility <> s.visibility
      and exists (
        select from perenne.programme_version v,
          jsonb_path_query(v.content, '$.slots[*].documents[*].url') as named(url)
        where v.seminar_id = s.id and named.url #>> '{}' = '/files/' || f.id)`.execute(tx)
}
