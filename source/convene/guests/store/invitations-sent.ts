import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { MailState } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import '#convene/store/tables.ts'

/** An invitation with what its mail says. */
export type InvitationToSend = {
  id: string
  seminarId: string
  code: string
  label: string
  places: number | null
  taken: number
  reserved: boolean
  reservedUntil: Temporal.Instant | null
  validUntil: Temporal.Instant | null
  /** Whether it lets anybody in now. */
  usable: boolean
}

export async function findInvitationToSend(tx: Tx, seminarId: string, id: string): Promise<InvitationToSend | null> {
  const row = await tx
    .selectFrom('invitation')
    .select(['id', 'seminar_id as seminarId', 'code', 'label', 'places', 'taken', 'reserved_until as reservedUntil'])
    .select('valid_until as validUntil')
    .select(sql<boolean>`reserved and released_at is null and ended_at is null`.as('reserved'))
    .select(sql<boolean>`ended_at is null and (valid_until is null or valid_until > perenne.now())`.as('usable'))
    .where('seminar_id', '=', seminarId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The invitation that was sent by one sending, and its person's language; null when it is gone. */
export async function invitationOfSending(tx: Tx, sentId: string): Promise<InvitationToSend | null> {
  const row = await tx
    .selectFrom('invitation_sent')
    .select(['invitation_id', 'seminar_id'])
    .where('id', '=', sentId)
    .executeTakeFirst()
  return row ? findInvitationToSend(tx, row.seminar_id, row.invitation_id) : null
}

/** One who was invited. */
export type Invited = {
  id: string
  personId: string
  /** Null once they are erased. */
  email: string | null
  name: string
  sentAt: Temporal.Instant
  mailId: string | null
  mailState: MailState | null
  bouncedAt: Temporal.Instant | null
  /** What became of it: the registration with this invitation, else another one of the same address. */
  registrationId: string | null
  registrationState: RegistrationState | null
  withThis: boolean
}

export const invitedOnAPage = 100

/** Who was invited with an invitation, the latest first, with what became of each. One read. */
export async function listInvited(tx: Tx, invitationId: string, page: number) {
  const { rows } = await sql<Invited & { total: number }>`
    select s.id, s.person_id as "personId", p.email, concat_ws(' ', p.given_name, p.family_name) as name,
      s.sent_at as "sentAt", s.mail_id as "mailId", m.state as "mailState", m.bounced_at as "bouncedAt",
      u.id as "registrationId", u.state as "registrationState", coalesce(u.with_this, false) as "withThis",
      count(*) over ()::int as total
    from perenne.invitation_sent s
    left join perenne.person p on p.id = s.person_id
    left join perenne.mail m on m.id = s.mail_id
    left join lateral (
      select r.id, r.state, r.invitation_id is not distinct from s.invitation_id as with_this
      from perenne.person o join perenne.registration r on r.person_id = o.id and r.seminar_id = s.seminar_id
      where p.email_folded is not null and o.email_folded = p.email_folded
      order by (r.invitation_id is not distinct from s.invitation_id) desc, r.line desc limit 1
    ) u on true
    where s.invitation_id = ${invitationId}
    order by s.sent_at desc, s.id limit ${invitedOnAPage} offset ${(page - 1) * invitedOnAPage}`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** The name and address of one who was invited, to be asked before they are erased; null when there is none. */
export async function oneInvited(tx: Tx, seminarId: string, invitationId: string, sentId: string) {
  const { rows } = await sql<{ email: string | null; name: string }>`
    select p.email, concat_ws(' ', p.given_name, p.family_name) as name
    from perenne.invitation_sent s join perenne.person p on p.id = s.person_id
    where s.seminar_id = ${seminarId} and s.invitation_id::text = ${invitationId} and s.id::text = ${sentId}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/**
 * Waits until nobody else sends an invitation of this seminar, until the end of the transaction. Of the seminar and not
 * of the invitation: whoever is invited with two of them is one person.
 */
export async function oneSenderAtOnce(tx: Tx, seminarId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`invitations-sent:${seminarId}`}, 0))`.execute(tx)
}

/** Those of these addresses (folded) to whom this invitation was sent: address → its sending. */
export async function alreadySentTo(
  tx: Tx,
  invitationId: string,
  addresses: readonly string[],
): Promise<Map<string, { sentId: string; personId: string; language: string }>> {
  if (addresses.length === 0) return new Map()
  const { rows } = await sql<{ address: string; sentId: string; personId: string; language: string }>`
    select p.email_folded as address, s.id as "sentId", p.id as "personId", p.language
    from perenne.invitation_sent s join perenne.person p on p.id = s.person_id
    where s.invitation_id = ${invitationId} and p.email_folded = any (${[...addresses]}::text[])`.execute(tx)
  return new Map(rows.map(({ address, ...row }) => [address, row]))
}

/** Persons of these addresses who were invited to this seminar before and are nothing else here. */
export async function invitedPersons(
  tx: Tx,
  seminarId: string,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map()
  const { rows } = await sql<{ address: string; id: string }>`
    select distinct on (p.email_folded) p.email_folded as address, p.id
    from perenne.person p join perenne.invitation_sent s on s.person_id = p.id and s.seminar_id = ${seminarId}
    where p.email_folded = any (${[...addresses]}::text[]) and not p.has_account
    order by p.email_folded, s.sent_at`.execute(tx)
  return new Map(rows.map(({ address, id }) => [address, id]))
}

export type NewInvited = { id: string; email: string; givenName: string; familyName: string; language: Locale }

/** Writes persons who are invited. Needs a job: nobody may write a person but the program. */
export async function addInvitedPersons(tx: Tx, people: readonly NewInvited[]): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into perenne.person (id, given_name, family_name, email, language, created_at)
    select r.id, nullif(r."givenName", ''), nullif(r."familyName", ''), r.email, r.language, n.now
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as r(id uuid, "givenName" text, "familyName" text, email text, language text),
      (select perenne.now() as now offset 0) as n`.execute(tx)
}

export type NewSending = { id: string; personId: string; language: Locale }

/**
 * Writes sendings of an invitation with their mails, in two statements. Who was sent it before gets a new mail, told
 * by the same row.
 */
export async function writeSendings(
  tx: Tx,
  invitation: Pick<InvitationToSend, 'id' | 'seminarId'>,
  sendings: readonly NewSending[],
  sentBy: string,
): Promise<void> {
  if (sendings.length === 0) return
  const rows = JSON.stringify(sendings.map(sending => ({ ...sending, mailId: randomUUID() })))
  await sql`
    insert into perenne.mail (id, space_id, person_id, template, language, data, due_at, created_at)
    select s."mailId", ${invitation.seminarId}, s."personId", 'invitation', s.language,
      jsonb_build_object('sent', s.id), n.now, n.now
    from jsonb_to_recordset(${rows}::jsonb) as s(id uuid, "personId" uuid, language text, "mailId" uuid),
      (select perenne.now() as now offset 0) as n`.execute(tx)
  await sql`
    insert into perenne.invitation_sent (id, invitation_id, seminar_id, person_id, mail_id, sent_by, sent_at)
    select s.id, ${invitation.id}, ${invitation.seminarId}, s."personId", s."mailId", ${sentBy}, n.now
    from jsonb_to_recordset(${rows}::jsonb) as s(id uuid, "personId" uuid, "mailId" uuid),
      (select perenne.now() as now offset 0) as n
    on conflict (invitation_id, person_id)
      do update set mail_id = excluded.mail_id, sent_by = excluded.sent_by, sent_at = excluded.sent_at`.execute(tx)
}

/** The person of one sending of a seminar, and whether they are anything else here. Null when there is none. */
export async function personOfSending(tx: Tx, sentId: string) {
  const { rows } = await sql<{ id: string; seminarId: string; invitationId: string; erased: boolean; isMore: boolean }>`
    select p.id, s.seminar_id as "seminarId", s.invitation_id as "invitationId", p.erased_at is not null as erased,
      p.has_account or exists (select from perenne.registration r where r.person_id = p.id)
        or exists (select from perenne.access_right ar where ar.person_id = p.id) as "isMore"
    from perenne.invitation_sent s join perenne.person p on p.id = s.person_id
    where s.id = ${sentId}`.execute(tx)
  return rows[0] ?? null
}
