import type { Locale } from '#ground/languages/locales.ts'
import type { FileWords } from '../../seminar/rules/file-values.ts'

/**
 * The languages in which a new name still says the one before: it was changed in the language it is written in, and there it
 * was left as it stood. Readers of these would be told the name of another version.
 */
export function namesLeftBehind(before: FileWords | undefined, now: FileWords, source: Locale): Locale[] {
  if (before?.[source] === undefined || before[source] === now[source]) return []
  return (Object.keys(now) as Locale[]).filter(language => language !== source && now[language] === before[language])
}
