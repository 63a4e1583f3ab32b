import { dayColumns } from './as-known.ts'
import { bodiesOf } from './kinds.ts'
import { tableOf } from './known.ts'
import { columnNames, columnsOf, list, textNames, usual } from './plan-columns.ts'
import { addParts, type How } from './plan-parts.ts'
import type { Addition, Plan } from './planned.ts'
import { changesOf, type Unit } from './units.ts'

const none = (value: string | undefined): string | null => value || null

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
  if (shape === 'journal' || shape === 'commitments') columns.language = language
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
    plan.signatures.push({ line: unit.row, agreement: id, columns: dayColumns('on_day', after.signedOn) })
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
