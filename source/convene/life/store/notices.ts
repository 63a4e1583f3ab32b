import { sql } from 'kysely'
import type { NoticeKind } from '#convene/seminar/rules/life.ts'
import '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'

/** What everyone concerned was told of a seminar, once. */
export type Notice = {
  id: string
  kind: NoticeKind
  /** The day it was announced for when this was told. */
  heldOn: Temporal.PlainDate
  movedTo: Temporal.PlainDate | null
  /** To how many registrations it was written. */
  told: number
  at: Temporal.Instant
  reason: MultilingualText | undefined
}

/** The notices of a seminar, the last first; two queries. */
export async function noticesOf(tx: Tx, seminarId: string, most = 100): Promise<Notice[]> {
  const rows = await tx
    .selectFrom('seminar_notice')
    .select(['id', 'kind', 'held_on', 'moved_to', 'told', 'at'])
    .where('seminar_id', '=', seminarId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ held_on, moved_to, ...row }) => ({
    ...row,
    heldOn: Temporal.PlainDate.from(held_on),
    movedTo: moved_to === null ? null : Temporal.PlainDate.from(moved_to),
    reason: texts.get(row.id)?.reason,
  }))
}

/** The last of them, or null. */
export const lastNotice = async (tx: Tx, seminarId: string): Promise<Notice | null> =>
  (await noticesOf(tx, seminarId, 1))[0] ?? null

/** Words of a reason, by language; the source language among them. Null when nothing is said. */
export type Reason = { source: Locale; bodies: Partial<Record<Locale, string>> } | null

/** Writes what is told, with its reason. @returns its id */
export async function addNotice(
  tx: Tx,
  notice: { seminarId: string; kind: NoticeKind; heldOn: string; movedTo: string | null; told: number; reason: Reason },
): Promise<string> {
  const { id } = await tx
    .insertInto('seminar_notice')
    .values({
      seminar_id: notice.seminarId,
      kind: notice.kind,
      held_on: notice.heldOn,
      moved_to: notice.movedTo,
      told: notice.told,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (notice.reason) await writeTexts(tx, [{ table: 'seminar_notice', id, field: 'reason', ...notice.reason }])
  return id
}

const concerned = ['requested', 'waiting', 'offered', 'confirmed'] as const

/** How many people are concerned, by the language of their mails; most first. Needs a job, or `people`. */
export async function concernedByLanguage(tx: Tx, seminarId: string): Promise<{ language: string; people: number }[]> {
  return tx
    .selectFrom('registration')
    .select('language')
    .select(sql<number>`count(*)::int`.as('people'))
    .where('seminar_id', '=', seminarId)
    .where('state', 'in', [...concerned])
    .groupBy('language')
    .orderBy('people', 'desc')
    .orderBy('language')
    .execute()
}

/**
 * Queues one mail to everyone concerned, in their language, in one statement: nobody is loaded into memory. Behind the gate,
 * where nobody comes or leaves meanwhile. Needs a job.
 *
 * @returns how many
 */
export async function queueNotice(tx: Tx, seminarId: string, noticeId: string, template: string): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into perenne.mail (space_id, person_id, template, language, data, due_at, created_at)
    select r.seminar_id, r.person_id, ${template}, r.language,
      jsonb_build_object('registration', r.id, 'notice', ${noticeId}::text), n.now, n.now
    from perenne.registration r, (select perenne.now() as now offset 0) as n
    where r.seminar_id = ${seminarId} and r.state = any (${[...concerned]}::text[])
    order by r.line`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
