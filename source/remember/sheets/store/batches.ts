import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { SheetKind } from '../rules/kinds.ts'
import type { LeftOut } from '../rules/left-out.ts'
import type { Way } from '../rules/merge.ts'
import '../../store/tables.ts'

/** A file that was looked at or imported, without its rows. */
export type Batch = {
  id: string
  name: string
  sha256: string
  kind: SheetKind
  way: Way
  isWaiting: boolean
  lookedAt: Temporal.Instant
  lookedBy: string | null
  importedAt: Temporal.Instant | null
  importedBy: string | null
  created: number
  updated: number
  unchanged: number
  undoneAt: Temporal.Instant | null
  /** Null for what waits, and for what was imported before this was told. */
  leftOut: LeftOut | null
}

export type BatchState = 'looked-at' | 'imported' | 'undone' | 'forgotten'
export function stateOfBatch({ isWaiting, importedAt, undoneAt }: Batch): BatchState {
  if (undoneAt !== null) return 'undone'
  if (importedAt !== null) return 'imported'
  return isWaiting ? 'looked-at' : 'forgotten'
}

const nameOf = (alias: string) =>
  sql<string | null>`nullif(concat_ws(' ', ${sql.ref(`${alias}.given_name`)}, ${sql.ref(`${alias}.family_name`)}), '')`

const batches = (tx: Tx, space: string) =>
  tx
    .selectFrom('import_batch as b')
    .leftJoin('person as looked', 'looked.id', 'b.looked_by')
    .leftJoin('person as imported', 'imported.id', 'b.imported_by')
    .select(['b.id', 'b.name', 'b.sha256', 'b.way', 'b.created', 'b.updated', 'b.unchanged'])
    .select(['b.imported_at as importedAt', 'b.undone_at as undoneAt', 'b.left_out as leftOut'])
    // It waits for a day of real time; told beside the others it is of the time that the house says it is.
    .select(sql<Temporal.Instant>`b.looked_at + date_trunc('minute', perenne.now() - clock_timestamp())`.as('lookedAt'))
    .select(sql<SheetKind>`b.kind`.as('kind'))
    .select(sql<boolean>`b.waiting is not null`.as('isWaiting'))
    .select(nameOf('looked').as('lookedBy'))
    .select(nameOf('imported').as('importedBy'))
    .where('b.space_id', '=', space)

/** The files of a memory, the latest first. One read. */
export const listBatches = (tx: Tx, space: string, most: number): Promise<Batch[]> =>
  batches(tx, space)
    .where(sql<SqlBool>`(b.waiting is not null or b.imported_at is not null)`)
    .orderBy('b.looked_at', 'desc')
    .orderBy('b.id')
    .limit(most)
    .execute()

/** One of them; null when it is none of this memory, or not theirs to see. */
export const findBatch = async (tx: Tx, space: string, id: string): Promise<Batch | null> =>
  (await batches(tx, space).where('b.id', '=', id).executeTakeFirst()) ?? null

/** Those that are this very file, the latest first. */
export const sameFile = (tx: Tx, space: string, sha256: string): Promise<Batch[]> =>
  batches(tx, space).where('b.sha256', '=', sha256).orderBy('b.looked_at', 'desc').execute()

/** What waits of a file, sealed as it was written; null when nothing does. */
export async function readWaiting(tx: Tx, space: string, id: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('import_batch')
    .select('waiting')
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.waiting ?? null
}

export async function addBatch(
  tx: Tx,
  batch: {
    id: string
    space: string
    name: string
    sha256: string
    kind: SheetKind
    waiting: Buffer
    by: string | null
  },
): Promise<void> {
  await tx
    .insertInto('import_batch')
    .values({
      id: batch.id,
      space_id: batch.space,
      name: batch.name,
      sha256: batch.sha256,
      kind: batch.kind,
      way: 'both',
      waiting: batch.waiting,
      looked_by: batch.by,
    })
    .execute()
}

/** Keeps what was chosen about a file that waits; false when it waits no more. */
export async function rewriteWaiting(
  tx: Tx,
  id: string,
  { waiting, kind, way }: { waiting: Buffer; kind: SheetKind; way: Way },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('import_batch')
    .set({ waiting, kind, way })
    .where('id', '=', id)
    .where('waiting', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Throws a file away that was only looked at; false when it is no such file. */
export async function removeBatch(tx: Tx, space: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('import_batch')
    .where('space_id', '=', space)
    .where('id', '=', id)
    .where('imported_at', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** One import or undo at a time for a memory: two that ran at once would make the same records twice. */
export async function holdImports(tx: Tx, space: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${space}`}, 0))`.execute(tx)
}

/** Takes the file's row for this transaction: only one of two who press the button at once finds its rows. */
export async function holdWaiting(tx: Tx, space: string, id: string): Promise<Buffer | null> {
  await holdImports(tx, space)
  const row = await tx
    .selectFrom('import_batch')
    .select('waiting')
    .where('space_id', '=', space)
    .where('id', '=', id)
    .where('imported_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row?.waiting ?? null
}

export type Counts = { created: number; updated: number; unchanged: number }

/** Ends an import: its rows wait no more. */
export async function endImport(tx: Tx, id: string, by: string, counts: Counts, leftOut: LeftOut): Promise<void> {
  await tx
    .updateTable('import_batch')
    .set({
      ...counts,
      left_out: JSON.stringify(leftOut),
      waiting: null,
      imported_at: sql`perenne.now()`,
      imported_by: by,
    })
    .where('id', '=', id)
    .execute()
}

/** Throws away what waited for a day, and the names and addresses as they were before an import of a week ago. Needs a job. */
export async function forgetWaiting(tx: Tx): Promise<number> {
  await sql`
    delete from import_person p using import_batch b
    where b.id = p.batch_id and b.looked_at < clock_timestamp() - interval '8 days'`.execute(tx)
  const { numDeletedRows } = await tx
    .deleteFrom('import_batch')
    .where('imported_at', 'is', null)
    .where(sql<SqlBool>`looked_at < clock_timestamp() - interval '1 day'`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** What an office said once about columns with these headings; null when it never did. */
export async function mappingFor(
  tx: Tx,
  space: string,
  headingsHash: string,
): Promise<{ kind: string; columns: Record<string, string> } | null> {
  const row = await tx
    .selectFrom('import_mapping')
    .select(['kind', 'columns'])
    .where('space_id', '=', space)
    .where('headers_hash', '=', headingsHash)
    .executeTakeFirst()
  return row ?? null
}

export async function rememberMapping(
  tx: Tx,
  space: string,
  headingsHash: string,
  { kind, columns }: { kind: SheetKind; columns: Readonly<Record<string, string>> },
): Promise<void> {
  const said = JSON.stringify(columns)
  await tx
    .insertInto('import_mapping')
    .values({ space_id: space, headers_hash: headingsHash, kind, columns: said })
    .onConflict(conflict =>
      conflict.columns(['space_id', 'headers_hash']).doUpdateSet({ kind, columns: said, used_at: sql`perenne.now()` }),
    )
    .execute()
}
