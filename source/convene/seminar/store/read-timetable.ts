import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'
import type { Timetable } from '../rules/timetable-checks.ts'

/**
 * The announced hours of a seminar and the slots of its programme, titles in the source language. Two queries, whatever
 * it holds.
 *
 * @returns null when there is no such seminar, or none that the actor may see
 */
export async function readTimetable(tx: Tx, slug: string): Promise<Timetable | null> {
  const seminar = await tx
    .selectFrom('seminar as s')
    .innerJoin('space as p', 'p.id', 's.id')
    .select(['s.id', 's.held_on', 's.hours_from', 's.hours_to', 's.time_zone'])
    .where('p.kind', '=', 'seminar')
    .where('p.slug', '=', slug)
    .executeTakeFirst()
  if (!seminar) return null
  const slots = await tx
    .selectFrom('slot')
    .leftJoin('translation as title', join =>
      join
        .onRef('title.record_id', '=', 'slot.id')
        .on('title.record_table', '=', 'slot')
        .on('title.field', '=', 'title')
        .on('title.state', '=', 'source'),
    )
    .select(['slot.key', 'slot.kind', 'slot.starts_at', 'slot.ends_at', 'title.body'])
    .where('slot.programme_id', '=', ({ selectFrom }) =>
      // The same programme as on the page of the seminar.
      selectFrom('programme')
        .select('id')
        .where('seminar_id', '=', seminar.id)
        .orderBy('released_at', order => order.desc().nullsLast())
        .limit(1),
    )
    .execute()
  return {
    date: Temporal.PlainDate.from(seminar.held_on),
    hoursFrom: Temporal.PlainTime.from(seminar.hours_from),
    hoursTo: Temporal.PlainTime.from(seminar.hours_to),
    timeZone: seminar.time_zone,
    slots: slots.map(slot => ({
      key: slot.key,
      kind: slot.kind,
      startsAt: slot.starts_at,
      endsAt: slot.ends_at,
      title: slot.body ?? '',
    })),
  }
}
