import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import type { Audience } from '../rules/audience.ts'
import '#convene/store/tables.ts'

/** What a registration `r` and its person `p` must be to be in an audience. */
function conditionsOf(seminarId: string, audience: Audience): RawBuilder<unknown> {
  const is = [
    sql`r.seminar_id = ${seminarId}::uuid`,
    // Erased people have no address, and are in none.
    sql`p.erased_at is null and p.email is not null`,
    ...(audience.registrations ? [sql`r.id = any (${audience.registrations}::uuid[])`] : []),
    ...(audience.states ? [sql`r.state = any (${audience.states}::text[])`] : []),
    ...(audience.categories ? [sql`r.category = any (${audience.categories}::text[])`] : []),
    ...(audience.regions ? [sql`r.region = any (${audience.regions}::text[])`] : []),
    ...(audience.languages ? [sql`r.language = any (${audience.languages}::text[])`] : []),
    ...(audience.invitations ? [sql`r.invitation_id = any (${audience.invitations}::uuid[])`] : []),
    // Nobody was named: that is nobody, and not everybody.
    ...(audience.registrations || audience.states ? [] : [sql`false`]),
  ]
  return sql.join(is, sql` and `)
}

/**
 * Who is in the audience of a mailing now, with whom the mail to their address is for: one mail an address, and of several
 * registrations the one that stands best, then the earliest.
 */
const audienceOf = (seminarId: string, audience: Audience): RawBuilder<unknown> => sql`
  select r.id, r.person_id, r.language, r.line, first_value(r.id) over (
    partition by p.email_folded
    order by array_position('{confirmed,offered,waiting,requested}'::text[], r.state) nulls last, r.line) as leader
  from perenne.registration r join perenne.person p on p.id = r.person_id
  where ${conditionsOf(seminarId, audience)}`

export type AudienceCount = {
  /** Registrations: people by name. */
  people: number
  /** Mails, one an address. */
  mails: number
  /** Language → mails, the most first. */
  languages: { language: string; mails: number }[]
}

/** How many are in an audience, and which languages they read. One query. */
export async function countAudience(tx: Tx, seminarId: string, audience: Audience): Promise<AudienceCount> {
  const { rows } = await sql<{ language: string; people: number; mails: number }>`
    select language, count(*)::int as people, (count(*) filter (where leader = id))::int as mails
    from (${audienceOf(seminarId, audience)}) as a
    group by language order by mails desc, language`.execute(tx)
  return {
    people: rows.reduce((sum, row) => sum + row.people, 0),
    mails: rows.reduce((sum, row) => sum + row.mails, 0),
    languages: rows.filter(row => row.mails > 0).map(({ language, mails }) => ({ language, mails })),
  }
}

/** The first of the audience in each language: whom a preview is shown for. One query, which goes through the audience once. */
export async function oneOfEachLanguage(tx: Tx, seminarId: string, audience: Audience) {
  const { rows } = await sql<{
    language: string
    registrationId: string
    personId: string
    givenName: string | null
    familyName: string | null
    email: string
  }>`
    select one.* from (
      select distinct on (r.language) r.language, r.id as "registrationId", p.id as "personId",
             p.given_name as "givenName", p.family_name as "familyName", p.email
      from perenne.registration r join perenne.person p on p.id = r.person_id
      where r.language = any (${[...locales]}::text[]) and ${conditionsOf(seminarId, audience)}
      order by r.language, r.line) as one
    order by array_position(${[...locales]}::text[], one.language)`.execute(tx)
  return rows
}

/** The names of people who were chosen one by one, in the order in which they came. */
export async function namesOfChosen(tx: Tx, seminarId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.state'])
    .select(sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('name'))
    .where('r.seminar_id', '=', seminarId)
    .where('r.id', 'in', [...ids])
    .orderBy('r.line')
    .execute()
}

export type StartedMailing = { mails: number; people: number }

/**
 * Writes the mails of a mailing and to whom each went, in one statement: the people are not read into memory. The caller
 * holds the mailing (`holdMailing`) and has seen that it has not begun; the key of `mailing_recipient` refuses a second
 * time whatever the caller saw.
 *
 * @param template `mailing`, or `reminder`
 */
export async function writeMails(
  tx: Tx,
  mailing: { id: string; seminarId: string; audience: Audience },
  template: 'mailing' | 'reminder',
): Promise<StartedMailing> {
  const { id, seminarId, audience } = mailing
  const { rows } = await sql<StartedMailing>`
    with moment as materialized (select perenne.now() as now), chosen as materialized (${audienceOf(seminarId, audience)}),
    written as (
      insert into perenne.mail (space_id, person_id, template, language, data, due_at, created_at)
      select ${seminarId}::uuid, c.person_id, ${template}, c.language,
             jsonb_build_object('mailing', ${id}::text, 'registration', c.id), moment.now, moment.now
      from chosen c, moment where c.leader = c.id order by c.line
      returning id, (data ->> 'registration')::uuid as registration_id
    ), kept as (
      insert into perenne.mailing_recipient (mailing_id, registration_id, seminar_id, mail_id)
      select ${id}::uuid, c.id, ${seminarId}::uuid, w.id from chosen c join written w on w.registration_id = c.leader
      returning registration_id
    )
    select (select count(*) from written)::int as mails, (select count(*) from kept)::int as people`.execute(tx)
  return rows[0] ?? { mails: 0, people: 0 }
}
