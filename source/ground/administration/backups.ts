import type { Tx } from '../database/actor.ts'

export type BackupRun = {
  startedAt: Temporal.Instant
  file: string | null
  bytes: number | null
  error: string | null
}

/** How the last backups went, newest first; the database shows them to administrators. */
export async function lastBackups(tx: Tx, count = 14): Promise<BackupRun[]> {
  const rows = await tx
    .selectFrom('backup_run')
    .select(['started_at', 'file', 'bytes', 'error'])
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(count)
    .execute()
  return rows.map(({ started_at, file, bytes, error }) => ({ startedAt: started_at, file, bytes, error }))
}
