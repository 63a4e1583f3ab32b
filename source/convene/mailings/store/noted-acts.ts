import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** Notes what leaves no version of a record, for the log of who did what: counts and ids, never a name. */
export async function noteAct(
  tx: Tx,
  seminarId: string,
  what: 'mailing-started' | 'mailing-tested' | 'reminder-started',
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  await tx
    .insertInto('noted_act')
    .values({ space_id: seminarId, what, detail: JSON.stringify(detail) })
    .execute()
}
