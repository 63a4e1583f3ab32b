import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'

// A part of a seminar's file as the fields of a form, and back. A field is named by its path in the file, with full
// stops: what the checks of the file find wrong then leads to its field.

export type Path = readonly (string | number)[]
/** What a form sends: a text for each field, several for check boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** One value of the file as a form shows it. `optional`: left empty, the key is not in the file. */
export type Field = { path: Path; optional?: boolean } & (
  | { kind: 'words'; long?: boolean }
  /** A list of texts, each in the languages of the seminar; one that is emptied is removed. */
  | { kind: 'lines' }
  | { kind: 'line' | 'email' | 'telephone' | 'web' | 'date' | 'time' | 'whole' }
  /** A day and a time of the venue, in the fields `NAME.day` and `NAME.time`. A day alone means this time. */
  | { kind: 'moment'; whenNoTime: '00:00:00' | '23:59:59' }
  | { kind: 'one'; of: 'choices' | 'countries' | 'zones' | 'organisations' }
  | { kind: 'several' }
  | { kind: 'yes' }
)

export const nameOf = (path: Path) => path.join('.')
export const inLanguage = (path: Path, locale: Locale) => `${nameOf(path)}.${locale}`

/** No list of a form is longer. */
const mostLines = 50

type Block = Record<string | number, unknown>
const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null

export function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (!isBlock(value) || !Object.hasOwn(value, step)) return undefined
    value = value[step]
  }
  return value
}

/** A copy of `data` with another value at a path; `undefined` takes the key out. */
export function withValue(data: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  const next = withValue(isBlock(data) ? data[step] : undefined, rest, value)
  if (Array.isArray(data)) return data.map((item, index) => (index === step ? next : item))
  const block = isBlock(data) ? data : {}
  if (next !== undefined) return { ...block, [step]: next }
  return Object.fromEntries(Object.entries(block).filter(([key]) => key !== step))
}

