import { type SqlBool, sql } from 'kysely'
import { rests } from '#convene/life/store/rests.ts'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** The invitations of a seminar by their code, and whether they let anybody in now. */
export async function invitationsByCode(tx: Tx, seminarId: string) {
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'code', 'priority', 'without_approval as withoutApproval'])
    .select(sql<boolean>`ended_at is null and (valid_until is null or valid_until > perenne.now())`.as('usable'))
    .where('seminar_id', '=', seminarId)
    .execute()
  return new Map(rows.map(({ code, ...row }) => [code, row]))
}

/** What an organiser says about an invitation, besides its code. */
export type InvitationFields = {
  /** For whom it is. */
  label: string
  /** How many may have a place with it; null for any number. */
  places: number | null
  /** Whether those places are kept out of the overall quota from now on. */
  reserved: boolean
  /** Until when they are kept; null for as long as the code lets people in. */
  reservedUntil: Temporal.Instant | null
  /** The priority in the line of those who come with it from now on. */
  priority: number
  withoutApproval: boolean
  validUntil: Temporal.Instant | null
}

const columnsOf = (fields: InvitationFields) => ({
  label: fields.label,
  places: fields.places,
  reserved: fields.reserved,
  reserved_until: fields.reservedUntil?.toString() ?? null,
  priority: fields.priority,
  without_approval: fields.withoutApproval,
  valid_until: fields.validUntil?.toString() ?? null,
})

export async function addInvitation(
  tx: Tx,
  invitation: InvitationFields & { id: string; seminarId: string; code: string },
): Promise<void> {
  const { id, seminarId, code } = invitation
  await tx
    .insertInto('invitation')
    .values({ id, seminar_id: seminarId, code, ...columnsOf(invitation) })
    .execute()
}

/** Places that are kept again after they were let go are kept as if they had always been. */
export async function writeInvitation(tx: Tx, id: string, fields: InvitationFields): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ ...columnsOf(fields), ...(fields.reserved ? { released_at: null } : {}) })
    .where('id', '=', id)
    .execute()
}

/** An invitation of a seminar as it stands, or null. */
export async function findInvitation(tx: Tx, seminarId: string, id: string) {
  const row = await tx
    .selectFrom('invitation')
    .select(['id', 'places', 'taken'])
    .select(sql<boolean>`reserved and released_at is null and ended_at is null`.as('reserved'))
    .select(sql<boolean>`ended_at is not null`.as('ended'))
    .where('seminar_id', '=', seminarId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function isCodeTaken(tx: Tx, seminarId: string, code: string): Promise<boolean> {
  const row = await tx
    .selectFrom('invitation')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .where('code', '=', code)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes that the places of an invitation are let go, or that it ended. */
export async function endReserve(tx: Tx, id: string, how: 'release' | 'end'): Promise<void> {
  const now = sql<string>`perenne.now()`
  await tx
    .updateTable('invitation')
    .set(how === 'end' ? { ended_at: now } : { released_at: now })
    .where('id', '=', id)
    .execute()
}

// `least` passes over what is null.
const runOut = sql<SqlBool>`reserved and released_at is null and ended_at is null
  and least(reserved_until, valid_until) <= perenne.now()`

/** Seminars that keep places until a moment that has come, those that rest left aside. Needs a job. */
export async function seminarsWithReservesRunOut(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select('seminar_id')
    .distinct()
    .where(runOut)
    .where('seminar_id', 'not in', rests)
    .orderBy('seminar_id')
    .execute()
  return rows.map(row => row.seminar_id)
}

/** The invitations of a seminar whose places were kept until a moment that has come, the earliest first. */
export async function reservesRunOut(tx: Tx, seminarId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .where(runOut)
    .orderBy(sql`least(reserved_until, valid_until)`)
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}
