import { sql } from 'kysely'
import type { Actor, Tx } from '../../database/actor.ts'
import type { Capability, Role, SpaceKind } from '../../database/tables.ts'

export const roles: readonly Role[] = [
  'administrator',
  'organiser',
  'door_steward',
  'moderator',
  'rapporteur',
  'translator',
  'territory_editor',
  'territory_reader',
  'evaluator',
]

/** Goes on in the same transaction in another name: what an act does as a job, it does between two of these. */
export async function goOnAs(tx: Tx, actor: Actor, reason?: string): Promise<void> {
  const id = actor.kind === 'anonymous' ? null : actor.id
  await sql`select perenne.as_actor(${actor.kind}, ${id}, ${reason ?? null})`.execute(tx)
}

/** The spaces in which whoever asks holds a capability. */
export async function spacesWith(tx: Tx, capability: Capability): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`select perenne.spaces(${capability}) as ids`.execute(tx)
  return rows[0]?.ids ?? []
}

export type RightToAdd = {
  personId: string
  role: Role
  spaceId: string
  spaceKind: SpaceKind
  reason: string
  givenBy: string | null
  endsAt: Temporal.Instant | null
}

/**
 * Adds a right. The policy answers whether the actor may: they must hold all that the role may do, there.
 *
 * @returns the id of the right
 */
export async function addRight(tx: Tx, right: RightToAdd): Promise<string> {
  const { id } = await tx
    .insertInto('access_right')
    .values({
      person_id: right.personId,
      role: right.role,
      space_id: right.spaceId,
      space_kind: right.spaceKind,
      reason: right.reason,
      given_by: right.givenBy,
      ends_at: right.endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes all who add or end administrators take turns, so that two cannot remove each other and leave nobody. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('perenne administrators'))`.execute(tx)
}

/** Whether the installation has an administrator without an end date besides this right or this person. Needs a job. */
export async function othersAdminister(tx: Tx, apart: { rightId?: string; personId?: string }): Promise<boolean> {
  let query = tx
    .selectFrom('access_right')
    .select('id')
    .where('role', '=', 'administrator')
    .where('ends_at', 'is', null)
    .where('starts_at', '<=', sql<Temporal.Instant>`perenne.now()`)
  if (apart.rightId) query = query.where('id', '!=', apart.rightId)
  if (apart.personId) query = query.where('person_id', '!=', apart.personId)
  return (await query.limit(1).executeTakeFirst()) !== undefined
}

/** Ends the rights of a choice that are in force or to come; one that has not begun never begins. */
export async function endRights(tx: Tx, which: { id: string } | { personId: string }): Promise<number> {
  const result = await tx
    .updateTable('access_right')
    .set({ ends_at: sql`greatest(perenne.now(), starts_at)` })
    .where(eb => ('id' in which ? eb('id', '=', which.id) : eb('person_id', '=', which.personId)))
    .where(notEnded)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export const notEnded = sql<boolean>`coalesce(ends_at > perenne.now(), true)`

export type RightsFilter = {
  role?: string | undefined
  spaceId?: string | undefined
  personId?: string | undefined
  id?: string | undefined
  when: 'now' | 'ended' | 'all'
}
export const rightsOnAPage = 50

/** The rights that the actor may see, as one list; the newest first among those of one person. */
export async function listRights(tx: Tx, filter: RightsFilter, page = 1) {
  let query = tx
    .selectFrom('access_right as ar')
    .leftJoin('person as holder', 'holder.id', 'ar.person_id')
    .leftJoin('person as giver', 'giver.id', 'ar.given_by')
  if (filter.role) query = query.where('ar.role', '=', filter.role as Role)
  if (filter.spaceId) query = query.where('ar.space_id', '=', filter.spaceId)
  if (filter.personId) query = query.where('ar.person_id', '=', filter.personId)
  if (filter.id) query = query.where('ar.id', '=', filter.id)
  if (filter.when === 'now') query = query.where(notEnded)
  if (filter.when === 'ended') query = query.where(sql<boolean>`ends_at <= perenne.now()`)
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select([
      'ar.id',
      'ar.person_id',
      'ar.role',
      'ar.space_id',
      'ar.starts_at',
      'ar.ends_at',
      'ar.given_by',
      'ar.reason',
    ])
    .select(['holder.given_name', 'holder.family_name', 'holder.email', 'holder.language'])
    .select(['giver.given_name as giver_given_name', 'giver.family_name as giver_family_name'])
    .select(sql<boolean>`coalesce(ends_at <= perenne.now(), false)`.as('ended'))
    .orderBy('holder.family_name')
    .orderBy('holder.given_name')
    .orderBy('ar.person_id')
    .orderBy('ar.starts_at', 'desc')
    .orderBy('ar.id')
    .limit(rightsOnAPage)
    .offset((page - 1) * rightsOnAPage)
    .execute()
  return { rows, total }
}
export type ListedRight = Awaited<ReturnType<typeof listRights>>['rows'][number]

export async function holdsAlready(tx: Tx, personId: string, role: Role, spaceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('access_right')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('space_id', '=', spaceId)
    .where(notEnded)
    .executeTakeFirst()
  return row !== undefined
}

/** What each role may do, and for which kinds of space it is given. */
export async function explainRoles(tx: Tx) {
  const capabilities = await tx.selectFrom('role_capability').selectAll().execute()
  const scopes = await tx.selectFrom('role_scope').selectAll().execute()
  const kinds: readonly SpaceKind[] = ['installation', 'network', 'seminar', 'territory']
  return roles.map(role => ({
    role,
    capabilities: capabilities.filter(row => row.role === role).map(row => row.capability),
    kinds: kinds.filter(kind => scopes.some(row => row.role === role && row.space_kind === kind)),
  }))
}
