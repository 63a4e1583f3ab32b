import { type Locale, locales } from './locales.ts'

export type TextState = 'source' | 'machine' | 'draft' | 'reviewed'

/** One text meant for several readers, in the languages it exists in (law 6). */
export type MultilingualText = {
  source: Locale
  bodies: Partial<Record<Locale, { body: string; state: TextState; stale: boolean }>>
}

/** A text as a reader gets it: in their language or, said so, in the language it was written in. */
export type Shown = { text: string; language: Locale; stale: boolean; state: TextState }

/**
 * What a reader of a language is shown: their language when it exists, else the source language. Never another
 * translation: a reader who is told "in French" finds the words that their author wrote.
 */
export function show(text: MultilingualText | undefined, locale: Locale): Shown | null {
  if (!text) return null
  const language = text.bodies[locale] ? locale : text.source
  const found = text.bodies[language]
  return found ? { text: found.body, language, stale: found.stale, state: found.state } : null
}

/** The same, when only the words matter (a calendar entry, a title in a mail). Empty when there is none. */
export function wordsOf(text: MultilingualText | undefined, locale: Locale): string {
  return show(text, locale)?.text ?? ''
}

/** Languages in which a text does not exist, and those whose translation is older than the source. */
export function lacks(
  text: MultilingualText,
  wanted: readonly Locale[] = locales,
): { missing: Locale[]; stale: Locale[] } {
  return {
    missing: wanted.filter(locale => !text.bodies[locale]),
    stale: wanted.filter(locale => text.bodies[locale]?.stale),
  }
}
