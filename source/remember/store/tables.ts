import type { ColumnType, Generated } from 'kysely'
import type { Child, Given, Instant, MaybeInstant, Now, Visibility } from '#ground/database/tables.ts'

// The tables of migration 0010, as Kysely reads and writes them. Days are YYYY-MM-DD, amounts of money decimal text (a number
// would round them), `during` EDTF, `reach` the days it may reach over, `at_most` the widest circle a part is shown to.

type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface FieldCircleTable extends Child {
  id: Generated<string>
  record_table: string
  record_id: string
  field: string
  at_most: Visibility
}

export interface ShareTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  record_table: 'relationship' | 'activity' | 'interaction' | 'decision' | 'memory_document' | 'note'
  record_id: string
  person_id: string
  reason: Maybe<string>
  ends_at: Instant
  shared_by: Maybe<string>
  shared_at: Now
}

export interface ContactTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  person_id: string
  organisation_id: Maybe<string>
  languages: Given<string[]>
  during: Maybe<string>
  public_office: Given<boolean>
}

export interface TermTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  organisation_id: Maybe<string>
  during: string
  reach: ColumnType<string | null, never, never>
  elected_on: Maybe<string>
}

export interface PostTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  organisation_id: Maybe<string>
  nature: 'political' | 'technical'
  seats: Given<number>
  during: Maybe<string>
}

export interface AppointmentTable extends Child {
  id: Generated<string>
  post_id: string
  contact_id: string
  term_id: Maybe<string>
  during: string
  reach: ColumnType<string | null, never, never>
  acting: Given<boolean>
  carried_over: Given<boolean>
  at_most: Given<Visibility>
}

export interface RelationshipTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  key: Maybe<string>
  kind: 'twinning' | 'cooperation' | 'triangular' | 'network' | 'declaration'
  during: string
  reach: ColumnType<string | null, never, never>
}

export interface RelationshipPartyTable extends Child {
  id: Generated<string>
  relationship_id: string
  organisation_id: string
  role: Given<'partner' | 'donor' | 'facilitator' | 'network' | 'other'>
  during: Maybe<string>
  at_most: Given<Visibility>
}

export interface AgreementTable extends Child {
  id: Generated<string>
  relationship_id: string
  kind: 'charter' | 'convention' | 'addendum' | 'letter'
  amends_id: Maybe<string>
  first_end: Maybe<string>
  renewal: Given<'none' | 'tacit' | 'express' | 'indefinite'>
  renewal_months: Maybe<number>
  most_renewals: Maybe<number>
  notice_months: Given<number>
  notice_days: Given<number>
  languages: Given<string[]>
  at_most: Given<Visibility>
}

export interface AgreementEventTable extends Child {
  id: Generated<string>
  agreement_id: string
  kind:
    | 'negotiated'
    | 'approved'
    | 'signed'
    | 'in-force'
    | 'amended'
    | 'renewed'
    | 'suspended'
    | 'denounced'
    | 'expired'
    | 'reactivated'
  on_day: string
  ends_on: Maybe<string>
  position: Given<number>
  decision_id: Maybe<string>
}

export interface InteractionTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  kind: 'mission' | 'delegation' | 'meeting' | 'call' | 'letter' | 'event' | 'other'
  during: string
  reach: ColumnType<string | null, never, never>
  title: string
  place: Maybe<string>
  body: Maybe<string>
  language: string
  message_id: Maybe<string>
  written_by: Maybe<string>
}

export interface InteractionParticipantTable extends Child {
  id: Generated<string>
  interaction_id: string
  contact_id: Maybe<string>
  organisation_id: Maybe<string>
  side: Given<'own' | 'partner' | 'other'>
}

export interface CommitmentTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  interaction_id: Maybe<string>
  relationship_id: Maybe<string>
  owed_by: 'us' | 'them'
  organisation_id: Maybe<string>
  contact_id: Maybe<string>
  what: string
  language: string
  due: Maybe<string>
  settled_on: Maybe<string>
  outcome: Maybe<'kept' | 'dropped'>
  outcome_reason: Maybe<string>
}

export interface FeeTable extends Child {
  id: Generated<string>
  relationship_id: string
  year: number
  amount: string
  currency: string
  due: Maybe<string>
  paid_on: Maybe<string>
  at_most: Given<Visibility>
}

export interface NetworkSeatTable extends Child {
  id: Generated<string>
  relationship_id: string
  held_by: 'city' | 'person'
  contact_id: Maybe<string>
  during: string
  reach: ColumnType<string | null, never, never>
  at_most: Given<Visibility>
}

export interface ActivityTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  identifier: Maybe<string>
  status: '1' | '2' | '3' | '4' | '5' | '6'
  planned_start: Maybe<string>
  actual_start: Maybe<string>
  planned_end: Maybe<string>
  actual_end: Maybe<string>
  scope: Maybe<string>
  relationship_id: Maybe<string>
  parent_id: Maybe<string>
}

export interface ActivityPartyTable extends Child {
  id: Generated<string>
  activity_id: string
  organisation_id: Maybe<string>
  role: '1' | '2' | '3' | '4'
}

export interface ActivityPlaceTable extends Child {
  id: Generated<string>
  activity_id: string
  country: Maybe<string>
  name: Maybe<string>
  latitude: Maybe<string>
  longitude: Maybe<string>
  percentage: Maybe<string>
}

