import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { standsForAll } from '../../actors/store/standing.ts'
import type { Said } from '../rules/join.ts'
import { textFields } from '../rules/join.ts'
import '../../store/tables.ts'

// One of two relationships takes over all that hangs on the other.

/** What hangs on a relationship by a column of its own. */
export const partTables = [
  'relationship_party',
  'agreement',
  'fee',
  'network_seat',
  'responsibility',
  'activity',
  'commitment',
] as const

/** The program's time at this moment of the transaction: later than all that was written before it. */
export async function momentNow(tx: Tx): Promise<Temporal.Instant> {
  const { rows } = await sql<{ moment: Temporal.Instant }>`select perenne.now() as moment`.execute(tx)
  if (!rows[0]) throw new Error('the database tells no time')
  return rows[0].moment
}

/** Narrows both to the circle of the joined one, their texts too: before anything of the one is written into the other. */
export async function narrowBoth(tx: Tx, ids: readonly string[], { visibility, circles }: Said): Promise<void> {
  await tx
    .updateTable('relationship')
    .set({ visibility })
    .where('id', 'in', [...ids])
    .where('visibility', '>', visibility)
    .execute()
  for (const id of ids)
    for (const field of ['reason', 'narrative'] as const) {
      const at_most = circles[field]
      if (at_most === 2) continue
      await tx
        .insertInto('field_circle')
        .values({ record_table: 'relationship', record_id: id, field, at_most })
        .onConflict(conflict =>
          conflict
            .columns(['record_id', 'record_table', 'field'])
            .doUpdateSet({ at_most })
            .where('field_circle.at_most', '>', at_most),
        )
        .execute()
    }
}

/** Writes what the two say as one into the one that stays. */
export async function writeSaid(tx: Tx, id: string, { kind, during, texts }: Said): Promise<void> {
  await tx.updateTable('relationship').set({ kind, during }).where('id', '=', id).execute()
  for (const field of textFields) {
    const text = texts[field]
    if (!text) continue
    const bodies = Object.fromEntries(Object.entries(text.bodies).map(([language, { body }]) => [language, body]))
    await writeTexts(tx, [{ table: 'relationship', id, field, source: text.source, bodies, only: true }])
    // A draft that comes over is a draft still.
    for (const [language, { state }] of Object.entries(text.bodies))
      if (state !== 'source')
        await tx
          .updateTable('translation')
          .set({ state })
          .where('record_table', '=', 'relationship')
          .where('record_id', '=', id)
          .where('field', '=', field)
          .where('language', '=', language)
          .where('state', '<>', state)
          .where('state', '<>', 'source')
          .execute()
  }
}

/** What a part of the one that goes said, and that stands nowhere any more. */
export type SparePart =
  | { part: 'fee'; year: number; amount: string; currency: string; due: string | null; paidOn: string | null }
  | { part: 'party'; organisation: string; during: string }

/**
 * Hangs on `stays` what hangs on `gone`. What both have is one: the same organisation in the same role, the fee of one year; its
 * circle is the stricter one, and what only the other knew of it is filled in.
 *
 * @returns what was said otherwise of these
 */
export async function moveParts(tx: Tx, space: string, gone: string, stays: string): Promise<SparePart[]> {
  const spare = [...(await partiesAsOne(tx, gone, stays)), ...(await feesAsOne(tx, gone, stays))]
  await dutiesAsOne(tx, gone, stays)
  for (const table of partTables)
    await sql`
      update ${sql.table(table)} set relationship_id = ${stays} where relationship_id = ${gone} and space_id = ${space}
    `.execute(tx)
  await sql`select perenne.mentions_move(${gone}::uuid, ${stays}::uuid)`.execute(tx)
  return spare
}

