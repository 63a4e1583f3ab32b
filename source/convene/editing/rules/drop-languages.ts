import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'

// A text in several languages is a block whose keys are all languages, as for the checks of the file.
const isWords = (value: object) => {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every(isLocale)
}

/** The file without its texts in some languages. A text that had no other language is gone with them. */
export function withoutLanguages(file: SeminarFile, dropped: readonly Locale[]): SeminarFile {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk).filter(item => item !== undefined)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    if (!isWords(value)) return Object.fromEntries(entries.map(([key, inner]) => [key, walk(inner)]))
    const kept = entries.filter(([language]) => !dropped.includes(language as Locale))
    return kept.length === 0 ? undefined : Object.fromEntries(kept)
  }
  return dropped.length === 0 ? file : (walk(file) as SeminarFile)
}

/** How many texts of a file exist in some languages. */
export function countIn(file: SeminarFile, languages: readonly Locale[]): number {
  const walk = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + walk(item), 0)
    if (typeof value !== 'object' || value === null) return 0
    if (isWords(value)) return languages.filter(language => Object.hasOwn(value, language)).length
    return Object.values(value).reduce<number>((sum, inner) => sum + walk(inner), 0)
  }
  // The name of the network is not a text of the seminar.
  return walk({ ...file, network: null })
}
