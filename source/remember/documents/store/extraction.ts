import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

export type WaitingVersion = { id: string; document: string; sha256: string; mediaType: string }

/** Files whose words were not read yet, the oldest first, of all memories: asked by the job alone. */
export async function waitingVersions(tx: Tx, most: number): Promise<WaitingVersion[]> {
  return tx
    .selectFrom('document_version as v')
    .innerJoin('file as f', 'f.id', 'v.file_id')
    .select(['v.id', 'v.document_id as document', 'f.sha256', 'f.media_type as mediaType'])
    .where('v.extraction', '=', 'waiting')
    .orderBy('v.added_at')
    .limit(most)
    .execute()
}

/** Writes down what became of a reading. @returns whether the version is still there and was waiting */
export async function writeExtraction(
  tx: Tx,
  id: string,
  state: 'done' | 'none' | 'failed',
  words: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('document_version')
    .set({ extraction: state })
    .where('id', '=', id)
    .where('extraction', '=', 'waiting')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (words !== null) {
    await tx
      .insertInto('document_text')
      .values({ id, body: words })
      .onConflict(conflict => conflict.column('id').doUpdateSet({ body: words }))
      .execute()
  }
  return true
}
