/** The languages of the interface, in the order in which they are offered. */
export const locales = ['fr', 'es', 'pt', 'en'] as const

export type Locale = (typeof locales)[number]

/** Each language by its own name, as a reader of it would look for it. */
export const nameOfLocale: Record<Locale, string> = {
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  en: 'English',
}

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value)
}
