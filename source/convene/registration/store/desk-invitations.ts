import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** The invitations of a seminar, those that still let people in first, then by their name. */
export async function listInvitations(tx: Tx, seminarId: string, id?: string) {
  return tx
    .selectFrom('invitation')
    .select(['id', 'code', 'label', 'places', 'taken', 'priority', 'without_approval as withoutApproval'])
    .select(['reserved', 'reserved_until as reservedUntil', 'released_at as releasedAt'])
    .select(['valid_until as validUntil', 'ended_at as endedAt'])
    .select(sql<boolean>`valid_until is not null and valid_until <= perenne.now()`.as('isOver'))
    .where('seminar_id', '=', seminarId)
    .$if(id !== undefined, query => query.where('id', '=', id as string))
    .orderBy(sql`ended_at is not null`)
    .orderBy(sql`lower(unaccent(label))`)
    .orderBy('code')
    .execute()
}
export type Invitation = Awaited<ReturnType<typeof listInvitations>>[number]

/** Territories that a quota may count: the public ones. Their names are in `namedSpaces`. */
export async function publicTerritories(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('territory').select('id').where('visibility', '=', 2).execute()
  return rows.map(row => row.id)
}
