import { randomBytes } from 'node:crypto'
import { as, person } from '../../../database/actor.ts'
import type { House, SignedIn } from '../../../house.ts'
import type { Keys } from '../../../keys.ts'
import { passSecondFactor } from '../../session.ts'
import { secretBytes, stepOfCode } from '../rules/code-generator.ts'
import { addGenerator, listFactors } from '../store/authenticators.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { tellByMail } from './tell.ts'
import { countTry, forgetTries } from './tries.ts'

/** What the secrets of code generators are sealed for. */
export const generatorPurpose = 'code-generator'
const offerPurpose = 'code-generator-offer'

/**
 * A secret that is shown to a person and kept nowhere until a code of it was typed: the form carries it, sealed for this
 * person. A page that is opened and left leaves nothing behind.
 */
export function offerSecret(keys: Keys, personId: string): { secret: Buffer; sealed: string } {
  const secret = randomBytes(secretBytes)
  const sealed = keys.seal(offerPurpose, Buffer.concat([Buffer.from(personId), secret]))
  return { secret, sealed: sealed.toString('base64url') }
}

/** The secret that a form brings back; null when it was made up, changed, or shown to somebody else. */
export function offeredSecret(keys: Keys, personId: string, sealed: string): Buffer | null {
  const opened = keys.open(offerPurpose, Buffer.from(sealed, 'base64url'))
  if (opened === null) return null
  const whose = Buffer.from(personId)
  return opened.subarray(0, whose.length).equals(whose) ? opened.subarray(whose.length) : null
}

export type Added =
  /** `codes` when recovery codes were made, with the first second factor: they are shown once. */
  | { outcome: 'added'; token: string; codes: string[] | null }
  | { outcome: 'wrong' }
  | { outcome: 'already' }
  | { outcome: 'ended' }

/**
 * Sets a code generator up for its own person, once a code of it was typed. The code is used up by it. The session has then
 * shown its second factor.
 *
 * @throws Refusal `too-many`
 */
export async function confirmGenerator(house: House, me: SignedIn, secret: Buffer, typed: string): Promise<Added> {
  await countTry(me.personId)
  const step = stepOfCode(secret, typed, Temporal.Now.instant(), null)
  if (step === null) return { outcome: 'wrong' }
  const added = await as<Added>(house.db, person(me.personId), async tx => {
    const first = (await listFactors(tx, me.personId)).length === 0
    const sealedSecret = house.keys.seal(generatorPurpose, secret)
    if ((await addGenerator(tx, me.personId, { sealedSecret, step })) === null) return { outcome: 'already' }
    const codes = first ? await makeRecoveryCodes(tx, house.keys, me.personId) : null
    const token = await passSecondFactor(tx, me.sessionId)
    if (token === null) throw new SessionEnded()
    await tellByMail(tx, me.personId, 'second-factor-added')
    return { outcome: 'added', token, codes }
  }).catch(whenEnded)
  if (added.outcome === 'added') {
    await forgetTries(me.personId)
    house.mailsWritten()
  }
  return added
}

/** Thrown within a transaction, so that nothing is written for a session that ended meanwhile. */
export class SessionEnded extends Error {}
export const whenEnded = (error: unknown): { outcome: 'ended' } => {
  if (error instanceof SessionEnded) return { outcome: 'ended' }
  throw error
}
