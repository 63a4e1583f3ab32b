import { type SqlBool, sql } from 'kysely'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** Whoever came with a list and is still somebody. */
export type OfList = {
  id: string
  personId: string
  name: string
  state: RegistrationState
  /** Whether anybody has done anything with it since: the person, or somebody who looks after people. */
  touched: boolean
  /** Whether a mail has gone to them. */
  told: boolean
}

// Its answers changed, its person said anything by their own page or registered by themselves, or organisers did anything
// with it. Whoever registers and is known leaves a mail alone, written behind the same gate; a colleague's naming them
// leaves the same one, and keeps the next from being written for an hour: either counts. That a place came to it from the
// line, because somebody else's was given back, touches nobody.
const touched = sql<SqlBool>`(r.version > 1 or p.has_account or r.handed_on_to is not null
  or exists (select from perenne.registration_consent c where c.registration_id = r.id)
  or exists (select from perenne.registration_need n where n.registration_id = r.id)
  or exists (select from perenne.registration_note n where n.registration_id = r.id)
  or exists (select from perenne.attendance_letter l where l.registration_id = r.id)
  or exists (select from perenne.mail m where m.person_id = r.person_id and m.template = 'already-registered'
    and m.data->>'registration' = r.id::text)
  or exists (select from perenne.place_event e where e.registration_id = r.id
    and (e.actor_kind = 'person' or e.actor_id in ('own-link', 'not-me', 'own-erasure', 'hand-on'))
    and not (e.from_state = 'waiting' and e.to_state in ('confirmed', 'offered'))))`

/** The registrations of a list whose person is not erased, in their order. */
export async function registrationsOfList(tx: Tx, listId: string): Promise<OfList[]> {
  const { rows } = await sql<OfList>`
    select r.id, r.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, r.state,
      ${touched} as touched,
      exists (select from perenne.mail m where m.person_id = r.person_id and m.state in ('sent', 'sending')) as told
    from perenne.registration r join perenne.person p on p.id = r.person_id
    where r.guest_list_id = ${listId} and p.erased_at is null
    order by r.line`.execute(tx)
  return rows
}

/**
 * Some persons of a list that is being taken back whom nobody has touched, neither when that began (`settleWhoStays`) nor
 * since; none once all were gone through. Asked by the program: who sees them was asked before.
 *
 * @param which.holding those who hold a place, or those who hold none
 */
export async function untouchedPersons(
  tx: Tx,
  listId: string,
  { holding, most }: { holding: boolean; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from perenne.guest_list g
    join perenne.registration r on r.guest_list_id = g.id join perenne.person p on p.id = r.person_id
    where g.id = ${listId} and g.undo_ended_at is null and p.erased_at is null
      and r.id <> all (g.undo_keeps)
      and (r.state in ('confirmed', 'offered')) = ${holding} and not ${touched}
    limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** How many who came with a list are erased. */
export async function erasedOfList(tx: Tx, listId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from perenne.registration r join perenne.person p on p.id = r.person_id
    where r.guest_list_id = ${listId} and p.erased_at is not null`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Begins to take a list back; false when it is no such list, or somebody else did. */
export async function writeUndone(tx: Tx, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('guest_list')
    .set({ undone_at: sql`perenne.now()`, undone_by: by })
    .where('id', '=', id)
    .where('imported_at', 'is not', null)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Writes down who of a list stays, once and for all: whoever is touched now, whatever becomes of them later. Nothing happens
 * when that is written already. Needs a job, from which nothing of a registration is hidden.
 */
export async function settleWhoStays(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('guest_list')
    .set({
      undo_keeps: sql<string[]>`array(
        select r.id from perenne.registration r join perenne.person p on p.id = r.person_id
        where r.guest_list_id = ${id} and p.erased_at is null and ${touched})`,
    })
    .where('id', '=', id)
    .where('undo_keeps', 'is', null)
    .execute()
}

/** Ends taking a list back: whoever is left stays. Needs a job; false when it had ended already. */
export async function endUndo(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('guest_list')
    .set({ undo_ended_at: sql`perenne.now()` })
    .where('id', '=', id)
    .where('undone_at', 'is not', null)
    .where('undo_ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lists whose taking back was begun, however long ago, and has not ended. Needs a job. */
export function beingUndone(tx: Tx) {
  return tx
    .selectFrom('guest_list')
    .select(['id', 'seminar_id as seminarId', 'undone_by as by'])
    .where('undo_ended_at', 'is', null)
    .where('undone_at', 'is not', null)
    .orderBy('undone_at')
    .execute()
}
