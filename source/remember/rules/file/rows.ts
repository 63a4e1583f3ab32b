import { type Life, later } from './lives.ts'
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
type IdOf = (key: string) => string
type Language = MemoryFile['source']

const circles: Record<Circle, 0 | 1 | 2> = { internal: 0, network: 1, public: 2 }
const statuses = { pipeline: '1', implementation: '2', finalisation: '3', closed: '4', cancelled: '5', suspended: '6' }
const partyRoles = { funding: '1', accountable: '2', extending: '3', implementing: '4' }
const tables: Record<RecordKind, string> = {
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
const none = <T>(value: T | undefined): T | null => value ?? null
const day = (text: string | undefined) => (text === undefined ? undefined : Temporal.PlainDate.from(text))

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
const link = (idOf: IdOf, key: string | undefined) => (key === undefined ? null : idOf(key))

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
      planned_start: none(one.planned_start),
      actual_start: none(one.actual_start),
      planned_end: none(one.planned_end),
      actual_end: none(one.actual_end),
      relationship_id: link(idOf, one.relationship),
      parent_id: link(idOf, one.parent),
    },
    texts: { title: one.title, description: one.description },
    happened: day(one.planned_start)?.subtract({ days: 60 }),
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

/** The parts of a record, each with the day on which it was written down: its own when it happened since then. */
export function partsOf(
  kind: RecordKind,
  record: RecordOf<RecordKind>,
  from: Temporal.PlainDate,
  source: Language,
  idOf: IdOf,
): Life[] {
  const lives: Life[] = []
  const add = (
    table: string,
    key: string,
    columns: Record<string, unknown>,
    more: {
      happened?: Temporal.PlainDate | undefined
      texts?: Record<string, Said | undefined>
      after?: string[]
    } = {},
  ) => {
    const start = later(from, more.happened)
    const after = Object.entries(columns).flatMap(([name, value]) =>
      name.endsWith('_id') && typeof value === 'string' ? [value] : [],
    )
    const life: Life = {
      table,
      id: idOf(key),
      after: [idOf(record.key), ...after, ...(more.after ?? [])],
      from: start,
      states: [{ from: start, columns, texts: more.texts ?? {} }],
    }
    lives.push(life)
    return life
  }
  const parent = idOf(record.key)

  if (kind === 'posts') {
    for (const held of (record as RecordOf<'posts'>).held ?? []) {
      const life = add(
        'appointment',
        `${record.key}/held/${held.by}/${held.during}`,
        {
          post_id: parent,
          contact_id: idOf(held.by),
          term_id: link(idOf, held.term),
          during: held.during,
          acting: held.acting ?? false,
          carried_over: held.carried_over ?? false,
        },
        { happened: startOf(held.during) },
      )
      growing(life)
    }
  }
  if (kind === 'relationships') {
    const one = record as RecordOf<'relationships'>
    for (const party of one.parties ?? []) {
      add('relationship_party', `${one.key}/party/${party.organisation}`, {
        relationship_id: parent,
        organisation_id: idOf(party.organisation),
        role: party.role ?? 'partner',
        during: none(party.during),
      })
    }
    for (const agreement of one.agreements ?? []) {
      const { key, title, events = [], amends, languages, ...terms } = agreement
      const first = events[0]
      add(
        'agreement',
        key,
        {
          relationship_id: parent,
          amends_id: link(idOf, amends),
          kind: terms.kind,
          first_end: none(terms.first_end),
          renewal: terms.renewal ?? 'none',
          renewal_months: none(terms.renewal_months),
          most_renewals: none(terms.most_renewals),
          notice_months: terms.notice_months ?? 0,
          notice_days: terms.notice_days ?? 0,
          languages: languages ?? [],
        },
        { texts: { title }, happened: day(first?.on)?.add({ days: 1 }) },
      )
      for (const [position, event] of events.entries()) {
        add(
          'agreement_event',
          `${key}/event/${position}`,
          {
            agreement_id: idOf(key),
            kind: event.kind,
            on_day: event.on,
            ends_on: none(event.ends),
            position,
            decision_id: link(idOf, event.decision),
          },
          { happened: day(event.on)?.add({ days: 1 }) },
        )
      }
    }
    for (const fee of one.fees ?? []) {
      const columns = {
        relationship_id: parent,
        year: fee.year,
        amount: fee.amount.toFixed(2),
        currency: fee.currency,
        due: none(fee.due),
        paid_on: none(fee.paid),
      }
      const life = add('fee', `${one.key}/fee/${fee.year}`, columns, {
        happened: new Temporal.PlainDate(fee.year, 1, 15),
      })
      const paid = day(fee.paid)
      if (paid && Temporal.PlainDate.compare(paid, life.from) > 0) {
        life.states = [
          { from: life.from, columns: { ...columns, paid_on: null }, texts: {} },
          { from: paid.add({ days: 1 }), columns, texts: {} },
        ]
      }
    }
    for (const seat of one.seats ?? []) {
      const life = add(
        'network_seat',
        seat.key,
        {
          relationship_id: parent,
          held_by: seat.held_by,
          contact_id: link(idOf, seat.contact),
          during: seat.during,
        },
        { texts: { body: seat.body }, happened: startOf(seat.during) },
      )
      growing(life)
    }
  }
  if (kind === 'relationships' || kind === 'projects') {
    const one = record as RecordOf<'relationships'>
    for (const service of one.services ?? []) {
      add('responsibility', `${one.key}/service/${service.organisation}/${service.role}`, {
        organisation_id: idOf(service.organisation),
        contact_id: link(idOf, service.contact),
        role: service.role,
        relationship_id: kind === 'relationships' ? parent : null,
        activity_id: kind === 'projects' ? parent : null,
        during: none(service.during),
        visibility: 0,
      })
    }
  }
  if (kind === 'projects') {
    const one = record as RecordOf<'projects'>
    for (const party of one.parties ?? []) {
      add('activity_party', `${one.key}/party/${party.organisation ?? 'own'}/${party.role}`, {
        activity_id: parent,
        organisation_id: link(idOf, party.organisation),
        role: partyRoles[party.role],
      })
    }
    for (const [index, place] of (one.places ?? []).entries()) {
      add('activity_place', `${one.key}/place/${index}`, {
        activity_id: parent,
        country: none(place.country),
        name: none(place.name),
      })
    }
    for (const { vocabulary, code } of one.classes ?? []) {
      add('activity_class', `${one.key}/class/${vocabulary}/${code}`, { activity_id: parent, vocabulary, code })
    }
    for (const [index, money] of (one.money ?? []).entries()) {
      add(
        'activity_money',
        `${one.key}/money/${index}`,
        {
          activity_id: parent,
          kind: money.kind,
          value: money.value.toFixed(2),
          currency: money.currency,
          value_date: money.on,
          period_start: none(money.from),
          period_end: none(money.to),
          provider_id: link(idOf, money.provider),
          receiver_id: link(idOf, money.receiver),
          description: none(money.description),
          at_most: circles[money.circle ?? 'public'],
        },
        // What is planned is written down beforehand.
        money.kind === 'planned-disbursement' || money.kind === 'budget' ? {} : { happened: day(money.on) },
      )
    }
  }
  if (kind === 'journal') {
    const one = record as RecordOf<'journal'>
    for (const [index, who] of (one.with ?? []).entries()) {
      add('interaction_participant', `${one.key}/with/${index}`, {
        interaction_id: parent,
        contact_id: link(idOf, who.contact),
        organisation_id: link(idOf, who.organisation),
        side: who.side ?? 'partner',
      })
    }
    for (const promise of one.commitments ?? []) {
      const open = rowOf('commitments', { ...promise, settled: undefined }, source, idOf)
      const columns = { ...open.columns, interaction_id: parent }
      const life = add('commitment', promise.key, columns)
      if (promise.settled) {
        const settled = rowOf('commitments', promise, source, idOf)
        const on = later(life.from, day(promise.settled.on))
        life.states.push({ from: on, columns: { ...settled.columns, interaction_id: parent }, texts: {} })
      }
    }
  }
  const about = (record as { about?: string[] }).about ?? []
  for (const key of about) {
    add('about', `${record.key}/about/${key}`, { record_table: tables[kind], record_id: parent, about_id: idOf(key) })
  }
  return lives
}

/** A span that ended after it was written down was open until it ended. */
function growing(life: Life): void {
  const [state] = life.states
  const during = String(state?.columns.during ?? '')
  const [start, end] = during.split('/')
  const ended = end === undefined || end === '' || end === '..' ? undefined : endOf(during)
  if (!state || ended === undefined || Temporal.PlainDate.compare(ended, life.from) <= 0) return
  life.states = [
    { from: life.from, columns: { ...state.columns, during: `${start}/..` }, texts: state.texts },
    { from: ended.add({ days: 1 }), columns: state.columns, texts: state.texts },
  ]
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
