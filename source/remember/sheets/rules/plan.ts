import { bodiesOf, type Fields } from './kinds.ts'
import { tableOf } from './known.ts'
import { changesOf, type Unit } from './units.ts'

/** A record that is made, with all its columns and texts, or one whose columns change. */
export type Addition = {
  line: number
  table: string
  id: string
  language: string
  columns: Record<string, unknown>
  texts: Record<string, Record<string, string>>
}
export type ColumnChange = { line: number; table: string; id: string; columns: Record<string, unknown> }
export type TextChange = {
  line: number
  table: string
  id: string
  field: string
  language: string
  body: string
  source: string
}
/** The person behind a contact: name, address, telephone. */
export type PersonChange = {
  line: number
  contact: string
  given: string | null
  family: string | null
  email: string | null
  telephone: string | null
}
/** The day on which an agreement was signed, where another one is known. */
export type SignatureChange = { line: number; agreement: string; day: string }
/** The one budget or country of a project, where another one is known. */
export type ProjectPartChange = {
  line: number
  activity: string
  part: 'budget' | 'country'
  columns: Record<string, unknown>
}

export type Plan = {
  additions: Addition[]
  columns: ColumnChange[]
  texts: TextChange[]
  persons: PersonChange[]
  signatures: SignatureChange[]
  parts: ProjectPartChange[]
}

type How = { newId: () => string; today: string; adds: (addition: Addition) => void }
const none = (value: string | undefined): string | null => value || null
const list = (value: string | undefined): string[] => (value ?? '').split(' ').filter(Boolean)

/** field of a sheet → column of the table, for what is kept as it is. */
const columnNames: Record<Unit['kind'] | 'agreement', Readonly<Record<string, string>>> = {
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
  agreement: {
    agreementKind: 'kind',
    firstEnd: 'first_end',
    renewal: 'renewal',
    renewalMonths: 'renewal_months',
    notice: 'notice',
  },
}
/** field of a sheet → field of texts. */
const textNames: Record<Unit['kind'] | 'agreement', Readonly<Record<string, string>>> = {
  actors: { name: 'name' },
  contacts: { role: 'role' },
  relationships: { name: 'name', reason: 'reason', narrative: 'narrative', sensitivity: 'sensitivity' },
  journal: {},
  projects: { title: 'title', description: 'description' },
  agreement: { agreementTitle: 'title' },
}
/** What a new record is when its row does not say. */
const usual: Record<Unit['kind'] | 'agreement', Readonly<Record<string, unknown>>> = {
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
  agreement: { kind: 'convention', renewal: 'none' },
}

/** What is written for the records of a sheet: parents first. */
export function planOf(units: readonly Unit[], how: { newId: () => string; today: string }): Plan {
  const plan: Plan = { additions: [], columns: [], texts: [], persons: [], signatures: [], parts: [] }
  for (const unit of units) {
    const adds = (addition: Addition) => plan.additions.push(addition)
    if (unit.isNew) addUnit(unit, { ...how, adds })
    else changeUnit(unit, plan, { ...how, adds })
  }
  return plan
}

const shapeOf = (unit: Unit) => (unit.under === null ? unit.kind : 'agreement')
const tableFor = (unit: Unit): string => (unit.under === null ? tableOf[unit.kind] : 'agreement')

function addUnit(unit: Unit, how: How): void {
  const shape = shapeOf(unit)
  const { after, id, row: line, language } = unit
  const columns: Record<string, unknown> = { ...usual[shape] }
  for (const [field, column] of Object.entries(columnNames[shape]))
    if (after[field]) Object.assign(columns, columnsOf(column, after[field]))
  if (unit.under !== null) columns.relationship_id = unit.under
  if (shape === 'journal') columns.language = language
  if (shape === 'contacts')
    Object.assign(columns, {
      given: none(after.given),
      family: none(after.family),
      email: none(after.email),
      telephone: none(after.telephone),
      spoken: list(after.languages).find(one => ['fr', 'es', 'pt', 'en'].includes(one)) ?? language,
    })
  const texts = Object.fromEntries(
    Object.entries(textNames[shape])
      .map(([field, text]) => [text, bodiesOf(after, field)] as const)
      .filter(([, bodies]) => Object.keys(bodies).length > 0),
  )
  how.adds({ line, table: tableFor(unit), id, language, columns, texts })
  addParts(unit, {}, how)
}

// A column that holds more than one field, or a field that is two columns.
function columnsOf(column: string, value: string): Record<string, unknown> {
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
    default:
      return { [column]: value }
  }
}

