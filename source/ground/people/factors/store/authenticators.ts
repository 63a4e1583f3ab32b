import { sql } from 'kysely'
import type { Tx } from '../../../database/actor.ts'

const now = sql<Temporal.Instant>`clock_timestamp()`

/** The second factors of a person, in the order in which they were added, without their secrets. */
export function listFactors(tx: Tx, personId: string) {
  return tx
    .selectFrom('authenticator')
    .select(['id', 'kind', 'name', 'created_at', 'used_at', 'credential_id', 'transports'])
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
export type Factor = Awaited<ReturnType<typeof listFactors>>[number]

/** Sets a code generator up. @returns null when the person has one already */
export async function addGenerator(
  tx: Tx,
  personId: string,
  generator: { sealedSecret: Buffer; step: number },
): Promise<string | null> {
  const row = await tx
    .insertInto('authenticator')
    .values({
      person_id: personId,
      kind: 'totp',
      secret: generator.sealedSecret,
      last_step: generator.step,
      confirmed_at: now,
      used_at: now,
    })
    // Without saying which: with its condition as a parameter, PostgreSQL cannot tell the index once the statement is prepared.
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function generatorOf(tx: Tx, personId: string) {
  const row = await tx
    .selectFrom('authenticator')
    .select(['id', 'secret', 'last_step'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'totp')
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row?.secret ? { id: row.id, secret: row.secret, lastStep: row.last_step } : null
}

/** Uses the code of a time step up. One statement: of two that send the same code at once, one gets in. */
export async function useUpStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authenticator')
    .set({ last_step: step, used_at: now })
    .where('id', '=', id)
    .where(eb => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type NewPasskey = {
  name: string
  credentialId: string
  publicKey: Uint8Array
  counter: number
  transports: readonly string[]
}

/** @returns null when that passkey is known already, whoever has it */
export async function addPasskey(tx: Tx, personId: string, passkey: NewPasskey): Promise<string | null> {
  const row = await tx
    .insertInto('authenticator')
    .values({
      person_id: personId,
      kind: 'passkey',
      name: passkey.name,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      confirmed_at: now,
    })
    .onConflict(conflict => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** A passkey of somebody who has an account. The actor sees their own; a job, anybody's. */
export async function findPasskey(tx: Tx, credentialId: string) {
  const row = await tx
    .selectFrom('authenticator')
    .innerJoin('person', 'person.id', 'authenticator.person_id')
    .select(['authenticator.id', 'person_id', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .where('kind', '=', 'passkey')
    .where('confirmed_at', 'is not', null)
    .where('has_account', '=', true)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!row?.public_key || row.credential_id === null || row.counter === null) return null
  return {
    id: row.id,
    personId: row.person_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports,
  }
}

/** Keeps the counter of a passkey that was used, unless somebody else has used it since it was read. */
export async function passkeyUsed(tx: Tx, id: string, counter: { was: number; is: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authenticator')
    .set({ counter: counter.is, used_at: now })
    .where('id', '=', id)
    .where('counter', '=', counter.was)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeFactor(tx: Tx, personId: string, id: string): Promise<Factor['kind'] | null> {
  const row = await tx
    .deleteFrom('authenticator')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('kind')
    .executeTakeFirst()
  return row?.kind ?? null
}

/** @returns how many there were */
export async function removeAllFactors(tx: Tx, personId: string): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('authenticator').where('person_id', '=', personId).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Sessions of whoever has no second factor any more no longer count as having shown one. */
export async function forgetSecondFactor(tx: Tx, personId: string): Promise<void> {
  await tx.updateTable('session').set({ second_factor_at: null }).where('person_id', '=', personId).execute()
}
