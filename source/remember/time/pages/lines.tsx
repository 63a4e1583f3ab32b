import { inWords } from '#ground/history/tell.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { Facts } from '#ground/web/parts/text.tsx'
import { memoryWords } from '#remember/messages/memory.ts'
import { memoryRecords } from '#remember/messages/memory-records.ts'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import type { Line } from '../rules/changes.ts'
import { valueOfColumn } from './values.ts'

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

type LinesProps = { locale: Locale; lines: readonly Line[]; names: ReadonlyMap<string, string> }

/** What changed of a record and of its parts, each said with before and after. */
export function Lines({ locale, lines, names }: LinesProps) {
  return (
    <>
      {lines.map(line => (
        <LineOf locale={locale} line={line} names={names} />
      ))}
    </>
  )
}

function LineOf({ locale, line, names }: { locale: Locale; line: Line; names: ReadonlyMap<string, string> }) {
  const m = memoryTime[locale]
  const title =
    line.table === 'translation'
      ? textTitle(locale, line.after ?? line.before ?? {})
      : `${tableName(locale, line.table)} – ${m.what[line.what]}`
  const value = (column: string, given: unknown) => {
    const text = valueOfColumn(locale, line.table, column, given) ?? valueInWords(locale, column, given, names)
    return text === null ? m.nothing : <bdi>{text}</bdi>
  }
  return (
    <div class="close">
      <p>
        <strong>{title}</strong>
      </p>
      {line.columns.length > 0 ? (
        <Facts
          facts={line.columns.map(({ column, before, after }) => ({
            term: line.table === 'translation' ? m.text : columnName(locale, column),
            value:
              line.what === 'changed' ? (
                <>
                  <div>
                    <span class="small">{m.before}</span> {value(column, before)}
                  </div>
                  <div>
                    <span class="small">{m.after}</span> {value(column, after)}
                  </div>
                </>
              ) : (
                value(column, line.what === 'new' ? after : before)
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

function columnName(locale: Locale, column: string): string {
  const { columns } = memoryRecords[locale]
  return column in columns ? columns[column as keyof typeof columns] : column
}

function textTitle(locale: Locale, doc: Readonly<Record<string, unknown>>): string {
  const { fields } = memoryRecords[locale]
  const field = String(doc.field)
  const name = field in fields ? fields[field as keyof typeof fields] : field
  return `${name} (${languageName(locale, String(doc.language))})`
}

function valueInWords(
  locale: Locale,
  column: string,
  value: unknown,
  names: ReadonlyMap<string, string>,
): string | null {
  if (value === null || value === '') return null
  if (isReference(column)) return names.get(String(value)) ?? memoryTime[locale].unnamed
  if (column === 'during' && isText(value)) return edtfInWords(locale, value)
  if (column === 'language' && isText(value)) return languageName(locale, value)
  if ((column === 'at_most' || column === 'visibility') && typeof value === 'number')
    return memoryWords[locale].circles[value as 0 | 1 | 2] ?? String(value)
  return inWords(locale, value)
}
