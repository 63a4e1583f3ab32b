import { dayColumns, firstDay } from './as-known.ts'
import type { Fields } from './kinds.ts'
import { list } from './plan-columns.ts'
import type { Addition } from './planned.ts'
import type { Unit } from './units.ts'

/** How parts are added: their ids, the day for what says none, and where they go. */
export type How = { newId: () => string; today: string; adds: (addition: Addition) => void }

const added = (after: Fields, before: Fields, field: string): string[] => {
  const there = list(before[field])
  return list(after[field]).filter(one => !there.includes(one))
}

// What hangs beneath a record: partners, who leads it, what it is about, its signature, its money.
export function addParts(unit: Unit, before: Fields, { newId, today, adds }: How): void {
  const { after, id, row: line, language } = unit
  const add = (table: string, columns: Record<string, unknown>) =>
    adds({ line, table, id: newId(), language, columns, texts: {} })
  if (unit.under !== null) {
    if (after.signedOn && !before.signedOn)
      add('agreement_event', {
        agreement_id: id,
        kind: 'signed',
        ...dayColumns('on_day', after.signedOn),
        position: 0,
      })
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
        add('relationship_party', {
          relationship_id: id,
          organisation_id,
          role: after.kind === 'network' ? 'network' : 'partner',
        })
      for (const organisation_id of added(after, before, 'otherParties'))
        add('relationship_party', { relationship_id: id, organisation_id, role: 'other' })
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
    case 'decisions':
      for (const about_id of added(after, before, 'relationship'))
        add('about', { record_table: 'decision', record_id: id, about_table: 'relationship', about_id })
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
          value_date: firstDay(after.actualStart) ?? firstDay(after.plannedStart) ?? today,
        })
      return
  }
}
