import { sql } from 'kysely'
import type { RegistrationCategory, RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Region } from '#ground/people/rules/region.ts'
import type { Needs } from '../rules/answers.ts'

/** One registration with everything that is written with it. Ids are given by the caller. */
export type NewRegistration = {
  id: string
  personId: string
  givenName: string
  familyName: string
  email: string
  language: string
  identity: string
  idempotencyKey: string | null
  category: RegistrationCategory
  role: string | null
  languages: readonly string[]
  organisation: string
  organisationId: string | null
  organisationKey: string
  territoryId: string | null
  /** As it was typed, when it is none that we know. */
  territoryName: string | null
  country: string
  region: Region
  invitationId: string | null
  priority: number
  usesReserved: boolean
  delegationId: string | null
  state: RegistrationState
  origin: 'form' | 'api' | 'desk' | 'import'
  /** The list of guests it comes from. */
  guestListId?: string | null
  consents: readonly { id: string; given: boolean }[]
  /** Who said yes or no: the person, or whoever registered them. */
  statedBy: 'self' | 'delegate'
  needs: Needs | null
  answers: readonly { id: string; value: unknown }[]
}

// `offset 0`: the time is asked once and not for each row.

/**
 * Writes registrations with their persons, consents, needs and answers: a handful of statements for any number. The
 * order of the array is the order of the line. The caller stands behind the gate of the seminar.
 */
export async function writeRegistrations(
  tx: Tx,
  seminarId: string,
  registrations: readonly NewRegistration[],
): Promise<void> {
  if (registrations.length === 0) return
  // Only what each statement writes: PostgreSQL reads all it is sent.
  const persons = registrations.map(({ personId, givenName, familyName, email, language }) => ({
    personId,
    givenName,
    familyName,
    email,
    language,
  }))
  await sql`
    insert into perenne.person (id, given_name, family_name, email, language, created_at)
    select r."personId", r."givenName", r."familyName", r.email, r.language, n.now
    from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb)
      as r("personId" uuid, "givenName" text, "familyName" text, email text, language text),
      (select perenne.now() as now offset 0) as n`.execute(tx)
  const rows = registrations.map(
    ({ givenName, familyName, email, consents, statedBy, needs, answers, ...row }, number) => ({ ...row, number }),
  )
  await sql`
    insert into perenne.registration (id, seminar_id, person_id, identity, idempotency_key, category, role, languages,
      organisation_name, organisation_id, organisation_key, territory_id, territory_name, country, region, language, invitation_id,
      priority, uses_reserved, delegation_id, state, origin, guest_list_id, requested_at, state_since)
    select r.id, ${seminarId}, r."personId", r.identity, r."idempotencyKey", r.category, r.role, r.languages,
      r.organisation, r."organisationId", r."organisationKey", r."territoryId", r."territoryName", r.country, r.region, r.language,
      r."invitationId", r.priority, r."usesReserved", r."delegationId", r.state, r.origin, r."guestListId", n.now, n.now
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(number integer, id uuid, "personId" uuid, identity text, "idempotencyKey" text, category text, role text,
        languages text[], organisation text, "organisationId" uuid, "organisationKey" text, "territoryId" uuid, "territoryName" text,
        country text, region text, language text, "invitationId" uuid, priority integer, "usesReserved" boolean,
        "delegationId" uuid, state text, origin text, "guestListId" uuid),
      (select perenne.now() as now offset 0) as n
    order by r.number`.execute(tx)
  await writeConsents(
    tx,
    registrations.flatMap(({ id, consents, statedBy }) =>
      consents.map(consent => ({ registrationId: id, consentId: consent.id, given: consent.given, statedBy })),
    ),
  )
  await writeNeeds(
    tx,
    registrations.flatMap(({ id, needs }) => (needs === null ? [] : [{ registrationId: id, needs }])),
  )
  await writeAnswers(
    tx,
    registrations.flatMap(({ id, answers }) =>
      answers.map(answer => ({ registrationId: id, questionId: answer.id, value: answer.value })),
    ),
  )
}

/** What was agreed to and what was not, each with the version of the text that was shown; said again, it is replaced. */
export async function writeConsents(
  tx: Tx,
  consents: readonly { registrationId: string; consentId: string; given: boolean; statedBy: 'self' | 'delegate' }[],
): Promise<void> {
  if (consents.length === 0) return
  await sql`
    insert into perenne.registration_consent (registration_id, consent_id, given, stated_by, at)
    select c."registrationId", c."consentId", c.given, c."statedBy", n.now
    from jsonb_to_recordset(${JSON.stringify(consents)}::jsonb)
      as c("registrationId" uuid, "consentId" uuid, given boolean, "statedBy" text),
      (select perenne.now() as now offset 0) as n
    on conflict (registration_id, consent_id)
      do update set given = excluded.given, stated_by = excluded.stated_by, at = excluded.at
      where registration_consent.given <> excluded.given or registration_consent.stated_by <> excluded.stated_by`.execute(
    tx,
  )
}

const none = ({ accessibility, diet, note }: Needs) => accessibility.length + diet.length === 0 && note === ''

/** What people need; a registration without any has no row, so that there is nothing to see and nothing to erase. */
export async function writeNeeds(tx: Tx, given: readonly { registrationId: string; needs: Needs }[]): Promise<void> {
  const empty = given.filter(({ needs }) => none(needs)).map(({ registrationId }) => registrationId)
  if (empty.length > 0) await tx.deleteFrom('registration_need').where('registration_id', 'in', empty).execute()
  const said = given.filter(({ needs }) => !none(needs))
  if (said.length === 0) return
  await tx
    .insertInto('registration_need')
    .values(
      said.map(({ registrationId, needs }) => ({
        registration_id: registrationId,
        accessibility: [...new Set(needs.accessibility)],
        diet: [...new Set(needs.diet)],
        note: needs.note,
      })),
    )
    .onConflict(conflict =>
      conflict.column('registration_id').doUpdateSet(eb => ({
        accessibility: eb.ref('excluded.accessibility'),
        diet: eb.ref('excluded.diet'),
        note: eb.ref('excluded.note'),
      })),
    )
    .execute()
}

/** Answers to the organiser's questions, in the shape of the question's kind. */
export async function writeAnswers(
  tx: Tx,
  answers: readonly { registrationId: string; questionId: string; value: unknown }[],
): Promise<void> {
  if (answers.length === 0) return
  await sql`
    insert into perenne.registration_answer (registration_id, question_id, value)
    select a."registrationId", a."questionId", a.value
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
      as a("registrationId" uuid, "questionId" uuid, value jsonb)
    on conflict (registration_id, question_id) do update set value = excluded.value`.execute(tx)
}
