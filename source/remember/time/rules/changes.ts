import { withDaysAsKnown } from '../../rules/edtf-columns.ts'

/** A row as a version holds it. */
export type Doc = Readonly<Record<string, unknown>>
/** One row that differs between two moments; null where it was not there. */
export type RowChange = { table: string; id: string; before: Doc | null; after: Doc | null }

/** A record as people know one, with all that changed of it and of its parts. */
export type RecordChange = {
  table: string
  id: string
  what: 'new' | 'gone' | 'changed'
  lines: Line[]
}
/** One part of it: the record itself, a party, an event, a text. */
export type Line = RowChange & {
  what: 'new' | 'gone' | 'changed'
  /** Its columns that differ, or, of what is new or gone, those that say something. */
  columns: { column: string; before: unknown; after: unknown }[]
}

/** A part is told under the record that it belongs to: the first of these columns that says one. */
export const owners: Readonly<Record<string, readonly [column: string, table: string][]>> = {
  relationship_party: [['relationship_id', 'relationship']],
  agreement: [['relationship_id', 'relationship']],
  agreement_event: [['agreement_id', 'agreement']],
  fee: [['relationship_id', 'relationship']],
  network_seat: [['relationship_id', 'relationship']],
  appointment: [['post_id', 'post']],
  interaction_participant: [['interaction_id', 'interaction']],
  activity_party: [['activity_id', 'activity']],
  activity_place: [['activity_id', 'activity']],
  activity_class: [['activity_id', 'activity']],
  activity_money: [['activity_id', 'activity']],
  document_version: [['document_id', 'memory_document']],
  responsibility: [
    ['relationship_id', 'relationship'],
    ['activity_id', 'activity'],
  ],
}
/** Tables whose rows say themselves which record they belong to. */
export const byRecord = ['translation', 'identifier', 'about', 'field_circle']

/** The table and the id of the record that a row belongs to; a row that is a record belongs to itself. */
export function ownerOf({ table, id, before, after }: RowChange): { table: string; id: string } {
  const doc = after ?? before ?? {}
  if (byRecord.includes(table)) return { table: String(doc.record_table), id: String(doc.record_id) }
  for (const [column, owner] of owners[table] ?? [])
    if (typeof doc[column] === 'string') return { table: owner, id: doc[column] }
  return { table, id }
}

/**
 * Puts the rows that differ together by record, records in the order of `order`, then by id.
 *
 * @param told the columns that have a word: others are of the program's, and say nothing to a reader
 */
export function byRecords(
  rows: readonly RowChange[],
  told: (column: string) => boolean,
  order: readonly string[],
): RecordChange[] {
  const found = new Map<string, RecordChange>()
  for (const row of rows) {
    const line = lineOf(row, told)
    if (line === null) continue
    let owner = ownerOf(row)
    // An event belongs to an agreement, which is told under its relationship where that one is known.
    const parent = rows.find(one => one.id === owner.id && one.table === owner.table)
    if (parent && owner.table === 'agreement') owner = ownerOf(parent)
    const record = found.get(owner.id) ?? { ...owner, what: 'changed', lines: [] }
    found.set(owner.id, record)
    if (row.id === owner.id) record.what = line.what
    record.lines.push(line)
  }
  const place = (table: string) => (order.includes(table) ? order.indexOf(table) : order.length)
  const first = (line: Line, id: string) => (line.id === id ? 0 : 1)
  return [...found.values()]
    .map(record => ({
      ...record,
      lines: record.lines.toSorted(
        (a, b) =>
          first(a, record.id) - first(b, record.id) || a.table.localeCompare(b.table) || a.id.localeCompare(b.id),
      ),
    }))
    .sort((a, b) => place(a.table) - place(b.table) || a.id.localeCompare(b.id))
}

function lineOf(row: RowChange, told: (column: string) => boolean): Line | null {
  const { table } = row
  const [before, after] = [row.before, row.after].map(doc => doc && withDaysAsKnown(table, doc)) as [
    Doc | null,
    Doc | null,
  ]
  const what = before === null ? 'new' : after === null ? 'gone' : 'changed'
  const names = table === 'translation' ? ['body'] : Object.keys({ ...before, ...after }).filter(told)
  const columns = names
    .map(column => ({ column, before: before?.[column] ?? null, after: after?.[column] ?? null }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .filter(({ before, after }) => what === 'changed' || says(before) || says(after))
  if (what === 'changed' && columns.length === 0) return null
  return { ...row, what, columns }
}

/** Nothing is learnt from what a new row says by default. */
const says = (value: unknown) =>
  value !== null && value !== false && value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0)

/** The column of a table that holds an amount of the money in its column `currency`. */
export const amountColumn: Readonly<Record<string, string>> = { fee: 'amount', activity_money: 'value' }

/**
 * Amounts with their currency, one line: the amount is told when either of the two is different, and the currency not by
 * itself. Both sides are `[amount, currency]`, null where there was none.
 */
export function withMoney({ table, before, after, columns }: Line): Line['columns'] {
  const amount = amountColumn[table]
  if (amount === undefined || !columns.some(({ column }) => column === amount || column === 'currency')) return columns
  const money = (doc: Doc | null) =>
    doc === null || doc[amount] === null || doc[amount] === undefined ? null : [doc[amount], doc.currency]
  const one = { column: 'amount', before: money(before), after: money(after) }
  const at = columns.findIndex(({ column }) => column === amount || column === 'currency')
  return columns.flatMap((each, index) =>
    index === at ? [one] : each.column === amount || each.column === 'currency' ? [] : [each],
  )
}

/**
 * Who sees a part is told once: how far it may be opened at most says nothing more to whoever reads of it, unless that alone
 * changed. The circle of a text is nothing but that.
 */
export function withoutLimit(columns: Line['columns'], { table, what, before, after }: Line): Line['columns'] {
  const follows = table !== 'field_circle' && 'visibility' in (after ?? before ?? {})
  const told = what !== 'changed' || columns.some(({ column }) => column === 'visibility')
  return follows && told ? columns.filter(({ column }) => column !== 'at_most') : columns
}
