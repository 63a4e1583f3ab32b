import { randomUUID } from 'node:crypto'
import type { Tx } from '../../database/actor.ts'

export type Membership = { id: string; space_id: string; starts_on: string | null; ends_on: string | null }

export function listTerritories(tx: Tx) {
  return tx.selectFrom('territory').select(['id', 'country', 'region', 'government', 'fictitious']).execute()
}

/** The networks a territory belongs to, or belonged to, the earliest first. */
export function listMembershipsOf(tx: Tx, territoryId: string): Promise<Membership[]> {
  return tx
    .selectFrom('network_member')
    .select(['id', 'space_id', 'starts_on', 'ends_on'])
    .where('member_id', '=', territoryId)
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
}

export async function addMembership(tx: Tx, territoryId: string, one: Omit<Membership, 'id'>): Promise<void> {
  await tx
    .insertInto('network_member')
    .values({ id: randomUUID(), member_id: territoryId, ...one })
    .execute()
}

/** @returns false when there is none to change, or not for this actor */
export async function changeMembership(
  tx: Tx,
  id: string,
  days: Pick<Membership, 'starts_on' | 'ends_on'>,
): Promise<boolean> {
  const result = await tx.updateTable('network_member').set(days).where('id', '=', id).executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function removeMembership(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('network_member').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}
