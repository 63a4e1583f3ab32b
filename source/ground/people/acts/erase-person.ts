import { sql } from 'kysely'
import { type Actor, as, job } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { forbidden, notFound } from '../../web/refusal.ts'
import { endRights, goOnAs, lockAdministrators, othersAdminister, spacesWith } from '../store/rights.ts'
import { installationSpace } from '../store/spaces.ts'

/**
 * Erases a person: names, address and telephone go; sessions and sign-in links go; rights end; mails that wait are
 * cancelled. The row stays without a name, because the history points to it (law 7). For administrators only; the
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
      await tx.deleteFrom('session').where('person_id', '=', personId).execute()
      await tx.deleteFrom('sign_in_link').where('person_id', '=', personId).execute()
      // An error of a mail server may quote the address.
      await tx.updateTable('mail').set({ last_error: null }).where('person_id', '=', personId).execute()
      await tx
        .updateTable('mail')
        .set({ state: 'cancelled' })
        .where('person_id', '=', personId)
        .where('state', 'in', ['to_send', 'waiting_retry'])
        .execute()
      await tx
        .updateTable('person')
        .set({
          given_name: null,
          family_name: null,
          email: null,
          telephone: null,
          has_account: false,
          erased_at: sql`perenne.now()`,
        })
        .where('id', '=', personId)
        .execute()
      return 'erased' as const
    },
    reason,
  )
  if (result === 'erased') house.log.info({ person: personId, by: who }, 'a person was erased')
  return result
}
