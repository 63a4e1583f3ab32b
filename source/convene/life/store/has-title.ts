import type { Tx } from '#ground/database/actor.ts'
import { textsOf } from '#ground/languages/texts.ts'

/** Whether a seminar has a title in the language it is written in. */
export async function hasTitle(tx: Tx, seminarId: string): Promise<boolean> {
  return (await textsOf(tx, [seminarId])).get(seminarId)?.title !== undefined
}
