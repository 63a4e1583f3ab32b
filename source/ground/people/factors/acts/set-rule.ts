import { as, person } from '../../../database/actor.ts'
import { noteAct } from '../../../history/note.ts'
import type { House, SignedIn } from '../../../house.ts'
import { forbidden } from '../../../web/refusal.ts'
import { spacesWith } from '../../store/rights.ts'
import { installationSpace } from '../../store/spaces.ts'
import { listFactors } from '../store/authenticators.ts'
import { changeSecondFactorRule, type SecondFactorRule } from '../store/rule.ts'

/**
 * Sets whether whoever holds an access right must have a second factor. Whoever asks it of others has one themselves.
 *
 * @throws Refusal `forbidden` for whoever does not administer the installation
 */
export function setSecondFactorRule(
  house: House,
  me: SignedIn,
  rule: SecondFactorRule,
): Promise<'changed' | 'as-it-was' | 'own-first'> {
  return as(house.db, person(me.personId), async tx => {
    if (!(await spacesWith(tx, 'administer')).includes(installationSpace)) throw forbidden()
    if (rule === 'required' && (await listFactors(tx, me.personId)).length === 0) return 'own-first'
    if (!(await changeSecondFactorRule(tx, rule))) return 'as-it-was'
    await noteAct(tx, installationSpace, `second-factor-${rule}`)
    return 'changed'
  })
}
