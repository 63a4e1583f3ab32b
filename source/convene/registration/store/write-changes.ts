import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { type NewRegistration, writeAnswers } from './write-registrations.ts'

/** What a change writes into the registration itself; its person, needs and answers have their own functions. */
export type ChangedRegistration = Pick<
  NewRegistration,
  | 'identity'
  | 'category'
  | 'role'
  | 'languages'
  | 'organisation'
  | 'organisationId'
  | 'organisationKey'
  | 'territoryId'
  | 'territoryName'
  | 'country'
  | 'region'
  | 'language'
  | 'invitationId'
  | 'priority'
  | 'usesReserved'
>

/**
 * Writes changed answers and raises the version, so that a save of what was there before is noticed.
 *
 * @throws Error when it is not there, or not to be changed by the actor
 */
export async function writeChange(tx: Tx, id: string, changed: ChangedRegistration): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('registration')
    .set(eb => ({
      identity: changed.identity,
      category: changed.category,
      role: changed.role,
      languages: [...changed.languages],
      organisation_name: changed.organisation,
      organisation_id: changed.organisationId,
      organisation_key: changed.organisationKey,
      territory_id: changed.territoryId,
      territory_name: changed.territoryId === null ? changed.territoryName : null,
      country: changed.country,
      region: changed.region,
      language: changed.language,
      invitation_id: changed.invitationId,
      priority: changed.priority,
      uses_reserved: changed.usesReserved,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Error(`registration ${id} could not be changed`)
}

/** Writes what follows, in a registration, from how its person is called and written to, and raises the version. */
export async function writeContact(
  tx: Tx,
  id: string,
  { identity, language }: Pick<NewRegistration, 'identity' | 'language'>,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('registration')
    .set(eb => ({ identity, language, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Error(`registration ${id} could not be changed`)
}

/**
 * Brings the answers of one registration to what is said now. Answers to questions that are asked today, and were not
 * given again, go, with those to earlier versions of them; answers to questions that are no longer asked stay.
 */
export async function replaceAnswers(
  tx: Tx,
  id: string,
  asked: readonly { key: string }[],
  answers: ReadonlyMap<string, unknown>,
): Promise<void> {
  const keys = asked.map(({ key }) => key)
  await sql`
    delete from perenne.registration_answer a using perenne.question q
    where a.registration_id = ${id} and q.id = a.question_id and q.key = any (${keys}::text[])
      and not (q.id = any (${[...answers.keys()]}::uuid[]))`.execute(tx)
  await writeAnswers(
    tx,
    [...answers].map(([questionId, value]) => ({ registrationId: id, questionId, value })),
  )
}

/** Raises the version of a registration of which only needs and answers change. */
export async function raiseVersion(tx: Tx, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('registration')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Error(`registration ${id} could not be changed`)
}

export async function writePriority(tx: Tx, id: string, priority: number): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('registration')
    .set({ priority })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Error(`registration ${id} could not be changed`)
}

/** Writes to whom a place went. */
export async function writeHandedOn(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('registration').set({ handed_on_to: to }).where('id', '=', from).execute()
}

/** What a hand-on takes over from the registration before it. */
export function readToHandOn(tx: Tx, id: string) {
  return tx
    .selectFrom('registration')
    .select(['organisation_name as organisation', 'organisation_id as organisationId', 'country', 'identity'])
    .select(['delegation_id as delegationId', 'territory_name as territoryName'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
