import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../database/actor.ts'
import type { Tables } from '../../../database/tables.ts'

/** What a browser was asked for is waited for ten minutes of real time. */
export const challengeMinutes = 10

type Kind = Tables['challenge']['kind']

// The table holds a hash: whoever reads it can answer for nobody.
const idOf = (held: string) => createHash('sha256').update(held).digest('hex')

/**
 * Remembers what a browser is asked. Needs a job, as all of this file: nobody may read what others were asked.
 *
 * @param held what the browser holds, and brings back
 */
export async function addChallenge(
  tx: Tx,
  challenge: { held: string; kind: Kind; personId?: string | undefined; detail?: Record<string, unknown> },
): Promise<void> {
  await tx
    .insertInto('challenge')
    .values({
      id: idOf(challenge.held),
      kind: challenge.kind,
      person_id: challenge.personId ?? null,
      detail: JSON.stringify(challenge.detail ?? {}),
      expires_at: sql`clock_timestamp() + make_interval(mins => ${challengeMinutes})`,
    })
    .execute()
}

/**
 * Takes a challenge away, once: of two that bring it back at once, one gets it.
 *
 * @param personId whom it was made for; null for whoever was nobody yet
 * @returns null when there is none like it, or it has expired
 */
export async function takeChallenge(
  tx: Tx,
  kind: Kind,
  held: string,
  personId: string | null,
): Promise<{ detail: Record<string, unknown> } | null> {
  const row = await tx
    .deleteFrom('challenge')
    .where('id', '=', idOf(held))
    .where('kind', '=', kind)
    .where('person_id', personId === null ? 'is' : '=', personId)
    .where('expires_at', '>', sql<Temporal.Instant>`clock_timestamp()`)
    .returning('detail')
    .executeTakeFirst()
  return row ?? null
}

/** @returns how many had expired and are removed */
export async function removeExpiredChallenges(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('challenge')
    .where('expires_at', '<', sql<Temporal.Instant>`clock_timestamp()`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
