import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { readActorFields, writeActorFields } from './actor-fields.ts'
import { readContactFields, writeContactFields } from './contact-fields.ts'
import { readDutyFields, writeDutyFields } from './duty-fields.ts'
import type { Fields } from './form-texts.ts'
import {
  readAppointmentFields,
  readPostFields,
  readTermFields,
  writeAppointmentFields,
  writePostFields,
  writeTermFields,
} from './mandate-fields.ts'

export type RecordKind = 'actor' | 'contact' | 'post' | 'term' | 'appointment' | 'duty'
// `either`: `relationship:` or `project:` before the id.
type Refers = 'organisation' | 'contact' | 'post' | 'term' | 'either'

type RecordStore = {
  read: (tx: Tx, space: string, id: string, lock?: boolean) => Promise<Fields | null>
  write: (tx: Tx, space: string, id: string | null, fields: Fields) => Promise<string>
  /** Fields that hold the id of another record, which must be of the same memory. */
  refers: Readonly<Record<string, Refers>>
  table: 'organisation' | 'contact' | 'post' | 'term' | 'appointment' | 'responsibility'
}

/** How each kind of record is read into its form and written from it. */
export const records: Readonly<Record<RecordKind, RecordStore>> = {
  actor: {
    read: readActorFields,
    write: writeActorFields,
    refers: { parent: 'organisation', successor: 'organisation' },
    table: 'organisation',
  },
  contact: {
    read: readContactFields,
    write: writeContactFields,
    refers: { organisation: 'organisation' },
    table: 'contact',
  },
  post: { read: readPostFields, write: writePostFields, refers: { organisation: 'organisation' }, table: 'post' },
  term: { read: readTermFields, write: writeTermFields, refers: { organisation: 'organisation' }, table: 'term' },
  appointment: {
    read: readAppointmentFields,
    write: writeAppointmentFields,
    refers: { post: 'post', contact: 'contact', term: 'term' },
    table: 'appointment',
  },
  duty: {
    read: readDutyFields,
    write: writeDutyFields,
    refers: { organisation: 'organisation', contact: 'contact', of: 'either' },
    table: 'responsibility',
  },
}

/** The fields that name a record which is not of this memory: a foreign key knows no space. */
export async function strangers(tx: Tx, space: string, kind: RecordKind, fields: Fields): Promise<string[]> {
  const found: string[] = []
  for (const [field, refers] of Object.entries(records[kind].refers)) {
    const [before, after] = (fields[field] ?? '').split(':')
    const id = refers === 'either' ? after : before
    if (!id) continue
    const table = refers !== 'either' ? refers : before === 'project' ? 'activity' : 'relationship'
    const row = await tx
      .selectFrom(table)
      .select('id')
      .where('id', '=', id)
      .where('space_id', '=', space)
      .executeTakeFirst()
    if (!row) found.push(field)
  }
  return found
}

/** Removes a record that nothing else stands on. @returns whether it was there */
export async function removeRecord(tx: Tx, space: string, kind: RecordKind, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom(records[kind].table)
    .where('id', '=', id)
    .where('space_id', '=', space)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
