import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '../../store/tables.ts'

/** What of a relationship everybody would read if it were public, and what would still stay inside. */
export type BecomesPublic = {
  /** Texts that are written and kept to no smaller circle. */
  texts: ('reason' | 'narrative')[]
  agreements: { id: string; title: Shown | null }[]
  /** How many fees and seats are among it. */
  fees: number
  seats: number
  partners: { id: string; name: Shown | null; hidden: boolean }[]
}

/** The same of one relationship. */
export async function whatBecomesPublic(tx: Tx, id: string, locale: Locale): Promise<BecomesPublic> {
  const found = (await whatBecomesPublicOf(tx, [id], locale)).get(id)
  return found ?? { texts: [], agreements: [], fees: 0, seats: 0, partners: [] }
}

/** As the rows are now, whatever circle the relationships have; by id. Five queries, however many they are. */
export async function whatBecomesPublicOf(
  tx: Tx,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, BecomesPublic>> {
  if (ids.length === 0) return new Map()
  const agreements = await tx
    .selectFrom('agreement')
    .select(['id', 'relationship_id as of'])
    .where('relationship_id', 'in', [...ids])
    .where('at_most', '=', 2)
    .orderBy('first_end')
    .orderBy('id')
    .execute()
  const partners = await tx
    .selectFrom('relationship_party as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['o.id', 'p.relationship_id as of'])
    // Hidden as well where the line itself, in each of its roles, is kept to a smaller circle.
    .select(sql<boolean>`o.visibility < 2 or bool_and(p.at_most < 2)`.as('hidden'))
    .where('p.relationship_id', 'in', [...ids])
    .groupBy(['o.id', 'o.visibility', 'p.relationship_id'])
    .orderBy('o.id')
    .execute()
  const { rows: counts } = await sql<{ of: string; what: 'fees' | 'seats'; count: number }>`
    select relationship_id as of, 'fees' as what, count(*)::int as count from fee
    where relationship_id in (${sql.join(ids)}) and at_most = 2 group by 1
    union all
    select relationship_id, 'seats', count(*)::int from network_seat
    where relationship_id in (${sql.join(ids)}) and at_most = 2 group by 1`.execute(tx)
  const kept = await tx
    .selectFrom('field_circle')
    .select(['record_id', 'field'])
    .where('record_id', 'in', [...ids])
    .where('record_table', '=', 'relationship')
    .where('at_most', '<', 2)
    .execute()
  const texts = await textsOf(tx, [...ids, ...new Set([...agreements, ...partners].map(one => one.id))])
  const count = (id: string, what: 'fees' | 'seats') =>
    counts.find(one => one.of === id && one.what === what)?.count ?? 0
  return new Map(
    ids.map(id => [
      id,
      {
        texts: (['reason', 'narrative'] as const).filter(
          field => texts.get(id)?.[field] && !kept.some(one => one.record_id === id && one.field === field),
        ),
        agreements: agreements
          .filter(one => one.of === id)
          .map(one => ({ id: one.id, title: show(texts.get(one.id)?.title, locale) })),
        fees: count(id, 'fees'),
        seats: count(id, 'seats'),
        partners: partners
          .filter(one => one.of === id)
          .map(one => ({ id: one.id, hidden: one.hidden, name: show(texts.get(one.id)?.name, locale) })),
      },
    ]),
  )
}

/** Which actors of a memory are not public themselves. */
export async function hiddenActors(tx: Tx, space: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('organisation')
    .select('id')
    .where('space_id', '=', space)
    .where('remembered', '=', true)
    .where('visibility', '<', 2)
    .execute()
  return new Set(rows.map(row => row.id))
}
