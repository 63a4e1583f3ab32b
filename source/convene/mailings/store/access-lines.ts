import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '#convene/store/tables.ts'

/** How to get to a seminar, line by line. Two queries, one when nothing is said. */
export async function accessLinesOf(tx: Tx, seminarId: string): Promise<MultilingualText[]> {
  const lines = await tx
    .selectFrom('seminar_access_line')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .execute()
  const texts = await textsOf(
    tx,
    lines.map(line => line.id),
  )
  return lines.flatMap(line => texts.get(line.id)?.text ?? [])
}
