import { type Life, later } from './lives.ts'
import type { MemoryFile, RecordKind, RecordOf, Said } from './memory-file.ts'
import { partsOf } from './parts.ts'
import { rowOf } from './rows.ts'

/** A row as it is written on a day: its columns by name, and its texts by field. */
export type PlannedRow = {
  table: string
  id: string
  columns: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, Said | undefined>>
}
/** What an office writes down on a day: rows that are new, rows that say something else from then on, and files of documents. */
export type PlannedDay = {
  day: Temporal.PlainDate
  added: PlannedRow[]
  changed: PlannedRow[]
  files: { document: string; file: string }[]
}
/** The order in which tables are written on one day: what others name comes first. */
export const tableOrder = [
  'organisation',
  'identifier',
  'contact',
  'term',
  'post',
  'appointment',
  'decision',
  'relationship',
  'relationship_party',
  'agreement',
  'agreement_event',
  'fee',
  'network_seat',
  'activity',
  'activity_party',
  'activity_place',
  'activity_class',
  'activity_money',
  'responsibility',
  'interaction',
  'interaction_participant',
  'commitment',
  'memory_document',
  'note',
  'about',
] as const

/**
 * What is written on which day, so that the memory grew as an office's does: what was long past on the day the office began
 * (`since`), what happened later on the day after it happened, and each thing that was mended on its day.
 *
 * @param idOf the id of the record with a key
 * @param until the last day that is told; what is known to end later is written so from the beginning
 */
export function planMemory(file: MemoryFile, idOf: (key: string) => string, until: Temporal.PlainDate): PlannedDay[] {
  const since = Temporal.PlainDate.from(file.since)
  const lives: Life[] = []
  const kinds: RecordKind[] = [
    'organisations',
    'contacts',
    'terms',
    'posts',
    'decisions',
    'relationships',
    'projects',
    'journal',
    'commitments',
    'documents',
    'notes',
  ]
  for (const kind of kinds) {
    for (const record of file[kind] ?? []) {
      const main = lifeOf(kind, record as RecordOf<RecordKind>, since, file.source, idOf)
      lives.push(main, ...partsOf(kind, record as never, main.from, file.source, idOf))
    }
  }
  settleDays(lives)
  sayWhatTheyAreAbout(lives)
  return byDay(lives, until, filesOf(file, lives, idOf))
}

function lifeOf(
  kind: RecordKind,
  record: RecordOf<RecordKind>,
  since: Temporal.PlainDate,
  source: MemoryFile['source'],
  idOf: (key: string) => string,
): Life {
  const { before = [], written, ...now } = record
  const row = rowOf(kind, now as never, source, idOf)
  const from = written === undefined ? later(since, row.happened?.add({ days: 1 })) : Temporal.PlainDate.from(written)
  const patched = before.map(({ until, ...patch }) => ({
    until,
    row: rowOf(kind, { ...now, ...patch } as never, source, idOf),
  }))
  const states: Life['states'] = []
  let start = from
  for (const { until, row: then } of patched) {
    states.push({ from: start, columns: then.columns, texts: then.texts })
    start = Temporal.PlainDate.from(until)
  }
  // A promise is written down open, and settled on its day.
  const settled = kind === 'commitments' ? (now as RecordOf<'commitments'>).settled : undefined
  if (settled) {
    const open = rowOf('commitments', { ...(now as RecordOf<'commitments'>), settled: undefined }, source, idOf)
    states.push({ from: start, columns: open.columns, texts: {} })
    start = later(start, Temporal.PlainDate.from(settled.on))
  }
  states.push({ from: start, columns: row.columns, texts: row.texts })
  return { table: row.table, id: row.id, after: row.after, from, states }
}

/** Nothing is written before what it names. */
function settleDays(lives: Life[]): void {
  const byId = new Map(lives.map(life => [life.id, life]))
  const settled = new Set<string>()
  const settle = (life: Life): Temporal.PlainDate => {
    if (settled.has(life.id)) return life.from
    settled.add(life.id)
    for (const id of life.after) {
      const other = byId.get(id)
      if (other) life.from = later(life.from, settle(other))
    }
    return life.from
  }
  for (const life of lives) settle(life)
}

function sayWhatTheyAreAbout(lives: readonly Life[]): void {
  const tableOf = new Map(lives.map(({ id, table }) => [id, table]))
  for (const { table, states } of lives) {
    if (table !== 'about') continue
    for (const { columns } of states) columns.about_table = tableOf.get(String(columns.about_id))
  }
}

type FileOn = { day: Temporal.PlainDate; document: string; file: string }

/** The files of documents, each on its day, or on the day of its document when that is later; versions in the order told. */
function filesOf(file: MemoryFile, lives: readonly Life[], idOf: (key: string) => string): FileOn[] {
  const written = new Map(lives.map(({ id, from }) => [id, from]))
  return (file.documents ?? []).flatMap(({ key, files = [] }) => {
    const document = idOf(key)
    let last = written.get(document) ?? Temporal.PlainDate.from(file.since)
    return files.map(one => {
      last = later(last, one.on === undefined ? undefined : Temporal.PlainDate.from(one.on))
      return { day: last, document, file: one.file }
    })
  })
}

function byDay(lives: readonly Life[], until: Temporal.PlainDate, files: readonly FileOn[]): PlannedDay[] {
  const days = new Map<string, PlannedDay>()
  const on = (day: Temporal.PlainDate) => {
    const key = day.toString()
    const known = days.get(key) ?? { day, added: [], changed: [], files: [] }
    days.set(key, known)
    return known
  }
  for (const { table, id, from, states } of lives) {
    // Of what was true before it was written down, only the last is ever written.
    const known = states.some(state => Temporal.PlainDate.compare(state.from, until) > 0) ? states.length - 1 : 0
    const first = Math.max(
      known,
      states.findLastIndex(state => Temporal.PlainDate.compare(state.from, from) <= 0),
    )
    for (const [index, { from: start, columns, texts }] of states.slice(first).entries()) {
      const row = { table, id, columns, texts }
      if (index === 0) on(from).added.push(row)
      else on(start).changed.push(row)
    }
  }
  for (const { day, document, file } of files) on(day).files.push({ document, file })
  const order = ({ table }: PlannedRow) => tableOrder.indexOf(table as (typeof tableOrder)[number])
  const sorted = [...days.values()].toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))
  for (const one of sorted) one.added.sort((a, b) => order(a) - order(b))
  return sorted
}
