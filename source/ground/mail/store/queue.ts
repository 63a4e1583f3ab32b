import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { writeReason } from '../rules/reason.ts'

export type MailToQueue = {
  /** The space whose organisers look after this mail: the seminar, or the installation for sign-in. */
  spaceId: string
  personId: string
  /** Name of a template that a room offers (`Room.mails`). */
  template: string
  /** The recipient's language, not the one of whoever caused the mail. */
  language: Locale
  /** Ids only, never a name or an address: the words are found again when the mail is shown or sent. */
  data: Readonly<Record<string, unknown>>
  /** Business time before which it does not leave; at once when not said. */
  dueAt?: Temporal.Instant
}

/**
 * Writes a mail to send, in the transaction of what caused it: both are there, or neither. Nothing leaves before the
 * commit; `house.mailsWritten()` after it makes the sender look at once.
 *
 * The actor of the transaction must hold `people` in the space, or be a job.
 *
 * @returns the id of the mail
 * @throws PostgreSQL 42501 when the actor may not write mails in this space, 23503 without such a person or space
 */
export async function queueMail(tx: Tx, mail: MailToQueue): Promise<string> {
  const row = await tx
    .insertInto('mail')
    .values({
      space_id: mail.spaceId,
      person_id: mail.personId,
      template: mail.template,
      language: mail.language,
      data: JSON.stringify(mail.data),
      ...(mail.dueAt ? { due_at: mail.dueAt.toString() } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The same for many mails, in one statement; in their order. */
export async function queueMails(tx: Tx, mails: readonly MailToQueue[]): Promise<void> {
  if (mails.length === 0) return
  const rows = JSON.stringify(mails.map(({ dueAt, ...mail }) => ({ ...mail, dueAt: dueAt?.toString() ?? null })))
  await sql`
    insert into perenne.mail (space_id, person_id, template, language, data, due_at, created_at)
    select m."spaceId", m."personId", m.template, m.language, m.data, coalesce(m."dueAt", n.now), n.now
    from jsonb_to_recordset(${rows}::jsonb)
      as m("spaceId" uuid, "personId" uuid, template text, language text, data jsonb, "dueAt" timestamptz),
      (select perenne.now() as now offset 0) as n`.execute(tx)
}

/**
 * Keeps mails of these templates that have not left from leaving, since others are written in their place. One that is on
 * its way is left alone.
 *
 * @param about what their data says, among other things
 */
export async function replaceUnsent(
  tx: Tx,
  mail: Pick<MailToQueue, 'spaceId' | 'personId'> & { templates: readonly string[]; about: MailToQueue['data'] },
): Promise<void> {
  if (mail.templates.length === 0) return
  await tx
    .updateTable('mail')
    .set({ state: 'cancelled', last_error: writeReason('written-again') })
    .where('space_id', '=', mail.spaceId)
    .where('person_id', '=', mail.personId)
    .where('template', 'in', [...mail.templates])
    .where('state', 'in', ['to_send', 'waiting_retry'])
    .where(sql<boolean>`data @> ${JSON.stringify(mail.about)}::jsonb`)
    .execute()
}
