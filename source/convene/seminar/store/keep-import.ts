import type { Tx } from '#ground/database/actor.ts'

/** Keeps the text of the file, unless it is the one that was kept last. */
export async function keepImport(tx: Tx, seminarId: string, content: string, sha256: string): Promise<void> {
  const last = await tx
    .selectFrom('seminar_import')
    .select('sha256')
    .where('seminar_id', '=', seminarId)
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.sha256 === sha256) return
  await tx.insertInto('seminar_import').values({ seminar_id: seminarId, content, sha256 }).execute()
}
