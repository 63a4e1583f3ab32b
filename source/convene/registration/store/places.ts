import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** The counter of the whole seminar. The other quotas, when they come, are taken before it: the hottest row last. */
export const overall = 'overall'

/**
 * Takes one place, or finds that there is none. Either way the counter's row stays locked until the transaction ends,
 * so whoever comes next is counted after us: in the places, and in the line.
 *
 * Nobody overtakes the line: while people wait, a free place is theirs.
 *
 * @returns `free` is how many places were found free when none could be taken: they belong to the people who wait
 */
export async function takePlace(tx: Tx, seminarId: string): Promise<{ taken: true } | { taken: false; free: number }> {
  const taken = await tx
    .updateTable('quota')
    .set(eb => ({ taken: eb('taken', '+', 1) }))
    .where('seminar_id', '=', seminarId)
    .where('key', '=', overall)
    .whereRef('taken', '<', 'capacity')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('registration').select('id').where('seminar_id', '=', seminarId).where('state', '=', 'waiting'),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst()
  if (taken) return { taken: true }
  const counter = await tx
    .selectFrom('quota')
    .select(['capacity', 'taken'])
    .where('seminar_id', '=', seminarId)
    .where('key', '=', overall)
    .forUpdate()
    .executeTakeFirst()
  // No counter, no limit: a seminar says its capacity or takes everybody.
  if (!counter) return { taken: true }
  return { taken: false, free: Math.max(0, counter.capacity - counter.taken) }
}

/** Adds to the places taken, with the counter's row already locked by `takePlace`. */
export async function countPlaces(tx: Tx, seminarId: string, difference: number): Promise<void> {
  await tx
    .updateTable('quota')
    .set(eb => ({ taken: eb('taken', '+', difference) }))
    .where('seminar_id', '=', seminarId)
    .where('key', '=', overall)
    .execute()
}

/** Locks the counter and tells how many places are free. Null: no limit. */
export async function lockFreePlaces(tx: Tx, seminarId: string): Promise<number | null> {
  const counter = await tx
    .selectFrom('quota')
    .select(['capacity', 'taken'])
    .where('seminar_id', '=', seminarId)
    .where('key', '=', overall)
    .forUpdate()
    .executeTakeFirst()
  return counter ? Math.max(0, counter.capacity - counter.taken) : null
}

export type Places = { quota: string; capacity: number; taken: number }

/** The counters, as anybody may read them. */
export function readPlaces(tx: Tx, seminarId: string): Promise<Places[]> {
  return tx
    .selectFrom('quota')
    .select(['key as quota', 'capacity', 'taken'])
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .orderBy('key')
    .execute()
}

/** How many people wait in line, or wait before a given place in it. Numbers only. */
export async function countWaiting(tx: Tx, seminarId: string, before?: number): Promise<number> {
  const row = await tx
    .selectFrom('registration')
    .select(sql<number>`count(*)`.as('count'))
    .where('seminar_id', '=', seminarId)
    .where('state', '=', 'waiting')
    .$if(before !== undefined, query => query.where('line', '<', before as number))
    .executeTakeFirstOrThrow()
  return row.count
}

/** What a recount finds: live registrations that hold a place. It must always equal the counter. */
export async function recountPlaces(tx: Tx, seminarId: string): Promise<number> {
  const row = await tx
    .selectFrom('registration')
    .select(sql<number>`count(*)`.as('count'))
    .where('seminar_id', '=', seminarId)
    .where('state', 'in', ['confirmed', 'offered'])
    .executeTakeFirstOrThrow()
  return row.count
}
