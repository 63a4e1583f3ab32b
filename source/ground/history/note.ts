import type { Tx } from '#ground/database/actor.ts'

/**
 * Notes an act that leaves no version of a record, for the log of who did what; in the transaction of the act, in the
 * name of whoever it runs for.
 *
 * @param what a key that a room gives words to (`Room.log.noted`)
 * @param detail counts and ids, never a name or an address: nothing of it can be erased
 */
export async function noteAct(
  tx: Tx,
  spaceId: string,
  what: string,
  detail: Readonly<Record<string, string | number | boolean>> = {},
): Promise<void> {
  await tx
    .insertInto('noted_act')
    .values({ space_id: spaceId, what, detail: JSON.stringify(detail) })
    .execute()
}