async function partiesAsOne(tx: Tx, gone: string, stays: string): Promise<SparePart[]> {
  const rows = await tx
    .selectFrom('relationship_party')
    .select(['id', 'relationship_id', 'organisation_id', 'role', 'during', 'at_most'])
    .where('relationship_id', 'in', [gone, stays])
    .orderBy('id')
    .forUpdate()
    .execute()
  const stands = await standsForAll(
    tx,
    rows.map(row => row.organisation_id),
  )
  const spare: SparePart[] = []
  for (const row of rows.filter(one => one.relationship_id === gone)) {
    const there = rows.filter(one => one.relationship_id === stays && one.role === row.role)
    const twin =
      there.find(one => one.organisation_id === row.organisation_id) ??
      there.find(one => stands(one.organisation_id) === stands(row.organisation_id))
    if (!twin) continue
    if (row.during !== null && twin.during !== null && row.during !== twin.during) {
      // Two times of one partner are two lines, where it has two; a third line the key lets nobody write.
      if (row.organisation_id !== twin.organisation_id) continue
      spare.push({ part: 'party', organisation: stands(row.organisation_id), during: row.during })
    }
    await tx
      .updateTable('relationship_party')
      .set({ during: twin.during ?? row.during, at_most: Math.min(twin.at_most, row.at_most) as 0 | 1 | 2 })
      .where('id', '=', twin.id)
      .execute()
    await tx.deleteFrom('relationship_party').where('id', '=', row.id).execute()
  }
  return spare
}

async function feesAsOne(tx: Tx, gone: string, stays: string): Promise<SparePart[]> {
  const rows = await tx
    .selectFrom('fee')
    .select(['id', 'relationship_id', 'year', 'amount', 'currency', 'due', 'paid_on', 'at_most'])
    .where('relationship_id', 'in', [gone, stays])
    .orderBy('year')
    .forUpdate()
    .execute()
  const spare: SparePart[] = []
  for (const row of rows.filter(one => one.relationship_id === gone)) {
    const twin = rows.find(one => one.relationship_id === stays && one.year === row.year)
    if (!twin) continue
    const [due, paid_on] = [twin.due ?? row.due, twin.paid_on ?? row.paid_on]
    const differs = (a: string | null, b: string | null) => a !== null && a !== b
    const other = row.amount !== twin.amount || row.currency !== twin.currency
    if (other || differs(row.due, due) || differs(row.paid_on, paid_on)) {
      const { year, amount, currency } = row
      spare.push({ part: 'fee', year, amount, currency, due: row.due, paidOn: row.paid_on })
    }
    await tx
      .updateTable('fee')
      .set({ ...(other ? {} : { due, paid_on }), at_most: Math.min(twin.at_most, row.at_most) as 0 | 1 | 2 })
      .where('id', '=', twin.id)
      .execute()
    await tx.deleteFrom('fee').where('id', '=', row.id).execute()
  }
  return spare
}

/** Who does the same for both, at the same time, does it once. */
async function dutiesAsOne(tx: Tx, gone: string, stays: string): Promise<void> {
  const rows = await tx
    .selectFrom('responsibility')
    .select(['id', 'relationship_id', 'organisation_id', 'contact_id', 'role', 'during', 'visibility'])
    .where('relationship_id', 'in', [gone, stays])
    .orderBy('id')
    .forUpdate()
    .execute()
  const stands = await standsForAll(
    tx,
    rows.map(row => row.organisation_id),
  )
  const same = (row: (typeof rows)[number]) =>
    [stands(row.organisation_id), row.contact_id, row.role, row.during].join(' ')
  for (const row of rows.filter(one => one.relationship_id === gone)) {
    const twin = rows.find(one => one.relationship_id === stays && same(one) === same(row))
    if (!twin) continue
    const visibility = Math.min(twin.visibility, row.visibility) as 0 | 1 | 2
    await tx.updateTable('responsibility').set({ visibility }).where('id', '=', twin.id).execute()
    await tx.deleteFrom('responsibility').where('id', '=', row.id).execute()
  }
}

/** Ends shares at once, or earlier than they would. */
export async function endShares(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('share')
    .set({ ends_at: at })
    .where('id', 'in', [...ids])
    .where('ends_at', '>', at)
    .execute()
}

export type Join = {
  space: string
  gone: string
  stays: string
  at: Temporal.Instant
  by: string | null
  wrote: string
  notes: readonly string[]
}

/** Removes the one that goes, and remembers where it went. */
export async function leave(tx: Tx, { space, gone, stays, at, by, wrote, notes }: Join): Promise<void> {
  await tx.deleteFrom('relationship').where('id', '=', gone).where('space_id', '=', space).execute()
  await tx
    .insertInto('relationship_join')
    .values({ space_id: space, left_id: gone, into_id: stays, joined_at: at, joined_by: by, wrote, notes: [...notes] })
    .execute()
}
