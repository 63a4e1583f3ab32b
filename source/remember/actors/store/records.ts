import type { Tx } from '#ground/database/actor.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { isOfMemory, removeFormRow } from '../../store/form-row.ts'
import { readActorFields, writeActorFields } from './actor-fields.ts'
import { readContactFields, writeContactFields } from './contact-fields.ts'
import { readDutyFields, writeDutyFields } from './duty-fields.ts'
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
  read: (tx: Tx, at: Place, lock?: boolean) => Promise<Fields | null>
  write: (tx: Tx, at: Place, fields: Fields) => Promise<string>
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
    if (!(await isOfMemory(tx, table, space, id))) found.push(field)
  }
  return found
}

/** Removes a record that nothing else stands on. @returns whether it was there */
export const removeRecord = (tx: Tx, kind: RecordKind, at: Place): Promise<boolean> =>
  removeFormRow(tx, records[kind].table, at)
