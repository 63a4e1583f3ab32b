import { sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import type { Visibility } from '../../database/tables.ts'

export type StoredFile = { id: string; name: string; mediaType: string; bytes: number; sha256: string }

export type FileAbout = { spaceId: string; recordId?: string | undefined; visibility: Visibility }

/** Whether the actor may keep files in a space: asked before anything is written on the disk. */
export async function mayKeepFiles(tx: Tx, spaceId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or ${spaceId}::uuid = any (perenne.spaces('edit')) as may`.execute(tx)
  return rows[0]?.may === true
}

/** The row that says what the bytes are, whose they are and who may see them. */
export async function addFile(tx: Tx, about: FileAbout, file: Omit<StoredFile, 'id'>): Promise<StoredFile> {
  const { id } = await tx
    .insertInto('file')
    .values({
      space_id: about.spaceId,
      visibility: about.visibility,
      record_id: about.recordId ?? null,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, ...file }
}

/** A file, if the actor of the transaction may see it and what it belongs to: a memory that is not public opens no public file. */
export async function findFile(tx: Tx, id: string): Promise<StoredFile | null> {
  const row = await tx
    .selectFrom('file')
    .select(['id', 'name', 'media_type as mediaType', 'bytes', 'sha256'])
    .where('id', '=', id)
    .where('space_id', 'in', eb => eb.selectFrom('space').select('space.id'))
    .executeTakeFirst()
  return row ?? null
}

/** Of some bytes, those that a file has or had: what history tells of must still be readable as it was. */
export async function stillNamed(tx: Tx, sha256: readonly string[]): Promise<Set<string>> {
  if (sha256.length === 0) return new Set()
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from perenne.file where sha256 = any (${sql.val(sha256)}::text[])
    union
    select doc ->> 'sha256' from perenne.record_version
    where record_table = 'file' and doc ->> 'sha256' = any (${sql.val(sha256)}::text[])`.execute(tx)
  return new Set(rows.map(row => row.sha256))
}
