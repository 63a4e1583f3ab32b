import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'

/**
 * A slot by its title, and first by its numeral when it is a part: two parts of a programme may have the same title, as those
 * of 2018 have.
 *
 * @param language that of the title
 */
export function partNamed(part: string | null | undefined, title: string, language: Locale): string {
  if (!part) return title
  const numeral = parts[language].programme.part(part)
  return title === '' ? numeral : `${numeral} – ${title}`
}
