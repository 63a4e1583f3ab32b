import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { Erasable } from '../rules/retention.ts'
import { retainedOf } from './erase.ts'

/** A seminar with what its page of retention needs to say; null when the actor sees none. */
export async function findRetained(tx: Tx, slug: string) {
  const row = await tx
    .selectFrom('seminar as s')
    .innerJoin('space', 'space.id', 's.id')
    .leftJoin('admission as a', 'a.seminar_id', 's.id')
    .select([
      's.id',
      'space.slug',
      's.held_on',
      's.time_zone',
      's.postponed_at',
      's.cancelled_at',
      'a.needs_days',
      'a.answers_days',
      'a.persons_days',
    ])
    .select(sql<Temporal.Instant>`perenne.now()`.as('now'))
    .where('space.kind', '=', 'seminar')
    .where('space.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return null
  const title = (await textsOf(tx, [row.id])).get(row.id)?.title
  return { id: row.id, slug: row.slug, now: row.now, title, ...retainedOf(row) }
}

/** Registrations about which something is still kept, by what it is. One read. */
export async function countKept(tx: Tx, seminarId: string): Promise<Record<Erasable, number>> {
  const row = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(
      sql<number>`count(*) filter (where exists (
        select from perenne.registration_need n where n.registration_id = r.id))::int`.as('needs'),
    )
    .select(
      sql<number>`count(*) filter (where r.role is not null or r.reason is not null or r.languages <> '{}' or exists (
        select from perenne.registration_answer a where a.registration_id = r.id))::int`.as('answers'),
    )
    .select(sql<number>`count(*) filter (where p.erased_at is null)::int`.as('persons'))
    .where('r.seminar_id', '=', seminarId)
    .executeTakeFirstOrThrow()
  return row
}

export const runsOnAPage = 50

/** What was erased, the latest first. One read. */
export async function listRuns(tx: Tx, seminarId: string, page: number) {
  const rows = await tx
    .selectFrom('retention_run')
    .select(['what', 'registrations', 'at'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('seminar_id', '=', seminarId)
    .orderBy('at', 'desc')
    .orderBy('what')
    .limit(runsOnAPage)
    .offset((page - 1) * runsOnAPage)
    .execute()
  return { rows, total: rows[0]?.total ?? 0 }
}
export type ListedRun = Awaited<ReturnType<typeof listRuns>>['rows'][number]
