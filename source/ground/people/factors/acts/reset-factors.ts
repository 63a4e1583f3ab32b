import { type Actor, as, job, type Tx } from '../../../database/actor.ts'
import { noteAct } from '../../../history/note.ts'
import type { House } from '../../../house.ts'
import { forbidden, notFound } from '../../../web/refusal.ts'
import { removeOwnSessions } from '../../store/account.ts'
import { accountOf } from '../../store/persons.ts'
import { goOnAs, spacesWith } from '../../store/rights.ts'
import { installationSpace } from '../../store/spaces.ts'
import { removeAllFactors } from '../store/authenticators.ts'
import { replaceRecoveryCodes } from '../store/recovery-codes.ts'
import { tellByMail } from './tell.ts'

/**
 * Takes every second factor of a colleague away, who has lost them: their passkeys, code generator and recovery codes go, and
 * their sessions end. They are told by mail, and it is noted who did it. For administrators; done as a job, since nobody
 * may write another's second factor.
 *
 * @throws Refusal `forbidden` for whoever does not administer the installation, `not-found` for an unknown person
 */
export async function resetFactors(house: House, who: Actor, personId: string): Promise<'reset' | 'none' | 'own'> {
  const outcome = await as(house.db, who, async tx => {
    if (!(await spacesWith(tx, 'administer')).includes(installationSpace)) throw forbidden()
    if (who.kind === 'person' && who.id === personId) return 'own'
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    if (!person) throw notFound()
    return takeAway(tx, who, personId)
  })
  if (outcome === 'reset') house.mailsWritten()
  return outcome
}

/**
 * The same from the machine itself, for the one administrator who has lost everything: whoever may run the program there
 * may already read and write all that it keeps.
 *
 * @returns `unknown` when nobody has an account under this address
 */
export async function resetFactorsOf(house: House, email: string): Promise<'reset' | 'none' | 'unknown'> {
  const who = job('command-line')
  const outcome = await as(house.db, who, async tx => {
    const person = await accountOf(tx, email)
    return person ? takeAway(tx, who, person.id) : 'unknown'
  })
  if (outcome === 'reset') house.mailsWritten()
  return outcome
}

async function takeAway(tx: Tx, who: Actor, personId: string): Promise<'reset' | 'none'> {
  await goOnAs(tx, job('second-factor'))
  const removed = await removeAllFactors(tx, personId)
  if (removed === 0) return 'none'
  await replaceRecoveryCodes(tx, personId, [])
  await removeOwnSessions(tx, personId, null)
  await goOnAs(tx, who)
  await noteAct(tx, installationSpace, 'second-factor-reset', { person: personId, factors: removed })
  await tellByMail(tx, personId, 'second-factor-reset')
  return 'reset'
}
