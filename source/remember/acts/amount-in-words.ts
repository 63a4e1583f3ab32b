import type { Locale } from '#ground/languages/locales.ts'

// Plain `es` and Brazilian Portuguese, as all numbers here.
const tag: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }

/**
 * Decimal text of the database as the reader would type it: « 184 000 », “2.000,50”; no decimals where there are none. The
 * rules that read amounts take it back. Text that is no such number (what somebody typed) comes back as it is.
 */
export function amountToType(locale: Locale, value: string): string {
  const [, decimals = ''] = /^-?\d+(?:\.(\d+))?$/.exec(value) ?? [null, null]
  if (decimals === null) return value
  const digits = /[1-9]/.test(decimals) ? decimals.length : 0
  return new Intl.NumberFormat(tag[locale], {
    useGrouping: 'always',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value as `${number}`)
}

/**
 * Decimal text of the database as money, as the reader writes it, digit for digit: « 1 200,50 € », “2.000 €”, “R$ 1.200,50”, “US$95,000”.
 * No decimals where there are none. Intl reads the text itself, and tells the dollars of several countries apart.
 */
export function amountInWords(locale: Locale, value: string, currency: string): string {
  const whole = /\.0+$/.test(value) || !value.includes('.')
  const format = new Intl.NumberFormat(tag[locale], {
    style: 'currency',
    currency,
    useGrouping: 'always',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  })
  return format.format(value as Intl.StringNumericLiteral)
}
