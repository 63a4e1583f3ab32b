import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import '../../store/tables.ts'
import type { DigestDays } from '../rules/digest-days.ts'

export type Digest = {
  id: string
  every: 'never' | 'week' | 'month'
  language: string
  /** Odd: the calendar address of this number is valid; even: none is. */
  feedNumber: number
}

const columns = ['id', 'every', 'language', 'feed_number as feedNumber'] as const

/** How a person wants to be reminded in a memory; null when they never said. */
export async function digestOf(tx: Tx, space: string, person: string): Promise<Digest | null> {
  const row = await tx
    .selectFrom('memory_digest')
    .select(columns)
    .where('space_id', '=', space)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Writes a wish. Whoever chooses anew how often is owed no mail of a day that is past.
 *
 * @param notOwedUntil YYYY-MM-DD, the last day whose mail is not owed
 */
export async function writeDigest(
  tx: Tx,
  space: string,
  person: string,
  wish: { every: Digest['every']; language: Locale },
  notOwedUntil: string,
): Promise<void> {
  await tx
    .insertInto('memory_digest')
    .values({ space_id: space, person_id: person, ...wish, last_sent_on: notOwedUntil })
    .onConflict(conflict =>
      conflict.columns(['space_id', 'person_id']).doUpdateSet({
        ...wish,
        last_sent_on: sql<string>`case when memory_digest.every = excluded.every then memory_digest.last_sent_on
          else excluded.last_sent_on end`,
      }),
    )
    .execute()
}

/** Makes a new calendar address valid, or none: the number of the address goes on, so that no former one is valid again. */
export async function turnFeed(tx: Tx, space: string, person: string, valid: boolean, language: Locale): Promise<void> {
  const next = valid
    ? sql<number>`memory_digest.feed_number + 1 + memory_digest.feed_number % 2`
    : sql<number>`memory_digest.feed_number + memory_digest.feed_number % 2`
  await tx
    .insertInto('memory_digest')
    .values({ space_id: space, person_id: person, every: 'never', language, feed_number: valid ? 1 : 0 })
    .onConflict(conflict => conflict.columns(['space_id', 'person_id']).doUpdateSet({ feed_number: next }))
    .execute()
}

/** Whose calendar an address names; null when it is not, or no longer, valid. As a job: a link may see no person's row. */
export async function ownerOfFeed(
  tx: Tx,
  id: string,
  number: number,
): Promise<{ personId: string; spaceId: string; language: string } | null> {
  const row = await tx
    .selectFrom('memory_digest')
    .select(['person_id as personId', 'space_id as spaceId', 'language'])
    .where('id', '=', id)
    .where('feed_number', '=', number)
    .where(sql<boolean>`feed_number % 2 = 1`)
    .executeTakeFirst()
  return row ?? null
}

export type DigestToSend = {
  id: string
  spaceId: string
  personId: string
  language: string
  /** The Monday that it is the mail of, YYYY-MM-DD. */
  monday: string
}

/**
 * Whose mail is owed: weekly ones of the last Monday, monthly ones of the last first Monday of a month, when none has left (or
 * been looked at and found empty) since. Held, so that two that look at once queue each mail once: whoever comes second finds it
 * said that it has left.
 */
export async function digestsDue(tx: Tx, { week, month }: DigestDays): Promise<DigestToSend[]> {
  const monday = sql<string>`case d.every when 'week' then ${week} else ${month} end`
  return (
    tx
      .selectFrom('memory_digest as d')
      .innerJoin('person as p', 'p.id', 'd.person_id')
      .select(['d.id', 'd.space_id as spaceId', 'd.person_id as personId', 'd.language', monday.as('monday')])
      .where('d.every', 'in', ['week', 'month'])
      .where('p.email', 'is not', null)
      // Of whom nothing is said yet, only this week's are owed.
      .where(sql<boolean>`coalesce(d.last_sent_on, ${week}::date - 1) < (${monday})::date`)
      .orderBy('d.id')
      .forUpdate('d')
      .skipLocked()
      .execute()
  )
}

export async function markSent(tx: Tx, ids: readonly string[], day: Temporal.PlainDate): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('memory_digest')
    .set({ last_sent_on: day.toString() })
    .where('id', 'in', [...ids])
    .execute()
}

/** Whether the actor of the transaction, the program or somebody who looks, may be shown what is inside a space. */
export async function mayBeShown(tx: Tx, space: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or ${space}::uuid = any (perenne.spaces('read')) as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** The slug of a space, when the actor belongs to those inside; null otherwise. */
export async function insideOf(tx: Tx, space: string): Promise<{ slug: string; kind: string } | null> {
  const { rows } = await sql<{ slug: string; kind: string }>`
    select slug, kind from space where id = ${space} and id = any (perenne.spaces('read'))`.execute(tx)
  return rows[0] ?? null
}
