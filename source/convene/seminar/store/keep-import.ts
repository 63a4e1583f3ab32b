import type { Tx } from '#ground/database/actor.ts'

/** Keeps the text of the file, unless it is the one that was kept last. */
export async function keepImport(tx: Tx, seminarId: string, content: string, sha256: string): Promise<void> {
  const last = await lastImport(tx, seminarId)
  if (last?.sha256 === sha256) return
  await tx.insertInto('seminar_import').values({ seminar_id: seminarId, content, sha256 }).execute()
}

/** The text of the file that was imported last, and when; null for a seminar that was made in the browser. */
export async function lastImport(
  tx: Tx,
  seminarId: string,
): Promise<{ content: string; sha256: string; at: Temporal.Instant } | null> {
  const last = await tx
    .selectFrom('seminar_import')
    .select(['content', 'sha256', 'imported_at as at'])
    .where('seminar_id', '=', seminarId)
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? null
}
