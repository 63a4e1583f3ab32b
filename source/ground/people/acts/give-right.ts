import { type Actor, as, job } from '../../database/actor.ts'
import type { Role } from '../../database/tables.ts'
import type { House } from '../../house.ts'
import { forbidden } from '../../web/refusal.ts'
import { rememberSent } from '../../web/sent-once.ts'
import { accountFor, type PersonNames } from '../store/persons.ts'
import { addRight, explainRoles, goOnAs, holdsAlready, spacesWith } from '../store/rights.ts'

export type RightGiven = PersonNames & {
  role: Role
  spaceId: string
  endsAt: Temporal.Instant | null
  reason: string
  once: { key: string | null; location: string }
}

/**
 * Gives a person a right, makes their account if the address is new, and tells them by mail, all in one transaction.
 *
 * The right itself is added in the name of who gives it, so that the database answers whether they may. The person is
 * looked up and the mail written as a job: whoever gives rights may not search among all persons.
 *
 * @returns what stands in the way, as a key of the errors of people-access, and nothing was done; null when it is done
 * @throws Refusal `forbidden` when the space is not one in which they give rights
 */
export async function giveRight(
  house: House,
  giver: Actor,
  right: RightGiven,
): Promise<'roleForSpace' | 'notYours' | 'held' | null> {
  try {
    const obstacle = await as(
      house.db,
      giver,
      async tx => {
        if (!(await spacesWith(tx, 'rights')).includes(right.spaceId)) throw forbidden()
        const space = await tx
          .selectFrom('space')
          .select('kind')
          .where('id', '=', right.spaceId)
          .executeTakeFirstOrThrow()
        const role = (await explainRoles(tx)).find(known => known.role === right.role)
        if (!role?.kinds.includes(space.kind)) return 'roleForSpace'
        await goOnAs(tx, job('access-rights'))
        const person = await accountFor(tx, right)
        if (await holdsAlready(tx, person.id, right.role, right.spaceId)) return 'held'
        await goOnAs(tx, giver, right.reason)
        const id = await addRight(tx, {
          personId: person.id,
          role: right.role,
          spaceId: right.spaceId,
          spaceKind: space.kind,
          reason: right.reason,
          givenBy: giver.kind === 'person' ? giver.id : null,
          endsAt: right.endsAt,
        })
        await goOnAs(tx, job('access-rights'))
        await tx
          .insertInto('mail')
          .values({
            space_id: right.spaceId,
            person_id: person.id,
            template: 'right-given',
            language: person.language,
            data: JSON.stringify({ right: id }),
          })
          .execute()
        await rememberSent(tx, right.once.key, right.once.location)
        return null
      },
      right.reason,
    )
    if (obstacle === null) house.mailsWritten()
    return obstacle
  } catch (error) {
    // The policy's no: the role may do something there that the giver may not.
    if ((error as { code?: unknown }).code === '42501') return 'notYours'
    throw error
  }
}
