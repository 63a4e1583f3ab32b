import type { Locale } from '#ground/languages/locales.ts'
import { themesWords } from '../../messages/project-themes.ts'
import type { Vocabulary } from '../rules/codes.ts'
import type { ProjectTheme } from '../store/one-project.ts'

/** What the list is called that a theme is chosen from. */
export function themeLists(locale: Locale): Readonly<Record<Vocabulary, string>> {
  const { sectors, goals, targets, markers, own } = themesWords[locale]
  return { sector: sectors, goal: goals, target: targets, marker: markers, own }
}

/** A theme in words, with its code where it has one that others know, and, of a marker, how much it counts. */
export function themeInWords(
  locale: Locale,
  { vocabulary, code, significance = null }: Pick<ProjectTheme, 'vocabulary' | 'code'> & Partial<ProjectTheme>,
): string {
  const words = themesWords[locale]
  const sector = words.sectorNames[code as unknown as keyof typeof words.sectorNames]
  switch (vocabulary) {
    case 'sector':
      return sector ? words.withCode(sector, code) : words.otherSector(code)
    case 'goal':
      return words.goal(code, words.goalNames[code as unknown as 1] ?? '')
    case 'target':
      return words.target(code)
    case 'marker':
      return words.markerWith(
        words.markerNames[code as unknown as 1] ?? code,
        significance === null ? null : (words.significances[significance as 0] ?? String(significance)),
      )
    case 'own':
      return code
  }
}
