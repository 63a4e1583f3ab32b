import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

type Owner = { table: string; id: string }

// What is told under another record: its table, and the column of that record; null for one that says its table itself.
const owned: Readonly<Record<string, readonly (readonly [table: string | null, column: string])[]>> = {
  translation: [[null, 'record_id']],
  identifier: [[null, 'record_id']],
  about: [[null, 'record_id']],
  share: [[null, 'record_id']],
  relationship_party: [['relationship', 'relationship_id']],
  responsibility: [
    ['relationship', 'relationship_id'],
    ['activity', 'activity_id'],
    ['organisation', 'organisation_id'],
  ],
  fee: [['relationship', 'relationship_id']],
  network_seat: [['relationship', 'relationship_id']],
  agreement_event: [['agreement', 'agreement_id']],
  interaction_participant: [['interaction', 'interaction_id']],
  activity_party: [['activity', 'activity_id']],
  activity_place: [['activity', 'activity_id']],
  activity_class: [['activity', 'activity_id']],
  activity_money: [['activity', 'activity_id']],
  appointment: [['post', 'post_id']],
  document_version: [['memory_document', 'document_id']],
}

/** The record under which each row is told: itself, for a record of its own and for one that is gone. One read for each table. */
export async function ownersOf(tx: Tx, rows: readonly Owner[]): Promise<Map<string, Owner>> {
  const found = new Map(rows.map(({ table, id }) => [id, { table, id }]))
  for (const [table, all] of Map.groupBy(rows, one => one.table)) {
    const ways = owned[table]
    if (!ways) continue
    const owner = sql.join(
      ways.map(([, column]) => sql.ref(column)),
      sql`, `,
    )
    const kind = sql.join(
      ways.map(([name, column]) =>
        name === null ? sql`record_table` : sql`case when ${sql.ref(column)} is not null then ${name}::text end`,
      ),
      sql`, `,
    )
    const { rows: owners } = await sql<{ id: string; owner: string | null; table: string }>`
      select id::text, coalesce(${owner})::text as owner, coalesce(${kind}) as "table" from ${sql.table(table)}
      where id = any (${sql.val(all.map(({ id }) => id))}::uuid[])`.execute(tx)
    for (const one of owners) if (one.owner !== null) found.set(one.id, { table: one.table, id: one.owner })
  }
  return found
}
