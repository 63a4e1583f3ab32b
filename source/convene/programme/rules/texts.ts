import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'
import type { FileWords } from '../../seminar/rules/file-values.ts'
import type { Programme } from './programme.ts'

/**
 * The texts of a programme by their place in it: `name`, `slots.part-1.title`, `slots.part-1.themes.0`. Items that have a
 * key are named by it, others by their place in the list.
 */
export function textsOfProgramme(programme: Programme): Map<string, FileWords> {
  const found = new Map<string, FileWords>()
  visit(programme, [], (path, words) => {
    found.set(path, words)
    return words
  })
  return found
}

/**
 * The programme with its texts in one more language; what has no place in it is passed over.
 *
 * @param older places of those that are out of date, or that nobody has read
 */
export function withLanguage(
  programme: Programme,
  language: Locale,
  texts: Readonly<Record<string, string>>,
  older: readonly string[] = [],
): Programme {
  const said = visit(programme, [], (path, words) => {
    const text = texts[path]
    return text === undefined ? words : { ...words, [language]: text }
  }) as Programme
  // A version says so of languages too that it was not released in: of these words, what holds now.
  const others = (programme.older[language] ?? []).filter(path => texts[path] === undefined)
  const now = [...others, ...older.filter(path => texts[path] !== undefined)]
  const { [language]: _, ...rest } = programme.older
  return {
    ...said,
    older: now.length > 0 ? { ...rest, [language]: now } : rest,
    languages: locales.filter(one => one === language || programme.languages.includes(one)),
  }
}

type Block = Readonly<Record<string, unknown>>

function visit(
  value: unknown,
  path: readonly string[],
  change: (path: string, words: FileWords) => FileWords,
): unknown {
  if (Array.isArray(value)) return value.map((item, index) => visit(item, [...path, stepOf(item, index)], change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  // What was out of date is said by language too, in lists.
  if (entries.length > 0 && entries.every(([key, text]) => isLocale(key) && typeof text === 'string'))
    return change(path.join('.'), value as FileWords)
  return Object.fromEntries(entries.map(([key, inner]) => [key, visit(inner, [...path, key], change)]))
}

const stepOf = (item: unknown, index: number) => {
  const key = typeof item === 'object' && item !== null ? (item as Block).key : undefined
  return typeof key === 'string' ? key : String(index)
}
