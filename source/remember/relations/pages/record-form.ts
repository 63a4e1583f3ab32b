import { type RecordForm, recordForm as sharedForm } from '../../pages/record-form.tsx'
import { removeRecord } from '../acts/remove-record.ts'
import { saveRecord } from '../acts/save-record.ts'
import { isUnderThisMemory, type RecordKind, records } from '../store/records.ts'

type RelationForm<Lists> = Omit<RecordForm<Lists>, 'record' | 'section'> & { kind: RecordKind }

/** The form of a relationship, of an agreement, or of a part of one. */
export const recordForm = <Lists>({ kind, ...form }: RelationForm<Lists>) =>
  sharedForm({
    ...form,
    section: 'relationships',
    record: {
      read: records[kind].read,
      isUnderThisMemory: (tx, at) => isUnderThisMemory(tx, kind, at),
      save: (house, who, saving) => saveRecord(house, who, { kind, ...saving }),
      remove: (house, who, removal) => removeRecord(house, who, { kind, ...removal }),
    },
  })
