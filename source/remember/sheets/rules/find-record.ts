import { foldEmail, foldName, foldOrganisation } from '#convene/registration/rules/fold.ts'
import { bodiesOf, type Fields, type SheetKind } from './kinds.ts'

/** By what a record is recognised, most certain first: each a word that only one record should have. */
export function keysOf(kind: SheetKind, fields: Fields): string[] {
  const names = (field: string) => Object.values(bodiesOf(fields, field)).map(body => `name ${foldOrganisation(body)}`)
  switch (kind) {
    case 'actors':
      return [
        ...(fields.identifiers ?? '')
          .split('\n')
          .filter(Boolean)
          .map(one => `number ${one.toLowerCase()}`),
        ...names('name'),
        ...(fields.shortName ? [`name ${foldOrganisation(fields.shortName)}`] : []),
      ]
    case 'contacts': {
      const person = foldName(`${fields.given ?? ''} ${fields.family ?? ''}`)
      return [
        ...(fields.email ? [`mail ${foldEmail(fields.email)} ${person}`] : []),
        ...(fields.organisation ? [`at ${fields.organisation} ${person}`] : []),
        `person ${person}`,
      ]
    }
    case 'relationships': {
      const named = names('name')
      // With one partner there may be a twinning and a cooperation: a kind that is said tells them apart.
      const partners = (fields.partners ?? '').split(' ').filter(Boolean).sort().join(' ')
      return [
        ...named,
        ...(partners === '' ? [] : [`partners ${partners} ${fields.kind ?? ''}`, `partners ${partners}`]),
      ]
    }
    case 'journal':
      return [`entry ${fields.during ?? ''} ${foldName(fields.title ?? '')}`]
    case 'projects':
      return [...(fields.identifier ? [`number ${fields.identifier.toLowerCase()}`] : []), ...names('title')]
    case 'commitments':
      return [`promise ${fields.relationship ?? ''} ${foldName(fields.what ?? '')}`]
    case 'fees':
      return [`fee ${fields.relationship ?? ''} ${fields.year ?? ''}`]
    case 'seats':
      return names('seat').map(name => `${fields.relationship ?? ''} ${yearIn(fields.during)} ${name}`)
    case 'posts':
      return names('title')
    case 'terms':
      return names('name')
    case 'appointments':
      return [`${fields.post ?? ''} ${fields.person ?? ''} ${yearIn(fields.during)}`]
    case 'decisions':
      return [`decision ${foldName(fields.number ?? '')} ${fields.decidedOn ?? ''}`]
  }
}

/** Somebody who comes back into a post or a seat begins anew: the year of the beginning, as far as it is known. */
const yearIn = (during: string | undefined): string => /^\d{4}/.exec(during ?? '')?.[0] ?? ''

// Of two that go by the same words, what tells them apart where both say it.
const apart: Partial<Record<SheetKind, readonly string[]>> = {
  commitments: ['due', 'owedBy'],
  seats: ['person'],
  posts: ['organisation'],
  terms: ['organisation'],
}

/** Whether a record may be the one that a row tells of: nothing that both say sets them apart. */
export const mayBe = (kind: SheetKind, there: Fields, given: Fields): boolean =>
  (apart[kind] ?? []).every(field => !there[field] || !given[field] || there[field] === given[field])

/** Records by their keys. */
export class Index<T extends { id: string }> {
  private readonly byKey = new Map<string, T[]>()

  add(keys: readonly string[], one: T): void {
    for (const key of keys) {
      const there = this.byKey.get(key)
      if (!there) this.byKey.set(key, [one])
      else if (!there.includes(one)) there.push(one)
    }
  }

  /** All with one of these keys. */
  all(keys: readonly string[]): T[] {
    return [...new Set(keys.flatMap(key => this.byKey.get(key) ?? []))]
  }

  /** The one that the first telling key leads to; `several` when it leads to more than one. */
  find(keys: readonly string[], fits: (one: T) => boolean = () => true): T | 'several' | null {
    for (const key of keys) {
      const found = (this.byKey.get(key) ?? []).filter(fits)
      if (found.length === 1) return found[0] ?? null
      if (found.length > 1) return 'several'
    }
    return null
  }
}
