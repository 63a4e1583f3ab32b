import { as, person } from '../../../database/actor.ts'
import type { House } from '../../../house.ts'
import { forgetSecondFactor, listFactors, removeFactor } from '../store/authenticators.ts'
import { replaceRecoveryCodes } from '../store/recovery-codes.ts'
import { tellByMail } from './tell.ts'

/**
 * Removes one of a person's own second factors, and tells them. With the last one go the recovery codes, and no session of
 * theirs counts as having shown a second factor any more.
 *
 * @returns null when the person has none with this id
 */
export async function removeOwnFactor(
  house: House,
  personId: string,
  id: string,
): Promise<{ kind: 'totp' | 'passkey'; last: boolean } | null> {
  const removed = await as(house.db, person(personId), async tx => {
    const kind = await removeFactor(tx, personId, id)
    if (kind === null) return null
    const last = (await listFactors(tx, personId)).length === 0
    if (last) {
      await replaceRecoveryCodes(tx, personId, [])
      await forgetSecondFactor(tx, personId)
    }
    await tellByMail(tx, personId, 'second-factor-removed')
    return { kind, last }
  })
  if (removed) house.mailsWritten()
  return removed
}
