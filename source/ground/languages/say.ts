import type { Locale } from './locales.ts'

/**
 * The same shape with every text widened to `string`: what a translation must satisfy. A text that is missing in
 * one language is an error of the type check, not a surprise on a page.
 */
export type Messages<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Messages<T[K]>
}

/** One module of messages in the four languages. */
export type InFourLanguages<T> = Record<Locale, Messages<T>>

type Forms = { one: string; other: string; many?: string }
const rules: Partial<Record<Locale, Intl.PluralRules>> = {}

/**
 * Picks the form of a number. French, Spanish and Portuguese have `many` from a million on ("1 000 000 de places");
 * without it `other` is used. `#` stands for the number, written as the language writes it.
 */
export function plural(locale: Locale, count: number, forms: Forms): string {
  rules[locale] ??= new Intl.PluralRules(locale)
  const category = rules[locale].select(count)
  const form = category === 'one' ? forms.one : category === 'many' ? (forms.many ?? forms.other) : forms.other
  return form.replaceAll('#', number(locale, count))
}

const numbers: Partial<Record<Locale, Intl.NumberFormat>> = {}

export function number(locale: Locale, value: number): string {
  numbers[locale] ??= new Intl.NumberFormat(locale)
  return numbers[locale].format(value)
}

/** A sentence that goes on after a colon: its first letter small. */
export const lowerFirst = (locale: Locale, sentence: string): string =>
  sentence.charAt(0).toLocaleLowerCase(locale) + sentence.slice(1)

/** Whether what `dates` wrote is more than one day. */
const isSpan = (days: string) => /\d[^–]*–/u.test(days)

/** « le 5 juillet 2018 », « les 5–7 juillet 2018 ». */
export const frenchOn = (days: string): string => `${isSpan(days) ? 'les' : 'le'} ${days}`

/** « el 5 de julio de 2018 », « los días 5–7 de julio de 2018 ». */
export const spanishOn = (days: string): string => `${isSpan(days) ? 'los días' : 'el'} ${days}`

/** « heure de Paris », « heure d’Athènes », « heure du Caire », « heure UTC »: in French the name of the city decides. */
export function frenchTimeOf(city: string): string {
  if (city === 'UTC') return 'heure UTC'
  if (/^Le /.test(city)) return `heure du ${city.slice('Le '.length)}`
  // The h of Helsinki is silent.
  const vowel = /^([aeiou]|œ|helsinki)/i.test(city.normalize('NFD'))
  return vowel ? `heure d’${city}` : `heure de ${city}`
}