const added = (after: Fields, before: Fields, field: string): string[] => {
  const there = list(before[field])
  return list(after[field]).filter(one => !there.includes(one))
}

// What hangs beneath a record: partners, who leads it, what it is about, its signature, its money.
function addParts(unit: Unit, before: Fields, { newId, today, adds }: How): void {
  const { after, id, row: line, language } = unit
  const add = (table: string, columns: Record<string, unknown>) =>
    adds({ line, table, id: newId(), language, columns, texts: {} })
  if (unit.under !== null) {
    if (after.signedOn && !before.signedOn)
      add('agreement_event', { agreement_id: id, kind: 'signed', on_day: after.signedOn, position: 0 })
    return
  }
  switch (unit.kind) {
    case 'actors': {
      const known = (before.identifiers ?? '').split('\n')
      for (const one of (after.identifiers ?? '').split('\n').filter(one => one !== '' && !known.includes(one))) {
        const at = one.indexOf(':')
        add('identifier', {
          record_table: 'organisation',
          record_id: id,
          scheme: one.slice(0, at),
          value: one.slice(at + 1),
        })
      }
      return
    }
    case 'relationships':
      for (const organisation_id of added(after, before, 'partners'))
        add('relationship_party', { relationship_id: id, organisation_id, role: 'partner' })
      for (const organisation_id of added(after, before, 'leads'))
        add('responsibility', {
          organisation_id,
          role: 'leads',
          relationship_id: id,
          activity_id: null,
          visibility: Number(after.visibility ?? 0),
        })
      return
    case 'journal':
      for (const about_id of added(after, before, 'relationship'))
        add('about', { record_table: 'interaction', record_id: id, about_table: 'relationship', about_id })
      for (const organisation_id of added(after, before, 'organisations'))
        add('interaction_participant', { interaction_id: id, organisation_id, contact_id: null, side: 'partner' })
      for (const contact_id of added(after, before, 'people'))
        add('interaction_participant', { interaction_id: id, contact_id, organisation_id: null, side: 'partner' })
      return
    case 'projects':
      for (const organisation_id of added(after, before, 'partners'))
        add('activity_party', { activity_id: id, organisation_id, role: '4' })
      if (after.country && !before.country)
        add('activity_place', { activity_id: id, country: after.country, name: null })
      if (after.budget && !before.budget)
        add('activity_money', {
          activity_id: id,
          kind: 'budget',
          value: after.budget,
          currency: after.currency,
          value_date: after.actualStart || after.plannedStart || today,
        })
      return
  }
}

function changeUnit(unit: Unit, plan: Plan, how: How): void {
  const shape = shapeOf(unit)
  const { after, before, id, row: line } = unit
  const changes = changesOf(unit)
  const lineOf = (field: string) => unit.saidBy.get(field) || line
  const columns: Record<string, unknown> = {}
  let first = 0
  for (const { field, after: value } of changes) {
    first ||= lineOf(field)
    const column = columnNames[shape][field]
    if (column) Object.assign(columns, columnsOf(column, value))
    const [text = '', language] = field.split('@')
    const name = textNames[shape][text]
    if (name && language) {
      const source = before[`source ${text}`] ?? language
      plan.texts.push({ line: lineOf(field), table: tableFor(unit), id, field: name, language, body: value, source })
    }
  }
  unit.row = line || first
  if (Object.keys(columns).length > 0) plan.columns.push({ line: unit.row, table: tableFor(unit), id, columns })
  if (shape === 'contacts' && changes.some(({ field }) => ['given', 'family', 'email', 'telephone'].includes(field)))
    plan.persons.push({
      line: unit.row,
      contact: id,
      given: none(after.given),
      family: none(after.family),
      email: none(after.email),
      telephone: none(after.telephone),
    })
  if (shape === 'agreement' && before.signedOn && after.signedOn && before.signedOn !== after.signedOn)
    plan.signatures.push({ line: unit.row, agreement: id, day: after.signedOn })
  if (shape === 'projects') {
    const money = changes.some(({ field }) => field === 'budget' || field === 'currency')
    if (money && before.budget)
      plan.parts.push({
        line: unit.row,
        activity: id,
        part: 'budget',
        columns: { value: after.budget, currency: after.currency },
      })
    if (before.country && after.country && before.country !== after.country)
      plan.parts.push({ line: unit.row, activity: id, part: 'country', columns: { country: after.country } })
  }
  addParts(unit, before, how)
}
