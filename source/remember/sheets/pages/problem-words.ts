import { countryName, languageName, list } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { sheetsProblems } from '../../messages/sheets-problems.ts'
import { choiceLabel, choiceLabels, fieldLabel } from '../acts/words.ts'
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
    case 'not-settled':
      return errors[code]
    case 'serial':
      return warnings.serial(found, edtfInWords(locale, detail))
    case 'like':
      return warnings.like(found, valueInWords(locale, kind, field, detail))
    case 'thousands':
      return warnings.thousands(found, decimalInWords(locale, detail))
    case 'alike':
    case 'conflict':
      return warnings[code](found, detail)
    case 'new-actor':
    case 'passed-over':
    case 'one-word-name':
      return warnings[code](found)
    case 'again':
      return warnings.again(detail)
    case 'alike-here': {
      const [row = '', ...name] = detail.split(' ')
      return warnings['alike-here'](found, row, name.join(' '))
    }
    case 'relationship-alike':
      return warnings[field === 'name' ? 'relationship-alike-named' : 'relationship-alike'](found, detail)
    case 'agreement-alike':
    case 'end-without-signature':
      return warnings[code](found)
    case 'vaguer':
    case 'other-date':
      return warnings[code](label, edtfInWords(locale, detail), edtfInWords(locale, problem.suggestion ?? ''))
    case 'other-text':
      return warnings['other-text'](
        fieldLabel(locale, field?.split('@')[0] ?? ''),
        firstOf(problem.suggestion ?? ''),
        firstOf(detail),
      )
    case 'other-language':
      return warnings[code](languageName(locale, detail), languageName(locale, problem.suggestion ?? ''))
    case 'merged': {
      const [from = '', to = ''] = detail.split(' ')
      return warnings.merged(found, from, to)
    }
    case 'language-guessed':
      return warnings['language-guessed'](languageName(locale, detail))
    default:
      return errors[code](found)
  }
}

// Both are told whole where the changes are, once one of them is taken.
const firstOf = (text: string): string =>
  text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/u, '')} …`

function expected(locale: Locale, kind: SheetKind, field: string | null): string {
  const how = field === null ? undefined : fieldOf(kind, field)
  return how?.list ? list(locale, choiceLabels(locale, how.list)) : ''
}

/** A value as a sheet holds it, in words. */
export function valueInWords(
  locale: Locale,
  kind: SheetKind,
  field: string | null,
  value: string,
  names: ReadonlyMap<string, string> = new Map(),
): string {
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
    case 'amount':
      return decimalInWords(locale, value)
    case 'languages':
      return list(
        locale,
        value.split(' ').map(code => (isLocale(code) ? nameOfLocale[code] : code)),
      )
    case 'months':
      return value.endsWith('d')
        ? agreementsWords[locale].days(Number(value.slice(0, -1)))
        : agreementsWords[locale].months(Number(value))
    case 'identifiers':
      return value.replaceAll('\n', ' · ')
    case 'actor':
    case 'actors':
    case 'contacts':
    case 'relationship':
    case 'post':
    case 'term':
      return /^[0-9a-f-]{36}/.test(value)
        ? list(
            locale,
            value.split(' ').map(id => names.get(id) ?? '–'),
          )
        : value
    default:
      return value
  }
}

// Plain `es` and Brazilian Portuguese, as all numbers here.
const tag: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }

/** Decimal text as the reader writes it, digit for digit. */
const decimalInWords = (locale: Locale, value: string): string =>
  /^-?\d+(?:\.\d+)?$/.test(value)
    ? new Intl.NumberFormat(tag[locale], { minimumFractionDigits: 2, useGrouping: 'always' }).format(
        value as `${number}`,
      )
    : value
