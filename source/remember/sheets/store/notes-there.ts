import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

/** The most characters of a note. */
export const mostOfNote = 50_000

type NoteAbout = { about: string; body: string }

/** Those of some notes that are there already: about the same record, in the same words, as far as the actor may see them. */
export async function notesThere(tx: Tx, notes: readonly NoteAbout[]): Promise<NoteAbout[]> {
  if (notes.length === 0) return []
  const asked = JSON.stringify(notes.map(({ about, body }) => ({ about, body })))
  const { rows } = await sql<NoteAbout>`
    select distinct r.about::text as about, r.body
    from jsonb_to_recordset(${asked}::jsonb) as r(about uuid, body text)
    join about a on a.about_id = r.about and a.record_table = 'note'
    join note n on n.id = a.record_id and btrim(n.body) = r.body`.execute(tx)
  return rows
}
