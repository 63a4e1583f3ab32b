import { countryName } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import type { Value } from '#ground/sheets/index.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { dayIn, readEdtf } from '../../rules/edtf.ts'
import { bodiesOf, type Fields, fieldNames, fieldOf, type SheetKind, textKey } from '../rules/kinds.ts'
import { readCell } from '../rules/values.ts'
import { choiceLabel, choiceWords, fieldLabel } from './words.ts'

/** A record as a row: of a relationship and one of its agreements, both. */
export type RecordOut = { id: string; fields: Fields; agreement?: { id: string; fields: Fields } }
/** What the records that others name are called, by id; one that is not to be seen has no name. */
export type NamesOut = ReadonlyMap<string, string>

type ColumnOut = { heading: string; width: number; value: (record: RecordOut) => Value }

const wide: ReadonlySet<string> = new Set(['text', 'actors', 'contacts', 'relationship', 'post'])

/**
 * The columns in which a kind goes out, and comes in again. A text has one in the language of its row and one for each other
 * language in which any record has it.
 */
export function columnsOut(
  locale: Locale,
  kind: SheetKind,
  records: readonly RecordOut[],
  names: NamesOut,
): ColumnOut[] {
  return fieldNames(kind).flatMap((field): ColumnOut[] => {
    const how = fieldOf(kind, field)
    if (!how || how.part) return []
    const of = (record: RecordOut): Fields => (how.agreement ? (record.agreement?.fields ?? {}) : record.fields)
    const width = how.texts || wide.has(how.type) ? 40 : how.type === 'id' ? 38 : 18
    const heading = fieldLabel(locale, field)
    if (how.type === 'id')
      return [{ heading, width, value: record => (how.agreement ? (record.agreement?.id ?? null) : record.id) }]
    if (!how.texts)
      return [{ heading, width, value: record => cellOut(locale, kind, field, of(record)[field] ?? '', names) }]
    const own: ColumnOut = {
      heading,
      width,
      value: record => of(record)[textKey(field, rowLanguage(record))] ?? null,
    }
    const others = (['fr', 'es', 'pt', 'en'] as const).filter(language =>
      records.some(record => rowLanguage(record) !== language && bodiesOf(of(record), field)[language] !== undefined),
    )
    return [
      own,
      ...others.map(
        (language): ColumnOut => ({
          heading: fieldLabel(locale, textKey(field, language)),
          width,
          value: record => (rowLanguage(record) === language ? null : (of(record)[textKey(field, language)] ?? null)),
        }),
      ),
    ]
  })
}

const rowLanguage = ({ fields, agreement }: RecordOut): string => fields.language ?? agreement?.fields.language ?? ''

/** The value of one field as its cell holds it: in words of the reader's language that are read again as the same. */
export function cellOut(locale: Locale, kind: SheetKind, field: string, value: string, names: NamesOut): Value {
  const how = fieldOf(kind, field)
  if (!how || value === '') return null
  switch (how.type) {
    case 'during': {
      const words = edtfInWords(locale, value)
      return readEdtf(words) === value ? words : value
    }
    case 'day': {
      // As it is known: a day is one for the program that opens the file, a month or a year is words.
      const day = dayIn(value)
      return day === null ? edtfInWords(locale, value) : Temporal.PlainDate.from(day)
    }
    case 'choice':
      return how.list ? choiceLabel(locale, how.list, value) : value
    case 'country':
    case 'languages':
    case 'language': {
      const words = value
        .split(' ')
        .map(code => wordsFor(locale, how.type, code))
        .join(', ')
      const read = readCell(how, { text: words, kind: 'text' }, choiceWords)
      return read && 'value' in read && read.value === value && !read.remark ? words : value
    }
    case 'year':
    case 'count':
      return Number(value)
    case 'amount':
      return Math.abs(Number(value)) < 1e12 ? Number(value) : value
    case 'months':
      return value.endsWith('d') ? `${value.slice(0, -1)} ${sheetsFields[locale].days}` : Number(value)
    case 'actor':
    case 'actors':
    case 'contacts':
    case 'relationship':
    case 'post':
    case 'term':
      return (
        value
          .split(' ')
          .flatMap(id => names.get(id) ?? [])
          .join('; ') || null
      )
    default:
      return value
  }
}

function wordsFor(locale: Locale, type: string, code: string): string {
  if (type === 'country') return countryName(locale, code)
  return isLocale(code) ? nameOfLocale[code] : code
}
