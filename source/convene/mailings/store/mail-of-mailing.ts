import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** A mailing as one of its mails needs it. */
export type MailingOfMail = {
  id: string
  seminarId: string
  heldOn: string | null
  startedAt: Temporal.Instant | null
  states: string[] | null
  /** Whether the mail is on its way at this moment; false for whoever reads it before or later. */
  isLeaving: boolean
  /** Whether the program asks: it is what sends. */
  isProgram: boolean
  /** Others who get the same mail, since they registered with the same address. */
  others: { registrationId: string; linkNumber: number; name: string | null }[]
}

/** One query. Null when the mailing is gone, or the actor does not see it. */
export async function mailingOfMail(
  tx: Tx,
  mailingId: string,
  registrationId: string | null,
): Promise<MailingOfMail | null> {
  const { rows } = await sql<MailingOfMail>`
    select m.id, m.seminar_id as "seminarId", m.held_on::text as "heldOn", m.started_at as "startedAt",
           m.audience -> 'states' as states, coalesce(l.state = 'sending', false) as "isLeaving",
           (select perenne.is_job()) as "isProgram",
           coalesce((
             select jsonb_agg(jsonb_build_object('registrationId', g.id, 'linkNumber', g.link_number,
                      'name', nullif(concat_ws(' ', p.given_name, p.family_name), '')) order by g.line)
             from perenne.mailing_recipient o
             join perenne.registration g on g.id = o.registration_id
             join perenne.person p on p.id = g.person_id
             where o.mail_id = r.mail_id and o.mailing_id = m.id and o.registration_id <> r.registration_id
               and p.erased_at is null), '[]') as others
    from perenne.mailing m
    left join perenne.mailing_recipient r on r.mailing_id = m.id and r.registration_id = ${registrationId}::uuid
    left join perenne.mail l on l.id = r.mail_id
    where m.id = ${mailingId}::uuid`.execute(tx)
  return rows[0] ?? null
}

/** What a reminder says besides the facts of the seminar: whether there is a programme, and whether people wait. One query. */
export async function reminderFacts(tx: Tx, seminarId: string): Promise<{ programme: boolean; waited: boolean }> {
  const { rows } = await sql<{ programme: boolean; waited: boolean }>`
    select exists (select from perenne.slot where space_id = ${seminarId}::uuid) as programme,
           exists (select from perenne.registration where seminar_id = ${seminarId}::uuid and state = 'waiting') as waited`.execute(
    tx,
  )
  return rows[0] ?? { programme: false, waited: false }
}
