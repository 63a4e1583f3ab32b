import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Applicant, Crowd } from '../rules/places.ts'
import { changeStates } from './change-state.ts'
import { applicantColumns } from './hall.ts'

/** A place in the line: higher priority first, then who came first. */
export type LinePlace = { priority: number; line: number }

/**
 * Who waits, counted by what decides about their place. `organisations`: keep organisations apart, which only a limit
 * per organisation asks for.
 *
 * @param ahead only those ahead of this place
 */
export async function crowdsInLine(
  tx: Tx,
  seminarId: string,
  { organisations, ahead }: { organisations: boolean; ahead?: LinePlace },
): Promise<Crowd[]> {
  const organisation = organisations ? sql<string>`organisation_key` : sql<string>`''`
  return tx
    .selectFrom('registration')
    .select(['category', 'region', 'territory_id as territoryId', 'invitation_id as invitationId', 'priority'])
    .select(organisation.as('organisationKey'))
    .select(sql<number>`count(*)::int`.as('people'))
    .where('seminar_id', '=', seminarId)
    .where('state', '=', 'waiting')
    .$if(ahead !== undefined, query =>
      query.where(eb => {
        const { priority, line } = ahead as LinePlace
        return eb.or([eb('priority', '>', priority), eb.and([eb('priority', '=', priority), eb('line', '<', line)])])
      }),
    )
    .groupBy(['category', 'region', 'territory_id', 'invitation_id', 'priority'])
    .$if(organisations, query => query.groupBy('organisation_key'))
    .execute()
}

export type InLine = Applicant & LinePlace & { id: string; personId: string; language: string }

/** The first people in line who are like one of these. */
export async function firstInLine(
  tx: Tx,
  seminarId: string,
  like: readonly Crowd[],
  most: number,
  organisations: boolean,
): Promise<InLine[]> {
  const kinds = JSON.stringify(like)
  return tx
    .selectFrom('registration as r')
    .select([...applicantColumns, 'id', 'person_id as personId', 'language', 'priority', 'line'])
    .where('seminar_id', '=', seminarId)
    .where('state', '=', 'waiting')
    .where(
      sql<boolean>`exists (
        select from jsonb_to_recordset(${kinds}::jsonb) as k(category text, region text, "territoryId" uuid,
          "invitationId" uuid, "organisationKey" text, priority integer)
        where k.category = r.category and k.region = r.region and k."territoryId" is not distinct from r.territory_id
          and k."invitationId" is not distinct from r.invitation_id and k.priority = r.priority
          and (not ${organisations}::boolean or k."organisationKey" = r.organisation_key))`,
    )
    .orderBy('priority', 'desc')
    .orderBy('line')
    .limit(most)
    .execute()
}

export type Promoted = {
  id: string
  usesReserved: boolean
  fullQuotas: { quota: string; taken: number; capacity: number }[]
}

/** Writes who came up from the line: with the place, or with an offer until a moment. */
export async function writePromotions(
  tx: Tx,
  seminarId: string,
  promoted: readonly Promoted[],
  offeredUntil: Temporal.Instant | null,
): Promise<void> {
  const rows = JSON.stringify(promoted)
  const state = offeredUntil === null ? 'confirmed' : 'offered'
  await changeStates(
    tx,
    promoted.map(({ id, usesReserved }) => ({ id, state, offeredUntil, usesReserved })),
  )
  await sql`
    insert into perenne.promotion (seminar_id, registration_id, full_quotas)
    select ${seminarId}, p.id, p."fullQuotas"
    from jsonb_to_recordset(${rows}::jsonb) as p(id uuid, "fullQuotas" jsonb)`.execute(tx)
}
