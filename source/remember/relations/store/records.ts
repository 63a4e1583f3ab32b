import type { Tx } from '#ground/database/actor.ts'
import type { Fields } from '../../rules/typed.ts'
import '../../store/tables.ts'
import {
  readAgreementFields,
  readEventFields,
  relationshipOfAgreement,
  removeAgreement,
  writeAgreementFields,
  writeEventFields,
} from './agreement-fields.ts'
import {
  isRelationshipOf,
  readFeeFields,
  readPartyFields,
  readSeatFields,
  removePart,
  writeFeeFields,
  writePartyFields,
  writeSeatFields,
} from './part-fields.ts'
import {
  type Place,
  readRelationshipFields,
  removeRelationship,
  writeRelationshipFields,
} from './relationship-fields.ts'

export type RecordKind = 'relationship' | 'agreement' | 'party' | 'fee' | 'seat' | 'event'

type RecordStore = {
  read: (tx: Tx, at: Place, lock?: boolean) => Promise<Fields | null>
  write: (tx: Tx, at: Place, fields: Fields) => Promise<string>
  remove: (tx: Tx, at: Place) => Promise<boolean>
  /** The field of which there may be no second of the same. */
  once?: string
}

/** How each kind of record is read into its form, written from it and removed. */
export const records: Readonly<Record<RecordKind, RecordStore>> = {
  relationship: {
    read: readRelationshipFields,
    write: writeRelationshipFields,
    remove: removeRelationship,
  },
  agreement: {
    read: readAgreementFields,
    write: writeAgreementFields,
    remove: removeAgreement,
  },
  party: {
    read: readPartyFields,
    write: writePartyFields,
    remove: (tx, at) => removePart(tx, 'relationship_party', at),
    once: 'organisation',
  },
  fee: { read: readFeeFields, write: writeFeeFields, remove: (tx, at) => removePart(tx, 'fee', at), once: 'year' },
  seat: { read: readSeatFields, write: writeSeatFields, remove: (tx, at) => removePart(tx, 'network_seat', at) },
  event: {
    read: readEventFields,
    write: writeEventFields,
    remove: (tx, at) => removePart(tx, 'agreement_event', at),
  },
}

/** Whether a decision belongs to a memory. */
export async function isDecisionOf(tx: Tx, space: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('decision')
    .select('id')
    .where('id', '=', id)
    .where('space_id', '=', space)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether what a record is under, or is to be, is of this memory and to be seen by the actor. */
export async function isUnderThisMemory(tx: Tx, kind: RecordKind, { space, parent, id }: Place): Promise<boolean> {
  if (kind === 'relationship' || (kind === 'agreement' && id !== null)) return true
  if (parent === null) return false
  return kind === 'event'
    ? (await relationshipOfAgreement(tx, space, parent)) !== null
    : isRelationshipOf(tx, space, parent)
}
