import { randomUUID } from 'node:crypto'
import type { Tx } from '#ground/database/actor.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { type Change, reconcile } from './reconcile.ts'
import { bodiesOf, type NoteText } from './reconcile-texts.ts'

/** The days after the first, by their date. */
export async function saveDays(tx: Tx, programmeId: string, file: SeminarFile, changes: Change[]): Promise<void> {
  const there = await tx.selectFrom('programme_day').selectAll().where('programme_id', '=', programmeId).execute()
  const inOrder = file.programme.days.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  await reconcile({
    changes,
    path: 'programme.days',
    there,
    keyOf: row => String(row.held_on),
    wanted: new Map(
      inOrder.map(({ date, hours }, position) => [
        date,
        { hours_from: `${hours.from}:00`, hours_to: `${hours.to}:00`, position },
      ]),
    ),
    newId: randomUUID,
    insert: (id, values, date) =>
      tx
        .insertInto('programme_day')
        .values({ id, programme_id: programmeId, held_on: date, ...values })
        .execute(),
    update: (id, values) => tx.updateTable('programme_day').set(values).where('id', '=', id).executeTakeFirst(),
    remove: id => tx.deleteFrom('programme_day').where('id', '=', id).executeTakeFirst(),
  })
}

/**
 * The rooms, by their key.
 *
 * @returns key → id
 */
export async function saveRooms(
  tx: Tx,
  programmeId: string,
  file: SeminarFile,
  changes: Change[],
  text: NoteText,
): Promise<Map<string, string>> {
  const there = await tx.selectFrom('programme_room').selectAll().where('programme_id', '=', programmeId).execute()
  const ids = await reconcile({
    changes,
    path: 'programme.rooms',
    there,
    keyOf: row => String(row.key),
    wanted: new Map(
      file.programme.rooms.map(({ key, capacity }, position) => [key, { capacity: capacity ?? null, position }]),
    ),
    newId: randomUUID,
    insert: (id, values, key) =>
      tx
        .insertInto('programme_room')
        .values({ id, programme_id: programmeId, key, ...values })
        .execute(),
    update: (id, values) => tx.updateTable('programme_room').set(values).where('id', '=', id).executeTakeFirst(),
    remove: id => tx.deleteFrom('programme_room').where('id', '=', id).executeTakeFirst(),
  })
  for (const { key, name } of file.programme.rooms)
    text('programme_room', ids.get(key) ?? '', 'name', bodiesOf(name), `programme.rooms.${key}.name`)
  return ids
}
