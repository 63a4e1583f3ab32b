import { sql } from 'kysely'
import type { RegistrationCategory } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { GivenFromLine, LineChange } from '../rules/passed-over.ts'
import { applicantColumns } from './hall.ts'
import { lastMailFailed } from './undelivered.ts'

/** Everybody who waits, in the order of the line, with what decides about their place and nothing about who they are. */
export function readLine(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('registration')
    .select([...applicantColumns, 'id', 'priority', 'line', 'state_since as since', 'requested_at as requestedAt'])
    .where('seminar_id', '=', seminarId)
    .where('state', '=', 'waiting')
    .orderBy('priority', 'desc')
    .orderBy('line')
    .execute()
}
export type LineRow = Awaited<ReturnType<typeof readLine>>[number]

/** Who some of the people in line are. */
export async function peopleOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('invitation as i', 'i.id', 'r.invitation_id')
    .select(['r.id', 'r.organisation_name as organisation', 'r.country', 'p.email', 'i.label as invitation', 'i.code'])
    .select(sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('name'))
    .select(lastMailFailed.as('undelivered'))
    .where('r.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

/** A place that went to somebody in the line, and who that is; the name is null once they were erased. */
export type GivenTo = GivenFromLine & { name: string | null; category: RegistrationCategory }

/** The places that went to people in the line since a moment, in their order. */
export async function givenSince(tx: Tx, seminarId: string, since: Temporal.Instant): Promise<GivenTo[]> {
  const rows = await tx
    .selectFrom('promotion as p')
    .innerJoin('registration as r', 'r.id', 'p.registration_id')
    .innerJoin('person as who', 'who.id', 'r.person_id')
    .select(['p.registration_id as registrationId', 'p.at', 'p.full_quotas as full', 'r.priority', 'r.line'])
    .select(['r.category', sql<string | null>`nullif(concat_ws(' ', who.given_name, who.family_name), '')`.as('name')])
    .where('p.seminar_id', '=', seminarId)
    .where('p.at', '>=', since)
    .orderBy('p.at')
    .orderBy('p.id')
    .execute()
  return rows
}

/** What changed, while they waited, of what decides about these people: by registration, in the order it happened. */
export async function changesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, LineChange[]>> {
  const found = new Map<string, LineChange[]>()
  if (ids.length === 0) return found
  const rows = await tx
    .selectFrom('place_event')
    .select(['registration_id as id', 'at', 'detail'])
    .where('registration_id', 'in', [...ids])
    .where('detail', 'is not', null)
    .orderBy('number')
    .execute()
  for (const { id, at, detail } of rows) {
    if (id === null || detail === null) continue
    const changes = found.get(id) ?? []
    // Written by a trigger of the database and by nobody else (migration 0004).
    changes.push({ ...(detail as Omit<LineChange, 'at'>), at })
    found.set(id, changes)
  }
  return found
}
