import { programmeAwaited } from '#convene/messages/programme-awaited.ts'
import { programmeFileWords } from '#convene/messages/programme-files.ts'
import { list } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { LineWords } from '../rules/slot-lines.ts'

/** What files for machines say in words, in a language. */
export function lineWords(locale: Locale): LineWords {
  const { moderation, coordination } = parts[locale].programme
  const { people: awaited } = programmeAwaited[locale]
  return { moderation, coordination, ...programmeFileWords[locale], awaited, list: names => list(locale, names) }
}
