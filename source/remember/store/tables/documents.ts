import type { Generated } from 'kysely'
import type { Child, Given, Now, Visibility } from '#ground/database/tables.ts'
import type { Maybe } from './maybe.ts'

// Documents with their files and words, notes, and what records are about.

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

declare module '#ground/database/tables.ts' {
  interface Tables {
    memory_document: MemoryDocumentTable
    document_version: DocumentVersionTable
    document_text: DocumentTextTable
    note: NoteTable
    about: AboutTable
  }
}
