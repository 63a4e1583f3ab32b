import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MoneyKind } from '../rules/codes.ts'
import '../../store/tables.ts'

/** A sum of amounts of one kind in one currency: decimal text, never a float. */
export type Total = { kind: MoneyKind; currency: string; value: string; amounts: number }

/** The totals of each project, and of all of them together. */
export type Totals = { of: (activity: string) => Total[]; all: Total[] }

/**
 * What was planned, received and paid in some projects, by kind and currency; nothing is summed over currencies or kinds. Every
 * page and file takes its totals from here. Only amounts that the actor may see count.
 */
export async function totalsOf(tx: Tx, activities: readonly string[]): Promise<Totals> {
  type Row = Total & { activity: string | null }
  const { rows } = await sql<Row>`
    select m.activity_id as activity, m.kind, m.currency, sum(m.value)::text as value, count(*)::int as amounts
    from activity_money m where m.activity_id = any (${sql.val([...activities])}::uuid[])
    group by grouping sets ((m.activity_id, m.kind, m.currency), (m.kind, m.currency))
    order by array_position(array['budget', 'commitment', 'incoming', 'disbursement', 'expenditure', 'planned-disbursement',
      'in-kind'], m.kind), m.currency`.execute(tx)
  const found = new Map<string | null, Total[]>()
  for (const { activity, ...total } of rows) {
    const known = found.get(activity)
    if (known) known.push(total)
    else found.set(activity, [total])
  }
  return { of: activity => found.get(activity) ?? [], all: found.get(null) ?? [] }
}
