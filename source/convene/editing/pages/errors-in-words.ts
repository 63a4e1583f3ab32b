import { editing } from '#convene/messages/editing.ts'
import { editingFields } from '#convene/messages/editing-fields.ts'
import type { Expectation, PathProblem } from '#convene/seminar/rules/problems.ts'
import { languageName, list } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { type Field, fieldAt, nameOf, type Path } from '../rules/fields.ts'
import { itemFields, listNames, partNames, parts, pathOfList } from '../rules/parts.ts'
import { inLanguage, labelOf, type Within } from './labels.ts'

type Told = {
  locale: Locale
  /** Where in the file the paths of the form begin. */
  prefix: Path
  within: Within
  fields: readonly Field[]
  typed: Typed
  source: Locale
  /** Fields that the form has beside these. */
  fieldOf?: ((own: Path) => string | null) | undefined
}

/** What the checks of the file refused, each beside its field, in a sentence that names it. */
export function errorsInWords(problems: readonly PathProblem[], told: Told): FieldErrors {
  const errors: Record<string, string> = {}
  const { locale, prefix, within, fields, typed, source } = told
  const lacking = problems.filter(({ expected }) => plain(expected).code === 'source-text')
  // Another source language asks for every text at once: one sentence says which.
  if (fields.some(({ path }) => nameOf(path) === 'source') && lacking.length > 0) {
    const names = [...new Set(lacking.map(({ path }) => placeInWords(locale, path)))]
    errors.source = editingFields[locale].errors.sourceLacking(
      languageName(locale, source),
      list(locale, names.slice(0, 12)),
    )
  }
  for (const { path, expected } of problems) {
    const { code } = plain(expected)
    if (errors.source && code === 'source-text') continue
    const inside = prefix.every((step, index) => step === path[index])
    const own = path.slice(prefix.length)
    const found = code === 'contact-way' ? 'email' : (told.fieldOf?.(own) ?? fieldAt(own, fields, source, typed))
    const name = inside ? found : null
    if (name === null) {
      errors._form ??= elsewhere(locale, path, expected, source)
      continue
    }
    errors[name] ??= sentence(locale, expected, labelAt(locale, within, fields, name, own, source), source)
  }
  return inOrder(errors, fields)
}

/** What the page says of a problem: a value that is missing is told as one that is wrong. */
const plain = (expected: Expectation): Expectation => (expected.code === 'missing' ? plain(expected.what) : expected)

export function sentence(locale: Locale, expected: Expectation, what: string, source: Locale): string {
  const { errors } = editingFields[locale]
  const { code } = plain(expected)
  if (code === 'source-text') return errors['source-text'](what, languageName(locale, source))
  if (expected.code === 'missing' && code in errors && missingIsEmpty.has(code)) return errors['text-not-empty'](what)
  const say = errors[code as 'other'] ?? errors.other
  return say(what)
}

// Nothing was typed: how it should be written matters less than that it is needed.
const missingIsEmpty: ReadonlySet<string> = new Set([
  'text',
  'words',
  'date',
  'time',
  'moment',
  'country',
  'one-of',
  'capacity',
])

/** Something that another part says, with the name of what it is and where to change it. */
export function elsewhere(locale: Locale, path: Path, expected: Expectation, source: Locale): string {
  const words = editing[locale].parts
  const part = partOf(path)
  const told = sentence(locale, expected, placeInWords(locale, path), source)
  return editingFields[locale].errors.elsewhere(told, part === null ? words.programme : words[part])
}

const startsWith = (path: Path, start: Path) => start.every((step, index) => step === path[index])

function partOf(path: Path) {
  const list = listNames.find(name => startsWith(path, pathOfList[name]))
  if (list) return list
  return partNames.find(name => parts[name].some(field => startsWith(path, field.path))) ?? null
}

/** A place of the file as its form calls it. */
export function placeInWords(locale: Locale, path: Path): string {
  const list = listNames.find(name => startsWith(path, pathOfList[name]))
  if (list) {
    const inside = path.slice(pathOfList[list].length + 1)
    const field = itemFields[list].find(one => startsWith(inside, one.path))
    return field ? labelOf(locale, list, field.path) : editing[locale].parts[list]
  }
  const field = partNames.flatMap(name => parts[name]).find(one => startsWith(path, one.path))
  if (field) return labelOf(locale, '', field.path)
  return path[1] === 'quotas' ? editing[locale].parts.places : editing[locale].parts.programme
}

function labelAt(
  locale: Locale,
  within: Within,
  fields: readonly Field[],
  name: string,
  own: Path,
  source: Locale,
): string {
  const plainName = name.replace(/\[\]$/, '')
  for (const field of fields) {
    const label = labelOf(locale, within, field.path)
    if (field.kind === 'moment' && plainName.startsWith(`${nameOf(field.path)}.`)) return label
    if (nameOf(field.path) === plainName) return label
    if (!plainName.startsWith(`${nameOf(field.path)}.`)) continue
    const steps = plainName.slice(nameOf(field.path).length + 1).split('.')
    const language = steps.at(-1)
    const path = steps.length > 1 ? [...field.path, Number(steps[0])] : field.path
    const what = labelOf(locale, within, path)
    return isLocale(language) && language !== source ? inLanguage(what, languageName(locale, language)) : what
  }
  return labelOf(locale, within, own.slice(0, 1))
}

/** In the order of the page, so that the summary reads as the form does. */
function inOrder(errors: Record<string, string>, fields: readonly Field[]): FieldErrors {
  const place = (name: string) => {
    const at = fields.findIndex(
      ({ path }) => name === nameOf(path) || name.startsWith(`${nameOf(path)}.`) || name === `${nameOf(path)}[]`,
    )
    return name === '_form' ? -1 : at === -1 ? fields.length : at
  }
  return Object.fromEntries(Object.entries(errors).toSorted(([a], [b]) => place(a) - place(b)))
}
