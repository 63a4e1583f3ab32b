import type { Tx } from '#ground/database/actor.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { removeFormRow } from '../../store/form-row.ts'
import { readDecisionFields, writeDecisionFields } from './decision-fields.ts'
import {
  readMoneyFields,
  readPartyFields,
  readPlaceFields,
  removePart,
  writeMoneyFields,
  writePartyFields,
  writePlaceFields,
} from './part-fields.ts'
import { readProjectFields, writeProjectFields } from './project-fields.ts'
import { readThemeFields, writeThemeFields } from './theme-fields.ts'

export type RecordKind = 'project' | 'party' | 'place' | 'money' | 'themes' | 'decision'

type RecordStore = {
  read: (tx: Tx, at: Place, lock?: boolean) => Promise<Fields | null>
  write: (tx: Tx, at: Place, fields: Fields) => Promise<string>
  /** Null: it goes with its project alone. */
  remove: ((tx: Tx, at: Place) => Promise<boolean>) | null
  /** Whether it stands under a project. */
  isPart: boolean
  /** Fields that name an organisation, each of which may be new (`FIELD-new`). */
  organisations: readonly string[]
  /** The field of which there may be no second of the same. */
  once?: string
}

/** How each kind of record is read into its form, written from it and removed. */
export const records: Readonly<Record<RecordKind, RecordStore>> = {
  project: {
    read: readProjectFields,
    write: writeProjectFields,
    remove: (tx, at) => removeFormRow(tx, 'activity', at),
    isPart: false,
    organisations: [],
    once: 'identifier',
  },
  party: {
    read: readPartyFields,
    write: writePartyFields,
    remove: (tx, at) => removePart(tx, 'activity_party', at),
    isPart: true,
    organisations: ['organisation'],
    once: 'organisation',
  },
  place: {
    read: readPlaceFields,
    write: writePlaceFields,
    remove: (tx, at) => removePart(tx, 'activity_place', at),
    isPart: true,
    organisations: [],
  },
  money: {
    read: readMoneyFields,
    write: writeMoneyFields,
    remove: (tx, at) => removePart(tx, 'activity_money', at),
    isPart: true,
    organisations: ['provider', 'receiver'],
  },
  themes: { read: readThemeFields, write: writeThemeFields, remove: null, isPart: false, organisations: [] },
  decision: {
    read: readDecisionFields,
    write: writeDecisionFields,
    remove: (tx, at) => removeFormRow(tx, 'decision', at),
    isPart: false,
    organisations: [],
    once: 'number',
  },
}
