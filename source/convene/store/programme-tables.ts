import type { ColumnType, Generated } from 'kysely'
import type { Child, Given, Instant, MaybeInstant, Now } from '#ground/database/tables.ts'
import type { Programme } from '../programme/rules/programme.ts'
import type { FileSeat, FileSlot } from '../seminar/rules/programme-file.ts'

// The tables of the programme: its draft in rows, and released versions.

export interface ProgrammeTable extends Child {
  id: Generated<string>
  seminar_id: string
  provisional: Given<boolean>
}
export interface SlotTable extends Child {
  id: Generated<string>
  programme_id: string
  key: string
  kind: FileSlot['kind']
  part: string | null
  starts_at: Instant
  ends_at: Instant
  position: number
  room_id: string | null
  /** Not confirmed yet. */
  provisional: Given<boolean>
  /** Null: as in the whole seminar. */
  floor_languages: string[] | null
  interpretation_languages: string[] | null
}
export interface SlotThemeTable extends Child {
  id: Generated<string>
  slot_id: string
  position: number
}
export interface SlotRoleTable extends Child {
  id: Generated<string>
  slot_id: string
  organisation_id: string
  role: 'moderator' | 'coordination'
  position: number
}
export interface ProgrammeDayTable extends Child {
  id: Generated<string>
  programme_id: string
  /** YYYY-MM-DD */
  held_on: string
  /** HH:MM:SS */
  hours_from: string
  hours_to: string
  position: number
}
export interface ProgrammeRoomTable extends Child {
  id: Generated<string>
  programme_id: string
  key: string
  capacity: number | null
  position: number
}
export interface ProgrammePersonTable extends Child {
  id: Generated<string>
  seminar_id: string
  key: string
  person_id: string
  organisation_id: string | null
  /** Whether everybody may read the name. */
  named: Given<boolean>
  link_number: Given<number>
  position: number
}
export interface SlotPersonTable extends Child {
  id: Generated<string>
  slot_id: string
  programme_person_id: string
  role: 'moderator' | 'speaker'
  state: Given<'open' | 'invited' | 'confirmed' | 'declined'>
  answered_at: MaybeInstant
  position: number
}
export interface SlotSeatTable extends Child {
  id: Generated<string>
  slot_id: string
  key: string
  region: FileSeat['region']
  organisation_id: string | null
  programme_person_id: string | null
  state: Given<'open' | 'invited' | 'confirmed' | 'declined'>
  invited_at: MaybeInstant
  answered_at: MaybeInstant
  position: number
}
export interface SlotDocumentTable extends Child {
  id: Generated<string>
  slot_id: string
  url: string
  position: number
}
/** Frozen: rows are added and never changed. */
export interface ProgrammeVersionTable extends Child {
  id: Generated<string>
  seminar_id: string
  /** Given by the database: the order of the releases. */
  number: ColumnType<number, number | undefined, never>
  slug: string
  content: ColumnType<Programme, string, never>
  released_at: Now
  released_by: string | null
}
export interface ProgrammeVersionLanguageTable extends Child {
  version_id: string
  language: string
  /** Words by their place in the version: `slots.part-1.title`. */
  texts: ColumnType<Record<string, string>, string, never>
  /** Places of those that were out of date, or that nobody had read. */
  older: ColumnType<string[], string[] | undefined, never>
  published_at: Now
  published_by: string | null
}
export interface CheckSetAsideTable extends Child {
  id: Generated<string>
  seminar_id: string
  code: string
  subject: string
  reason: string
  set_by: string | null
  set_at: Now
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    programme: ProgrammeTable
    slot: SlotTable
    slot_theme: SlotThemeTable
    slot_role: SlotRoleTable
    programme_day: ProgrammeDayTable
    programme_room: ProgrammeRoomTable
    programme_person: ProgrammePersonTable
    slot_person: SlotPersonTable
    slot_seat: SlotSeatTable
    slot_document: SlotDocumentTable
    programme_version: ProgrammeVersionTable
    programme_version_language: ProgrammeVersionLanguageTable
    check_set_aside: CheckSetAsideTable
  }
}
