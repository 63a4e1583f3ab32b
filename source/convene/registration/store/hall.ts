import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Applicant, Places } from '../rules/places.ts'
import '#convene/store/tables.ts'
import { type Admission, admissionOf } from './admission.ts'
import { readPlaces } from './hall-view.ts'

/**
 * The places of one seminar, read behind its gate. While the transaction that opened it lasts, nobody else gives or
 * counts a place of this seminar, on any number of server processes.
 */
export type Hall = {
  seminarId: string
  /** Business time in this transaction. */
  now: Temporal.Instant
  admission: Admission
  /** Changed by the rules of rules/places.ts; `saveHall` writes the differences. */
  places: Places
  /** How it was when it was read or last saved. */
  saved: Places
}

/**
 * Passes the gate of a seminar's places (waiting for whoever is inside) and reads all its counters.
 *
 * The actor must be able to change the seminar (`edit`) and to see its people, or be a job.
 *
 * @throws Error when the actor sees no such seminar to change
 */
export async function openHall(tx: Tx, seminarId: string): Promise<Hall> {
  const { rows } = await sql<{ held: boolean }>`select perenne.hold_places(${seminarId}) as held`.execute(tx)
  if (rows[0]?.held !== true) throw new Error(`no gate for seminar ${seminarId}: not there, or not to be changed`)
  return lookIn(tx, seminarId)
}

/**
 * The same from outside the gate, to say what would happen: nobody is kept waiting by whoever only looks, and nothing may
 * be given or saved by it.
 */
export async function lookIn(tx: Tx, seminarId: string): Promise<Hall> {
  const admission = await admissionOf(tx, seminarId)
  const places = await readPlaces(tx, seminarId, admission.perOrganisation)
  const { now } = admission
  return { seminarId, now, admission, places, saved: structuredClone(places) }
}

/**
 * Writes what has changed in the counters since the hall was opened or saved. Each row has a check that refuses one
 * place too many, whatever was worked out here.
 */
export async function saveHall(tx: Tx, hall: Hall): Promise<void> {
  const { places, saved, seminarId } = hall
  for (const [index, quota] of places.quotas.entries()) {
    const before = saved.quotas[index]
    if (!before || (before.taken === quota.taken && before.held === quota.held)) continue
    await tx
      .updateTable('quota')
      .set(eb => ({
        taken: eb('taken', '+', quota.taken - before.taken),
        held: eb('held', '+', quota.held - before.held),
      }))
      .where('id', '=', quota.id)
      .execute()
  }
  for (const [id, invitation] of places.invitations) {
    const before = saved.invitations.get(id)
    if (!before || before.taken === invitation.taken) continue
    await tx
      .updateTable('invitation')
      .set(eb => ({ taken: eb('taken', '+', invitation.taken - before.taken) }))
      .where('id', '=', id)
      .execute()
  }
  const changed = [...places.organisations].flatMap(([key, taken]) => {
    const by = taken - (saved.organisations.get(key) ?? 0)
    return by === 0 ? [] : [{ key, by }]
  })
  if (changed.length > 0 && places.perOrganisation !== null) {
    const rows = JSON.stringify(changed)
    await sql`
      insert into perenne.organisation_places (seminar_id, organisation_key, taken, ceiling)
      select ${seminarId}, key, 0, ${places.perOrganisation} from jsonb_to_recordset(${rows}::jsonb) as c(key text)
      on conflict do nothing`.execute(tx)
    await sql`
      update perenne.organisation_places o set taken = o.taken + c.by
      from jsonb_to_recordset(${rows}::jsonb) as c(key text, by integer)
      where o.seminar_id = ${seminarId} and o.organisation_key = c.key`.execute(tx)
    // The key may be a name that somebody typed: it goes with the last who used it.
    if (changed.some(({ by }) => by < 0))
      await tx.deleteFrom('organisation_places').where('seminar_id', '=', seminarId).where('taken', '=', 0).execute()
  }
  hall.saved = structuredClone(places)
}

/** The columns that say what decides about a registration's place. */
export const applicantColumns = [
  'category',
  'region',
  'territory_id as territoryId',
  'organisation_key as organisationKey',
  'invitation_id as invitationId',
] as const

/** Counts again, from the registrations, what the counters say: they must always agree (law 8). */
export async function recount(tx: Tx, seminarId: string): Promise<Places> {
  const hall = await openHall(tx, seminarId)
  const holders = await tx
    .selectFrom('registration')
    .select([...applicantColumns, 'uses_reserved'])
    .where('seminar_id', '=', seminarId)
    .where('state', 'in', ['offered', 'confirmed'])
    .execute()
  const places = structuredClone(hall.places)
  places.organisations.clear()
  for (const invitation of places.invitations.values()) invitation.taken = 0
  for (const holder of holders satisfies Applicant[]) {
    const invitation = holder.invitationId === null ? undefined : places.invitations.get(holder.invitationId)
    if (invitation) invitation.taken += 1
    if (places.perOrganisation !== null && holder.organisationKey !== '')
      places.organisations.set(holder.organisationKey, (places.organisations.get(holder.organisationKey) ?? 0) + 1)
  }
  const kept = [...places.invitations.values()].reduce(
    (sum, { reserved, places: n, taken }) => sum + (reserved && n !== null ? Math.max(0, n - taken) : 0),
    0,
  )
  for (const quota of places.quotas) {
    quota.taken = await countMatching(tx, seminarId, quota.id)
    quota.held = quota.key === 'overall' ? kept : 0
  }
  return places
}

// In SQL, on purpose: a recount that used the rule it checks would share its mistakes.
async function countMatching(tx: Tx, seminarId: string, quotaId: string): Promise<number> {
  const row = await tx
    .selectFrom('registration as r')
    .innerJoin('quota as q', 'q.seminar_id', 'r.seminar_id')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('r.seminar_id', '=', seminarId)
    .where('q.id', '=', quotaId)
    .where('r.state', 'in', ['offered', 'confirmed'])
    .where(sql<boolean>`(q.categories is null or r.category = any (q.categories))
      and (q.regions is null or r.region = any (q.regions))
      and (q.territory_id is null or r.territory_id = q.territory_id)`)
    .executeTakeFirstOrThrow()
  return row.n
}
