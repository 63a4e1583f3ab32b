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
  }
}

/** The same of an agreement within its relationship. */
export const agreementKeys = (relationship: string, fields: Fields): string[] => [
  ...Object.values(bodiesOf(fields, 'agreementTitle')).map(body => `${relationship} title ${foldOrganisation(body)}`),
  ...(fields.signedOn ? [`${relationship} signed ${fields.signedOn}`] : []),
]

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
