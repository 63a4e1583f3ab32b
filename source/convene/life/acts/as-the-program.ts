import { job, type Tx } from '#ground/database/actor.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { whoActs } from '../store/who-acts.ts'

/**
 * Does a part of a transaction as a job: whoever decides about a seminar has everybody told, and everybody's offers run on,
 * also of people whom they may not see. Afterwards the transaction goes on in the name it had.
 */
export async function asTheProgram<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  const { actor, reason } = await whoActs(tx)
  await goOnAs(tx, job('life'), reason)
  const result = await work()
  await goOnAs(tx, actor, reason)
  return result
}
