import { type RecordForm, recordForm as sharedForm } from '../../pages/record-form.tsx'
import { removeRecord } from '../acts/remove-record.ts'
import { saveRecord } from '../acts/save-record.ts'
import { type RecordKind, records } from '../store/records.ts'

/** The form of a project, of a part of one, or of a decision. */
export const recordForm = <Lists>({ kind, ...form }: Omit<RecordForm<Lists>, 'record'> & { kind: RecordKind }) =>
  sharedForm({
    ...form,
    record: {
      read: records[kind].read,
      isUnderThisMemory: async (tx, at) =>
        at.parent === null || (await records.project.read(tx, { ...at, id: at.parent })) !== null,
      save: (house, who, saving) => saveRecord(house, who, { kind, ...saving }),
      remove: (house, who, removal) => removeRecord(house, who, { kind, ...removal }),
    },
  })
