import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { writeReason } from '#ground/mail/rules/reason.ts'
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

/**
 * Parts mailings that have not left and would go to one address for several registrations, of which this one has another
 * address now: it gets its own, and the others theirs, so that nobody's address gets the page of somebody else. One that
 * is on its way is left alone.
 */
export async function partUnsentMailings(tx: Tx, { id, personId }: { id: string; personId: string }): Promise<void> {
  await sql`
    with taken as (
      update perenne.mail m set state = 'cancelled', last_error = ${writeReason('written-again')}
      from perenne.mailing_recipient r
      where r.registration_id = ${id}::uuid and r.mail_id = m.id and m.state in ('to_send', 'waiting_retry')
        and exists (select from perenne.mailing_recipient o where o.mail_id = m.id and o.registration_id <> ${id}::uuid)
      returning r.mailing_id, m.id, m.space_id, m.template, m.language, m.data, m.due_at
    ), given as materialized (
      select t.*, true as own, ${id}::uuid as registration_id, ${personId}::uuid as person_id, gen_random_uuid() as mail_id
      from taken t
      union all
      select t.*, false, first.id, first.person_id, gen_random_uuid()
      from taken t cross join lateral (
        select g.id, g.person_id from perenne.mailing_recipient o join perenne.registration g on g.id = o.registration_id
        where o.mail_id = t.id and o.registration_id <> ${id}::uuid
        -- Whom it was written to already, if that is not who has left.
        order by (g.id::text = t.data ->> 'registration') desc, g.line limit 1) first
    ), written as (
      insert into perenne.mail (id, space_id, person_id, template, language, data, due_at, created_at)
      select g.mail_id, g.space_id, g.person_id, g.template, g.language,
             g.data || jsonb_build_object('registration', g.registration_id::text), g.due_at, n.now
      from given g, (select perenne.now() as now offset 0) as n
      returning id
    )
    update perenne.mailing_recipient r set mail_id = g.mail_id
    from given g join written w on w.id = g.mail_id
    where r.mailing_id = g.mailing_id and r.mail_id = g.id and (r.registration_id = ${id}::uuid) = g.own`.execute(tx)
}

/** Mails about a registration beside the mailings, of which the last of each kind is still worth having. */
const lasting = {
  letter: ['attendance-letter'],
  notice: ['seminar-cancelled', 'seminar-postponed', 'seminar-moved', 'seminar-held-again'],
  programme: ['programme-changed'],
} as const

/**
 * Writes once more what came back from a registration, or was given up, beside the mailings: the mail that brought its
 * attendance letter, the last notice about the seminar, the last one about changes of the programme.
 */
export async function writeLastAgain(
  tx: Tx,
  { id, seminarId, personId }: { id: string; seminarId: string; personId: string },
): Promise<void> {
  const kinds = Object.entries(lasting).flatMap(([kind, templates]) => templates.map(template => ({ kind, template })))
  await sql`
    insert into perenne.mail (space_id, person_id, template, language, data, due_at, created_at)
    select ${seminarId}::uuid, ${personId}::uuid, last.template, last.language, last.data, n.now, n.now
    from (
      select distinct on (k.kind) m.*
      from perenne.mail m
      join unnest(${kinds.map(({ kind }) => kind)}::text[], ${kinds.map(({ template }) => template)}::text[])
        as k(kind, template) on k.template = m.template
      where m.space_id = ${seminarId}::uuid and m.data ->> 'registration' = ${id}
      order by k.kind, m.created_at desc, m.id desc) last,
      (select perenne.now() as now offset 0) as n
    where (last.state = 'failed' or last.bounced_at is not null)
      and not exists (select from perenne.attendance_letter l
        where l.id::text = last.data ->> 'letter' and l.withdrawn_at is not null)`.execute(tx)
}