export function textOf(typed: Typed, field: string): string {
  const value = typed[field]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Several values of one field: from check boxes, or from one field that carries them all (the form kit's stale save). */
export function valuesOf(typed: Typed, field: string): string[] {
  const boxes = typed[`${field}[]`]
  if (boxes !== undefined) return typeof boxes === 'string' ? [boxes] : [...boxes]
  return textOf(typed, field).split(' ').filter(Boolean)
}

/** What a form shows of a part of the file. Several values stand in one field, with spaces between. */
export function typedOf(fields: readonly Field[], data: unknown, languages: readonly Locale[]): Record<string, string> {
  return Object.assign({}, ...fields.map(field => typedOfOne(field, valueAt(data, field.path), languages)))
}

function typedOfOne(field: Field, value: unknown, languages: readonly Locale[]): Record<string, string> {
  const name = nameOf(field.path)
  switch (field.kind) {
    case 'words':
      return wordsTyped(field.path, value, languages)
    case 'lines':
      return Object.assign(
        {},
        ...(Array.isArray(value) ? value : []).map((line, index) =>
          wordsTyped([...field.path, index], line, languages),
        ),
      )
    case 'moment': {
      const [day = '', time = ''] = typeof value === 'string' ? value.split('T') : []
      return { [`${name}.day`]: day, [`${name}.time`]: time.replace(/^(\d\d:\d\d):00$/, '$1') }
    }
    case 'several':
      return { [name]: Array.isArray(value) ? value.join(' ') : '' }
    case 'yes':
      return { [name]: value === undefined ? '' : value ? 'yes' : 'no' }
    default:
      return { [name]: value === undefined || value === null ? '' : String(value) }
  }
}

function wordsTyped(path: Path, value: unknown, languages: readonly Locale[]): Record<string, string> {
  const words = isBlock(value) ? value : {}
  return Object.fromEntries(languages.map(locale => [inLanguage(path, locale), String(words[locale] ?? '')]))
}

/**
 * The part of the file as a form says it. Nothing is checked here: what is no number or no day is put into the file as
 * it was typed, and the checks of the file refuse it at its path. A language that the form did not show stays as it is.
 *
 * @param source a text that must be there is asked for in this language
 */
export function dataFrom<T>(fields: readonly Field[], data: T, typed: Typed, source: Locale): T {
  return fields.reduce<unknown>(
    (now, field) => withValue(now, field.path, read(field, valueAt(data, field.path), typed, source)),
    data,
  ) as T
}

function read(field: Field, now: unknown, typed: Typed, source: Locale): unknown {
  const name = nameOf(field.path)
  const text = textOf(typed, name).trim()
  const given = text === '' && field.optional ? undefined : text
  switch (field.kind) {
    case 'words': {
      const words = wordsFrom(field.path, now, typed, field.long !== true)
      if (Object.keys(words).length > 0) return words
      return field.optional ? undefined : { [source]: '' }
    }
    case 'lines':
      return linesIn(field.path, typed)
        .map(index => wordsFrom([...field.path, index], undefined, typed))
        .filter(line => Object.keys(line).length > 0)
    case 'moment':
      return momentFrom(textOf(typed, `${name}.day`), textOf(typed, `${name}.time`), field.whenNoTime)
    case 'several':
      return inOrderOf(now, valuesOf(typed, name))
    case 'yes':
      return text === '' ? undefined : text === 'yes'
    case 'whole':
      return given === undefined ? undefined : (readWhole(given) ?? given)
    case 'time':
      return given === undefined ? undefined : readTime(given)
    case 'web':
      // People copy what a browser shows, which leaves the beginning out.
      return given && /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(given) ? `https://${given}` : given
    default:
      return given
  }
}

/** Chosen values in the order they had, then the new ones: the same choice changes nothing. */
function inOrderOf(now: unknown, chosen: readonly string[]): string[] {
  const before = Array.isArray(now) ? now.filter(value => chosen.includes(value)) : []
  return [...before, ...chosen.filter(value => !before.includes(value))]
}

/** @param oneLine a title is one line, however it was typed */
function wordsFrom(path: Path, now: unknown, typed: Typed, oneLine = true): Record<string, string> {
  const before = isBlock(now) ? now : {}
  const words: Record<string, string> = {}
  for (const locale of locales) {
    const name = inLanguage(path, locale)
    const text = (Object.hasOwn(typed, name) ? textOf(typed, name) : String(before[locale] ?? '')).trim()
    if (text !== '') words[locale] = oneLine && Object.hasOwn(typed, name) ? text.replace(/\s*\n\s*/g, ' ') : text
  }
  return words
}

/** The positions of the lines of a list that a form sent, those that were left empty included. */
export function linesIn(path: Path, typed: Typed): number[] {
  const prefix = `${nameOf(path)}.`
  const found = new Set<number>()
  for (const name of Object.keys(typed)) {
    if (!name.startsWith(prefix)) continue
    const [index, locale, ...more] = name.slice(prefix.length).split('.')
    if (/^\d{1,2}$/.test(index ?? '') && isLocale(locale) && more.length === 0) found.add(Number(index))
  }
  return [...found].sort((a, b) => a - b).slice(0, mostLines)
}

/** A whole number, with the separators people type; null for what is none. */
export function readWhole(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f.,’']/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

/** `9:00`, `9.00`, `9h`, `9 h 30`, `09:30` as the file writes a time; anything else as it was typed. */
export function readTime(text: string): string {
  const clock = /^(\d{1,2})(?:\s?[:.hH]\s?(\d{2})?)?$/.exec(text.trim())
  if (!clock) return text
  return `${String(clock[1]).padStart(2, '0')}:${clock[2] ?? '00'}`
}

function momentFrom(day: string, time: string, whenNoTime: string): string | undefined {
  const [on, at] = [day.trim(), time.trim()]
  if (on === '' && at === '') return undefined
  if (at === '') return `${on}T${whenNoTime}`
  return `${on}T${/^\d{1,2}:\d{2}:\d{2}$/.test(at) ? at.padStart(8, '0') : `${readTime(at)}:00`}`
}

export type NamedField = { name: string; field: Field; path: Path; locale?: Locale; end?: 'day' | 'time' }

/** Every name that a form with these fields sends, in the order of the page. */
export function namesOf(fields: readonly Field[], languages: readonly Locale[], typed: Typed): NamedField[] {
  return fields.flatMap((field): NamedField[] => {
    const { path } = field
    const words = (at: Path) => languages.map(locale => ({ name: inLanguage(at, locale), field, path: at, locale }))
    switch (field.kind) {
      case 'words':
        return words(path)
      case 'lines':
        return linesIn(path, typed).flatMap(index => words([...path, index]))
      case 'moment':
        return (['day', 'time'] as const).map(end => ({ name: `${nameOf(path)}.${end}`, field, path, end }))
      default:
        return [{ name: nameOf(path), field, path }]
    }
  })
}

/**
 * The field at which to tell what is wrong at a path of the file: the field of that path or of what stands around it,
 * for a text its source language; null for what the form does not show.
 */
export function fieldAt(path: Path, fields: readonly Field[], source: Locale, typed: Typed): string | null {
  const found = fields.find(field => field.path.every((step, index) => step === path[index]))
  if (!found) {
    const within = path.length > 0 && fields.find(field => path.every((step, index) => step === field.path[index]))
    return within ? fieldAt(within.path, fields, source, typed) : null
  }
  const name = nameOf(found.path)
  switch (found.kind) {
    case 'words': {
      const locale = path[found.path.length]
      return isLocale(locale) ? `${name}.${locale}` : `${name}.${source}`
    }
    case 'lines': {
      // Lines that were left empty are not in the file: its third may be the fifth of the form.
      const [index = 0, locale] = path.slice(found.path.length)
      const filled = linesIn(found.path, typed).filter(
        line => Object.keys(wordsFrom([...found.path, line], undefined, typed)).length > 0,
      )
      return `${name}.${filled[Number(index)] ?? 0}.${isLocale(locale) ? locale : source}`
    }
    case 'moment':
      return `${name}.day`
    case 'several':
      return `${name}[]`
    default:
      return name
  }
}
