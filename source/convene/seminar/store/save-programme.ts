import { randomUUID } from 'node:crypto'
import { momentsOf, withDays } from '#convene/programme/rules/programme.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { type Change, reconcile } from './reconcile.ts'
import { bodiesOf, type NoteText } from './reconcile-texts.ts'
import { saveProgrammePeople } from './save-programme-people.ts'
import { saveDays, saveRooms } from './save-programme-places.ts'
import { readOf, saveSlotParts } from './save-slot-parts.ts'

/** The programme of the file, which is the draft of its organisers: slots by their key, themes by their place, roles by who holds them. */
export async function saveProgramme(
  tx: Tx,
  seminarId: string,
  file: SeminarFile,
  organisations: ReadonlyMap<string, string>,
  changes: Change[],
  text: NoteText,
): Promise<void> {
  const programmes = await tx
    .selectFrom('programme')
    .select(['id', 'provisional'])
    .where('seminar_id', '=', seminarId)
    .execute()
  const { provisional, name } = file.programme
  const opened = await reconcile({
    changes,
    path: 'programme',
    there: programmes,
    keyOf: () => 'programme',
    wanted: new Map([['programme', { provisional }]]),
    newId: randomUUID,
    insert: (id, values) =>
      tx
        .insertInto('programme')
        .values({ id, seminar_id: seminarId, ...values })
        .execute(),
    update: (id, values) => tx.updateTable('programme').set(values).where('id', '=', id).executeTakeFirst(),
  })
  const programmeId = opened.get('programme') ?? ''
  text('programme', programmeId, 'name', bodiesOf(name), 'programme.name')
  const people = await saveProgrammePeople(tx, seminarId, file, organisations, changes, text)
  await saveDays(tx, programmeId, file, changes)
  const rooms = await saveRooms(tx, programmeId, file, changes, text)
  const slots = await saveSlots(tx, programmeId, file, rooms, changes)
  for (const slot of file.programme.slots) {
    const id = slots.get(slot.key) ?? ''
    text('slot', id, 'title', bodiesOf(slot.title), `programme.slots.${slot.key}.title`)
    text('slot', id, 'method', bodiesOf(slot.method), `programme.slots.${slot.key}.method`)
  }
  await saveThemes(tx, slots, file, changes, text)
  await saveRoles(tx, slots, file, organisations, changes)
  await saveSlotParts(tx, { file, slots, organisations, people }, changes, text)
}

async function saveSlots(
  tx: Tx,
  programmeId: string,
  file: SeminarFile,
  rooms: ReadonlyMap<string, string>,
  changes: Change[],
) {
  const there = await tx.selectFrom('slot').selectAll().where('programme_id', '=', programmeId).execute()
  return reconcile({
    changes,
    path: 'programme.slots',
    there,
    keyOf: row => String(row.key),
    wanted: new Map(
      file.programme.slots.map((slot, position) => {
        const { key, kind, part, room, provisional, spoken_languages } = slot
        const { startsAt, endsAt } = momentsOf(withDays(slot, file.date), file.time_zone)
        return [
          key,
          {
            kind,
            part: part ?? null,
            starts_at: startsAt,
            ends_at: endsAt,
            room_id: room === undefined ? null : (rooms.get(room) ?? null),
            provisional,
            floor_languages: spoken_languages ? [...spoken_languages.floor] : null,
            interpretation_languages: spoken_languages ? [...spoken_languages.interpretation] : null,
            position,
          },
        ]
      }),
    ),
    newId: randomUUID,
    insert: (id, values, key) =>
      tx
        .insertInto('slot')
        .values({ id, programme_id: programmeId, key, ...values })
        .execute(),
    update: (id, values) => tx.updateTable('slot').set(values).where('id', '=', id).executeTakeFirst(),
    remove: id => tx.deleteFrom('slot').where('id', '=', id).executeTakeFirst(),
  })
}

async function saveThemes(
  tx: Tx,
  slots: ReadonlyMap<string, string>,
  file: SeminarFile,
  changes: Change[],
  text: NoteText,
) {
  const keyOfSlot = new Map([...slots].map(([key, id]) => [id, key]))
  const there = await readOf(slots, ids =>
    tx.selectFrom('slot_theme').select(['id', 'slot_id', 'position']).where('slot_id', 'in', ids).execute(),
  )
  const wanted = file.programme.slots.flatMap(({ key, themes }) =>
    themes.map((words, position) => ({
      key: `${key}.themes.${position}`,
      slot: slots.get(key) ?? '',
      position,
      words,
    })),
  )
  const ids = await reconcile({
    changes,
    path: 'programme.slots',
    there,
    keyOf: row => `${keyOfSlot.get(String(row.slot_id))}.themes.${row.position}`,
    wanted: new Map(wanted.map(({ key, slot, position }) => [key, { slot_id: slot, position }])),
    newId: randomUUID,
    insert: (id, values) =>
      tx
        .insertInto('slot_theme')
        .values({ id, ...values })
        .execute(),
    update: (id, values) => tx.updateTable('slot_theme').set(values).where('id', '=', id).executeTakeFirst(),
    remove: id => tx.deleteFrom('slot_theme').where('id', '=', id).executeTakeFirst(),
  })
  for (const { key, words } of wanted) {
    text('slot_theme', ids.get(key) ?? '', 'text', bodiesOf(words), `programme.slots.${key}`)
  }
}

async function saveRoles(
  tx: Tx,
  slots: ReadonlyMap<string, string>,
  file: SeminarFile,
  organisations: ReadonlyMap<string, string>,
  changes: Change[],
) {
  const keyOfSlot = new Map([...slots].map(([key, id]) => [id, key]))
  const there = await readOf(slots, ids =>
    tx
      .selectFrom('slot_role as r')
      .innerJoin('organisation as o', 'o.id', 'r.organisation_id')
      .select(['r.id', 'r.slot_id', 'r.organisation_id', 'r.role', 'r.position', 'o.key'])
      .where('r.slot_id', 'in', ids)
      .execute(),
  )
  const wanted = file.programme.slots.flatMap(slot =>
    (['moderator', 'coordination'] as const).flatMap(role =>
      slot[role === 'moderator' ? 'moderators' : 'coordination'].map((key, position) => ({
        key: `${slot.key}.${role}.${key}`,
        slot_id: slots.get(slot.key) ?? '',
        organisation_id: organisations.get(key) ?? '',
        role,
        position,
      })),
    ),
  )
  await reconcile({
    changes,
    path: 'programme.slots',
    there,
    keyOf: row => `${keyOfSlot.get(String(row.slot_id))}.${row.role}.${row.key}`,
    wanted: new Map(wanted.map(({ key, ...values }) => [key, values])),
    newId: randomUUID,
    insert: (id, values) =>
      tx
        .insertInto('slot_role')
        .values({ id, ...values })
        .execute(),
    update: (id, values) => tx.updateTable('slot_role').set(values).where('id', '=', id).executeTakeFirst(),
    remove: id => tx.deleteFrom('slot_role').where('id', '=', id).executeTakeFirst(),
  })
}
