import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

export type RegistrationNote = {
  id: string
  body: string
  writtenAt: Temporal.Instant
  writtenById: string | null
  /** Null when the reader may not see who it was, or when they were erased. */
  writtenBy: string | null
}

/** What was noted about a registration, the latest first. One read. */
export async function notesOf(tx: Tx, registrationId: string): Promise<RegistrationNote[]> {
  return tx
    .selectFrom('registration_note as n')
    .leftJoin('person as p', 'p.id', 'n.written_by')
    .select(['n.id', 'n.body', 'n.written_at as writtenAt', 'n.written_by as writtenById'])
    .select(sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('writtenBy'))
    .where('n.registration_id', '=', registrationId)
    .orderBy('n.written_at', 'desc')
    .orderBy('n.id')
    .execute()
}

export async function addNote(
  tx: Tx,
  note: { seminarId: string; registrationId: string; body: string; writtenBy: string },
): Promise<void> {
  await tx
    .insertInto('registration_note')
    .values({
      seminar_id: note.seminarId,
      registration_id: note.registrationId,
      body: note.body,
      written_by: note.writtenBy,
    })
    .execute()
}

/** Removes a note of one's own; false when it is somebody else's, or none of this registration. */
export async function removeOwnNote(
  tx: Tx,
  note: { id: string; registrationId: string; writtenBy: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('registration_note')
    .where('id', '=', note.id)
    .where('registration_id', '=', note.registrationId)
    .where('written_by', '=', note.writtenBy)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
