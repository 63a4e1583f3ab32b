import { sql } from 'kysely'
import type { RegistrationCategory, RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Region } from '#ground/people/rules/region.ts'

export const aliveStates = ['requested', 'waiting', 'offered', 'confirmed'] as const

export type FoundRegistration = {
  id: string
  personId: string
  identity: string
  language: string
  state: RegistrationState
  line: number
  idempotencyKey: string | null
}

/** The registration that was made with a key, else the living one of an identity. */
export async function findEarlier(
  tx: Tx,
  seminarId: string,
  by: { identity: string; idempotencyKey: string | null },
): Promise<FoundRegistration | null> {
  const row = await tx
    .selectFrom('registration')
    .select(['id', 'person_id as personId', 'identity', 'language', 'state', 'line'])
    .select('idempotency_key as idempotencyKey')
    .where('seminar_id', '=', seminarId)
    .where(eb =>
      eb.or([
        eb('idempotency_key', '=', by.idempotencyKey),
        eb.and([eb('identity', '=', by.identity), eb('state', 'in', [...aliveStates])]),
      ]),
    )
    .orderBy(sql`idempotency_key is not distinct from ${by.idempotencyKey}`, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export type NewRegistration = {
  seminarId: string
  personId: string
  identity: string
  category: RegistrationCategory
  organisation: string
  country: string
  region: Region
  language: string
  state: 'confirmed' | 'waiting'
  origin: 'form' | 'api' | 'desk' | 'import'
  idempotencyKey: string | null
}

/** Writes a registration; null when its identity, or its key, is there already. */
export async function addRegistration(
  tx: Tx,
  registration: NewRegistration,
): Promise<{ id: string; line: number } | null> {
  const row = await tx
    .insertInto('registration')
    .values({
      seminar_id: registration.seminarId,
      person_id: registration.personId,
      identity: registration.identity,
      category: registration.category,
      organisation_name: registration.organisation,
      country: registration.country,
      region: registration.region,
      language: registration.language,
      state: registration.state,
      origin: registration.origin,
      idempotency_key: registration.idempotencyKey,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'line'])
    .executeTakeFirst()
  return row ?? null
}

/** What was agreed to and what was not, each with the version of the text that was shown. */
export async function addConsents(
  tx: Tx,
  registrationId: string,
  consents: readonly { id: string; given: boolean }[],
): Promise<void> {
  if (consents.length === 0) return
  await tx
    .insertInto('registration_consent')
    .values(
      consents.map(consent => ({ registration_id: registrationId, consent_id: consent.id, given: consent.given })),
    )
    .execute()
}

/** A person as they wrote themself. Never merged with another: an address proves nothing until a mail is answered. */
export async function addRegistrant(
  tx: Tx,
  person: { givenName: string; familyName: string; email: string; language: string },
): Promise<string> {
  const row = await tx
    .insertInto('person')
    .values({
      given_name: person.givenName,
      family_name: person.familyName,
      email: person.email,
      language: person.language,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function removeRegistrant(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('person').where('id', '=', personId).execute()
}

/** Locks a registration, so that two visitors who knock at once are answered by one mail. */
export async function lockRegistration(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('registration').select('id').where('id', '=', id).forUpdate().execute()
}

/** Whether a mail of a kind about this registration was written in the last hour. */
export async function wasMailedLately(tx: Tx, registrationId: string, personId: string, template: string) {
  const row = await tx
    .selectFrom('mail')
    .select('id')
    .where('person_id', '=', personId)
    .where('template', '=', template)
    .where(sql<boolean>`data->>'registration' = ${registrationId}`)
    .where('created_at', '>', sql<Temporal.Instant>`perenne.now() - interval '1 hour'`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many registrations were written for this address in the last hour, whatever the names. */
export async function countLately(tx: Tx, seminarId: string, email: string): Promise<number> {
  const row = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('r.seminar_id', '=', seminarId)
    .where('p.email_folded', '=', sql<string>`lower(btrim(${email}))`)
    .where('r.requested_at', '>', sql<Temporal.Instant>`perenne.now() - interval '1 hour'`)
    .executeTakeFirstOrThrow()
  return row.n
}

/** Confirms the first people in line, as many as there are places; the counter's row is locked already. */
export async function confirmFirstInLine(
  tx: Tx,
  seminarId: string,
  places: number,
): Promise<{ id: string; person_id: string; language: string }[]> {
  return tx
    .updateTable('registration')
    .set({ state: 'confirmed', state_since: sql`perenne.now()` })
    .where('id', 'in', eb =>
      eb
        .selectFrom('registration as first')
        .select('first.id')
        .where('first.seminar_id', '=', seminarId)
        .where('first.state', '=', 'waiting')
        .orderBy('first.line')
        .limit(places)
        .forUpdate(),
    )
    .returning(['id', 'person_id', 'language'])
    .execute()
}
