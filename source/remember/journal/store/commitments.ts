import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Fields } from '../../rules/typed.ts'
import { type AboutNamed, nameAbout } from '../../store/about.ts'
import '../../store/tables.ts'

export type Commitment = {
  id: string
  owedBy: 'us' | 'them'
  what: string
  language: string
  due: string | null
  settledOn: string | null
  outcome: 'kept' | 'dropped' | null
  reason: string | null
  interaction: string | null
  /** The relationship, the organisation and the person that it binds us to, as far as this reader may see them. */
  to: AboutNamed[]
}

export type CommitmentState = 'open' | 'kept' | 'dropped'

/** Commitments, those whose day is nearest (or longest past) first; settled ones by the day on which they were. */
export async function listCommitments(
  tx: Tx,
  space: string,
  locale: Locale,
  which: { state: CommitmentState; owedBy: 'us' | 'them' | null; interaction?: string },
  { page, size }: { page: number; size: number },
): Promise<{ commitments: Commitment[]; total: number }> {
  let query = commitments(tx, space)
    .select(sql<number>`(count(*) over ())::integer`.as('total'))
    .limit(size)
    .offset((page - 1) * size)
  if (which.interaction === undefined)
    query =
      which.state === 'open'
        ? query
            .where('outcome', 'is', null)
            .orderBy('due', sort => sort.asc().nullsLast())
            .orderBy('id')
        : query.where('outcome', '=', which.state).orderBy('settled_on', 'desc').orderBy('id')
  else
    query = query
      .where('interaction_id', '=', which.interaction)
      .orderBy('due', sort => sort.asc().nullsLast())
      .orderBy('id')
  if (which.owedBy) query = query.where('owed_by', '=', which.owedBy)
  const rows = await query.execute()
  return { commitments: await named(tx, space, locale, rows), total: rows[0]?.total ?? 0 }
}

/** How many are open, and how many of these are past their day, by who owes them. */
export async function countOpen(
  tx: Tx,
  space: string,
  today: Temporal.PlainDate,
): Promise<Record<'us' | 'them', { open: number; overdue: number }>> {
  const rows = await tx
    .selectFrom('commitment')
    .select('owed_by')
    .select(sql<number>`count(*)::integer`.as('open'))
    .select(sql<number>`(count(*) filter (where due < ${today.toString()}::date))::integer`.as('overdue'))
    .where('space_id', '=', space)
    .where('outcome', 'is', null)
    .groupBy('owed_by')
    .execute()
  const of = (side: 'us' | 'them') => {
    const row = rows.find(one => one.owed_by === side)
    return { open: row?.open ?? 0, overdue: row?.overdue ?? 0 }
  }
  return { us: of('us'), them: of('them') }
}

export async function readCommitment(tx: Tx, space: string, id: string, locale: Locale): Promise<Commitment | null> {
  const rows = await commitments(tx, space).where('id', '=', id).execute()
  return (await named(tx, space, locale, rows))[0] ?? null
}

const commitments = (tx: Tx, space: string) =>
  tx
    .selectFrom('commitment')
    .select([
      'id',
      'owed_by',
      'what',
      'language',
      'due',
      'settled_on',
      'outcome',
      'outcome_reason',
      'interaction_id',
      'relationship_id',
      'organisation_id',
      'contact_id',
    ])
    .where('space_id', '=', space)

type Row = Awaited<ReturnType<ReturnType<typeof commitments>['execute']>>[number]

async function named(tx: Tx, space: string, locale: Locale, rows: readonly Row[]): Promise<Commitment[]> {
  const refs = rows.flatMap(row => [
    ...(row.relationship_id ? [{ table: 'relationship' as const, id: row.relationship_id, of: row.id }] : []),
    ...(row.organisation_id ? [{ table: 'organisation' as const, id: row.organisation_id, of: row.id }] : []),
    ...(row.contact_id ? [{ table: 'contact' as const, id: row.contact_id, of: row.id }] : []),
  ])
  const names = await nameAbout(tx, space, locale, refs)
  return rows.map(row => ({
    id: row.id,
    owedBy: row.owed_by,
    what: row.what,
    language: row.language,
    due: row.due,
    settledOn: row.settled_on,
    outcome: row.outcome,
    reason: row.outcome_reason,
    interaction: row.interaction_id,
    to: names.filter(ref => ref.of === row.id && ref.name !== null),
  }))
}

/** A commitment as its form shows it. */
export async function readCommitmentFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  let query = tx
    .selectFrom('commitment')
    .select(['owed_by', 'what', 'due', 'relationship_id', 'contact_id', 'organisation_id', 'language', 'visibility'])
    .where('space_id', '=', space)
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row
    ? {
        owed_by: row.owed_by,
        what: row.what,
        due: row.due ?? '',
        relationship: row.relationship_id ?? '',
        contact: row.contact_id ?? '',
        organisation: row.organisation_id ?? '',
        language: row.language,
        visibility: String(row.visibility),
      }
    : null
}

export type CommitmentToWrite = {
  owed_by: 'us' | 'them'
  what: string
  due: string | null
  relationship_id: string | null
  contact_id: string | null
  organisation_id: string | null
  language: string
  visibility: Visibility
}

export async function writeCommitment(
  tx: Tx,
  space: string,
  id: string | null,
  given: CommitmentToWrite & { interaction_id?: string | null },
): Promise<string> {
  if (id !== null) {
    await tx.updateTable('commitment').set(given).where('space_id', '=', space).where('id', '=', id).execute()
    return id
  }
  const made = await tx
    .insertInto('commitment')
    .values({ space_id: space, ...given })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** Settles a commitment, or opens it again (null). @returns whether it was there */
export async function settleCommitment(
  tx: Tx,
  space: string,
  id: string,
  settled: { outcome: 'kept' | 'dropped'; on: string; reason: string | null } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('commitment')
    .set({
      settled_on: settled?.on ?? null,
      outcome: settled?.outcome ?? null,
      outcome_reason: settled?.reason ?? null,
    })
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeCommitmentRow(tx: Tx, space: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('commitment')
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
