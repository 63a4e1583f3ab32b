import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

/** Every row that the programme of a file speaks of, without its words. */
export type ProgrammeRows = NonNullable<Awaited<ReturnType<typeof readProgrammeRows>>>
export type PersonRow = Awaited<ReturnType<typeof readPeople>>[number]

/** The draft of the programme, for whoever works on the seminar; null for others, and when there is none. */
export async function readProgrammeRows(tx: Tx, seminarId: string) {
  const programme = await tx
    .selectFrom('programme')
    .select(['id', 'provisional'])
    .select(eb =>
      jsonArrayFrom(
        eb
          .selectFrom('programme_day')
          .select(['held_on', 'hours_from', 'hours_to'])
          .whereRef('programme_id', '=', 'programme.id')
          .orderBy('held_on'),
      ).as('days'),
    )
    .where('seminar_id', '=', seminarId)
    .executeTakeFirst()
  if (!programme) return null
  const { id } = programme
  const slots = await tx
    .selectFrom('slot')
    .leftJoin('programme_room as r', 'r.id', 'slot.room_id')
    .select(['slot.id', 'slot.key', 'slot.kind', 'slot.part', 'slot.starts_at', 'slot.ends_at', 'slot.provisional'])
    .select(['slot.floor_languages', 'slot.interpretation_languages', 'r.key as room'])
    .where('slot.programme_id', '=', id)
    .orderBy('slot.position')
    .orderBy('slot.starts_at')
    .execute()
  return {
    ...programme,
    rooms: await tx
      .selectFrom('programme_room')
      .select(['id', 'key', 'capacity'])
      .where('programme_id', '=', id)
      .orderBy('position')
      .orderBy('key')
      .execute(),
    slots,
    themes: await tx
      .selectFrom('slot_theme as t')
      .innerJoin('slot', 'slot.id', 't.slot_id')
      .select(['t.id', 't.slot_id'])
      .where('slot.programme_id', '=', id)
      .orderBy('t.position')
      .execute(),
    roles: await tx
      .selectFrom('slot_role as r')
      .innerJoin('slot', 'slot.id', 'r.slot_id')
      .select(['r.slot_id', 'r.organisation_id', 'r.role'])
      .where('slot.programme_id', '=', id)
      .orderBy('r.position')
      .execute(),
    ...(await readSlotParts(tx, id)),
  }
}

async function readSlotParts(tx: Tx, programmeId: string) {
  return {
    persons: await tx
      .selectFrom('slot_person as sp')
      .innerJoin('slot', 'slot.id', 'sp.slot_id')
      .select(['sp.slot_id', 'sp.programme_person_id', 'sp.role', 'sp.state'])
      .where('slot.programme_id', '=', programmeId)
      .orderBy('sp.position')
      .orderBy('sp.id')
      .execute(),
    seats: await tx
      .selectFrom('slot_seat as s')
      .innerJoin('slot', 'slot.id', 's.slot_id')
      .select(['s.slot_id', 's.key', 's.region', 's.organisation_id', 's.programme_person_id', 's.state'])
      .where('slot.programme_id', '=', programmeId)
      .orderBy('s.position')
      .orderBy('s.key')
      .execute(),
    documents: await tx
      .selectFrom('slot_document as d')
      .innerJoin('slot', 'slot.id', 'd.slot_id')
      .select(['d.id', 'd.slot_id', 'd.url'])
      .where('slot.programme_id', '=', programmeId)
      .orderBy('d.position')
      .execute(),
  }
}

/** Who is on the programme, with their names, without those who were erased. */
export function readPeople(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('programme_person as pp')
    .innerJoin('person as p', 'p.id', 'pp.person_id')
    .select(['pp.id', 'pp.key', 'pp.organisation_id', 'pp.named'])
    .select(['p.given_name', 'p.family_name', 'p.email', 'p.language'])
    .where('pp.seminar_id', '=', seminarId)
    .where('p.erased_at', 'is', null)
    .orderBy('pp.position')
    .orderBy('pp.key')
    .execute()
}
