import { sql } from 'kysely'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Applicant } from '../rules/places.ts'
import { applicantColumns } from './hall.ts'

export const aliveStates = ['requested', 'waiting', 'offered', 'confirmed'] as const

export type FoundRegistration = Applicant & {
  id: string
  personId: string
  identity: string
  language: string
  state: RegistrationState
  priority: number
  line: number
  idempotencyKey: string | null
}

/**
 * The living registrations of these identities, those that a key belongs to, and those of these ids, by `identity:…`,
 * `key:…` and `id:…`.
 */
export async function findEarlier(
  tx: Tx,
  seminarId: string,
  by: { identities: readonly string[]; keys: readonly string[]; ids?: readonly string[] },
): Promise<Map<string, FoundRegistration>> {
  const ids = by.ids ?? []
  // Each question has an index of its own, whose conditions must be said literally to be recognised.
  const registrations = tx
    .selectFrom('registration')
    .select([...applicantColumns, 'id', 'person_id as personId', 'identity', 'language', 'state', 'priority', 'line'])
    .select('idempotency_key as idempotencyKey')
    .where('seminar_id', '=', seminarId)
  const rows = await registrations
    .where(sql<boolean>`identity = any (${by.identities})`)
    .where(sql<boolean>`state in ('requested', 'waiting', 'offered', 'confirmed')`)
    .$if(by.keys.length > 0, query =>
      query.unionAll(
        registrations
          .where(sql<boolean>`idempotency_key = any (${by.keys})`)
          .where(sql<boolean>`idempotency_key is not null`),
      ),
    )
    .$if(ids.length > 0, query => query.unionAll(registrations.where(sql<boolean>`id = any (${ids})`)))
    .execute()
  const found = new Map<string, FoundRegistration>()
  for (const row of rows) {
    found.set(`id:${row.id}`, row)
    if (row.idempotencyKey !== null) found.set(`key:${row.idempotencyKey}`, row)
    if ((aliveStates as readonly string[]).includes(row.state)) found.set(`identity:${row.identity}`, row)
  }
  return found
}

/** How many registrations were written in the last hour for each of these addresses, whatever the names. */
export async function countLately(tx: Tx, seminarId: string, emails: readonly string[]): Promise<Map<string, number>> {
  // One look into each index for each address: a join would read whole tables when it guesses their size wrongly.
  const { rows } = await sql<{ email: string; n: number }>`
    select e.email, (
      select coalesce(sum((
        select count(*) from perenne.registration r
        where r.person_id = p.id and r.seminar_id = ${seminarId} and r.requested_at > e.since)), 0)::int
      from perenne.person p where p.email_folded = e.email) as n
    from (select unnest(${emails}::text[]) as email, perenne.now() - interval '1 hour' as since) as e`.execute(tx)
  return new Map(rows.map(row => [row.email, row.n]))
}

/** Whether a mail of a kind about this registration was written in the last hour. */
export async function wasMailedLately(tx: Tx, registrationId: string, personId: string, template: string) {
  const row = await tx
    .selectFrom('mail')
    .select('id')
    .where('person_id', '=', personId)
    .where('template', '=', template)
    .where(sql<boolean>`data->>'registration' = ${registrationId}`)
    .where('created_at', '>', sql<Temporal.Instant>`perenne.now() - interval '1 hour'`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
