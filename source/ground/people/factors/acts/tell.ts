import { job, type Tx } from '../../../database/actor.ts'
import { goOnAs } from '../../store/rights.ts'
import { installationSpace } from '../../store/spaces.ts'

/** What a person is told of by mail, because it may not have been them. */
export type Told =
  | 'second-factor-added'
  | 'passkey-added'
  | 'second-factor-removed'
  | 'second-factor-reset'
  | 'recovery-code-used'
  | 'sign-in-way-added'

/**
 * Writes the mail that tells a person of a change in how they sign in, in their language. The rest of the transaction goes
 * on as a job: nobody writes mails in their own name.
 */
export async function tellByMail(tx: Tx, personId: string, what: Told): Promise<void> {
  await goOnAs(tx, job('second-factor'))
  const { language } = await tx
    .selectFrom('person')
    .select('language')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('mail')
    .values({ space_id: installationSpace, person_id: personId, template: what, language, data: '{}' })
    .execute()
}
