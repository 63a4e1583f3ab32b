import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

/** Of one contact, what an import changed of its person: sealed, each by itself, so that an erasure reaches it. */
export type SealedPerson = { contact: string; sealed: Buffer }

/** Keeps what an import changed of persons; one who was erased is not kept. */
export async function keepPersons(tx: Tx, batch: string, persons: readonly SealedPerson[]): Promise<void> {
  if (persons.length === 0) return
  await sql`
    insert into import_person (batch_id, contact_id, person_id, sealed, space_id)
    select b.id, c.id, c.person_id, decode(r.sealed, 'base64'), b.space_id
    from jsonb_to_recordset(${JSON.stringify(
      persons.map(({ contact, sealed }) => ({ contact, sealed: sealed.toString('base64') })),
    )}::jsonb) as r(contact uuid, sealed text)
    join import_batch b on b.id = ${batch}
    join contact c on c.id = r.contact and c.space_id = b.space_id
    join perenne.person p on p.id = c.person_id and p.erased_at is null`.execute(tx)
}

/** What an import changed of persons, as it was sealed; none of those who were erased since, or after a week. */
export const sealedPersons = (tx: Tx, space: string, batch: string): Promise<SealedPerson[]> =>
  tx
    .selectFrom('import_person')
    .select(['contact_id as contact', 'sealed'])
    .where('space_id', '=', space)
    .where('batch_id', '=', batch)
    .execute()
