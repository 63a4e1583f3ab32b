import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** How many answered a question, or a consent, in the words that are asked today; 0 for whoever may not see registrations. */
export async function countSettled(
  tx: Tx,
  seminarId: string,
  list: 'questions' | 'consents',
  key: string,
): Promise<number> {
  const { rows } =
    list === 'questions'
      ? await sql<{ count: string }>`
          select count(*) from perenne.registration_answer a join perenne.question q on q.id = a.question_id
          where q.seminar_id = ${seminarId} and q.key = ${key} and q.superseded_at is null`.execute(tx)
      : await sql<{ count: string }>`
          select count(*) from perenne.registration_consent a join perenne.consent c on c.id = a.consent_id
          where c.seminar_id = ${seminarId} and c.key = ${key} and c.superseded_at is null`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
