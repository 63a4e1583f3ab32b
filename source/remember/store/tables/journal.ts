import type { ColumnType, Generated } from 'kysely'
import type { Child, Given, Now, Visibility } from '#ground/database/tables.ts'
import type { Maybe } from './maybe.ts'

// What happened, and what was promised.

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

/** A mail that was dropped into the journal, and waits until somebody writes it down. */
export interface MailDraftTable {
  id: Generated<string>
  space_id: string
  visibility: Given<Visibility>
  mail_hash: string
  waiting: Buffer
  salt: Buffer
  people: Given<Buffer[]>
  dropped_at: Now
  dropped_by: Maybe<string>
  typed: Maybe<Buffer>
  typed_by: Maybe<string>
}

export interface MailDraftAttachmentTable extends Child {
  id: Generated<string>
  draft_id: string
  number: number
  content: Buffer
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    interaction: InteractionTable
    interaction_participant: InteractionParticipantTable
    commitment: CommitmentTable
    mail_draft: MailDraftTable
    mail_draft_attachment: MailDraftAttachmentTable
  }
}
