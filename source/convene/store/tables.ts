import type { ColumnType, Generated } from 'kysely'
import type { Inherited, Instant, Visibility } from '#ground/database/tables.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type Now = ColumnType<Temporal.Instant, Temporal.Instant | string | undefined, Temporal.Instant | string>
type MaybeInstant = ColumnType<
  Temporal.Instant | null,
  Temporal.Instant | string | null | undefined,
  Temporal.Instant | string | null
>
/** Space and visibility of a child record: the database takes them from the parent. */
interface Child {
  space_id: Inherited<string>
  visibility: Inherited<Visibility>
}

export type OrganisationRole = 'organiser' | 'partner' | 'supporter'
export type SlotKind =
  | 'registration'
  | 'welcome'
  | 'introduction'
  | 'part'
  | 'talk'
  | 'workshop'
  | 'break'
  | 'meal'
  | 'closing'
export type SlotRole = 'moderator' | 'coordination'
export type RegistrationCategory = 'elected' | 'staff' | 'university' | 'civil-society' | 'other'
export type RegistrationState = 'requested' | 'waiting' | 'offered' | 'confirmed' | 'refused' | 'cancelled' | 'expired'

export interface SeminarTable {
  /** The id of its space. */
  id: string
  space_id: ColumnType<string, never, never>
  visibility: Given<Visibility>
  network_id: string
  source_language: string
  languages: string[]
  /** YYYY-MM-DD */
  held_on: string
  /** HH:MM:SS, in `time_zone` */
  hours_from: string
  hours_to: string
  time_zone: string
  venue_address: string
  venue_country: string
  floor_languages: Given<string[]>
  interpretation_languages: Given<string[]>
  registration_mandatory: Given<boolean>
  registration_opens_at: MaybeInstant
  /** The last second in which a registration is accepted. */
  registration_closes_at: Instant
  cancelled_at: MaybeInstant
  calendar_sequence: Given<number>
}
export interface SeminarAccessLineTable extends Child {
  id: Generated<string>
  seminar_id: string
  position: number
}
export interface SeminarOrganisationTable extends Child {
  id: Generated<string>
  seminar_id: string
  organisation_id: string
  role: OrganisationRole
  position: number
}
export interface SeminarContactTable extends Child {
  id: Generated<string>
  seminar_id: string
  organisation_id: string | null
  email: string | null
  telephone: string | null
  position: number
}
export interface ProgrammeTable extends Child {
  id: Generated<string>
  seminar_id: string
  provisional: Given<boolean>
  released_at: MaybeInstant
}
export interface SlotTable extends Child {
  id: Generated<string>
  programme_id: string
  key: string
  kind: SlotKind
  part: string | null
  starts_at: Instant
  ends_at: Instant
  position: number
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
  role: SlotRole
  position: number
}
export interface ConsentTable extends Child {
  id: Generated<string>
  seminar_id: string
  key: string
  version: Given<number>
  required: boolean
  position: number
  superseded_at: MaybeInstant
}
export interface QuotaTable extends Child {
  id: Generated<string>
  seminar_id: string
  key: string
  capacity: number
  taken: Given<number>
  /** Kept by a trigger: `taken` never rises above it. */
  ceiling: ColumnType<number, number | undefined, number | undefined>
  position: Given<number>
}
export interface RegistrationTable {
  id: Generated<string>
  seminar_id: string
  person_id: string
  identity: string
  category: RegistrationCategory
  organisation_id: string | null
  organisation_name: string
  country: string
  region: 'latin-america' | 'europe' | 'other'
  language: string
  state: RegistrationState
  requested_at: Now
  /** The order of arrival, given by the database. */
  line: ColumnType<number, never, never>
  state_since: Now
  origin: Given<'form' | 'api' | 'desk' | 'import'>
  idempotency_key: string | null
}
export interface RegistrationConsentTable {
  registration_id: string
  consent_id: string
  given: boolean
  at: Now
}
export interface SeminarImportTable extends Child {
  id: Generated<string>
  seminar_id: string
  content: string
  sha256: string
  imported_at: Now
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    seminar: SeminarTable
    seminar_access_line: SeminarAccessLineTable
    seminar_organisation: SeminarOrganisationTable
    seminar_contact: SeminarContactTable
    programme: ProgrammeTable
    slot: SlotTable
    slot_theme: SlotThemeTable
    slot_role: SlotRoleTable
    consent: ConsentTable
    quota: QuotaTable
    registration: RegistrationTable
    registration_consent: RegistrationConsentTable
    seminar_import: SeminarImportTable
  }
}
