import { locales } from '#ground/languages/locales.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { textOf } from '#ground/web/form.ts'
import { categories } from '../../rules/answers.ts'
import { overall } from '../../rules/places.ts'
import type { PlacesProblem } from '../../rules/places-problems.ts'
import type { PlacesSettings } from '../../store/places-settings.ts'
import type { WantedQuota } from '../../store/quota-changes.ts'
import { regions } from './list-parts.tsx'
import { fieldReader, momentFields } from './read-fields.ts'

// The form of places as fields. Each field of a quota carries the quota's key, and not its number in the list: two people
// may have added or removed quotas meanwhile, and what each typed must be told apart.

/** Keys of quotas that are typed and not yet saved: never the key of a saved one, which has no `~`. */
export const isNew = (key: string) => key.startsWith('~')
export const fieldOf = (key: string, what: string) => `quota-${key}-${what}`
export const nameField = (key: string, locale: string) => fieldOf(key, `name-${locale}`)

/** The keys of the quotas in the form, in their order; that of the whole seminar is not among them. */
export function keysIn(typed: Typed): string[] {
  const keys = typed['quota[]'] ?? []
  return [...new Set(typeof keys === 'string' ? [keys] : keys)]
    .filter(key => /^~?[a-z0-9-]{1,80}$/.test(key))
    .slice(0, 100)
}

/** Several values of one field: from check boxes, or from one field that carries them all (the form kit's stale save). */
export function valuesOf(typed: Typed, field: string): string[] {
  const boxes = typed[`${field}[]`]
  if (boxes !== undefined) return [...boxes]
  return textOf(typed, field).split(' ').filter(Boolean)
}

/** What the form shows of places as they are settled. Several values stand in one field, with spaces. */
export function typedFrom({ quotas, admission }: PlacesSettings, zone: string): Record<string, string | string[]> {
  const whole = quotas.find(({ key }) => key === overall)
  const others = quotas.filter(({ key }) => key !== overall)
  return {
    'quota[]': others.map(({ key }) => key),
    capacity: whole ? String(whole.capacity) : '',
    ...Object.assign({}, ...others.map(quotaFields)),
    approval: inOrder(categories, admission.approvalFor),
    perOrganisation: admission.perOrganisation === null ? '' : String(admission.perOrganisation),
    perForm: String(admission.perForm),
    promotion: admission.promotion,
    offerHours: String(admission.offerHours),
    ...momentFields('promoteUntil', admission.promoteUntil, zone),
    ...momentFields('changeUntil', admission.changeUntil, zone),
  }
}

// In the order of the boxes, so that the same choice is the same text.
const inOrder = (all: readonly string[], chosen: readonly string[] | null) =>
  all.filter(value => chosen?.includes(value)).join(' ')

function quotaFields(quota: WantedQuota): Record<string, string> {
  const { key } = quota
  return {
    [fieldOf(key, 'capacity')]: String(quota.capacity),
    [fieldOf(key, 'categories')]: inOrder(categories, quota.categories),
    [fieldOf(key, 'regions')]: inOrder(regions, quota.regions),
    [fieldOf(key, 'territory')]: quota.territoryId ?? '',
    ...Object.fromEntries(locales.map(locale => [nameField(key, locale), quota.name[locale] ?? ''])),
  }
}

export type Read = { settings: PlacesSettings; errors: FieldErrors; keys: string[] }

/**
 * What the form asks for. Numbers and moments that are none are told here, beside their field; what an act would refuse
 * is told by `errorsFrom`.
 *
 * @param had whether the seminar has a capacity: it may be changed then, and no longer be taken away
 */
export function readPlacesForm(typed: Typed, zone: string, source: string, had: boolean): Read {
  const { errors, whole, optional, instant } = fieldReader(typed, zone)
  const taken = new Set<string>([overall])
  const keys: string[] = []
  const quotas: WantedQuota[] = []
  const places = 'capacity-number'
  const capacity = had ? whole('capacity', places) : optional('capacity', places)
  const unconditional = { categories: null, regions: null, territoryId: null }
  if (capacity !== null) quotas.push({ key: overall, capacity, ...unconditional, position: 0, name: {} })
  for (const key of keysIn(typed)) {
    if (textOf(typed, fieldOf(key, 'remove')) === 'yes') continue
    const name = Object.fromEntries(locales.map(locale => [locale, textOf(typed, nameField(key, locale)).trim()]))
    const saved = isNew(key) ? newKey(name[source] ?? '', taken) : key
    taken.add(saved)
    keys.push(key)
    const wanted = (field: string) => valuesOf(typed, fieldOf(key, field))
    quotas.push({
      key: saved,
      capacity: whole(fieldOf(key, 'capacity'), places),
      categories: categories.filter(category => wanted('categories').includes(category)),
      regions: regions.filter(region => wanted('regions').includes(region)),
      territoryId: textOf(typed, fieldOf(key, 'territory')) || null,
      position: quotas.length,
      name,
    })
  }
  const settings: PlacesSettings = {
    quotas: quotas.map(quota => ({
      ...quota,
      categories: quota.categories?.length ? quota.categories : null,
      regions: quota.regions?.length ? quota.regions : null,
      name: Object.fromEntries(Object.entries(quota.name).filter(([, body]) => body !== '')),
    })),
    admission: {
      approvalFor: categories.filter(category => valuesOf(typed, 'approval').includes(category)),
      perOrganisation: optional('perOrganisation', 'whole'),
      perForm: whole('perForm'),
      promotion: textOf(typed, 'promotion') === 'offer' ? 'offer' : 'direct',
      offerHours: whole('offerHours'),
      promoteUntil: instant('promoteUntil'),
      changeUntil: instant('changeUntil'),
    },
  }
  return { settings, errors, keys }
}

/** A key for a new quota, from its name: letters and figures without accents, unlike those that are there. */
function newKey(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  const base = words || 'quota'
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`
    if (!taken.has(key)) return key
  }
}

/** What the act refused, beside the fields of the form; values are keys of messages `errors`. */
export function errorsFrom(problems: readonly PlacesProblem[], { settings, keys }: Read, source: string): FieldErrors {
  const errors: Record<string, string> = {}
  const conditional = settings.quotas[0]?.key === overall ? 1 : 0
  const fields = {
    capacity: 'capacity',
    key: 'capacity',
    name: `name-${source}`,
    conditions: 'categories[]',
    territoryId: 'territory',
  }
  for (const problem of problems) {
    if ('quota' in problem) {
      const key = keys[problem.quota - conditional]
      const field = problem.quota < conditional || key === undefined ? 'capacity' : fieldOf(key, fields[problem.field])
      errors[field] ??= `${problem.field}-${problem.code}`
    } else {
      const field =
        problem.field === 'promoteUntil' || problem.field === 'changeUntil' ? `${problem.field}-day` : problem.field
      errors[field] ??= field === 'perOrganisation' ? 'whole' : problem.code
    }
  }
  return errors
}
