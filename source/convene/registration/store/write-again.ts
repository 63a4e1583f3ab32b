import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** How many of the mailings that did not reach somebody are written to them again. */
const most = 3

/**
 * Writes the newest mailings and reminders that came back from a registration, or were given up, to its person once more;
 * the mailing then counts the new mail as theirs. One that also went to others of the same address is now about this
 * registration alone: it leads to nobody else's page.
 */
export async function writeMailingsAgain(
  tx: Tx,
  { id, seminarId, personId }: { id: string; seminarId: string; personId: string },
): Promise<void> {
  await sql`
    with lost as materialized (
      select r.mailing_id, gen_random_uuid() as mail_id, m.template, m.language, m.data
      from perenne.mailing_recipient r
      join perenne.mail m on m.id = r.mail_id
      where r.registration_id = ${id}::uuid and (m.state = 'failed' or m.bounced_at is not null)
      order by m.created_at desc, m.id limit ${most}
    ), written as (
      insert into perenne.mail (id, space_id, person_id, template, language, data, due_at, created_at)
      select l.mail_id, ${seminarId}::uuid, ${personId}::uuid, l.template, l.language,
             l.data || jsonb_build_object('registration', ${id}::text), n.now, n.now
      from lost l, (select perenne.now() as now offset 0) as n
      returning id
    )
    update perenne.mailing_recipient r set mail_id = w.id
    from lost l join written w on w.id = l.mail_id
    where r.mailing_id = l.mailing_id and r.registration_id = ${id}::uuid`.execute(tx)
}
