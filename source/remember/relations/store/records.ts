import type { Tx } from '#ground/database/actor.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { isOfMemory, removeFormRow } from '../../store/form-row.ts'
import {
  readAgreementFields,
  readEventFields,
  relationshipOfAgreement,
  writeAgreementFields,
  writeEventFields,
} from './agreement-fields.ts'
import {
  readFeeFields,
  readPartyFields,
  readSeatFields,
  removePart,
  writeFeeFields,
  writePartyFields,
  writeSeatFields,
} from './part-fields.ts'
import { readRelationshipFields, writeRelationshipFields } from './relationship-fields.ts'

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
    remove: (tx, at) => removeFormRow(tx, 'relationship', at),
  },
  agreement: {
    read: readAgreementFields,
    write: writeAgreementFields,
    remove: (tx, at) => removeFormRow(tx, 'agreement', at),
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
    remove: (tx, at) => removeFormRow(tx, 'agreement_event', at, 'agreement_id'),
  },
}

/** Whether what a record is under, or is to be, is of this memory and to be seen by the actor. */
export async function isUnderThisMemory(tx: Tx, kind: RecordKind, { space, parent, id }: Place): Promise<boolean> {
  if (kind === 'relationship' || (kind === 'agreement' && id !== null)) return true
  if (parent === null) return false
  return kind === 'event'
    ? (await relationshipOfAgreement(tx, space, parent)) !== null
    : isOfMemory(tx, 'relationship', space, parent)
}
