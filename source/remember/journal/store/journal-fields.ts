import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Fields } from '../../rules/typed.ts'
import { aboutOf, aboutValue } from '../../store/about.ts'
import { type InteractionKind, type Participant, participantValue } from '../rules/kinds.ts'
import { participantsOf } from './journal.ts'
import '../../store/tables.ts'

/** An interaction as its form shows it; `lock` when it is about to be written. */
export async function readInteractionFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  let query = tx
    .selectFrom('interaction')
    .select(['kind', 'during', 'title', 'place', 'body', 'language', 'visibility'])
    .where('space_id', '=', space)
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const about = (await aboutOf(tx, 'interaction', [id])).get(id) ?? []
  const people = (await participantsOf(tx, [id])).get(id) ?? []
  return {
    kind: row.kind,
    during: row.during,
    title: row.title,
    place: row.place ?? '',
    body: row.body ?? '',
    language: row.language,
    visibility: String(row.visibility),
    about: about.map(aboutValue).sort().join(' '),
    participants: people.map(participantValue).sort().join(' '),
  }
}

export type InteractionToWrite = {
  kind: InteractionKind
  during: string
  title: string
  place: string | null
  body: string | null
  language: string
  visibility: Visibility
}

export async function addInteraction(
  tx: Tx,
  space: string,
  given: InteractionToWrite & { writtenBy: string | null; messageId?: string },
): Promise<string> {
  const { writtenBy, messageId, ...columns } = given
  const { id } = await tx
    .insertInto('interaction')
    .values({ space_id: space, ...columns, written_by: writtenBy, message_id: messageId ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function changeInteraction(tx: Tx, id: string, given: InteractionToWrite): Promise<void> {
  await tx
    .updateTable('interaction')
    .set({ ...given })
    .where('id', '=', id)
    .execute()
}

/** Removes it with its participants; commitments that were made there stay, on their own. @returns whether it was there */
export async function removeInteractionRow(tx: Tx, space: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('interaction')
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Says who took part from now on. Those that stay keep their row. */
export async function writeParticipants(tx: Tx, id: string, people: readonly Participant[]): Promise<void> {
  const before = (await participantsOf(tx, [id])).get(id) ?? []
  const same = (a: Participant, b: Participant) => participantValue(a) === participantValue(b)
  const columnOf = { contact: 'contact_id', organisation: 'organisation_id' } as const
  for (const gone of before.filter(one => !people.some(other => same(one, other))))
    await tx
      .deleteFrom('interaction_participant')
      .where('interaction_id', '=', id)
      .where(columnOf[gone.table], '=', gone.id)
      .where('side', '=', gone.side)
      .execute()
  const added = people.filter(one => !before.some(other => same(one, other)))
  if (added.length === 0) return
  await tx
    .insertInto('interaction_participant')
    .values(added.map(one => ({ interaction_id: id, [columnOf[one.table]]: one.id, side: one.side })))
    .execute()
}

/** The interaction that was made from a mail; null when there is none. */
export async function interactionOfMail(tx: Tx, space: string, messageId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('interaction')
    .select('id')
    .where('space_id', '=', space)
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row?.id ?? null
}
