import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { Words } from '#ground/web/parts/text.tsx'
import { contactsWords } from '../../messages/contacts.ts'
import type { Named } from '../store/standing.ts'

/** A name of a record, marked with its language; `otherwise` where it has none. */
export function Name({ locale, name, otherwise = '–' }: { locale: Locale; name: Named | null; otherwise?: string }) {
  if (!name) return <>{otherwise}</>
  return isLocale(name.language) ? (
    <Words locale={locale} shown={{ text: name.text, language: name.language }} />
  ) : (
    name.text
  )
}

export type Somebody = { given: string | null; family: string | null }

/** Somebody by name. Who has none here had it removed; who may not be named outside is said to be there. */
export function nameOf(locale: Locale, who: Somebody | null, inside: boolean): string {
  const name = [who?.given, who?.family].filter(Boolean).join(' ')
  if (name !== '') return name
  return inside && who ? contactsWords[locale].nameless : contactsWords[locale].notShown
}
