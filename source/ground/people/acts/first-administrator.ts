import { sql } from 'kysely'
import { as, job, type Tx } from '../../database/actor.ts'
import type { House } from '../../house.ts'
import { publicAddress } from '../../web/answer.ts'
import { accountFor, type PersonNames } from '../store/persons.ts'
import { addRight, lockAdministrators } from '../store/rights.ts'
import { installationSpace } from '../store/spaces.ts'

const purpose = 'first-administrator'

/**
 * The address that makes the first administrator, to be printed in the log; null once there is one.
 *
 * Nothing is stored for it: it is signed over the number of administrators there have ever been, so it dies with the
 * first one for good, even if nobody administers the installation one day and a new link is printed.
 */
export async function firstAdministratorLink(house: House): Promise<string | null> {
  const count = await as(house.db, job('first-administrator'), administratorsEver)
  if (count === null) return null
  return publicAddress(house, `/en/first/${house.keys.sign(purpose, String(count))}`)
}

/** Whether this address still makes the first administrator. */
export async function isFirstLinkOpen(house: House, token: string): Promise<boolean> {
  const count = await as(house.db, job('first-administrator'), administratorsEver)
  return count !== null && house.keys.verify(purpose, token) === String(count)
}

/**
 * Makes the first administrator. As a job: nobody can give a right before anybody holds one.
 *
 * @param reason why they hold the right, in their language: kept with it
 * @returns the person's id; null when somebody administers the installation already (one of two at once loses here)
 */
export function makeFirstAdministrator(
  house: House,
  token: string,
  person: PersonNames,
  reason: string,
): Promise<string | null> {
  return as(
    house.db,
    job('first-administrator'),
    async tx => {
      await lockAdministrators(tx)
      const count = await administratorsEver(tx)
      if (count === null || house.keys.verify(purpose, token) !== String(count)) return null
      const { id } = await accountFor(tx, person)
      await addRight(tx, {
        personId: id,
        role: 'administrator',
        spaceId: installationSpace,
        spaceKind: 'installation',
        reason,
        givenBy: null,
        endsAt: null,
      })
      return id
    },
    reason,
  )
}

/** How many rights of administrator were ever given; null when one of them is in force. */
async function administratorsEver(tx: Tx): Promise<number | null> {
  const { ever, now } = await tx
    .selectFrom('access_right')
    .select(eb => eb.fn.countAll<number>().as('ever'))
    .select(
      sql<number>`count(*) filter (where starts_at <= perenne.now() and coalesce(ends_at > perenne.now(), true))`.as(
        'now',
      ),
    )
    .where('role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  return now > 0 ? null : ever
}
