import { createHash, randomBytes } from 'node:crypto'
import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'

/** How long a mail waits to be written down. Said in the interface and in docs/data.md. */
export const waitsDays = 14

/** A mail that waits, as it is stored: what it says is sealed. */
export type DraftRow = {
  id: string
  waiting: Buffer
  droppedAt: Temporal.Instant
  /** Who dropped it in; null when nobody is known any more. */
  droppedBy: string | null
  /** Who last changed its form and left it for later; null when nobody did, or is known any more. */
  keptBy: string | null
}
/** With its form as it was left, sealed, and the id of whoever left it. */
export type WholeDraftRow = DraftRow & { typed: Buffer | null; typedBy: string | null }

const drafts = (tx: Tx, space: string) =>
  tx
    .selectFrom('mail_draft as d')
    .innerJoin(
      sql<{ draft_id: string; dropped_by: string | null; typed_by: string | null }>`mail_draft_names(${space})`.as('n'),
      'n.draft_id',
      'd.id',
    )
    .select(['d.id', 'd.waiting', 'd.dropped_at as droppedAt', 'n.dropped_by as droppedBy', 'n.typed_by as keptBy'])
    .where('d.space_id', '=', space)

/** The mails of a memory that wait, the oldest first. One read. */
export const listDrafts = (tx: Tx, space: string): Promise<DraftRow[]> =>
  drafts(tx, space).orderBy('d.dropped_at').orderBy('d.id').execute()

/** Keeps the form of a mail that waits, sealed, as somebody left it. */
export async function writeTyped(tx: Tx, id: string, typed: Buffer, by: string | null): Promise<void> {
  await tx.updateTable('mail_draft').set({ typed, typed_by: by }).where('id', '=', id).execute()
}

export const countDrafts = async (tx: Tx, space: string): Promise<number> => {
  const { count } = await tx
    .selectFrom('mail_draft')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('space_id', '=', space)
    .executeTakeFirstOrThrow()
  return count
}

/** One of them; null when none of this memory waits under this id. `lock` when it is about to be written down. */
export async function readDraft(tx: Tx, space: string, id: string, lock = false): Promise<WholeDraftRow | null> {
  let query = drafts(tx, space).select(['d.typed', 'd.typed_by as typedBy']).where('d.id', '=', id)
  if (lock) query = query.forUpdate('d')
  return (await query.executeTakeFirst()) ?? null
}

/** The mail that waits already, by the hash of what names it. */
export async function draftOfMail(tx: Tx, space: string, mailHash: string): Promise<string | null> {
  const row = await tx
    .selectFrom('mail_draft')
    .select('id')
    .where('space_id', '=', space)
    .where('mail_hash', '=', mailHash)
    .executeTakeFirst()
  return row?.id ?? null
}

export type DraftToAdd = {
  id: string
  space: string
  mailHash: string
  waiting: Buffer
  /** Addresses that it names, in small letters: kept as salted hashes alone. */
  addresses: readonly string[]
  by: string | null
  /** Sealed, with their numbers. */
  attachments: readonly { number: number; content: Buffer }[]
}

export async function addDraft(tx: Tx, draft: DraftToAdd): Promise<void> {
  const salt = randomBytes(16)
  const people = draft.addresses.map(address => createHash('sha256').update(salt).update(address).digest())
  await tx
    .insertInto('mail_draft')
    .values({
      id: draft.id,
      space_id: draft.space,
      mail_hash: draft.mailHash,
      waiting: draft.waiting,
      salt,
      people,
      dropped_by: draft.by,
    })
    .execute()
  // One by one: together they may be twenty megabytes.
  for (const { number, content } of draft.attachments)
    await tx.insertInto('mail_draft_attachment').values({ draft_id: draft.id, number, content }).execute()
}

/** What is attached to a mail that waits, sealed; null when there is none of this number. */
export async function readAttachment(tx: Tx, draft: string, number: number): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('mail_draft_attachment')
    .select('content')
    .where('draft_id', '=', draft)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content ?? null
}

/** @returns whether it was there */
export async function removeDraft(tx: Tx, space: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('mail_draft')
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes what waited too long. Needs a job. @returns how many, by memory */
export async function forgetOldDrafts(tx: Tx): Promise<{ space: string; count: number }[]> {
  const gone = await tx
    .deleteFrom('mail_draft')
    .where(sql<SqlBool>`dropped_at < perenne.now() - make_interval(days => ${waitsDays}::integer)`)
    .returning('space_id as space')
    .execute()
  return [...Map.groupBy(gone, row => row.space)].map(([space, rows]) => ({ space, count: rows.length }))
}
