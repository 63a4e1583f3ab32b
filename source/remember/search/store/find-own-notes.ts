import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import '../../store/tables.ts'

export type FoundNote = { title: string; body: string; path: string }

const firstWords = /^.{1,80}(?=\s|$)/su

/**
 * Confidential notes that have all these words, the newest first: those of whoever asks, and those shown to them. No index
 * holds such notes; they are read one by one under the policies, which tell nobody else that there are any.
 *
 * @param space of one memory alone; null for all
 */
export async function findOwnNotes(
  tx: Tx,
  _locale: Locale,
  question: string,
  most: number,
  space: string | null = null,
): Promise<FoundNote[]> {
  const { rows } = await sql<{ id: string; body: string; slug: string }>`
    select n.id, n.body, s.slug from note n join space s on s.id = n.space_id
    where n.confidential and (${space}::uuid is null or n.space_id = ${space})
      and btrim(fold(${question})) <> ''
      and not exists (select from regexp_split_to_table(btrim(fold(${question})), '[[:space:]]+') word
        where strpos(fold(n.body), word) = 0)
    order by n.id desc
    limit ${most}`.execute(tx)
  return rows.map(({ id, body, slug }) => {
    const line = body.replace(/\s+/g, ' ').trim()
    const title = firstWords.exec(line)?.[0] ?? line.slice(0, 80)
    return { title: title === line ? title : `${title} …`, body: '', path: `/territories/${slug}/notes/${id}` }
  })
}
