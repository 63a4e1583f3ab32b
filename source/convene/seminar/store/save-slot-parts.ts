import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { nameOfAnswer } from '../rules/known-of-file.ts'
import type { FileSeat } from '../rules/programme-file.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { type Change, placesKept, reconcile } from './reconcile.ts'
import { bodiesOf, type NoteText } from './reconcile-texts.ts'

/** The slots of a file, and what their parts name: key → id. */
export type SlotsToFill = {
  file: SeminarFile
  slots: ReadonlyMap<string, string>
  organisations: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
}

/** Persons by who they are and what they do, seats by their key, documents by their place. */
export async function saveSlotParts(tx: Tx, given: SlotsToFill, changes: Change[], text: NoteText): Promise<void> {
  await savePersons(tx, given, changes)
  await saveSeats(tx, given, changes)
  await saveDocuments(tx, given, changes, text)
}

async function savePersons(tx: Tx, { file, slots, people }: SlotsToFill, changes: Change[]): Promise<void> {
  const slotOf = keysById(slots)
  // Whoever was erased stays where they are: they are in no file.
  const rows = await readOf(slots, ids =>
    tx
      .selectFrom('slot_person as sp')
      .innerJoin('programme_person as pp', 'pp.id', 'sp.programme_person_id')
      .innerJoin('person as p', 'p.id', 'pp.person_id')
      .select(['sp.id', 'sp.slot_id', 'sp.role', 'sp.position', 'sp.state', 'pp.key'])
      .where('sp.slot_id', 'in', ids)
      .where('p.erased_at', 'is', null)
      .execute(),
  )
  const there = rows.map(row => ({ ...row, key: `${slotOf.get(row.slot_id)}.${row.role}.${row.key}` }))
  const places = new Map(there.map(({ key, position }) => [key, position]))
  // Without them the file says nothing of what was asked and answered.
  const { answers } = file.programme
  const states = new Map(answers?.map(answer => [nameOfAnswer(answer), answer.state]))
  const saidOf = (answer: Parameters<typeof nameOfAnswer>[0]): { state?: FileSeat['state'] } =>
    answers ? { state: states.get(nameOfAnswer(answer)) ?? 'open' } : {}
  const wanted = file.programme.slots.flatMap(slot =>
    (['moderator', 'speaker'] as const).flatMap(role => {
      const persons = slot[role === 'moderator' ? 'moderatorPersons' : 'speakers']
      const kept = placesKept(
        persons.map(key => `${slot.key}.${role}.${key}`),
        places,
      )
      return persons.map(key => ({
        key: `${slot.key}.${role}.${key}`,
        slot_id: slots.get(slot.key) ?? '',
        programme_person_id: people.get(key) ?? '',
        role,
        position: kept.get(`${slot.key}.${role}.${key}`) ?? 0,
        said: saidOf({ slot: slot.key, as: role, person: key }),
      }))
    }),
  )
  await reconcile({
    changes,
    path: 'programme.slots',
    there,
    keyOf: row => String(row.key),
    wanted: new Map(wanted.map(({ key, position, said }) => [key, { position, ...said }])),
    newId: randomUUID,
    insert: async (id, values, key) => {
      const row = wanted.find(one => one.key === key)
      if (!row) return
      const { slot_id, programme_person_id, role } = row
      const isAnswered = values.state === 'confirmed' || values.state === 'declined'
      const answered_at = isAnswered ? sql<Temporal.Instant>`perenne.now()` : null
      await tx
        .insertInto('slot_person')
        .values({ id, slot_id, programme_person_id, role, answered_at, ...values })
        .execute()
    },
    update: (id, values) => tx.updateTable('slot_person').set(values).where('id', '=', id).executeTakeFirst(),
    remove: id => tx.deleteFrom('slot_person').where('id', '=', id).executeTakeFirst(),
  })
}

