import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '#convene/store/tables.ts'

/** What organisers wrote for one mail of a seminar. */
export type MailWordsTexts = { id: string; subject: MultilingualText | undefined; body: MultilingualText | undefined }

/** The own words of a seminar: template → texts. Two queries, one when there are none. */
export async function mailWordsOf(tx: Tx, seminarId: string): Promise<Map<string, MailWordsTexts>> {
  const rows = await tx
    .selectFrom('mail_words')
    .select(['id', 'template'])
    .where('seminar_id', '=', seminarId)
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return new Map(
    rows.map(({ id, template }) => [template, { id, subject: texts.get(id)?.subject, body: texts.get(id)?.body }]),
  )
}

/**
 * The own words for one mail, if there are any; until the transaction ends, whoever else would write them waits. Nothing is
 * written for it, so that a save that is refused leaves nothing in the log.
 */
export async function holdMailWords(tx: Tx, seminarId: string, template: string): Promise<MailWordsTexts | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail-words:${seminarId}:${template}`}, 0))`.execute(tx)
  const held = await tx
    .selectFrom('mail_words')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .where('template', '=', template)
    .forUpdate()
    .executeTakeFirst()
  if (!held) return null
  const texts = (await textsOf(tx, [held.id])).get(held.id)
  return { id: held.id, subject: texts?.subject, body: texts?.body }
}

/** Makes a place for the own words of a mail that has none. @returns its id */
export async function addMailWords(tx: Tx, seminarId: string, template: string): Promise<string> {
  const { id } = await tx
    .insertInto('mail_words')
    .values({ seminar_id: seminarId, template })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes the own words for a mail away, in every language. False when there were none. */
export async function removeMailWords(tx: Tx, seminarId: string, template: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('mail_words')
    .where('seminar_id', '=', seminarId)
    .where('template', '=', template)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes one text of own words away in every language: its original is about to be in another one. */
export async function clearText(tx: Tx, id: string, field: 'subject' | 'body'): Promise<void> {
  await tx
    .deleteFrom('translation')
    .where('record_table', '=', 'mail_words')
    .where('record_id', '=', id)
    .where('field', '=', field)
    .execute()
}
