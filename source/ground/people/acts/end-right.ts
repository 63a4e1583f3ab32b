import { type Actor, as, job } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { forbidden, notFound } from '../../web/refusal.ts'
import { endRights, goOnAs, listRights, lockAdministrators, othersAdminister } from '../store/rights.ts'

/**
 * Ends a right at once, in the name of who ends it. The installation never loses its last administrator.
 *
 * @param reason kept in the history beside who did it
 * @throws Refusal `not-found` when they may not see the right, `forbidden` when they may not end it
 */
export function endRight(
  house: House,
  who: Actor,
  rightId: string,
  reason: string,
): Promise<'ended' | 'ended-before' | 'last-administrator'> {
  return as(
    house.db,
    who,
    async tx => {
      await lockAdministrators(tx)
      const right = (await listRights(tx, { id: rightId, when: 'all' })).rows[0]
      if (!right) throw notFound()
      if (right.ended) return 'ended-before'
      if (right.role === 'administrator') {
        // Whether others administer is asked as a job: whoever cannot end the right is refused below all the same.
        await goOnAs(tx, job('access-rights'))
        const others = await othersAdminister(tx, { rightId })
        await goOnAs(tx, who, reason)
        if (!others) return 'last-administrator'
      }
      if ((await endRights(tx, { id: rightId })) === 0) throw forbidden()
      return 'ended'
    },
    reason,
  )
}
