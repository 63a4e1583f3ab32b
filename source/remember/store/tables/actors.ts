import type { ColumnType, Generated } from 'kysely'
import type { Child, Given, Visibility } from '#ground/database/tables.ts'
import type { Maybe } from './maybe.ts'

// People and what they are answerable for. The organisations themselves are in #ground/database/tables.ts.

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

declare module '#ground/database/tables.ts' {
  interface Tables {
    contact: ContactTable
    term: TermTable
    post: PostTable
    appointment: AppointmentTable
    responsibility: ResponsibilityTable
  }
}
