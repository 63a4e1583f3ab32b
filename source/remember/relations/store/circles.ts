import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { type BecomesPublic, whatBecomesPublicOf } from './becomes-public.ts'
import '../../store/tables.ts'

/** A relationship of which the circle is to change. */
export type Opened = {
  id: string
  name: Shown | null
  visibility: Visibility
  of: BecomesPublic
}

/**
 * Some relationships of a memory, in the order of their names, with what everybody would read of each; those that are not of it, or
 * that the actor does not see, are left out. Seven queries, however many they are.
 *
 * @param lock holds others off until the transaction is over
 */
export async function toOpen(
  tx: Tx,
  space: string,
  ids: readonly string[],
  locale: Locale,
  lock = false,
): Promise<Opened[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; visibility: Visibility }>`
    select id, visibility from relationship where space_id = ${space} and id in (${sql.join(ids)})
    order by id ${lock ? sql`for update` : sql``}`.execute(tx)
  const found = rows.map(row => row.id)
  const names = await textsOf(tx, found)
  const open = await whatBecomesPublicOf(tx, found, locale)
  return rows
    .flatMap(({ id, visibility }) => {
      const of = open.get(id)
      return of ? [{ id, visibility, of, name: show(names.get(id)?.name, locale) }] : []
    })
    .sort((a, b) => (a.name?.text ?? '').localeCompare(b.name?.text ?? '', locale) || (a.id < b.id ? -1 : 1))
}

/** Who sees a relationship from now on. */
export async function setCircle(tx: Tx, id: string, visibility: Visibility): Promise<void> {
  await tx.updateTable('relationship').set({ visibility }).where('id', '=', id).execute()
}
