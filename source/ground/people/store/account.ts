import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'

/** What a person may change about themselves, as their form shows it. */
export async function ownDetails(tx: Tx, personId: string) {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
  return {
    givenName: row.given_name ?? '',
    familyName: row.family_name ?? '',
    telephone: row.telephone ?? '',
    language: row.language,
  }
}

export async function saveOwnDetails(
  tx: Tx,
  personId: string,
  details: { givenName: string; familyName: string; telephone: string; language: string },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      given_name: details.givenName,
      family_name: details.familyName,
      telephone: details.telephone || null,
      language: details.language,
    })
    .where('id', '=', personId)
    .execute()
}

/** Sessions that are alive, the last used first. Their ids are hashes: showing them gives nobody a session. */
export function listOwnSessions(tx: Tx, personId: string) {
  return tx
    .selectFrom('session')
    .select(['id', 'created_at', 'seen_at', 'expires_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Temporal.Instant>`clock_timestamp()`)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
}

/** @param sessionId one of the person's sessions, or null for all of them */
export async function removeOwnSessions(tx: Tx, personId: string, sessionId: string | null): Promise<void> {
  let query = tx.deleteFrom('session').where('person_id', '=', personId)
  if (sessionId !== null) query = query.where('id', '=', sessionId)
  await query.execute()
}
