import { countryName, list } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { sheetsProblems } from '../../messages/sheets-problems.ts'
import { choiceLabel, fieldLabel } from '../acts/words.ts'
import { fieldOf, type SheetKind } from '../rules/kinds.ts'
import type { Problem } from '../rules/problems.ts'

/** What is said of a cell or a row, in the reader's language. */
export function problemInWords(locale: Locale, kind: SheetKind, problem: Problem): string {
  const { errors, warnings } = sheetsProblems[locale]
  const { code, found, field } = problem
  const detail = problem.detail ?? ''
  const label = field === null ? '' : fieldLabel(locale, field)
  switch (code) {
    case 'missing':
    case 'tacit-needs':
      return errors[code](label)
    case 'choice':
      return errors.choice(found, expected(locale, kind, field))
    case 'language':
      return errors.language(detail || found)
    case 'too-long':
      return errors['too-long'](found.slice(0, 40), detail)
    case 'indefinite-end':
      return errors['indefinite-end']
    case 'serial':
      return warnings.serial(found, edtfInWords(locale, detail))
    case 'like':
      return warnings.like(found, valueInWords(locale, kind, field, detail))
    case 'thousands':
    case 'alike':
    case 'conflict':
      return warnings[code](found, detail)
    case 'new-actor':
    case 'passed-over':
    case 'one-word-name':
      return warnings[code](found)
    case 'again':
      return warnings.again(detail)
    case 'merged': {
      const [from = '', to = ''] = detail.split(' ')
      return warnings.merged(found, from, to)
    }
    case 'language-guessed':
      return warnings['language-guessed'](isLocale(detail) ? nameOfLocale[detail] : detail)
    default:
      return errors[code](found)
  }
}

function expected(locale: Locale, kind: SheetKind, field: string | null): string {
  const how = field === null ? undefined : fieldOf(kind, field)
  return how?.list ? list(locale, Object.values(sheetsFields[locale].choices[how.list])) : ''
}

/** A value as a sheet holds it, in words. */
export function valueInWords(locale: Locale, kind: SheetKind, field: string | null, value: string): string {
  const how = field === null ? undefined : fieldOf(kind, field)
  switch (how?.type) {
    case 'choice':
      return how.list ? choiceLabel(locale, how.list, value) : value
    case 'country':
      return countryName(locale, value)
    case 'language':
      return isLocale(value) ? nameOfLocale[value] : value
    case 'during':
    case 'day':
      return edtfInWords(locale, value)
    default:
      return value
  }
}
