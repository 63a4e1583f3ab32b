import { isLocale, type Locale } from './locales.ts'

/**
 * The language of a visitor who has not chosen one, from Accept-Language (RFC 9110 §12.5.4). French when nothing fits:
 * the first seminar's.
 */
export const negotiate = (header: string | undefined): Locale => askedFor(header) ?? 'fr'

/** The first of the four languages that Accept-Language asks for; null when it asks for none of them. */
export function askedFor(header: string | null | undefined): Locale | null {
  const wanted = (header ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.map(parameter => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', weight: q === undefined ? 1 : Number(q) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { language } of wanted) {
    if (isLocale(language)) return language
    // Readers of Catalan, Galician and Basque read Spanish more easily than French.
    if (['ca', 'gl', 'eu'].includes(language)) return 'es'
  }
  return null
}
