import { as, person, type Tx } from '../../../database/actor.ts'
import type { Halfway, House } from '../../../house.ts'
import { passSecondFactor } from '../../session.ts'
import { isCode, stepOfCode } from '../rules/code-generator.ts'
import { generatorOf, useUpStep } from '../store/authenticators.ts'
import { useUpRecoveryCode } from '../store/recovery-codes.ts'
import { generatorPurpose, SessionEnded, whenEnded } from './add-generator.ts'
import { hashOfCode } from './recovery-codes.ts'
import { tellByMail } from './tell.ts'
import { countTry, forgetTries } from './tries.ts'

export type Proved = { outcome: 'proved'; token: string } | { outcome: 'wrong' } | { outcome: 'ended' }

/**
 * Shows the second factor by a code: of the code generator, or a recovery code. Either is used up. In the name of the
 * person, who sees only their own.
 *
 * @returns the session's new token
 * @throws Refusal `too-many`
 */
export async function proveByCode(house: House, who: Halfway, typed: string): Promise<Proved> {
  await countTry(who.personId)
  let written = false
  const proved = await as<Proved>(house.db, person(who.personId), async tx => {
    const used = isCode(typed) ? await useCode(house, tx, who, typed) : await useRecoveryCode(house, tx, who, typed)
    if (!used) return { outcome: 'wrong' }
    const token = await passSecondFactor(tx, who.sessionId)
    // The code stays unused with the rest of what this transaction did.
    if (token === null) throw new SessionEnded()
    if (!isCode(typed)) {
      await tellByMail(tx, who.personId, 'recovery-code-used')
      written = true
    }
    return { outcome: 'proved', token }
  }).catch(whenEnded)
  if (proved.outcome === 'proved') await forgetTries(who.personId)
  if (written) house.mailsWritten()
  return proved
}

async function useCode(house: House, tx: Tx, who: Halfway, typed: string): Promise<boolean> {
  const generator = await generatorOf(tx, who.personId)
  if (!generator) return false
  const secret = house.keys.open(generatorPurpose, generator.secret)
  if (secret === null) {
    house.log.error({ authenticator: generator.id }, 'the secret of a code generator is not of this installation’s key')
    return false
  }
  const step = stepOfCode(secret, typed, Temporal.Now.instant(), generator.lastStep)
  return step !== null && useUpStep(tx, generator.id, step)
}

async function useRecoveryCode(house: House, tx: Tx, who: Halfway, typed: string): Promise<boolean> {
  const hash = hashOfCode(house.keys, who.personId, typed)
  return hash !== null && useUpRecoveryCode(tx, who.personId, hash)
}
