import { sql } from 'kysely'
import type { Tx } from '../../../database/actor.ts'
import type { Tables } from '../../../database/tables.ts'

export type SecondFactorRule = 'offered' | 'required'

/** Whether whoever holds an access right must have a second factor, or may. */
export async function secondFactorRule(tx: Tx): Promise<SecondFactorRule> {
  return (await tx.selectFrom('installation').select('second_factor').executeTakeFirstOrThrow()).second_factor
}

/** @returns whether it was changed; the policy lets administrators alone */
export async function changeSecondFactorRule(tx: Tx, rule: SecondFactorRule): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('installation')
    .set({ second_factor: rule })
    .where('second_factor', '!=', rule)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const holdersOnAPage = 50

/**
 * Whoever holds an access right now, and what second factor they have: those without one first. Needs a job, since second
 * factors are seen by their own person alone.
 */
export async function listHolders(tx: Tx, page: number) {
  const held = tx
    .selectFrom('person')
    .where('erased_at', 'is', null)
    .where(
      sql<boolean>`exists (select from access_right r where r.person_id = person.id
        and r.starts_at <= perenne.now() and coalesce(r.ends_at > perenne.now(), true))`,
    )
  const { total, without } = await held
    .select(eb => eb.fn.countAll<number>().as('total'))
    .select(sql<number>`count(*) filter (where not ${hasAny})`.as('without'))
    .executeTakeFirstOrThrow()
  const rows = await held
    .select(['id', 'given_name', 'family_name', 'email'])
    .select(countOf('totp').as('generators'))
    .select(countOf('passkey').as('passkeys'))
    .orderBy(hasAny)
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('id')
    .limit(holdersOnAPage)
    .offset((page - 1) * holdersOnAPage)
    .execute()
  return { rows, total, without }
}
export type Holder = Awaited<ReturnType<typeof listHolders>>['rows'][number]

const hasAny = sql<boolean>`exists (
  select from authenticator a where a.person_id = person.id and a.confirmed_at is not null)`
const countOf = (kind: Tables['authenticator']['kind']) =>
  sql<number>`(select count(*)::int from authenticator a
    where a.person_id = person.id and a.kind = ${kind} and a.confirmed_at is not null)`