export interface ActivityClassTable extends Child {
  id: Generated<string>
  activity_id: string
  vocabulary: 'sector' | 'goal' | 'target' | 'marker' | 'own'
  code: string
  percentage: Maybe<string>
}

export interface ActivityMoneyTable extends Child {
  id: Generated<string>
  activity_id: string
  kind: 'budget' | 'incoming' | 'commitment' | 'disbursement' | 'expenditure' | 'planned-disbursement' | 'in-kind'
  value: string
  currency: string
  value_date: string
  period_start: Maybe<string>
  period_end: Maybe<string>
  provider_id: Maybe<string>
  receiver_id: Maybe<string>
  description: Maybe<string>
  at_most: Given<Visibility>
}

export interface DecisionTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  body_name: Maybe<string>
  body_siret: Maybe<string>
  number: string
  decided_on: string
  subject_code: Maybe<string>
  subject_name: Maybe<string>
  budget_year: Maybe<number>
  budget_name: Maybe<string>
  prefecture_id: Maybe<string>
  prefecture_on: Maybe<string>
  voters: Maybe<number>
  voted: Maybe<number>
  votes_for: Maybe<number>
  votes_against: Maybe<number>
  abstentions: Maybe<number>
  url: Maybe<string>
}

export interface MemoryDocumentTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  category: string
  language: Maybe<string>
  during: Maybe<string>
  licence: Maybe<string>
  keep_until: Maybe<string>
  legal_hold: Given<boolean>
}

export interface DocumentVersionTable extends Child {
  id: Generated<string>
  document_id: string
  number: number
  file_id: string
  added_at: Now
  added_by: Maybe<string>
  extraction: Given<'waiting' | 'done' | 'none' | 'failed'>
}

export interface DocumentTextTable extends Child {
  id: string
  body: string
}

export interface NoteTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  kind: 'fact' | 'context' | 'lesson' | 'warning' | 'contact-tip' | 'oral-memory'
  body: string
  language: string
  during: Maybe<string>
  told_by: Maybe<string>
  written_by: Maybe<string>
  confidential: Given<boolean>
}

export interface AboutTable extends Child {
  id: Generated<string>
  record_table: 'interaction' | 'decision' | 'memory_document' | 'note'
  record_id: string
  about_table:
    | 'relationship'
    | 'agreement'
    | 'activity'
    | 'organisation'
    | 'contact'
    | 'post'
    | 'interaction'
    | 'decision'
    | 'space'
  about_id: string
}

export interface ResponsibilityTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  organisation_id: string
  contact_id: Maybe<string>
  role: 'leads' | 'contributes' | 'is-consulted' | 'decides' | 'key-actor'
  relationship_id: Maybe<string>
  activity_id: Maybe<string>
  during: Maybe<string>
  reach: ColumnType<string | null, never, never>
}

export interface MemoryRuleTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  code: string
  off: Given<boolean>
  threshold: Maybe<number>
}

export interface FindingSetAsideTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  code: string
  record_id: string
  reason: string
  set_by: Maybe<string>
  set_at: Now
  until: Maybe<string>
}

export interface MemoryDigestTable {
  id: Generated<string>
  space_id: string
  person_id: string
  every: Given<'never' | 'week' | 'month'>
  language: string
  feed_number: Given<number>
  last_sent_on: Maybe<string>
}

export interface ImportMappingTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  headers_hash: string
  kind: string
  columns: ColumnType<Record<string, string>, string, string>
  used_at: Now
}

export interface ImportBatchTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  name: string
  sha256: string
  kind: string
  way: 'create' | 'update' | 'both'
  waiting: Maybe<Buffer>
  looked_at: Now
  looked_by: Maybe<string>
  imported_at: MaybeInstant
  imported_by: Maybe<string>
  persons_before: Maybe<Buffer>
  created: Given<number>
  updated: Given<number>
  unchanged: Given<number>
  undone_at: MaybeInstant
}

export interface ImportRowTable extends Child {
  id: Generated<string>
  batch_id: string
  line: number
  record_table: string
  record_id: string
  version_before: Maybe<number>
  version_after: number
  undone: Maybe<'removed' | 'restored' | 'kept'>
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    field_circle: FieldCircleTable
    share: ShareTable
    contact: ContactTable
    term: TermTable
    post: PostTable
    appointment: AppointmentTable
    relationship: RelationshipTable
    relationship_party: RelationshipPartyTable
    agreement: AgreementTable
    agreement_event: AgreementEventTable
    interaction: InteractionTable
    interaction_participant: InteractionParticipantTable
    commitment: CommitmentTable
    fee: FeeTable
    network_seat: NetworkSeatTable
    activity: ActivityTable
    activity_party: ActivityPartyTable
    activity_place: ActivityPlaceTable
    activity_class: ActivityClassTable
    activity_money: ActivityMoneyTable
    decision: DecisionTable
    memory_document: MemoryDocumentTable
    document_version: DocumentVersionTable
    document_text: DocumentTextTable
    note: NoteTable
    about: AboutTable
    responsibility: ResponsibilityTable
    memory_rule: MemoryRuleTable
    finding_set_aside: FindingSetAsideTable
    memory_digest: MemoryDigestTable
    import_mapping: ImportMappingTable
    import_batch: ImportBatchTable
    import_row: ImportRowTable
  }
}
