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

/** The own words for one mail, made if there are none and locked until the transaction ends. */
export async function holdMailWords(tx: Tx, seminarId: string, template: string): Promise<MailWordsTexts> {
  await tx
    .insertInto('mail_words')
    .values({ seminar_id: seminarId, template })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('mail_words')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .where('template', '=', template)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const texts = (await textsOf(tx, [id])).get(id)
  return { id, subject: texts?.subject, body: texts?.body }
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
