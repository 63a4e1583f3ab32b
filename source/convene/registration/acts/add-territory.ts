import { randomUUID } from 'node:crypto'
import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { saveSpace } from '#ground/people/acts/save-space.ts'
import { foldName } from '../rules/fold.ts'
import type { Government } from '../rules/governments.ts'

export type NewTerritory = {
  name: string
  /** In which the name is written. */
  language: Locale
  /** ISO 3166-1 alpha-2; its region follows from it. */
  country: string
  government: Government
}

/**
 * A new public territory, in the name of an administrator: the policies answer whether they may. Its address is made of
 * its name; more about it is written on its own form.
 *
 * @returns its id, or `taken` when a territory has this address already
 */
export async function addTerritory(
  house: House,
  actor: Actor,
  { name, language, country, government }: NewTerritory,
): Promise<string | 'taken'> {
  const fields = {
    slug: addressOf(name),
    visibility: 'public',
    source: language,
    [`name-${language}`]: name,
    country,
    government,
    fictitious: 'no',
    identifiers: '',
  }
  const once = { key: null, location: '' }
  const saved = await saveSpace(house, actor, { kind: 'territory', id: null, fields, version: null, once })
  if (saved.result === 'saved') return saved.id
  return 'taken'
}

/** The letters of a name that an address can hold; a name in another script gets one that says nothing. */
function addressOf(name: string): string {
  const words = foldName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return words || `t-${randomUUID().slice(0, 8)}`
}
