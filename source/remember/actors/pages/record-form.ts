import { type RecordForm, recordForm as sharedForm } from '../../pages/record-form.tsx'
import { saveRecord } from '../acts/save-record.ts'
import { type RecordKind, records } from '../store/records.ts'

/** The form of a record of the actors; a new one is internal where the form does not say otherwise. */
export const recordForm = <Lists>({ kind, ...form }: Omit<RecordForm<Lists>, 'record'> & { kind: RecordKind }) =>
  sharedForm({
    ...form,
    start: (visit, memory) => ({ visibility: '0', ...form.start(visit, memory) }),
    record: {
      read: records[kind].read,
      save: (house, who, { at: { space, id }, fields, writtenIn, version, once }) =>
        saveRecord(house, who, { kind, space, id, fields: { ...fields, writtenIn }, version, once }),
    },
  })
