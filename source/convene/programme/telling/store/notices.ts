import type { Reason } from '#convene/life/store/notices.ts'
import '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import './tables.ts'

/** That everybody concerned was told of the programme up to a version. */
export type ProgrammeNotice = {
  id: string
  versionId: string
  /** To how many people it was written. */
  told: number
  at: Temporal.Instant
  /** What its organisers added. */
  note: MultilingualText | undefined
}

/** What was told of a programme, the last first; two queries, one when nothing was. */
export async function programmeNotices(
  tx: Tx,
  by: { seminarId: string } | { id: string },
  most = 100,
): Promise<ProgrammeNotice[]> {
  const rows = await tx
    .selectFrom('programme_notice')
    .select(['id', 'version_id as versionId', 'told', 'sent_at as at'])
    .$if('id' in by, query => query.where('id', '=', (by as { id: string }).id))
    .$if('seminarId' in by, query => query.where('seminar_id', '=', (by as { seminarId: string }).seminarId))
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({ ...row, note: texts.get(row.id)?.note }))
}

/** Whether a version was told. */
export async function isTold(tx: Tx, versionId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('programme_notice')
    .select('id')
    .where('version_id', '=', versionId)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes that a version is told, with what is added. @returns its id; null when it was told already */
export async function addProgrammeNotice(
  tx: Tx,
  notice: { seminarId: string; versionId: string; told: number; sentBy: string | null; note: Reason },
): Promise<string | null> {
  const added = await tx
    .insertInto('programme_notice')
    .values({
      seminar_id: notice.seminarId,
      version_id: notice.versionId,
      told: notice.told,
      sent_by: notice.sentBy,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return null
  if (notice.note) await writeTexts(tx, [{ table: 'programme_notice', id: added.id, field: 'note', ...notice.note }])
  return added.id
}

/** Where the words wait that are to be added: beside the draft of the programme, until they are told. */
const waiting = { table: 'programme', field: 'to_add' } as const

const programmeOfSeminar = (tx: Tx, seminarId: string) =>
  tx.selectFrom('programme').select('id').where('seminar_id', '=', seminarId).executeTakeFirst()

/** What is to be added to the next notice; undefined for nothing. */
export async function wordsToAdd(tx: Tx, seminarId: string): Promise<MultilingualText | undefined> {
  const programme = await programmeOfSeminar(tx, seminarId)
  return programme && (await textsOf(tx, [programme.id])).get(programme.id)?.[waiting.field]
}

/**
 * Keeps what is to be added to the next notice, so that a test of its mail holds no words of its own (decision 0008); null
 * for nothing, and once it was told.
 */
export async function keepWordsToAdd(tx: Tx, seminarId: string, note: Reason): Promise<void> {
  const programme = await programmeOfSeminar(tx, seminarId)
  if (!programme) return
  // Whole, whichever language they are written in: a text has one source.
  await tx
    .deleteFrom('translation')
    .where('record_table', '=', waiting.table)
    .where('record_id', '=', programme.id)
    .where('field', '=', waiting.field)
    .execute()
  if (note) await writeTexts(tx, [{ ...waiting, id: programme.id, ...note }])
}
