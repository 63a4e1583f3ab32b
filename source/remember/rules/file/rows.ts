import { dayIn, isUnknown } from '../edtf.ts'
import type { Circle, MemoryFile, RecordKind, RecordOf, Said } from './memory-file.ts'

// How each kind of record of a memory file stands in its table.

export type Row = {
  table: string
  id: string
  columns: Record<string, unknown>
  texts: Record<string, Said | undefined>
  /** Rows that it names. */
  after: string[]
  /** The day on which it happened, for what is written down when it happens. */
  happened?: Temporal.PlainDate | undefined
}
export type IdOf = (key: string) => string
export type Language = MemoryFile['source']

export const circles: Record<Circle, 0 | 1 | 2> = { internal: 0, network: 1, public: 2 }
const statuses = { pipeline: '1', implementation: '2', finalisation: '3', closed: '4', cancelled: '5', suspended: '6' }
export const partyRoles = { funding: '1', accountable: '2', extending: '3', implementing: '4' }
export const tables: Record<RecordKind, string> = {
  organisations: 'organisation',
  contacts: 'contact',
  terms: 'term',
  posts: 'post',
  decisions: 'decision',
  relationships: 'relationship',
  projects: 'activity',
  journal: 'interaction',
  commitments: 'commitment',
  documents: 'memory_document',
  notes: 'note',
}
/** Who sees a record that does not say it: what an office shows, and what it keeps to itself. */
const usual: Record<RecordKind, Circle> = {
  organisations: 'public',
  contacts: 'internal',
  terms: 'public',
  posts: 'public',
  decisions: 'public',
  relationships: 'public',
  projects: 'public',
  journal: 'internal',
  commitments: 'internal',
  documents: 'internal',
  notes: 'internal',
}
export const none = <T>(value: T | undefined): T | null => value ?? null
/** A date as it is known, in the column of its day and in the one beside it. */
export const dated = (column: string, beside: string, said: string | undefined): Record<string, string | null> => {
  const known = said === undefined || isUnknown(said) ? null : said
  const day = known === null ? null : dayIn(known)
  return { [column]: day, [beside]: day === null ? known : null }
}

export const day = (text: string | undefined) => (text === undefined ? undefined : Temporal.PlainDate.from(text))

export function rowOf<K extends RecordKind>(kind: K, record: RecordOf<K>, source: Language, idOf: IdOf): Row {
  const id = idOf(record.key)
  const visibility = circles[record.circle ?? circleOf(kind, record as never)]
  const row = content[kind](record as never, source, idOf) as Omit<Row, 'table' | 'id' | 'after'>
  const columns = { ...row.columns, visibility }
  const after = Object.entries(columns).flatMap(([name, value]) =>
    name.endsWith('_id') || name === 'told_by' ? (typeof value === 'string' ? [value] : []) : [],
  )
  return { table: tables[kind], id, columns, texts: row.texts, after, happened: row.happened }
}

const circleOf = (kind: RecordKind, record: { public_office?: boolean }): Circle =>
  kind === 'contacts' && record.public_office === true ? 'public' : usual[kind]

type Content<K extends RecordKind> = (
  record: RecordOf<K>,
  source: Language,
  idOf: IdOf,
) => Pick<Row, 'columns' | 'texts' | 'happened'>
export const link = (idOf: IdOf, key: string | undefined) => (key === undefined ? null : idOf(key))

