import type { Tx } from '#ground/database/actor.ts'
import { ruleSettings, thresholdFor } from '../../home/store/find.ts'
import { relationshipsOn } from '../../home/store/overview.ts'
import type { Standing } from '../rules/standing.ts'

/** How a relationship stands for those inside: one that goes on is alive, asleep, or nobody has noted a contact (`unknown`). */
export type Shown = Standing | 'sleeping' | 'unknown'
export type SignsOfLife = { standing: Shown; lastContact: string | null }

/**
 * The signs of life of the relationships of a memory on a day, as its first page tells them; by id. How it wants its rules is its
 * own affair: for those inside. Three queries, however many they are.
 */
export async function signsOfLife(
  tx: Tx,
  space: string,
  day: Temporal.PlainDate,
): Promise<(id: string, standing: Standing) => SignsOfLife> {
  const months = thresholdFor('relationship-dormant', await ruleSettings(tx, space)) ?? 0
  const found = new Map((await relationshipsOn(tx, space, day.toString(), months)).map(one => [one.id, one]))
  return (id, standing) => {
    const one = found.get(id)
    const asleep = standing === 'alive' && (one?.state === 'sleeping' || one?.state === 'unknown')
    return { standing: asleep ? one.state : standing, lastContact: one?.lastContact ?? null }
  }
}
