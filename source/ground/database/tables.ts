import type { ColumnType, Generated } from 'kysely'

/** 0 internal, 1 network, 2 public: the three circles of every record (law 5). */
export type Visibility = 0 | 1 | 2

/** An instant as the pool reads it and takes it. */
export type Instant = ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
export type Given<T> = ColumnType<T, T | undefined, T>
export type Now = ColumnType<Temporal.Instant, Temporal.Instant | string | undefined, Temporal.Instant | string>
export type MaybeInstant = ColumnType<
  Temporal.Instant | null,
  Temporal.Instant | string | null | undefined,
  Temporal.Instant | string | null
>
/** Filled by the database from the parent record. */
export type Inherited<T> = ColumnType<T, T | undefined, T>
/** The two columns of a child record that the database takes from its parent. */
export interface Child {
  space_id: Inherited<string>
  visibility: Inherited<Visibility>
}

export type SpaceKind = 'installation' | 'network' | 'seminar' | 'territory'
export type Role =
  | 'administrator'
  | 'organiser'
  | 'door_steward'
  | 'moderator'
  | 'rapporteur'
  | 'translator'
  | 'territory_editor'
  | 'territory_reader'
  | 'evaluator'
export type Capability =
  | 'read'
  | 'edit'
  | 'people'
  | 'translate'
  | 'rights'
  | 'door'
  | 'converse'
  | 'evaluate'
  | 'administer'

export interface SpaceTable {
  id: Generated<string>
  kind: SpaceKind
  parent_id: string | null
  slug: string
  visibility: Given<Visibility>
  /** Of a network: it is invented. Territories say it of themselves. */
  fictitious: Given<boolean>
  /** IANA name, of a territory or a network; null: nobody has said it (`zoneOfPlace`). */
  time_zone: Given<string | null>
  space_id: ColumnType<string, never, never>
}
export interface NetworkMemberTable {
  id: Generated<string>
  space_id: string
  member_id: string
  visibility: Given<Visibility>
  starts_on: string | null
  ends_on: string | null
}
export interface PersonTable {
  id: Generated<string>
  given_name: string | null
  family_name: string | null
  email: string | null
  email_folded: ColumnType<string | null, never, never>
  telephone: string | null
  language: string
  has_account: Given<boolean>
  created_at: Now
  erased_at: MaybeInstant
}
export interface AccessRightTable {
  id: Generated<string>
  person_id: string
  role: Role
  space_id: string
  space_kind: SpaceKind
  visibility: Given<Visibility>
  starts_at: Now
  ends_at: MaybeInstant
  given_by: string | null
  reason: string
}
export interface RoleScopeTable {
  role: Role
  space_kind: SpaceKind
}
export interface RoleCapabilityTable {
  role: Role
  capability: Capability
}
export interface RecordVersionTable {
  record_id: string
  record_table: string
  version: number
  space_id: string | null
  visibility: Visibility
  known: string
  actor_kind: string | null
  actor_id: string | null
  reason: string | null
  ended_by_kind: string | null
  ended_by_id: string | null
  end_reason: string | null
  shape: number
  doc: Record<string, unknown>
  /** Of the last version of a part or a text that was removed: the record that it was taken out of. */
  part_of: string | null
}
export interface MigrationTable {
  number: number
  name: string
  sha256: string
  applied_at: Now
}
export interface InstallationTable {
  only_row: Generated<boolean>
  demonstration: Given<boolean>
  created_at: Now
  /** What this installation is called; null for Perenne. */
  name: string | null
  /** #rrggbb, the colour of links and buttons; null for Perenne's own. */
  accent: string | null
  /** Whether whoever holds an access right must have a second factor. */
  second_factor: Given<'offered' | 'required'>
  /** When the guided first visit was finished or left. */
  set_up_at: MaybeInstant
  /** What the UIDs of calendar entries end in; null before the first address in real use. */
  calendar_host: string | null
}
export type TranslationState = 'source' | 'machine' | 'draft' | 'reviewed'
export interface TranslationTable {
  id: Generated<string>
  record_table: string
  record_id: string
  field: string
  language: string
  body: string
  body_hash: ColumnType<string, never, never>
  state: TranslationState
  source_hash: string | null
  space_id: Inherited<string>
  visibility: Inherited<Visibility>
}
export interface TerritoryTable {
  id: string
  space_id: ColumnType<string, never, never>
  visibility: Given<Visibility>
  country: string
  region: 'latin-america' | 'europe' | 'other'
  government: 'municipality' | 'intermunicipal' | 'metropolis' | 'county' | 'region' | 'federated-state' | 'other'
  successor_id: string | null
  fictitious: Given<boolean>
}
export type OrganisationKind =
  | 'network'
  | 'association'
  | 'company'
  | 'local-government'
  | 'university'
  | 'institution'
  | 'other'
  | 'service'
  | 'ngo'
  | 'state'
  | 'donor'
  | 'international'
