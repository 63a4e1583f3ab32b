import { type Life, later } from './lives.ts'
import type { RecordKind, RecordOf, Said } from './memory-file.ts'
import {
  circles,
  dated,
  day,
  endOf,
  type IdOf,
  type Language,
  link,
  none,
  partyRoles,
  rowOf,
  startOf,
  tables,
} from './rows.ts'

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

  if (kind === 'organisations') {
    for (const { scheme, value } of (record as RecordOf<'organisations'>).identifiers ?? []) {
      const row = { record_table: 'organisation', record_id: parent, scheme, value }
      add('identifier', `${record.key}/identifier/${scheme}/${value}`, row)
    }
  }
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
          ...dated('first_end', 'first_end_as_known', terms.first_end),
          renewal: terms.renewal ?? 'none',
          renewal_months: none(terms.renewal_months),
          most_renewals: none(terms.most_renewals),
          notice_months: terms.notice_months ?? 0,
          notice_days: terms.notice_days ?? 0,
          languages: languages ?? [],
        },
        { texts: { title }, happened: startOf(first?.on)?.add({ days: 1 }) },
      )
      for (const [position, event] of events.entries()) {
        add(
          'agreement_event',
          `${key}/event/${position}`,
          {
            agreement_id: idOf(key),
            kind: event.kind,
            ...dated('on_day', 'on_as_known', event.on),
            ...dated('ends_on', 'ends_as_known', event.ends),
            position,
            decision_id: link(idOf, event.decision),
          },
          { happened: startOf(event.on)?.add({ days: 1 }) },
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
    for (const { vocabulary, code, significance } of one.classes ?? []) {
      const columns = { activity_id: parent, vocabulary, code, significance: none(significance) }
      add('activity_class', `${one.key}/class/${vocabulary}/${code}`, columns)
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
