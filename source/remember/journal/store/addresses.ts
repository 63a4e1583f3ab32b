import type { Tx } from '#ground/database/actor.ts'
import type { Side } from '../rules/kinds.ts'
import '../../store/tables.ts'

/** The contacts of a memory who have one of these addresses, in small letters, and on which side they stand. */
export async function contactsByAddress(
  tx: Tx,
  space: string,
  addresses: readonly string[],
): Promise<{ id: string; address: string; side: Side }[]> {
  if (addresses.length === 0) return []
  const rows = await tx
    .selectFrom('contact')
    .innerJoin('person', 'person.id', 'contact.person_id')
    .leftJoin('organisation', 'organisation.id', 'contact.organisation_id')
    .select(['contact.id', 'person.email_folded as address', 'organisation.kind'])
    .where('contact.space_id', '=', space)
    .where('person.email_folded', 'in', [...addresses])
    .orderBy('contact.id')
    .execute()
  return rows.map(({ id, address, kind }) => ({
    id,
    address: address ?? '',
    side: kind === 'service' ? 'own' : 'partner',
  }))
}
