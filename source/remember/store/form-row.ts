import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Tables, Visibility } from '#ground/database/tables.ts'
import type { Place } from '../rules/typed.ts'
import './tables.ts'

// One row as a form reads it, writes it and removes it, whatever the table.

/** The column that says under what a part stands. */
type Above = 'relationship_id' | 'agreement_id' | 'activity_id'

const here = ({ space, parent, id }: Place, above?: Above) => sql`
  id = ${id} and space_id = ${space} ${above ? sql`and ${sql.ref(above)} = ${parent}` : sql``}`

/**
 * The row of a record, of this memory and under the record that the place names; null when there is none that the actor sees.
 *
 * @param lock holds others off until this transaction is over
 */
export async function formRow<T extends keyof Tables & string>(
  tx: Tx,
  table: T,
  at: Place,
  { lock = false, above }: { lock?: boolean; above?: Above } = {},
): Promise<Selectable<Tables[T]> | null> {
  if (at.id === null) return null
  const { rows } = await sql<Selectable<Tables[T]>>`
    select * from ${sql.table(table)} where ${here(at, above)} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0] ?? null
}

/** Makes a row where `id` is null, changes that one otherwise. `whenNew` never changes later. @returns its id */
export async function writeFormRow<T extends keyof Tables & string>(
  tx: Tx,
  table: T,
  id: string | null,
  values: Updateable<Tables[T]>,
  whenNew: Partial<Insertable<Tables[T]>>,
): Promise<string> {
  // Kysely does not follow a table that is a type parameter: these three types have checked the columns.
  const any = table as 'organisation'
  const written =
    id === null
      ? await tx
          .insertInto(any)
          .values({ ...values, ...whenNew } as never)
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx
          .updateTable(any)
          .set(values as never)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirstOrThrow()
  return written.id
}

/** @returns whether it was there */
export async function removeFormRow(tx: Tx, table: keyof Tables, at: Place, above?: Above): Promise<boolean> {
  if (at.id === null) return false
  const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where ${here(at, above)}`.execute(tx)
  return numAffectedRows > 0n
}

/** Whether a record that a form names is of this memory and to be seen by the actor: a foreign key knows neither. */
export async function isOfMemory(tx: Tx, table: keyof Tables, space: string, id: string): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(table)} where id = ${id} and space_id = ${space}`.execute(tx)
  return rows.length > 0
}

/** Who sees the record under which a new part is made; null of a part that is there already. */
export async function seenBy(
  tx: Tx,
  table: 'relationship' | 'activity',
  { space, parent, id }: Place,
): Promise<Visibility | null> {
  if (id !== null || parent === null) return null
  const { rows } = await sql<{ visibility: Visibility }>`
    select visibility from ${sql.table(table)} where id = ${parent} and space_id = ${space}`.execute(tx)
  return rows[0]?.visibility ?? null
}
