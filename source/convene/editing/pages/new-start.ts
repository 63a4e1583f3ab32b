import { editingNew } from '#convene/messages/editing-new.ts'
import { seminarExists } from '#convene/seminar/store/save-seminar.ts'
import { as, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'
import { type NamedSpace, namedSpaces } from '#ground/people/store/spaces.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import type { Beginning } from '../rules/begin.ts'
import { textOf, valuesOf } from '../rules/fields.ts'
import { freeSlug, isReserved, networksAmong } from '../store/networks.ts'

/** The networks in which the visitor may edit, by name. */
export async function networksToEdit(visit: Visit, tx: Tx): Promise<NamedSpace[]> {
  const spaces = [...(visit.signedIn?.may.get('edit') ?? [])]
  const networks = await networksAmong(tx, spaces)
  return namedSpaces(
    tx,
    visit.locale,
    networks.map(({ id }) => id),
  )
}

/** The fields of the first page, carried along by the second. */
export const startFields = ['title', 'source', 'languages', 'network', 'slug'] as const

/** What was typed, with one text for each field, so that a hidden field can carry it. */
export const carried = (typed: Typed, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map(name => [name, valuesOrText(typed, name)]))

const valuesOrText = (typed: Typed, name: string) =>
  typed[`${name}[]`] === undefined ? textOf(typed, name) : valuesOf(typed, name).join(' ')

export type ReadStart = { ok: true; beginning: Beginning } | { ok: false; errors: FieldErrors }

/**
 * What the first page says. An address that was left empty is made from the title; one that another seminar has is told
 * with one that is free, as far as the visitor sees the other.
 */
export async function readStart(visit: Visit, typed: Typed): Promise<ReadStart> {
  const words = editingNew[visit.locale].start
  const errors: Record<string, string> = {}
  const title = textOf(typed, 'title').trim()
  if (title === '') errors.title = words.titleMissing
  else if (title.length > 300) errors.title = words.titleTooLong
  const source = textOf(typed, 'source')
  if (!isLocale(source)) errors.source = words.sourceMissing
  const languages = locales.filter(locale => locale === source || valuesOf(typed, 'languages').includes(locale))
  const { networks, free, isTaken } = await as(visit.house.db, visit.actor, async tx => {
    const asked = textOf(typed, 'slug').trim()
    return {
      networks: await networksToEdit(visit, tx),
      free: await freeSlug(tx, asked || title),
      isTaken: asked !== '' && (isReserved(asked) || (await seminarExists(tx, asked))),
    }
  })
  const network =
    networks.find(({ slug }) => slug === textOf(typed, 'network')) ?? (networks.length === 1 ? networks[0] : undefined)
  if (!network) errors.network = words.networkMissing
  const slug = textOf(typed, 'slug').trim() || free
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 80) errors.slug = words.slugForm
  else if (isTaken) errors.slug = words.taken(free)
  if (Object.keys(errors).length > 0 || !network) return { ok: false, errors }
  return { ok: true, beginning: { title, source: source as Locale, languages, slug, network } }
}
