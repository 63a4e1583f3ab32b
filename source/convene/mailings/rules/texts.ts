import { type Locale, locales } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { type PlaceholderProblem, problemsOf } from './placeholders.ts'

/** A mail as somebody writes it, in each language in which they did. */
export type WrittenWords = { subject: Partial<Record<Locale, string>>; body: Partial<Record<Locale, string>> }

export const mostSubject = 200
export const mostBody = 20_000

export type TextProblem = { field: 'subject' | 'body'; locale: Locale } & (
  | ({ kind: PlaceholderProblem['kind'] } & PlaceholderProblem)
  | { kind: 'missing' }
  | { kind: 'too-long'; most: number }
  /** A subject of several lines. */
  | { kind: 'lines' }
)

/**
 * What is wrong with the words of a mail, language by language; nothing when they can leave.
 *
 * @param required the language in which both must be there; null when none must
 */
export function textProblems(
  words: WrittenWords,
  languages: readonly Locale[],
  required: Locale | null,
): TextProblem[] {
  return languages.flatMap(locale =>
    (['subject', 'body'] as const).flatMap((field): TextProblem[] => {
      const text = words[field][locale]?.trim() ?? ''
      const at = { field, locale }
      if (text === '') return locale === required ? [{ ...at, kind: 'missing' }] : []
      const most = field === 'subject' ? mostSubject : mostBody
      if ([...text].length > most) return [{ ...at, kind: 'too-long', most }]
      if (field === 'subject' && /\n/.test(text)) return [{ ...at, kind: 'lines' }]
      return problemsOf(words[field][locale] ?? '').map(problem => ({ ...at, ...problem }))
    }),
  )
}

const isWritten = (text: string | undefined) => (text ?? '').trim() !== ''

/**
 * The language in which a mail has its original, that readers of a missing one get: of those in which subject and body are
 * there the preferred one, else the one it was in, else the first. Null when no language has both.
 */
export function originalOf(words: WrittenWords, preferred: Locale, before: Locale | null = null): Locale | null {
  const whole = locales.filter(locale => isWritten(words.subject[locale]) && isWritten(words.body[locale]))
  return [preferred, before].find(locale => locale !== null && whole.includes(locale)) ?? whole[0] ?? null
}

/** The language in which a mail that is whole in none is to be finished: one that was begun, the preferred one first. */
export function toFinish(words: WrittenWords, preferred: Locale): Locale {
  const begun = (locale: Locale) => isWritten(words.subject[locale]) || isWritten(words.body[locale])
  return [preferred, ...locales].find(begun) ?? preferred
}

/** The bodies of a stored text, by language. */
export const bodiesOf = (text: MultilingualText | undefined): Partial<Record<Locale, string>> =>
  Object.fromEntries(Object.entries(text?.bodies ?? {}).map(([locale, { body }]) => [locale, body]))

/**
 * Languages of readers in which a mail does not exist whole: they get what there is, and what is missing in the language it
 * was written in.
 */
export const missingIn = (
  texts: { subject: MultilingualText | undefined; body: MultilingualText | undefined },
  languages: readonly Locale[],
): Locale[] => languages.filter(locale => !texts.subject?.bodies[locale] || !texts.body?.bodies[locale])
