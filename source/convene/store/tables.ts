import type { ColumnType, Generated } from 'kysely'
import './programme-tables.ts'
import type { QuestionCondition, QuestionKind } from '#convene/registration/rules/questions.ts'
import type { RegistrationState } from '#convene/registration/rules/states.ts'
import type { Child, Given, Instant, MaybeInstant, Now, Visibility } from '#ground/database/tables.ts'

export type OrganisationRole = 'organiser' | 'partner' | 'supporter'
export type { QuestionCondition, QuestionKind, RegistrationState }
export type RegistrationCategory = 'elected' | 'staff' | 'university' | 'civil-society' | 'other'

export type Region = 'latin-america' | 'europe' | 'other'

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
  /** Since when it has no sure day: `held_on` is then the day that is given up. */
  postponed_at: MaybeInstant
  /** YYYY-MM-DD: the day it was announced for before it was moved. */
  moved_from: string | null
  /** How many days before it reminders leave by themselves. */
  reminder_days: Given<number[]>
}
export interface SeminarNoticeTable extends Child {
  id: Generated<string>
  seminar_id: string
  kind: 'cancelled' | 'postponed' | 'moved' | 'held-again'
  /** YYYY-MM-DD: the day it was announced for when this was told. */
  held_on: string
  moved_to: string | null
  /** To how many registrations it was written. */
  told: Given<number>
  at: Now
}
export interface MailWordsTable extends Child {
  id: Generated<string>
  seminar_id: string
  template: string
}
export interface MailingTable extends Child {
  id: Generated<string>
  seminar_id: string
  /** A reminder so many days before `held_on`; null for a mailing that somebody writes. */
  days_before: number | null
  held_on: string | null
  audience: ColumnType<MailingAudience, string | undefined, string>
  /** When it is to leave; null while nobody has said so. */
  send_at: MaybeInstant
  started_at: MaybeInstant
  cancelled_at: MaybeInstant
  recipients: number | null
  version: Given<number>
  created_by: string | null
  created_at: Now
}
/** To whom a mailing goes: each list that is there must hold the registration's own value. */
export type MailingAudience = {
  states?: RegistrationState[]
  categories?: RegistrationCategory[]
  regions?: Region[]
  /** Languages of the mails. */
  languages?: string[]
  registrations?: string[]
  invitations?: string[]
}
export interface MailingRecipientTable {
  mailing_id: string
  registration_id: string
  seminar_id: string
  mail_id: string | null
}
export interface RegistrationNoteTable {
  id: Generated<string>
  registration_id: string
  seminar_id: string
  body: string
  written_by: string | null
  written_at: Now
}
export interface GuestListTable {
  id: Generated<string>
  seminar_id: string
  file_name: string
  sha256: string
  /** Its rows while it is being looked at, encrypted; null afterwards. */
  waiting: Buffer | null
  /** Real time. */
  looked_at: Now
  looked_by: string | null
  registered: number | null
  imported_at: MaybeInstant
  imported_by: string | null
  undone_at: MaybeInstant
  undone_by: string | null
  /** When all who came with it were gone through: nobody is taken back afterwards. */
  undo_ended_at: MaybeInstant
  /** Registrations that somebody had touched when taking back began: they stay. */
  undo_keeps: string[] | null
}
export interface InvitationSentTable {
  id: Generated<string>
  invitation_id: string
  seminar_id: string
  person_id: string
  mail_id: string | null
  sent_by: string | null
  sent_at: Now
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
  /** Places kept for invitations that have not been used yet. */
  held: Given<number>
  /** Whom it counts: who matches every condition that is not null. */
  categories: RegistrationCategory[] | null
  regions: Region[] | null
  territory_id: string | null
  /** Kept by a trigger: `taken` and `held` together never rise above it. */
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
  region: Region
  /** The organisation's id when it is an approved one, else its folded name: what a limit per organisation counts. */
  organisation_key: Given<string>
  territory_id: string | null
  /** A territory that is not known, as it was typed. */
  territory_name: string | null
  /** What the person does there, in their own words. */
  role: string | null
  /** Languages the person understands, BCP 47 primary tags. */
  languages: Given<string[]>
  invitation_id: string | null
  /** Whether its place is one of those that were kept for its invitation. */
  uses_reserved: Given<boolean>
  /** Higher comes first in the line. */
  priority: Given<number>
  offered_until: MaybeInstant
  delegation_id: string | null
  handed_on_to: string | null
  /** Why it was refused or cancelled, as the person was told. */
  reason: string | null
  version: Given<number>
  /** The file of guests it came with. */
  guest_list_id: string | null
  /** Which of its personal links is valid: raised when the address is corrected. */
  link_number: Given<number>
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
  stated_by: Given<'self' | 'delegate'>
}
export interface AdmissionTable extends Child {
  id: Generated<string>
  seminar_id: string
  approval_for: Given<RegistrationCategory[]>
  per_organisation: number | null
  per_form: Given<number>
  promotion: Given<'direct' | 'offer'>
  offer_hours: Given<number>
  promote_until: MaybeInstant
  change_until: MaybeInstant
  needs_days: Given<number>
  answers_days: Given<number>
  persons_days: Given<number>
}
export interface InvitationTable extends Child {
  id: Generated<string>
  seminar_id: string
  code: string
  /** For whom it is, in the organiser's words. */
  label: string
  /** How many may use it; null for any number. */
  places: number | null
  taken: Given<number>
  ceiling: ColumnType<number | null, never, never>
  /** Its places are kept out of the overall quota until `reserved_until`, or until `released_at` says they were let go. */
  reserved: Given<boolean>
  reserved_until: MaybeInstant
  released_at: MaybeInstant
  priority: Given<number>
  without_approval: Given<boolean>
  valid_until: MaybeInstant
  ended_at: MaybeInstant
  created_at: Now
}
export interface OrganisationPlacesTable {
  seminar_id: string
  organisation_key: string
  taken: Given<number>
  ceiling: number
}
export interface RegistrationNeedTable {
  registration_id: string
  accessibility: Given<string[]>
  diet: Given<string[]>
  note: Given<string>
}
export interface QuestionTable extends Child {
  id: Generated<string>
  seminar_id: string
  key: string
  version: Given<number>
  kind: QuestionKind
  required: Given<boolean>
  position: number
  condition: ColumnType<QuestionCondition | null, string | null | undefined, string | null>
  superseded_at: MaybeInstant
}
export interface QuestionOptionTable extends Child {
  id: Generated<string>
  question_id: string
  key: string
  position: number
}
export interface RegistrationAnswerTable {
  registration_id: string
  question_id: string
  value: ColumnType<unknown, string, string>
}
export interface PlaceEventTable {
  number: ColumnType<number, never, never>
  seminar_id: ColumnType<string, never, never>
  at: ColumnType<Temporal.Instant, never, never>
  kind: ColumnType<'state' | 'change' | 'capacity' | 'invitation', never, never>
  registration_id: ColumnType<string | null, never, never>
  from_state: ColumnType<RegistrationState | null, never, never>
  to_state: ColumnType<RegistrationState | null, never, never>
  detail: ColumnType<Record<string, unknown> | null, never, never>
  actor_kind: ColumnType<string | null, never, never>
  actor_id: ColumnType<string | null, never, never>
}
export interface PromotionTable {
  id: Generated<string>
  seminar_id: string
  registration_id: string
  at: Now
  full_quotas: ColumnType<{ quota: string; taken: number; capacity: number }[], string, string>
}
export interface AttendanceLetterTable extends Child {
  id: Generated<string>
  seminar_id: string
  number: number
  registration_id: string
  issued_at: Now
  issued_by: string | null
  withdrawn_at: MaybeInstant
  withdrawn_by: string | null
}
export interface RetentionRunTable {
  id: Generated<string>
  seminar_id: string
  what: 'needs' | 'answers' | 'persons'
  registrations: number
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
    consent: ConsentTable
    quota: QuotaTable
    registration: RegistrationTable
    registration_consent: RegistrationConsentTable
    seminar_import: SeminarImportTable
    admission: AdmissionTable
    invitation: InvitationTable
    organisation_places: OrganisationPlacesTable
    registration_need: RegistrationNeedTable
    question: QuestionTable
    question_option: QuestionOptionTable
    registration_answer: RegistrationAnswerTable
    place_event: PlaceEventTable
    promotion: PromotionTable
    attendance_letter: AttendanceLetterTable
    retention_run: RetentionRunTable
    seminar_notice: SeminarNoticeTable
    mail_words: MailWordsTable
    mailing: MailingTable
    mailing_recipient: MailingRecipientTable
    registration_note: RegistrationNoteTable
    guest_list: GuestListTable
    invitation_sent: InvitationSentTable
  }
}