export interface OrganisationTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  key: string | null
  short_name: string | null
  kind: OrganisationKind
  country: string | null
  territory_id: string | null
  website: string | null
  fictitious: Given<boolean>
  parent_id: Given<string | null>
  successor_id: Given<string | null>
  /** The same as that one, which stands for both. */
  merged_into_id: Given<string | null>
  /** EDTF: since when, until when. */
  during: Given<string | null>
  /** Belongs to the memory of its territory or network, beside those a seminar only names. */
  remembered: Given<boolean>
}
export interface IdentifierTable {
  id: Generated<string>
  record_table: 'organisation' | 'territory'
  record_id: string
  scheme: string
  value: string
  space_id: Inherited<string>
  visibility: Inherited<Visibility>
}
export interface SessionTable {
  id: string
  person_id: string
  created_at: Now
  seen_at: Now
  expires_at: Instant
  second_factor_at: MaybeInstant
}
export interface SignInLinkTable {
  id: Generated<string>
  person_id: string
  created_at: Now
  expires_at: Instant
  used_at: MaybeInstant
  return_to: string | null
}
export type MailState = 'to_send' | 'sending' | 'waiting_retry' | 'sent' | 'failed' | 'cancelled'
export interface MailTable {
  id: Generated<string>
  space_id: string
  person_id: string
  template: string
  language: string
  data: ColumnType<Record<string, unknown>, string | undefined, string>
  state: Given<MailState>
  attempts: Given<number>
  due_at: Now
  taken_at: MaybeInstant
  sent_at: MaybeInstant
  last_error: string | null
  created_at: Now
  /** When a report said that it could not be delivered after it had left (RFC 3464). */
  bounced_at: MaybeInstant
  /** When a report said that its server still tries. */
  delayed_at: MaybeInstant
  /** What the report said, without addresses. */
  bounce: string | null
}
export interface FileTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  record_id: string | null
  name: string
  media_type: string
  bytes: number
  sha256: string
  created_at: Now
  /** Since when nobody outside the team reads it, whatever names it. */
  withdrawn_at: ColumnType<Temporal.Instant | null, undefined, Temporal.Instant | string | null>
}
export interface SearchEntryTable {
  record_id: string
  language: string
  record_table: string
  space_id: string
  visibility: Visibility
  title: string
  /** Lower case, without accents. */
  title_folded: string
  body: string
  path: string
  words: string
  /** The widest circle of the words it was made from. */
  at_most: Given<Visibility>
  /** The days that its record tells of, as a daterange. */
  reach: Given<string | null>
}
export interface SentFormTable {
  key: string
  location: string
  sent_at: Now
}
export interface BackupRunTable {
  id: Generated<string>
  started_at: Now
  ended_at: MaybeInstant
  file: string | null
  bytes: number | null
  error: string | null
}

/** Every table of the ground. A room adds its own by declaration merging, in its store/tables.ts. */
export interface NotedActTable {
  number: ColumnType<number, never, never>
  space_id: string
  at: ColumnType<Temporal.Instant, never, never>
  what: string
  /** Counts and ids, never a name or an address. */
  detail: ColumnType<Record<string, unknown>, string | undefined, never>
  actor_kind: ColumnType<string | null, never, never>
  actor_id: ColumnType<string | null, never, never>
}
/** A second factor. Its times are real time. */
export interface AuthenticatorTable {
  id: Generated<string>
  person_id: string
  kind: 'totp' | 'passkey'
  name: Given<string>
  /** Of a code generator (RFC 6238), encrypted. */
  secret: Buffer | null
  /** The last time step whose code was used. */
  last_step: number | null
  credential_id: string | null
  public_key: Buffer | null
  counter: number | null
  transports: Given<string[]>
  created_at: Now
  confirmed_at: MaybeInstant
  used_at: MaybeInstant
}
export interface RecoveryCodeTable {
  id: Generated<string>
  person_id: string
  code_hash: string
  created_at: Now
  used_at: MaybeInstant
}
/** What was asked of a browser and waits for its answer. */
export interface ChallengeTable {
  /** SHA-256 of what the browser holds. */
  id: string
  kind: 'add-passkey' | 'use-passkey' | 'oidc'
  person_id: string | null
  detail: ColumnType<Record<string, unknown>, string | undefined, string>
  created_at: Now
  expires_at: Instant
}
/** A person as the organisation's own provider knows them (OpenID Connect: `iss` and `sub`). */
export interface ExternalIdentityTable {
  id: Generated<string>
  person_id: string
  issuer: string
  subject: string
  created_at: Now
  used_at: MaybeInstant
}
export interface Tables {
  space: SpaceTable
  network_member: NetworkMemberTable
  person: PersonTable
  access_right: AccessRightTable
  role_scope: RoleScopeTable
  role_capability: RoleCapabilityTable
  record_version: RecordVersionTable
  migration: MigrationTable
  installation: InstallationTable
  translation: TranslationTable
  territory: TerritoryTable
  organisation: OrganisationTable
  identifier: IdentifierTable
  session: SessionTable
  sign_in_link: SignInLinkTable
  mail: MailTable
  file: FileTable
  search_entry: SearchEntryTable
  sent_form: SentFormTable
  backup_run: BackupRunTable
  noted_act: NotedActTable
  authenticator: AuthenticatorTable
  recovery_code: RecoveryCodeTable
  challenge: ChallengeTable
  external_identity: ExternalIdentityTable
}
