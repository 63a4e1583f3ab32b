import { type SqlBool, sql } from 'kysely'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** A file of guests, without its rows. */
export type GuestList = {
  id: string
  fileName: string
  sha256: string
  /** Whether its rows wait to be looked at, or are being imported now. */
  isWaiting: boolean
  lookedAt: Temporal.Instant
  lookedBy: string | null
  registered: number | null
  importedAt: Temporal.Instant | null
  importedBy: string | null
  undoneAt: Temporal.Instant | null
  /** When all who came with it were gone through: whoever is left stays. */
  undoEndedAt: Temporal.Instant | null
}

/** Where a list stands. */
export type GuestListState = 'looked-at' | 'under-way' | 'imported' | 'undone' | 'forgotten'

export function stateOfList({ isWaiting, importedAt, importedBy, undoneAt }: GuestList): GuestListState {
  if (undoneAt !== null) return 'undone'
  if (importedAt !== null) return 'imported'
  if (!isWaiting) return 'forgotten'
  return importedBy === null ? 'looked-at' : 'under-way'
}

const nameOf = (alias: string) =>
  sql<string | null>`nullif(concat_ws(' ', ${sql.ref(`${alias}.given_name`)}, ${sql.ref(`${alias}.family_name`)}), '')`

const lists = (tx: Tx, seminarId: string) =>
  tx
    .selectFrom('guest_list as g')
    .leftJoin('person as looked', 'looked.id', 'g.looked_by')
    .leftJoin('person as imported', 'imported.id', 'g.imported_by')
    .select(['g.id', 'g.file_name as fileName', 'g.sha256', 'g.looked_at as lookedAt', 'g.registered'])
    .select(['g.imported_at as importedAt', 'g.undone_at as undoneAt', 'g.imported_by as importedById'])
    .select('g.undo_ended_at as undoEndedAt')
    .select(sql<boolean>`g.waiting is not null`.as('isWaiting'))
    .select(nameOf('looked').as('lookedBy'))
    .select(nameOf('imported').as('importedByName'))
    .where('g.seminar_id', '=', seminarId)

type Row = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number]
// Somebody who was erased since still imported it.
const listOf = ({ importedById, importedByName, ...row }: Row): GuestList => ({
  ...row,
  importedBy: importedById === null ? null : (importedByName ?? ''),
})

/** The files of a seminar, the latest first; those that were thrown away without an import are not told of. One read. */
export async function listGuestLists(tx: Tx, seminarId: string, most: number): Promise<GuestList[]> {
  const rows = await lists(tx, seminarId)
    .where(sql<SqlBool>`(g.waiting is not null or g.imported_at is not null)`)
    .orderBy('g.looked_at', 'desc')
    .orderBy('g.id')
    .limit(most)
    .execute()
  return rows.map(listOf)
}

/** One of them; null when it is none of this seminar, or not theirs to see. */
export async function findGuestList(tx: Tx, seminarId: string, id: string): Promise<GuestList | null> {
  const row = await lists(tx, seminarId).where('g.id', '=', id).executeTakeFirst()
  return row ? listOf(row) : null
}

/** Lists of a seminar that are this very file, the latest first. */
export async function sameFile(tx: Tx, seminarId: string, sha256: string): Promise<GuestList[]> {
  const rows = await lists(tx, seminarId).where('g.sha256', '=', sha256).orderBy('g.looked_at', 'desc').execute()
  return rows.map(listOf)
}

/** What waits of a list, sealed as it was written; null when nothing does. */
export async function readWaiting(tx: Tx, seminarId: string, id: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('guest_list')
    .select('waiting')
    .where('seminar_id', '=', seminarId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.waiting ?? null
}

export async function addGuestList(
  tx: Tx,
  list: { id: string; seminarId: string; fileName: string; sha256: string; waiting: Buffer; lookedBy: string | null },
): Promise<void> {
  await tx
    .insertInto('guest_list')
    .values({
      id: list.id,
      seminar_id: list.seminarId,
      file_name: list.fileName,
      sha256: list.sha256,
      waiting: list.waiting,
      looked_by: list.lookedBy,
    })
    .execute()
}

/** Keeps what was chosen about a list that waits; false when it waits no more or its import has begun. */
export async function rewriteWaiting(tx: Tx, id: string, waiting: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('guest_list')
    .set({ waiting })
    .where('id', '=', id)
    .where('waiting', 'is not', null)
    .where('imported_by', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Throws away a list that was only looked at; false when it is no such list. */
export async function removeGuestList(tx: Tx, seminarId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('guest_list')
    .where('seminar_id', '=', seminarId)
    .where('id', '=', id)
    .where('imported_at', 'is', null)
    .where('imported_by', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Begins the import: only one of two who press the button at once does. */
export async function beginImport(tx: Tx, id: string, by: string, waiting: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('guest_list')
    .set({ waiting, imported_by: by, registered: 0, looked_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('waiting', 'is not', null)
    .where('imported_by', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const registeredSoFar = (id: string) =>
  sql<number>`(select count(*)::int from perenne.registration where guest_list_id = ${id})`

/** How far an import is; also says that somebody is at work on it. */
export async function noteProgress(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('guest_list')
    .set({ registered: registeredSoFar(id), looked_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('imported_at', 'is', null)
    .execute()
}

/** Ends the import, and throws its rows away. @returns how many were registered; null when it had ended already */
export async function endImport(tx: Tx, id: string): Promise<number | null> {
  const row = await tx
    .updateTable('guest_list')
    .set({ imported_at: sql`perenne.now()`, waiting: null, registered: registeredSoFar(id) })
    .where('id', '=', id)
    .where('imported_by', 'is not', null)
    .where('imported_at', 'is', null)
    .returning('registered')
    .executeTakeFirst()
  return row?.registered ?? null
}

/** Imports that nobody has been at work on for some minutes: whoever was died. Needs a job. */
export async function abandonedImports(tx: Tx) {
  return tx
    .selectFrom('guest_list as g')
    .innerJoin('space', 'space.id', 'g.seminar_id')
    .select(['g.id', 'g.seminar_id as seminarId', 'space.slug', 'g.imported_by as by'])
    .where('g.waiting', 'is not', null)
    .where('g.imported_by', 'is not', null)
    .where('g.imported_at', 'is', null)
    .where(sql<SqlBool>`g.looked_at < clock_timestamp() - interval '2 minutes'`)
    .orderBy('g.looked_at')
    .execute()
}

/** Throws away what was looked at a day ago and not imported. Needs a job. @returns how many lists */
export async function forgetWaiting(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('guest_list')
    .where('imported_by', 'is', null)
    .where(sql<SqlBool>`looked_at < clock_timestamp() - interval '1 day'`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** The states of registrations, by id. */
export async function statesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, RegistrationState>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('registration')
    .select(['id', 'state'])
    .where(sql<SqlBool>`id = any (${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}
