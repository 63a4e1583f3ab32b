import { type Actor, as, job } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { forbidden, notFound } from '../../web/refusal.ts'
import { erasePersons } from '../store/erase.ts'
import { endRights, goOnAs, lockAdministrators, othersAdminister, spacesWith } from '../store/rights.ts'
import { installationSpace } from '../store/spaces.ts'

/**
 * Erases a person: names, address and telephone go; sessions and sign-in links go; rights end; mails that wait are
 * cancelled; the rooms let go of what they hold for the person, such as a place, which somebody else then gets. The row
 * stays without a name, because the history points to it (law 7). For administrators only; the
 * person's own row is changed as a job, since nobody may write on another's.
 *
 * @param reason kept in the history of the rights that end; must name nobody
 * @throws Refusal `forbidden` for whoever does not administer the installation, `not-found` for an unknown person
 */
export async function erasePerson(
  house: House,
  who: Actor,
  personId: string,
  reason: string,
): Promise<'erased' | 'already-erased' | 'last-administrator'> {
  const result = await as(
    house.db,
    who,
    async tx => {
      if (!(await spacesWith(tx, 'administer')).includes(installationSpace)) throw forbidden()
      await lockAdministrators(tx)
      const person = await tx.selectFrom('person').select('erased_at').where('id', '=', personId).executeTakeFirst()
      if (!person) throw notFound()
      if (person.erased_at) return 'already-erased' as const
      await goOnAs(tx, job('erasure'))
      const administers = await tx
        .selectFrom('access_right')
        .select('id')
        .where('person_id', '=', personId)
        .where('role', '=', 'administrator')
        .where('ends_at', 'is', null)
        .executeTakeFirst()
      if (administers && !(await othersAdminister(tx, { personId }))) return 'last-administrator' as const
      await goOnAs(tx, who, reason)
      await endRights(tx, { personId })
      await goOnAs(tx, job('erasure'))
      for (const room of house.rooms) await room.beforeErasing?.(tx, house, [personId])
      await erasePersons(tx, [personId])
      return 'erased' as const
    },
    reason,
  )
  if (result === 'erased') {
    house.log.info({ person: personId, by: who }, 'a person was erased')
    house.mailsWritten()
  }
  return result
}
