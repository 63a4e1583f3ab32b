import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import '#convene/store/tables.ts'

/** A file of a seminar, with who sees it; withdrawn, it is seen by the team alone, whatever names it. */
export type FileOfSeminar = {
  id: string
  name: string
  visibility: Visibility
  withdrawnAt: Temporal.Instant | null
}

/** The files of a seminar by their ids, as far as the actor may see them; one query. */
export async function filesOfSeminar(tx: Tx, seminarId: string): Promise<Map<string, FileOfSeminar>> {
  const rows = await tx
    .selectFrom('file')
    .select(['id', 'name', 'visibility', 'withdrawn_at as withdrawnAt'])
    .where('space_id', '=', seminarId)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

/**
 * Whether a file `f` is named as a document by a version that its seminar released. Both sides of `@>` are worked out once
 * for each file.
 */
export const namedByAVersion = sql<boolean>`exists (
  select from perenne.programme_version v
  where v.seminar_id = f.space_id
    and v.content @> jsonb_build_object('slots', jsonb_build_array(jsonb_build_object(
      'documents', jsonb_build_array(jsonb_build_object('url', '/files/' || f.id))))))`

/**
 * Withdraws a file that a released version names from everybody outside the team, at once, or takes that back: how visible
 * it then is, says `showOrHideDocuments`.
 *
 * @returns its name and whether that changed anything; null when no version of this seminar names such a file
 */
export async function setWithdrawn(
  tx: Tx,
  { seminarId, fileId, withdrawn }: { seminarId: string; fileId: string; withdrawn: boolean },
): Promise<{ name: string; isChanged: boolean } | null> {
  const { rows } = await sql<{ name: string; withdrawn: boolean }>`
    select f.name, f.withdrawn_at is not null as withdrawn from perenne.file f
    where f.id = ${fileId} and f.space_id = ${seminarId} and ${namedByAVersion} for update of f`.execute(tx)
  const [file] = rows
  if (!file) return null
  if (file.withdrawn === withdrawn) return { name: file.name, isChanged: false }
  await sql`
    update perenne.file set visibility = 0, withdrawn_at = ${withdrawn ? sql`perenne.now()` : null}
    where id = ${fileId}`.execute(tx)
  return { name: file.name, isChanged: true }
}
