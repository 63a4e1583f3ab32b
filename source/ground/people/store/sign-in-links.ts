import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'

/** A link is good for half an hour of real time (law 9). */
export const linkMinutes = 30

/** Links that were not used in their half hour, at most: whoever knocks on someone's door cannot fill their mailbox. */
const mostAtOnce = 5

/** @returns the id of the new link; null when enough of them are on their way already */
export async function addSignInLink(tx: Tx, personId: string, returnTo: string | null): Promise<string | null> {
  const { open } = await tx
    .selectFrom('sign_in_link')
    .select(eb => eb.fn.countAll<number>().as('open'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Temporal.Instant>`clock_timestamp()`)
    .executeTakeFirstOrThrow()
  if (open >= mostAtOnce) return null
  const { id } = await tx
    .insertInto('sign_in_link')
    .values({
      person_id: personId,
      return_to: returnTo,
      expires_at: sql`clock_timestamp() + make_interval(mins => ${linkMinutes})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type LinkState = 'open' | 'used' | 'expired' | 'unknown'

/** How a link stands, without using it up. */
export async function stateOfLink(tx: Tx, id: string): Promise<LinkState> {
  const row = await tx
    .selectFrom('sign_in_link')
    .innerJoin('person', 'person.id', 'sign_in_link.person_id')
    .select(['used_at', sql<boolean>`expires_at <= clock_timestamp()`.as('expired')])
    .where('sign_in_link.id', '=', id)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return 'unknown'
  if (row.used_at) return 'used'
  return row.expired ? 'expired' : 'open'
}

/** Uses a link up. One statement: of two that press the button at once, one gets in. */
export function useUpLink(tx: Tx, id: string) {
  return tx
    .updateTable('sign_in_link')
    .set({ used_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Temporal.Instant>`clock_timestamp()`)
    .returning(['person_id', 'return_to'])
    .executeTakeFirst()
}
