import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { bindFields, TextField } from '#ground/web/parts/form.tsx'
import { amountToType } from '../acts/amount-in-words.ts'
import type { Fields } from '../rules/typed.ts'

type AmountFieldProps = {
  locale: Locale
  typed: Fields
  errors: FieldErrors
  name: string
  label: string
  hint?: string | undefined
  optional?: boolean
}

/** A number with decimals: what is kept, as its reader writes numbers; where a form comes back, what was typed. */
export function AmountField({ locale, typed, errors, name, ...said }: AmountFieldProps) {
  const asTyped = typed[name] ?? ''
  const value = Object.keys(errors).length > 0 ? asTyped : amountToType(locale, asTyped)
  return <TextField {...bindFields(parts[locale], typed, errors)(name)} value={value} {...said} short />
}
