import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import type { Fields } from '../../rules/typed.ts'
import type { CheckCode } from '../rules/checks.ts'

/** One at a time says how a rule runs in a memory: there may be no row yet that could be locked. */
export async function holdRule(tx: Tx, space: string, code: CheckCode): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rule ${space} ${code}`}, 0))`.execute(tx)
}

/** How a remark was set aside, as its form shows it; empty for one that never was. A line whose day is past stays. */
export async function readAside(tx: Tx, space: string, code: CheckCode, record: string): Promise<Fields> {
  const row = await tx
    .selectFrom('finding_set_aside')
    .select(['reason', sql<string | null>`until::text`.as('until')])
    .where('space_id', '=', space)
    .where('code', '=', code)
    .where('record_id', '=', record)
    .executeTakeFirst()
  return { record, reason: row?.reason ?? '', until: row?.until ?? '' }
}

export async function writeRule(
  tx: Tx,
  space: string,
  code: CheckCode,
  rule: { off: boolean; threshold: number | null },
): Promise<void> {
  await tx
    .insertInto('memory_rule')
    .values({ space_id: space, code, ...rule })
    .onConflict(conflict => conflict.columns(['space_id', 'code']).doUpdateSet(rule))
    .execute()
}

export async function setAside(
  tx: Tx,
  space: string,
  aside: { code: CheckCode; record: string; reason: string; until: string | null; by: string | null },
): Promise<void> {
  const { code, record, reason, until, by } = aside
  const said = { reason, until, set_by: by }
  await tx
    .insertInto('finding_set_aside')
    .values({ space_id: space, code, record_id: record, ...said })
    .onConflict(conflict =>
      conflict.columns(['space_id', 'code', 'record_id']).doUpdateSet({ ...said, set_at: sql<string>`perenne.now()` }),
    )
    .execute()
}

export async function takeUp(tx: Tx, space: string, code: CheckCode, record: string): Promise<void> {
  await tx
    .deleteFrom('finding_set_aside')
    .where('space_id', '=', space)
    .where('code', '=', code)
    .where('record_id', '=', record)
    .execute()
}