const content: { [K in RecordKind]: Content<K> } = {
  organisations: (one, _source, idOf) => ({
    columns: {
      key: one.key,
      kind: one.kind,
      short_name: none(one.short),
      country: none(one.country),
      website: none(one.website),
      during: none(one.during),
      parent_id: link(idOf, one.parent),
      successor_id: link(idOf, one.successor),
      merged_into_id: link(idOf, one.same_as),
      territory_id: null,
      fictitious: true,
      remembered: true,
    },
    texts: { name: one.name },
  }),
  contacts: (one, source, idOf) => ({
    columns: {
      given: one.given,
      family: one.family,
      email: none(one.email),
      telephone: none(one.telephone),
      spoken: one.languages?.find(language => ['fr', 'es', 'pt', 'en'].includes(language)) ?? source,
      organisation_id: link(idOf, one.organisation),
      languages: one.languages ?? [],
      during: none(one.during),
      public_office: one.public_office ?? false,
    },
    texts: { role: one.role },
  }),
  terms: (one, _source, idOf) => ({
    columns: {
      during: one.during,
      elected_on: none(one.elected_on),
      organisation_id: link(idOf, one.organisation),
    },
    texts: { name: one.name },
    happened: startOf(one.during),
  }),
  posts: one => ({
    columns: { nature: one.nature, seats: one.seats ?? 1, during: none(one.during) },
    texts: { title: one.title },
  }),
  decisions: one => ({
    columns: {
      number: one.number,
      decided_on: one.on,
      body_name: none(one.body),
      subject_code: none(one.subject),
      voters: none(one.voters),
      votes_for: none(one.votes?.for),
      votes_against: none(one.votes?.against),
      abstentions: none(one.votes?.abstentions),
      voted: one.votes ? one.votes.for + one.votes.against + one.votes.abstentions : null,
    },
    texts: { object: one.object },
    happened: day(one.on),
  }),
  relationships: one => ({
    columns: { key: one.key, kind: one.kind, during: one.during },
    texts: { name: one.name, reason: one.reason, narrative: one.narrative, sensitivity: one.sensitivity },
    happened: startOf(one.during),
  }),
  projects: (one, _source, idOf) => ({
    columns: {
      identifier: none(one.identifier),
      status: statuses[one.status],
      ...dated('planned_start', 'planned_start_as_known', one.planned_start),
      ...dated('actual_start', 'actual_start_as_known', one.actual_start),
      ...dated('planned_end', 'planned_end_as_known', one.planned_end),
      ...dated('actual_end', 'actual_end_as_known', one.actual_end),
      relationship_id: link(idOf, one.relationship),
      parent_id: link(idOf, one.parent),
    },
    texts: { title: one.title, description: one.description },
    happened: startOf(one.planned_start)?.subtract({ days: 60 }),
  }),
  journal: (one, source) => ({
    columns: {
      kind: one.kind,
      during: one.during,
      title: one.title,
      place: none(one.place),
      body: none(one.body),
      language: one.language ?? source,
    },
    texts: {},
    happened: endOf(one.during),
  }),
  commitments: (one, source, idOf) => ({
    columns: {
      owed_by: one.owed_by,
      what: one.what,
      language: one.language ?? source,
      due: none(one.due),
      settled_on: none(one.settled?.on),
      outcome: none(one.settled?.outcome),
      outcome_reason: none(one.settled?.why),
      organisation_id: link(idOf, one.organisation),
      contact_id: link(idOf, one.contact),
      relationship_id: link(idOf, one.relationship),
      interaction_id: null,
    },
    texts: {},
  }),
  documents: one => ({
    columns: {
      category: one.category,
      language: none(one.language),
      during: none(one.during),
      licence: none(one.licence),
      keep_until: none(one.keep_until),
      legal_hold: one.legal_hold ?? false,
    },
    texts: { title: one.title },
    happened: startOf(one.during),
  }),
  notes: (one, source, idOf) => ({
    columns: {
      kind: one.kind,
      body: one.body,
      language: one.language ?? source,
      during: none(one.during),
      told_by: link(idOf, one.told_by),
      confidential: one.confidential ?? false,
    },
    texts: {},
  }),
}

const bare = (part: string) => part.replace(/[~?%]$/, '')
export function startOf(during: string | undefined): Temporal.PlainDate | undefined {
  const text = bare((during ?? '').split('/')[0] ?? '')
  if (!/^\d/.test(text)) return undefined
  return Temporal.PlainDate.from(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text)
}
export function endOf(during: string | undefined): Temporal.PlainDate | undefined {
  const parts = (during ?? '').split('/')
  const text = bare(parts.at(-1) ?? '')
  if (!/^\d/.test(text)) return startOf(during)
  if (text.length === 4) return Temporal.PlainDate.from(`${text}-12-31`)
  if (text.length === 7) {
    const month = Temporal.PlainYearMonth.from(text)
    return month.toPlainDate({ day: month.daysInMonth })
  }
  return Temporal.PlainDate.from(text)
}
