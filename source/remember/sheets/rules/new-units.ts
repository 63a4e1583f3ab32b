import { kindOfName, kindOfPartner } from './kind-of-name.ts'
import { bodiesOf, type Fields, fieldOf, type SheetKind, textKey } from './kinds.ts'
import type { NewActor, OfNew } from './resolve.ts'
import { oneLine, type Unit } from './units.ts'

/** Fields that name other records. */
export const references: ReadonlySet<string> = new Set(['actor', 'actors', 'contacts', 'relationship', 'post', 'term'])

/** A record that is known, as a unit; `under`: the relationship of an agreement. */
export const unitOf = (kind: SheetKind, id: string, fields: Fields, under: string | null): Unit => ({
  kind,
  under,
  id,
  isNew: false,
  before: fields,
  after: { ...fields },
  language: fields.language ?? 'fr',
  row: 0,
  saidBy: new Map(),
})

/** The partners of a relationship, by id. */
export const partnersOf = (fields: Fields): string[] => (fields.partners ?? '').split(' ').filter(Boolean)
/** Whether a record says a text already, in whatever language. */
export const isSaid = (unit: Unit, text: string, value: string): boolean =>
  Object.values(bodiesOf(unit.before, text)).some(body => oneLine(body) === oneLine(value))

/** What a row says of the agreement. */
export const ofAgreement = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => fieldOf('relationships', field)?.agreement))

/** Of what kind and country an organisation is that only a name is known of. */
export function newOf(kind: SheetKind, field: string, given: Fields): OfNew {
  const ofKind = (name: string) => {
    if (field === 'leads') return 'service'
    return kind === 'relationships' ? kindOfPartner(name, given.kind) : (kindOfName(name) ?? 'other')
  }
  return { kind: ofKind, country: field === 'partners' ? (given.partnerCountry ?? null) : null }
}

/**
 * Organisations that only a name is known of, as far as anything that is written names them. Each is told in the first row that
 * names it, of those that are not `wrong`: nothing comes from a row that is left out.
 */
export function actorsNamed(
  made: readonly NewActor[],
  units: readonly Unit[],
  wrong: (row: number) => boolean = () => false,
): Unit[] {
  const named = new Map<string, number>()
  for (const { kind, after, row, saidBy } of units)
    for (const [field, ids] of Object.entries(after)) {
      if (!references.has(fieldOf(kind, field)?.type ?? '')) continue
      const by = saidBy.get(field) ?? row
      for (const id of ids.split(' ')) named.set(id, Math.min(by, named.get(id) ?? by))
    }
  return made
    .filter(({ id }) => named.has(id))
    .map(({ id, name, language, row, kind, country }) => ({
      ...unitOf('actors', id, {}, null),
      isNew: true,
      after: { [textKey('name', language)]: name, kind, ...(country === null ? {} : { country }) },
      language,
      row: wrong(row) ? (named.get(id) ?? row) : row,
    }))
}
