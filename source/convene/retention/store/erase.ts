import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'
import { decided, meaning } from '#convene/seminar/rules/life.ts'
import { type Erasable, type RetainedSeminar, usualRetention } from '../rules/retention.ts'

export type SeminarToErase = RetainedSeminar & { id: string }

/** Every seminar whose day has come, with what it says about keeping, and the business time of this transaction. */
export async function retainedSeminars(tx: Tx): Promise<{ seminars: SeminarToErase[]; now: Temporal.Instant }> {
  const { rows } = await sql<{ now: Temporal.Instant }>`select perenne.now() as now`.execute(tx)
  const now = rows[0]?.now
  if (now === undefined) throw new Error('the database does not tell the time')
  const seminars = await tx
    .selectFrom('seminar as s')
    .leftJoin('admission as a', 'a.seminar_id', 's.id')
    .select([
      's.id',
      's.held_on',
      's.time_zone',
      's.postponed_at',
      's.cancelled_at',
      'a.needs_days',
      'a.answers_days',
      'a.persons_days',
    ])
    .where('s.held_on', '<=', sql<string>`(perenne.now() + interval '1 day')::date`)
    .orderBy('s.held_on')
    .orderBy('s.id')
    .execute()
  return { seminars: seminars.map(row => ({ id: row.id, ...retainedOf(row) })), now }
}

type RetainedColumns = {
  held_on: string
  time_zone: string
  postponed_at: Temporal.Instant | null
  cancelled_at: Temporal.Instant | null
  needs_days: number | null
  answers_days: number | null
  persons_days: number | null
}

/** A row as the rules see it; a seminar without rules of its own keeps for the usual days. */
export const retainedOf = (row: RetainedColumns): RetainedSeminar => ({
  heldOn: Temporal.PlainDate.from(row.held_on),
  timeZone: row.time_zone,
  rests: !meaning[decided({ postponedAt: row.postponed_at, cancelledAt: row.cancelled_at }) ?? 'over'].retention,
  days: {
    needs: row.needs_days ?? usualRetention.needs,
    answers: row.answers_days ?? usualRetention.answers,
    persons: row.persons_days ?? usualRetention.persons,
  },
})

/** Erases what some registrations said they need. @returns how many */
export async function eraseNeeds(tx: Tx, seminarId: string, most: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('registration_need')
    .where('registration_id', 'in', eb =>
      eb
        .selectFrom('registration_need as n')
        .innerJoin('registration as r', 'r.id', 'n.registration_id')
        .select('n.registration_id')
        .where('r.seminar_id', '=', seminarId)
        .limit(most),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

// What a registration says in the person's own words, besides the organisation it counts for.
const saysSomething = sql<SqlBool>`(r.role is not null or r.reason is not null or r.languages <> '{}'
  or exists (select from perenne.registration_answer a where a.registration_id = r.id))`

/** Erases what some registrations answered: to the organiser's questions, and their role, languages and reason. */
export async function eraseAnswers(tx: Tx, seminarId: string, most: number): Promise<number> {
  const rows = await tx
    .selectFrom('registration as r')
    .select('r.id')
    .where('r.seminar_id', '=', seminarId)
    .where(saysSomething)
    .limit(most)
    .execute()
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await tx.deleteFrom('registration_answer').where('registration_id', 'in', ids).execute()
  await tx.updateTable('registration').set({ role: null, reason: null, languages: [] }).where('id', 'in', ids).execute()
  return ids.length
}

/**
 * The next persons of a seminar to erase: who registered, who was invited, and who was written to about it and is in no
 * registration any more (a place handed on). Left are people who work here (an account, a right) and those who have a live registration
 * for another seminar that still keeps its persons. Whoever is on the programme is seen to by itself (programme/acts).
 *
 * @param dueSeminars ids of all the seminars whose persons are due: they do not hold anybody back
 */
export async function personsToErase(
  tx: Tx,
  seminarId: string,
  dueSeminars: readonly string[],
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with named as (
      select person_id as id from perenne.registration where seminar_id = ${seminarId}
      union
      select person_id from perenne.mail where space_id = ${seminarId}
      union
      select person_id from perenne.invitation_sent where seminar_id = ${seminarId}
    )
    select p.id from perenne.person p
    where p.id in (select id from named) and ${isLetGo(dueSeminars)}
    limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

const isLetGo = (dueSeminars: readonly string[]) => sql<SqlBool>`(
  p.erased_at is null and not p.has_account
  and not exists (select from perenne.access_right ar where ar.person_id = p.id)
  and not exists (select from perenne.programme_person pp where pp.person_id = p.id)
  and not exists (select from perenne.registration o where o.person_id = p.id
    and not (o.seminar_id = any (${[...dueSeminars]}::uuid[]))
    and o.state in ('requested', 'waiting', 'offered', 'confirmed')))`

/** Passes the gate of the seminar's places, before its counters are made again. */
export async function holdPlaces(tx: Tx, seminarId: string): Promise<void> {
  await sql`select perenne.hold_places(${seminarId})`.execute(tx)
}

/**
 * Notes in the log what a run has erased, with each of its batches.
 *
 * @param runId null for the first batch
 * @returns the id for the next
 */
export async function noteErased(
  tx: Tx,
  run: { id: string | null; seminarId: string; what: Erasable; registrations: number },
): Promise<string> {
  if (run.id !== null) {
    await tx
      .updateTable('retention_run')
      .set(eb => ({ registrations: eb('registrations', '+', run.registrations) }))
      .where('id', '=', run.id)
      .execute()
    return run.id
  }
  const { id } = await tx
    .insertInto('retention_run')
    .values({ seminar_id: run.seminarId, what: run.what, registrations: run.registrations })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
