import { inWords } from '#ground/history/tell.ts'
import { languageName } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { Facts } from '#ground/web/parts/text.tsx'
import { memoryWords } from '#remember/messages/memory.ts'
import { memoryRecords } from '#remember/messages/memory-records.ts'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { knownBeside } from '../../rules/edtf-columns.ts'
import type { ShownName } from '../../store/names.ts'
import { type Doc, type Line, withMoney, withoutLimit } from '../rules/changes.ts'
import { differsFrom } from '../rules/difference.ts'
import { LongText, longest } from './long-text.tsx'
import { columnName, valueOfColumn } from './values.ts'

/** Whether a column says something to a reader. */
export const isTold = (column: string) => column in memoryRecords.en.columns

/** The ids in some lines that are to be told by name. */
export function idsIn(lines: readonly Line[]): string[] {
  return lines.flatMap(line =>
    line.columns.flatMap(({ column, before, after }) => (isReference(column) ? [before, after].filter(isText) : [])),
  )
}
const isReference = (column: string) => column.endsWith('_id') || column === 'told_by'
const isText = (value: unknown): value is string => typeof value === 'string'
const isLong = (value: unknown): value is string => isText(value) && value.length > longest

type Names = ReadonlyMap<string, ShownName>
type LinesProps = {
  locale: Locale
  lines: readonly Line[]
  names: Names
  /** The record under which they are told: that a part belongs to it goes without saying. */
  of: string
}

/** What changed of a record and of its parts, each said with before and after. */
export function Lines({ locale, lines, names, of }: LinesProps) {
  return (
    <>
      {lines.map(line => (
        <LineOf locale={locale} line={line} names={names} of={of} />
      ))}
    </>
  )
}

type LineProps = Omit<LinesProps, 'lines'> & { line: Line }

function LineOf({ locale, line, names, of }: LineProps) {
  const m = memoryTime[locale]
  const title =
    line.table === 'translation'
      ? textTitle(locale, line.after ?? line.before ?? {})
      : `${tableName(locale, line.table)} – ${m.what[line.what]}`
  const value = (column: string, given: unknown, doc: Doc | null, other: unknown = null) => {
    const told = shownValue(locale, line.table, column, given, doc, names)
    if (told === null) return m.nothing
    const from = isLong(given) && isText(other) ? differsFrom(given, other) : 0
    return <LongText locale={locale} shown={told} from={from} />
  }
  const columns = withoutLimit(withMoney(line), line).filter(({ before, after }) => (after ?? before) !== of)
  return (
    <div class="close">
      <p>
        <strong>{title}</strong>
      </p>
      {columns.length > 0 ? (
        <Facts
          facts={columns.map(({ column, before, after }) => ({
            term: line.table === 'translation' ? m.text : columnName(locale, line.table, column),
            value:
              line.what === 'changed' ? (
                <>
                  <div>
                    <span class="small">{m.before}</span> {value(column, before, line.before, after)}
                  </div>
                  <div>
                    <span class="small">{m.after}</span> {value(column, after, line.after, before)}
                  </div>
                </>
              ) : line.what === 'new' ? (
                value(column, after, line.after)
              ) : (
                value(column, before, line.before)
              ),
          }))}
        />
      ) : null}
    </div>
  )
}

/** What a record of a table is called. */
export function tableName(locale: Locale, table: string): string {
  const { tables } = memoryRecords[locale]
  return table in tables ? tables[table as keyof typeof tables] : table
}

/** What several records of a table are called. */
export function severalOf(locale: Locale, table: string): string {
  const { several } = memoryRecords[locale]
  return table in several ? several[table as keyof typeof several] : tableName(locale, table)
}

function textTitle(locale: Locale, doc: Readonly<Record<string, unknown>>): string {
  return `${fieldName(locale, String(doc.field))} (${languageName(locale, String(doc.language))})`
}

/** What a text of a record is called. */
function fieldName(locale: Locale, field: string): string {
  const { fields } = memoryRecords[locale]
  return field in fields ? fields[field as keyof typeof fields] : field
}

/** The columns of each table that hold words in the language that its rows name. */
const ownWords: Readonly<Record<string, readonly string[]>> = {
  translation: ['body'],
  interaction: ['title', 'body', 'place'],
  commitment: ['what', 'outcome_reason'],
  note: ['body'],
}

/** A value as its reader gets it, with the language that it is in; null where there is none. */
function shownValue(
  locale: Locale,
  table: string,
  column: string,
  value: unknown,
  doc: Doc | null,
  names: Names,
): ShownName | null {
  if (value === null || value === '') return null
  if (isReference(column)) return names.get(String(value)) ?? { text: memoryTime[locale].unnamed, language: locale }
  const language = ownWords[table]?.includes(column) ? doc?.language : null
  const text = valueOfColumn(locale, table, column, value, doc) ?? valueInWords(locale, column, value)
  return { text, language: typeof language === 'string' && isLocale(language) ? language : locale }
}

function valueInWords(locale: Locale, column: string, value: unknown): string {
  if ((column === 'during' || column in knownBeside) && isText(value)) return edtfInWords(locale, value)
  if (column === 'field' && isText(value)) return fieldName(locale, value)
  if (column === 'language' && isText(value)) return languageName(locale, value)
  if ((column === 'at_most' || column === 'visibility') && typeof value === 'number')
    return memoryWords[locale].circles[value as 0 | 1 | 2] ?? String(value)
  // The whole of it is folded under its beginning.
  return isLong(value) ? value : inWords(locale, value)
}
