import type { Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { problemsOf } from './placeholders.ts'
import { bodiesOf, type WrittenWords } from './texts.ts'

/**
 * What a mail says in one language. `missing`: somebody wrote it in another language and not in this one, where the usual
 * words go; `wrong`: it cannot be filled in, so the usual words go too.
 */
export type StateOfWords = 'usual' | 'own' | 'missing' | 'stale' | 'wrong'

export type OwnTexts = { subject: MultilingualText | undefined; body: MultilingualText | undefined }

/** The state of the own words of a mail in a language; the least good of subject and body. */
export function stateOfWords(texts: OwnTexts | undefined, locale: Locale): StateOfWords {
  const states = [texts?.subject, texts?.body].map((text): StateOfWords => {
    if (!text || Object.keys(text.bodies).length === 0) return 'usual'
    const found = text.bodies[locale]
    if (!found) return 'missing'
    if (problemsOf(found.body).length > 0) return 'wrong'
    return found.stale ? 'stale' : 'own'
  })
  return (['wrong', 'missing', 'stale', 'own'] as const).find(state => states.includes(state)) ?? 'usual'
}

/**
 * In which language own words have their original: where it was, as long as it is still written there; else in the language
 * of the seminar, else in the first that is written. Null when nothing is.
 */
export function sourceOf(
  written: Partial<Record<Locale, string>>,
  before: Locale | null,
  preferred: Locale,
): Locale | null {
  const has = (locale: Locale | null): locale is Locale => locale !== null && (written[locale] ?? '').trim() !== ''
  if (has(before)) return before
  if (has(preferred)) return preferred
  return (Object.keys(written) as Locale[]).find(has) ?? null
}

/** The own words as a form shows them. */
export const writtenWords = (texts: OwnTexts | undefined): WrittenWords => ({
  subject: bodiesOf(texts?.subject),
  body: bodiesOf(texts?.body),
})
