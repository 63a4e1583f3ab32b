import { programmeFileWords } from '#convene/messages/programme-files.ts'
import { list } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { LineWords } from '../rules/slot-lines.ts'

/** What files for machines say in words, in a language. */
export function lineWords(locale: Locale): LineWords {
  const { moderation, coordination } = parts[locale].programme
  return { moderation, coordination, ...programmeFileWords[locale], list: names => list(locale, names) }
}
