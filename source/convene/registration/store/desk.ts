import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { overall } from '../rules/places.ts'
import '#convene/store/tables.ts'

/**
 * The seminars of some spaces, the latest first, with their places and how many people stand where. Two queries, whatever
 * their number. Registrations that the actor may not see are not counted.
 */
export async function seminarsOfSpaces(tx: Tx, spaces: readonly string[]) {
  const rows = await tx
    .selectFrom('seminar as s')
    .innerJoin('space', 'space.id', 's.id')
    .leftJoin('quota as q', join => join.onRef('q.seminar_id', '=', 's.id').on('q.key', '=', overall))
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('registration as r')
          .select([
            sql<number>`(count(*) filter (where r.state = 'confirmed'))::int`.as('confirmed'),
            sql<number>`(count(*) filter (where r.state = 'waiting'))::int`.as('waiting'),
            sql<number>`(count(*) filter (where r.state = 'requested'))::int`.as('requested'),
            sql<number>`(count(*) filter (where r.state = 'offered'))::int`.as('offered'),
          ])
          .whereRef('r.seminar_id', '=', 's.id')
          .as('people'),
      join => join.onTrue(),
    )
    .select(['s.id', 'space.slug', 's.held_on as heldOn', 's.time_zone as timeZone', 'q.capacity', 'q.taken', 'q.held'])
    .select(sql<Temporal.Instant>`perenne.seminar_ends(s.id)`.as('endsAt'))
    .select(['people.confirmed', 'people.waiting', 'people.requested', 'people.offered'])
    .where(sql<SqlBool>`s.id = any (${[...spaces]}::uuid[])`)
    .orderBy('s.held_on', 'desc')
    .orderBy('space.slug')
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(row => ({ ...row, title: texts.get(row.id)?.title }))
}
export type DeskSeminar = Awaited<ReturnType<typeof seminarsOfSpaces>>[number]
