import type { ColumnType, Generated } from 'kysely'
import type { Child, Given, Instant, Visibility } from '#ground/database/tables.ts'
import type { Maybe } from './maybe.ts'

// Relationships, their agreements, and what hangs on them.

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
  /** EDTF, where less than the day is known: `first_end` is then made from it. */
  first_end_as_known: Maybe<string>
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
  /** Null: nobody knows when. */
  on_day: Maybe<string>
  /** As of an agreement. */
  on_as_known: Maybe<string>
  ends_on: Maybe<string>
  ends_as_known: Maybe<string>
  position: Given<number>
  decision_id: Maybe<string>
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

/** One that was found to be the same as another, and where it went. */
export interface RelationshipJoinTable {
  id: Generated<string>
  space_id: string
  visibility: Given<0>
  left_id: string
  into_id: string
  joined_at: Instant
  joined_by: Maybe<string>
  wrote: string
  notes: Given<string[]>
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    relationship_join: RelationshipJoinTable
    relationship: RelationshipTable
    relationship_party: RelationshipPartyTable
    agreement: AgreementTable
    agreement_event: AgreementEventTable
    fee: FeeTable
    network_seat: NetworkSeatTable
  }
}
