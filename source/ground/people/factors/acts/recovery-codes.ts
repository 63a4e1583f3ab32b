import { randomBytes } from 'node:crypto'
import { as, person, type Tx } from '../../../database/actor.ts'
import type { House } from '../../../house.ts'
import type { Keys } from '../../../keys.ts'
import { recoveryBytes, recoveryCode, recoveryCodes, sameRecoveryCode } from '../rules/recovery-code.ts'
import { listFactors } from '../store/authenticators.ts'
import { replaceRecoveryCodes } from '../store/recovery-codes.ts'

/**
 * How a code is compared: a hash keyed with the installation's key, together with whose it is. Fifty bits, which whoever
 * stole the database cannot try out without the key.
 *
 * @returns null when what was typed is no code
 */
export function hashOfCode(keys: Keys, personId: string, typed: string): string | null {
  const same = sameRecoveryCode(typed)
  return same === null ? null : keys.hash('recovery-code', `${personId} ${same}`)
}

/** New codes in the place of the old ones, in the person's own transaction. They are shown once: only hashes are kept. */
export async function makeRecoveryCodes(tx: Tx, keys: Keys, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => recoveryCode(randomBytes(recoveryBytes)))
  await replaceRecoveryCodes(
    tx,
    personId,
    codes.map(code => hashOfCode(keys, personId, code) as string),
  )
  return codes
}

/** Makes a person's codes anew. @returns null when they have no second factor for which codes could stand in */
export function renewRecoveryCodes(house: House, personId: string): Promise<string[] | null> {
  return as(house.db, person(personId), async tx =>
    (await listFactors(tx, personId)).length === 0 ? null : makeRecoveryCodes(tx, house.keys, personId),
  )
}
