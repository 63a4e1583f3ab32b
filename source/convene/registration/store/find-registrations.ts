import { sql } from 'kysely'
import { rests } from '#convene/life/store/rests.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Applicant } from '../rules/places.ts'
import { aliveStates } from './find-earlier.ts'
import { applicantColumns } from './hall.ts'
import type { LinePlace } from './line.ts'

/** A registration as far as its place and its mails are concerned. */
export type Registered = Applicant &
  LinePlace & {
    id: string
    seminarId: string
    personId: string
    language: string
    state: RegistrationState
    offeredUntil: Temporal.Instant | null
    usesReserved: boolean
    version: number
  }

const registrations = (tx: Tx) =>
  tx
    .selectFrom('registration')
    .select([...applicantColumns, 'id', 'seminar_id as seminarId', 'person_id as personId', 'language', 'state'])
    .select(['priority', 'line', 'offered_until as offeredUntil', 'uses_reserved as usesReserved', 'version'])
    .orderBy('priority', 'desc')
    .orderBy('line')

/** Those of these registrations that belong to a seminar and that the actor sees, in the order of the line. */
export function findRegistrations(tx: Tx, seminarId: string, ids: readonly string[]): Promise<Registered[]> {
  if (ids.length === 0) return Promise.resolve([])
  return registrations(tx)
    .where('seminar_id', '=', seminarId)
    .where('id', 'in', [...ids])
    .execute()
}

/** The seminar of a registration; null when the actor sees none. It never changes, so no gate is needed to know it. */
export async function seminarOfRegistration(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.selectFrom('registration').select('seminar_id').where('id', '=', id).executeTakeFirst()
  return row?.seminar_id ?? null
}

/** Whether the actor looks after the people of a seminar, or is the program. */
export async function looksAfterPeople(tx: Tx, seminarId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or ${seminarId}::uuid = any (perenne.spaces('people')) as may`.execute(tx)
  return rows[0]?.may === true
}

/** Offers of a seminar that have run out, the first that did so first. Needs a job. */
export function offersRunOut(tx: Tx, seminarId: string): Promise<Registered[]> {
  return registrations(tx)
    .clearOrderBy()
    .where('seminar_id', '=', seminarId)
    .where('state', '=', 'offered')
    .where('offered_until', '<=', sql<Temporal.Instant>`perenne.now()`)
    .orderBy('offered_until')
    .orderBy('line')
    .execute()
}

/** Seminars in which an offer has run out, those that rest left aside. Needs a job. */
export async function seminarsWithOffersRunOut(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('registration')
    .select('seminar_id')
    .distinct()
    .where('state', '=', 'offered')
    .where('offered_until', '<=', sql<Temporal.Instant>`perenne.now()`)
    .where('seminar_id', 'not in', rests)
    .orderBy('seminar_id')
    .execute()
  return rows.map(row => row.seminar_id)
}

/** Seminars in which these persons have a living registration, in a fixed order. Needs a job. */
export async function seminarsOfPersons(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('registration')
    .select('seminar_id')
    .distinct()
    .where('person_id', 'in', [...personIds])
    .where('state', 'in', [...aliveStates])
    .orderBy('seminar_id')
    .execute()
  return rows.map(row => row.seminar_id)
}

/** The living registrations of these persons in a seminar. Needs a job. */
export function registrationsOfPersons(tx: Tx, seminarId: string, personIds: readonly string[]): Promise<Registered[]> {
  return registrations(tx)
    .where('seminar_id', '=', seminarId)
    .where('person_id', 'in', [...personIds])
    .where('state', 'in', [...aliveStates])
    .execute()
}