async function saveSeats(tx: Tx, { file, slots, organisations, people }: SlotsToFill, changes: Change[]) {
  const slotOf = keysById(slots)
  const rows = await readOf(slots, ids =>
    tx
      .selectFrom('slot_seat as s')
      .leftJoin('organisation as o', 'o.id', 's.organisation_id')
      .leftJoin('programme_person as pp', 'pp.id', 's.programme_person_id')
      .leftJoin('person as p', 'p.id', 'pp.person_id')
      .selectAll('s')
      .select(['o.id as seen', 'p.erased_at'])
      .where('s.slot_id', 'in', ids)
      .execute(),
  )
  const there = rows.map(row => ({
    ...row,
    // A seat is nobody's once its person was erased.
    programme_person_id: row.erased_at === null ? row.programme_person_id : null,
    key: `${slotOf.get(row.slot_id)}.seats.${row.key}`,
  }))
  // An organisation that the actor may not see is in no file of theirs, and stays.
  const hidden = new Map(there.map(({ key, seen, organisation_id }) => [key, seen === null ? organisation_id : null]))
  const slotOfSeat = new Map<string, { slot_id: string; key: string }>()
  const wanted = file.programme.slots.flatMap(slot =>
    slot.seats.map(({ key, region, organisation, person, state }, position) => {
      const path = `${slot.key}.seats.${key}`
      slotOfSeat.set(path, { slot_id: slots.get(slot.key) ?? '', key })
      return [
        path,
        {
          region,
          organisation_id: organisation ? (organisations.get(organisation) ?? null) : (hidden.get(path) ?? null),
          programme_person_id: person ? (people.get(person) ?? null) : null,
          state,
          position,
        },
      ] as const
    }),
  )
  await reconcile({
    changes,
    path: 'programme.slots',
    there,
    keyOf: row => String(row.key),
    wanted: new Map(wanted),
    newId: randomUUID,
    insert: async (id, values, path) => {
      const place = slotOfSeat.get(path)
      if (place)
        await tx
          .insertInto('slot_seat')
          .values({ id, ...place, ...values })
          .execute()
    },
    update: (id, values) => tx.updateTable('slot_seat').set(values).where('id', '=', id).executeTakeFirst(),
    remove: id => tx.deleteFrom('slot_seat').where('id', '=', id).executeTakeFirst(),
  })
}

async function saveDocuments(tx: Tx, { file, slots }: SlotsToFill, changes: Change[], text: NoteText) {
  const slotOf = keysById(slots)
  const there = await readOf(slots, ids =>
    tx.selectFrom('slot_document').select(['id', 'slot_id', 'url', 'position']).where('slot_id', 'in', ids).execute(),
  )
  const wanted = file.programme.slots.flatMap(({ key, documents }) =>
    documents.map(({ title, url }, position) => ({
      key: `${key}.documents.${position}`,
      slot_id: slots.get(key) ?? '',
      url,
      position,
      title,
    })),
  )
  const ids = await reconcile({
    changes,
    path: 'programme.slots',
    there,
    keyOf: row => `${slotOf.get(String(row.slot_id))}.documents.${row.position}`,
    wanted: new Map(wanted.map(({ key, title: _, ...values }) => [key, values])),
    newId: randomUUID,
    insert: (id, values) =>
      tx
        .insertInto('slot_document')
        .values({ id, ...values })
        .execute(),
    update: (id, values) => tx.updateTable('slot_document').set(values).where('id', '=', id).executeTakeFirst(),
    remove: id => tx.deleteFrom('slot_document').where('id', '=', id).executeTakeFirst(),
  })
  for (const { key, title } of wanted)
    text('slot_document', ids.get(key) ?? '', 'title', bodiesOf(title), `programme.slots.${key}.title`)
}

const keysById = (ids: ReadonlyMap<string, string>) => new Map([...ids].map(([key, id]) => [id, key]))

/** What there is of these slots. */
export const readOf = async <Row>(slots: ReadonlyMap<string, string>, read: (ids: string[]) => Promise<Row[]>) =>
  slots.size === 0 ? [] : read([...slots.values()])
