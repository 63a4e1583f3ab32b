import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'

/** The tables whose records are found; triggers keep their entries in step (migrations 0010 and 0014). */
export const foundTables = [
  'relationship',
  'agreement',
  'organisation',
  'post',
  'term',
  'activity',
  'decision',
  'memory_document',
  'interaction',
  'commitment',
  'note',
] as const
export type FoundTable = (typeof foundTables)[number]

/** Makes the entries of some records anew. */
export async function indexMemory(tx: Tx, table: string, ids: readonly string[]): Promise<void> {
  await sql`select perenne.index_memory(${table}, ${sql.val([...ids])}::uuid[])`.execute(tx)
}
