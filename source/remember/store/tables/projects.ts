import type { Generated } from 'kysely'
import type { Child, Given, Visibility } from '#ground/database/tables.ts'
import type { Maybe } from './maybe.ts'

// Projects in the shape of IATI 2.03, and decisions.

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
  /** EDTF, where less than the day is known: the day is then made from it. */
  planned_start_as_known: Maybe<string>
  actual_start_as_known: Maybe<string>
  planned_end_as_known: Maybe<string>
  actual_end_as_known: Maybe<string>
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
  /** Of a policy marker, 0 to 4. */
  significance: Maybe<number>
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
  /** Of a budget of several years. */
  budget_year_last: Maybe<number>
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

declare module '#ground/database/tables.ts' {
  interface Tables {
    activity: ActivityTable
    activity_party: ActivityPartyTable
    activity_place: ActivityPlaceTable
    activity_class: ActivityClassTable
    activity_money: ActivityMoneyTable
    decision: DecisionTable
  }
}
