import { deskPlaces } from '#convene/messages/desk-places.ts'
import { editing } from '#convene/messages/editing.ts'
import { editingFields } from '#convene/messages/editing-fields.ts'
import { editingSlots } from '#convene/messages/editing-slots.ts'
import { formWords } from '#convene/messages/form.ts'
import type { Locale } from '#ground/languages/locales.ts'

/** Where the lists of a file stand in it, and the part of the forms in which each is edited. */
const lists = {
  'registration.questions': 'questions',
  'registration.consents': 'consents',
  'registration.quotas': 'places',
  organisations: 'organisations',
  contacts: 'contacts',
  people: 'people',
  'programme.rooms': 'rooms',
  'programme.days': 'days',
  'programme.slots': 'programme',
} as const
/** Labels of a list begin with its own name. */
const nameOfList = (list: keyof typeof lists) => list.split('.').at(-1) as string

/**
 * A place of the file as the forms of the desk call it: « Questions du formulaire – « diet » – Explication ». What no form
 * has is left as the file calls it.
 *
 * @param path without the language of a text
 */
export function placeInWords(locale: Locale, path: string): string {
  const list = (Object.keys(lists) as (keyof typeof lists)[]).find(one => path === one || path.startsWith(`${one}.`))
  if (list === undefined) return labelOf(locale, path.split('.')) ?? path
  const title = editing[locale].parts[lists[list]]
  const [item, ...field] = path.slice(list.length + 1).split('.')
  if (!item) return title
  const named = formWords[locale].person.quoted(item)
  if (field.length === 0) return `${title} – ${named}`
  return `${title} – ${named} – ${labelOf(locale, [nameOfList(list), ...field]) ?? field.join('.')}`
}

/** The label of the form for a field or for what it lies in, with what lies deeper behind it; null when there is none. */
function labelOf(locale: Locale, steps: readonly string[]): string | null {
  const labels: Readonly<Record<string, string>> = {
    ...editingFields[locale].labels,
    ...editingSlots[locale].labels,
    'quotas.name': editingFields[locale].labels['organisations.name'],
    'quotas.capacity': deskPlaces[locale].capacity,
    'quotas.categories': deskPlaces[locale].countsCategories,
    'quotas.regions': deskPlaces[locale].countsRegions,
    'quotas.territory': deskPlaces[locale].countsTerritory,
  }
  const { line } = editing[locale].field
  const { quoted } = formWords[locale].person
  for (let length = steps.length; length > 0; length--) {
    const label = labels[steps.slice(0, length).join('.')]
    if (label === undefined) continue
    return steps
      .slice(length)
      .reduce((said, step) => (/^\d+$/.test(step) ? line(said, Number(step) + 1) : `${said} – ${quoted(step)}`), label)
  }
  return null
}
