import { type Index, keysOf, mayBe } from './find-record.ts'
import { bodiesOf, type Fields, type SheetKind } from './kinds.ts'
import { partnersOf } from './new-units.ts'
import { type Problem, problem } from './problems.ts'
import type { RowRead, Said } from './rows.ts'
import type { Unit } from './units.ts'

/** The record that a row tells of, among those that are known or that rows above made; `several` where more than one is meant. */
export function findUnit(kind: SheetKind, index: Index<Unit>, fields: Fields): Unit | 'several' | null {
  const keys = keysOf(kind, fields)
  switch (kind) {
    case 'relationships': {
      // A name of its own makes another relationship with the same partner.
      const named = keys.filter(key => key.startsWith('name '))
      if (named.length > 0) return index.find(named)
      const ofKind = index.find(keys.slice(0, 1))
      if (ofKind !== null || !fields.kind) return ofKind ?? index.find(keys)
      // Another kind makes another relationship, unless that of the one that is there was not said.
      return index.find(keys, one => !one.after.kind)
    }
    case 'contacts': {
      const certain = index.find(keys.filter(key => !key.startsWith('person ')))
      if (certain !== null) return certain
      return index.find(
        keys.filter(key => key.startsWith('person ')),
        one => !fields.organisation || !one.after.organisation || one.after.organisation === fields.organisation,
      )
    }
    default:
      return index.find(keys, one => mayBe(kind, one.after, fields))
  }
}

/**
 * The id that a row says, and the record with it. One that somebody chose on the page and that is gone since is taken out of the
 * row: as if nobody had chosen.
 */
export function saidById(
  { said }: RowRead,
  units: ReadonlyMap<string, Unit>,
): { id: Said | undefined; known: Unit | undefined } {
  const id = said.get('id')
  const known = id ? units.get(id.value) : undefined
  if (!id?.byHand || known?.under === null) return { id, known }
  said.delete('id')
  return { id: undefined, known: undefined }
}

/**
 * What is said of a new relationship where one of the same kind with the same partner is known: a second one may be meant, or it
 * is the one that is known, by another name.
 *
 * @param withPartner partner and kind → a known relationship
 */
export function relationshipAlike(record: RowRead, fields: Fields, withPartner: ReadonlyMap<string, Unit>): Problem[] {
  const kind = fields.kind ?? 'cooperation'
  const known = partnersOf(fields)
    .map(partner => withPartner.get(`${partner} ${kind}`))
    .find(unit => unit !== undefined)
  if (known === undefined) return []
  const there = Object.values(bodiesOf(known.after, 'name'))[0] ?? ''
  const name = record.said.get('name')
  const cell = name ?? record.said.get('partners')
  const field = name ? 'name' : 'partners'
  const about = problem(
    'warning',
    record.row,
    cell?.column ?? null,
    field,
    'relationship-alike',
    cell?.found ?? '',
    there,
  )
  if (name && there !== '') return [{ ...about, suggestion: there }]
  return [{ ...about, suggestion: known.id, ofRow: 'id' }]
}
