import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { type Audience, trimmed } from '../rules/audience.ts'
import '#convene/store/tables.ts'

/** A mailing as it stands, with its words and who wrote it. */
export type Mailing = {
  id: string
  seminarId: string
  daysBefore: number | null
  /** YYYY-MM-DD, of a reminder. */
  heldOn: string | null
  audience: Audience
  sendAt: Temporal.Instant | null
  startedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
  /** Mails that were written when it began. */
  recipients: number | null
  version: number
  createdAt: Temporal.Instant
  subject: MultilingualText | undefined
  body: MultilingualText | undefined
}

const columns = [
  'id',
  'seminar_id as seminarId',
  'days_before as daysBefore',
  'held_on as heldOn',
  'audience',
  'send_at as sendAt',
  'started_at as startedAt',
  'cancelled_at as cancelledAt',
  'recipients',
  'version',
  'created_at as createdAt',
] as const

/** One mailing of a seminar; null when there is none that the actor may see. Two queries. */
export async function readMailing(tx: Tx, seminarId: string, id: string): Promise<Mailing | null> {
  const row = await tx
    .selectFrom('mailing')
    .select(columns)
    .where('seminar_id', '=', seminarId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const texts = (await textsOf(tx, [id])).get(id)
  return { ...row, audience: row.audience as Audience, subject: texts?.subject, body: texts?.body }
}

/**
 * The same, locked until the transaction ends: whoever else would begin, change or cancel it waits, and then sees what
 * became of it.
 */
export async function holdMailing(tx: Tx, seminarId: string, id: string): Promise<Mailing | null> {
  const held = await tx
    .selectFrom('mailing')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held ? readMailing(tx, seminarId, id) : null
}

/** How the mails of a mailing stand. */
export type Deliveries = { sent: number; waiting: number; failed: number; bounced: number; cancelled: number }
export const noDeliveries: Deliveries = { sent: 0, waiting: 0, failed: 0, bounced: 0, cancelled: 0 }

export type ListedMailing = Omit<Mailing, 'body'> & { deliveries: Deliveries }

/** One page of the mailings of a seminar, the newest first, and how many there are. Three queries. */
export async function listMailings(
  tx: Tx,
  seminarId: string,
  asked: { page: number; size: number },
): Promise<{ rows: ListedMailing[]; total: number }> {
  const rows = await tx
    .selectFrom('mailing')
    .select(columns)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('seminar_id', '=', seminarId)
    .orderBy(sql`coalesce(started_at, cancelled_at, send_at, created_at)`, 'desc')
    .orderBy('id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  const ids = rows.map(row => row.id)
  const deliveries = await deliveriesOf(tx, ids)
  const texts = await textsOf(tx, ids)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, ...row }) => ({
      ...row,
      audience: row.audience as Audience,
      subject: texts.get(row.id)?.subject,
      deliveries: deliveries.get(row.id) ?? noDeliveries,
    })),
  }
}

/** How the mails of these mailings stand: one query. A mail that came back counts as that, and not as sent. */
export async function deliveriesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Deliveries>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Deliveries & { id: string }>`
    select r.mailing_id as id,
      count(*) filter (where m.state = 'sent' and m.bounced_at is null)::int as sent,
      count(*) filter (where m.state in ('to_send', 'sending', 'waiting_retry'))::int as waiting,
      count(*) filter (where m.state = 'failed')::int as failed,
      count(*) filter (where m.state = 'sent' and m.bounced_at is not null)::int as bounced,
      count(*) filter (where m.state = 'cancelled')::int as cancelled
    from (select distinct mailing_id, mail_id from perenne.mailing_recipient where mailing_id = any (${[...ids]}::uuid[])) r
    join perenne.mail m on m.id = r.mail_id
    group by r.mailing_id`.execute(tx)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** Those whom a mailing has not reached: given up, come back, or tried again. The most serious first. */
export async function notDelivered(tx: Tx, mailingId: string, most: number) {
  const { rows } = await sql<{
    registrationId: string
    mailId: string
    name: string | null
    email: string | null
    state: 'failed' | 'sent' | 'waiting_retry'
    bouncedAt: Temporal.Instant | null
    bounce: string | null
    lastError: string | null
    total: number
  }>`
    select r.registration_id as "registrationId", m.id as "mailId", m.state, m.bounced_at as "bouncedAt", m.bounce,
           m.last_error as "lastError", p.email, nullif(concat_ws(' ', p.given_name, p.family_name), '') as name,
           count(*) over ()::int as total
    from perenne.mailing_recipient r
    join perenne.mail m on m.id = r.mail_id
    join perenne.registration g on g.id = r.registration_id
    join perenne.person p on p.id = g.person_id
    where r.mailing_id = ${mailingId} and (m.state in ('failed', 'waiting_retry') or m.bounced_at is not null)
    order by m.state = 'waiting_retry', g.line limit ${most}`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}
export type NotDelivered = Awaited<ReturnType<typeof notDelivered>>['rows'][number]

/** @returns the id of the mailing */
export async function addMailing(
  tx: Tx,
  mailing: { seminarId: string; audience: Audience; createdBy: string | null },
): Promise<string> {
  const row = await tx
    .insertInto('mailing')
    .values({
      seminar_id: mailing.seminarId,
      audience: JSON.stringify(trimmed(mailing.audience)),
      created_by: mailing.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type MailingChange = {
  audience?: Audience
  /** null takes the time away: it is a draft again. */
  sendAt?: Temporal.Instant | null
  cancelled?: true
}

/** Changes a mailing that the caller holds. */
export async function changeMailing(tx: Tx, id: string, change: MailingChange): Promise<void> {
  await tx
    .updateTable('mailing')
    .set({
      version: sql<number>`version + 1`,
      ...(change.audience ? { audience: JSON.stringify(trimmed(change.audience)) } : {}),
      ...(change.sendAt !== undefined ? { send_at: change.sendAt?.toString() ?? null } : {}),
      ...(change.cancelled ? { cancelled_at: sql<Temporal.Instant>`perenne.now()` } : {}),
    })
    .where('id', '=', id)
    .execute()
}

/** Says that a mailing that the caller holds has begun. */
export async function markStarted(tx: Tx, id: string, recipients: number): Promise<void> {
  await tx
    .updateTable('mailing')
    .set({ started_at: sql<Temporal.Instant>`perenne.now()`, recipients, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Mailings whose time has come, by seminar and id, the longest due first. Needs a job. */
export function dueMailings(tx: Tx) {
  return tx
    .selectFrom('mailing')
    .select(['id', 'seminar_id as seminarId', 'send_at as sendAt'])
    .select(sql<Temporal.Instant>`perenne.now()`.as('now'))
    .where('send_at', '<=', sql<Temporal.Instant>`perenne.now()`)
    .where('started_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('send_at')
    .orderBy('id')
    .execute()
}
