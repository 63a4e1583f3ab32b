import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { SheetKind } from '../rules/kinds.ts'
import type { Corrections } from '../rules/rows.ts'
import '../../store/tables.ts'

type OfSheet = { sha256: string; sheet: number; kind: SheetKind }

/** What was read in single rows of one sheet when this very file was imported before, the latest import alone. */
export async function rowCorrections(tx: Tx, space: string, { sha256, sheet, kind }: OfSheet): Promise<Corrections> {
  const row = await tx
    .selectFrom('import_batch')
    .select('corrections')
    .where('space_id', '=', space)
    .where('sha256', '=', sha256)
    .where('kind', '=', kind)
    .where(sql<boolean>`(corrections->>'sheet')::int = ${sheet}`)
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.corrections?.rows ?? {}
}

/** Keeps with an import what it read in single rows of its sheet. */
export async function keepRowCorrections(tx: Tx, batch: string, sheet: number, rows: Corrections): Promise<void> {
  await tx
    .updateTable('import_batch')
    .set({ corrections: JSON.stringify({ sheet, rows }) })
    .where('id', '=', batch)
    .execute()
}
