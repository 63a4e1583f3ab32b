import { editing } from '#convene/messages/editing.ts'
import { editingFields } from '#convene/messages/editing-fields.ts'
import { editingSlots } from '#convene/messages/editing-slots.ts'
import { registration } from '#convene/messages/registration.ts'
import { cityOfZone, countryName, languageName, list } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import type { Choice } from '#ground/web/parts/form.tsx'
import { type Field, type NamedField, nameOf, type Path } from '../rules/fields.ts'
import { choicesOf, type ListName } from '../rules/parts.ts'

/** The part of the file in which a form's paths begin: '' for the whole, or one item of a list, or a slot. */
export type Within = '' | ListName | 'slots'

const keyOf = (within: Within, path: Path) => (within === '' ? nameOf(path) : `${within}.${nameOf(path)}`)

/** What a field is called. A position in a list is told as a person counts. */
export function labelOf(locale: Locale, within: Within, path: Path): string {
  const labels = { ...editingFields[locale].labels, ...editingSlots[locale].labels }
  const position = path.findIndex(step => typeof step === 'number')
  const plain = position === -1 ? path : path.slice(0, position)
  const key = keyOf(within, plain)
  const label = labels[key as keyof typeof labels] ?? key
  return position === -1 ? label : editing[locale].field.line(label, Number(path[position]) + 1)
}

export function hintOf(locale: Locale, within: Within, path: Path): string | undefined {
  const hints = { ...editingFields[locale].hints, ...editingSlots[locale].hints }
  return hints[keyOf(within, path) as keyof typeof hints]
}

/** A label and the language in which it is to be written. */
export const inLanguage = (label: string, language: string) => `${label} (${language})`

/** What each single control is called, with its language or as the time of a moment. */
export function labelOfName(locale: Locale, within: Within, named: NamedField): string {
  const words = editing[locale].field
  const label = labelOf(locale, within, named.path)
  if (named.locale) return inLanguage(label, languageName(locale, named.locale))
  return named.end === 'time' ? words.time(label) : label
}

/** What may be chosen for a field, in words. */
export function choicesFor(locale: Locale, within: Within, field: Field, more: readonly string[] = []): Choice[] {
  const key = keyOf(within, field.path)
  const values = choicesOf[key]
  if (!values) return []
  return [...new Set([...values, ...more])].map(value => ({ value, label: choiceInWords(locale, key, value) }))
}

function choiceInWords(locale: Locale, key: string, value: string): string {
  const { choices } = editingFields[locale]
  if (key in choices) return (choices[key as keyof typeof choices] as Record<string, string>)[value] ?? value
  if (key === 'registration.approval') return registration[locale].categories[value as 'other'] ?? value
  return isLocale(value) && !key.startsWith('spoken')
    ? nameOfLocale[value]
    : capital(languageName(locale, value), locale)
}

const capital = (text: string, locale: Locale) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)

/** A value of a form as people read it: for the two sides of a stale save. */
export function valueInWords(
  locale: Locale,
  within: Within,
  field: Field,
  value: string,
  organisations: readonly Choice[] = [],
): string {
  const words = editing[locale].field
  if (value === '') return ''
  switch (field.kind) {
    case 'yes':
      return value === 'yes' ? words.yes : words.no
    case 'several':
      return list(
        locale,
        value.split(' ').map(one => choiceInWords(locale, keyOf(within, field.path), one)),
      )
    case 'one':
      if (field.of === 'countries') return countryName(locale, value)
      if (field.of === 'zones') return cityOfZone(locale, value)
      if (field.of === 'organisations') return organisations.find(one => one.value === value)?.label ?? value
      return choiceInWords(locale, keyOf(within, field.path), value)
    default:
      return value
  }
}
