import { dayColumns } from './as-known.ts'
import type { Unit } from './units.ts'

/** What stands in the words of one cell, one after the other. */
export const list = (value: string | undefined): string[] => (value ?? '').split(' ').filter(Boolean)

/** field of a sheet → column of the table, for what is kept as it is. */
export const columnNames: Record<Unit['kind'] | 'agreement', Readonly<Record<string, string>>> = {
  actors: {
    kind: 'kind',
    shortName: 'short_name',
    country: 'country',
    parent: 'parent_id',
    website: 'website',
    during: 'during',
    visibility: 'visibility',
  },
  contacts: {
    organisation: 'organisation_id',
    languages: 'languages',
    during: 'during',
    publicOffice: 'public_office',
    visibility: 'visibility',
  },
  relationships: { kind: 'kind', during: 'during', visibility: 'visibility' },
  journal: { during: 'during', kind: 'kind', title: 'title', place: 'place', body: 'body', visibility: 'visibility' },
  projects: {
    identifier: 'identifier',
    status: 'status',
    plannedStart: 'planned_start',
    actualStart: 'actual_start',
    plannedEnd: 'planned_end',
    actualEnd: 'actual_end',
    relationship: 'relationship_id',
    visibility: 'visibility',
  },
  commitments: {
    what: 'what',
    owedBy: 'owed_by',
    relationship: 'relationship_id',
    organisation: 'organisation_id',
    person: 'contact_id',
    due: 'due',
    outcome: 'outcome',
    settledOn: 'settled_on',
    outcomeReason: 'outcome_reason',
    visibility: 'visibility',
  },
  fees: {
    relationship: 'relationship_id',
    year: 'year',
    amount: 'amount',
    currency: 'currency',
    due: 'due',
    paidOn: 'paid_on',
  },
  seats: { relationship: 'relationship_id', heldBy: 'held_by', person: 'contact_id', during: 'during' },
  posts: {
    organisation: 'organisation_id',
    nature: 'nature',
    seats: 'seats',
    during: 'during',
    visibility: 'visibility',
  },
  terms: { organisation: 'organisation_id', during: 'during', electedOn: 'elected_on', visibility: 'visibility' },
  appointments: {
    post: 'post_id',
    person: 'contact_id',
    term: 'term_id',
    during: 'during',
    acting: 'acting',
    carriedOver: 'carried_over',
  },
  decisions: {
    number: 'number',
    decidedOn: 'decided_on',
    bodyName: 'body_name',
    bodySiret: 'body_siret',
    subjectCode: 'subject_code',
    subjectName: 'subject_name',
    budgetYear: 'budget_year',
    budgetName: 'budget_name',
    prefectureId: 'prefecture_id',
    prefectureOn: 'prefecture_on',
    voters: 'voters',
    voted: 'voted',
    votesFor: 'votes_for',
    votesAgainst: 'votes_against',
    abstentions: 'abstentions',
    url: 'url',
    visibility: 'visibility',
  },
  agreement: {
    agreementKind: 'kind',
    firstEnd: 'first_end',
    renewal: 'renewal',
    renewalMonths: 'renewal_months',
    notice: 'notice',
  },
}
/** field of a sheet → field of texts. */
export const textNames: Record<Unit['kind'] | 'agreement', Readonly<Record<string, string>>> = {
  actors: { name: 'name' },
  contacts: { role: 'role' },
  relationships: { name: 'name', reason: 'reason', narrative: 'narrative', sensitivity: 'sensitivity' },
  journal: {},
  projects: { title: 'title', description: 'description' },
  commitments: {},
  fees: {},
  seats: { seat: 'body' },
  posts: { title: 'title' },
  terms: { name: 'name' },
  appointments: {},
  decisions: { object: 'object' },
  agreement: { agreementTitle: 'title' },
}
/** What a new record is when its row does not say. */
export const usual: Record<Unit['kind'] | 'agreement', Readonly<Record<string, unknown>>> = {
  actors: {
    kind: 'other',
    key: null,
    short_name: null,
    country: null,
    territory_id: null,
    website: null,
    remembered: true,
    visibility: 0,
  },
  contacts: { languages: [], public_office: false, visibility: 0 },
  relationships: { kind: 'cooperation', visibility: 0 },
  journal: { kind: 'other', visibility: 0 },
  projects: { status: '2', visibility: 0 },
  commitments: { visibility: 0 },
  fees: {},
  seats: {},
  // What a list says of posts, terms and decisions becomes public where somebody says so, as everything else.
  posts: { seats: 1, visibility: 0 },
  terms: { visibility: 0 },
  appointments: { acting: false, carried_over: false },
  decisions: { visibility: 0 },
  // All columns at once: rows that say the same columns are one statement.
  agreement: {
    kind: 'convention',
    renewal: 'none',
    renewal_months: null,
    notice_months: 0,
    notice_days: 0,
    ...dayColumns('first_end', undefined),
  },
}

/** What a field of a sheet says, as the columns of its table hold it. A column may hold more than one field, a field two columns. */
export function columnsOf(column: string, value: string): Record<string, unknown> {
  switch (column) {
    case 'languages':
      return { languages: list(value) }
    case 'public_office':
      return { public_office: value === 'yes' }
    case 'visibility':
      return { visibility: Number(value) }
    case 'renewal_months':
      return { renewal_months: Number(value) }
    case 'notice':
      return value.endsWith('d')
        ? { notice_months: 0, notice_days: Number(value.slice(0, -1)) }
        : { notice_months: Number(value), notice_days: 0 }
    case 'relationship_id':
      return { relationship_id: list(value)[0] ?? null }
    case 'acting':
    case 'carried_over':
      return { [column]: value === 'yes' }
    case 'outcome':
      // Open again: nothing is left of the day on which it was settled.
      return value === 'open' ? { outcome: null, settled_on: null, outcome_reason: null } : { outcome: value }
    case 'year':
    case 'seats':
    case 'budget_year':
    case 'voters':
    case 'voted':
    case 'votes_for':
    case 'votes_against':
    case 'abstentions':
      return { [column]: Number(value) }
    case 'first_end':
    case 'planned_start':
    case 'actual_start':
    case 'planned_end':
    case 'actual_end':
      return dayColumns(column, value)
    default:
      return { [column]: value }
  }
}
