import type { Locale } from '#ground/languages/locales.ts'

const tag: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }

/** An amount of money as the reader writes it: « 1 200,50 € », “R$ 1.200,50”. Intl takes decimal text without rounding it. */
export function amountInWords(locale: Locale, amount: string, currency: string): string {
  return new Intl.NumberFormat(tag[locale], { style: 'currency', currency }).format(amount as Intl.StringNumericLiteral)
}
