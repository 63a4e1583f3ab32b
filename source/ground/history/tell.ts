import type { LogTable, Room } from '#ground/house.ts'
import { date, languageName, moment } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { historyWords } from '#ground/languages/messages/history.ts'
import { number } from '#ground/languages/say.ts'

type Row = {
  table: string
  doc: Record<string, unknown>
  before: Record<string, unknown> | null
  removed: boolean
}

/** Texts are told as long as this; the whole of them is on their own page. */
const longest = 160

/** The beginning of a text that is too long to be told in one line, up to the end of a word. */
export function cut(text: string, most = longest): string {
  if (text.length <= most) return text
  const begun = text.slice(0, most)
  const end = begun.search(/\s\S*$/)
  // Somebody may write without a space: then a letter ends it, and never half of one.
  const kept = end > most / 2 ? begun.slice(0, end) : begun.replace(/[\ud800-\udbff]?.$/s, '')
  return `${kept.replace(/[\s,;:–-]+$/, '')}…`
}

/**
 * By what people know a record; '' when nothing names it.
 *
 * @param text the name that it has as a text, where it has one
 */
export function nameOf(
  rooms: readonly Room[],
  words: LogTable,
  row: Row,
  locale: Locale,
  text?: (locale: Locale) => string,
): string {
  if (row.table === 'translation') return fieldOf(rooms, row.doc, locale)
  const said = words.named && text ? text(locale) : ''
  if (said !== '') return cut(said)
  const name = words.knownBy === undefined ? undefined : row.doc[words.knownBy]
  return typeof name === 'string' || typeof name === 'number' ? cut(String(name).replace(/\s+/g, ' ')) : ''
}

/** Which text in which language: “Title (French)”. */
function fieldOf(rooms: readonly Room[], doc: Record<string, unknown>, locale: Locale): string {
  const { record_table: table, field, language } = doc as Record<string, string>
  const label = rooms
    .flatMap(room => room.texts ?? [])
    .find(texts => texts.table === table)
    ?.fields[field ?? '']?.(locale)
  const usual: Readonly<Record<string, string>> = historyWords[locale].fields
  return historyWords[locale].text(label ?? usual[field ?? ''] ?? String(field), languageName(locale, language ?? 'en'))
}

/**
 * What changed between two versions, column by column; null when nothing that is told.
 *
 * @returns what puts it in a language: a line for each column
 */
export function detailOf(words: LogTable, { table, doc, before, removed }: Row): ((locale: Locale) => string[]) | null {
  if (table === 'translation') {
    const was = before?.body ?? null
    const is = removed ? null : doc.body
    if (before !== null && was === is) return null
    return locale => [historyWords[locale].fromTo(inWords(locale, removed ? doc.body : was), inWords(locale, is))]
  }
  if (removed) return () => []
  const columns = Object.entries(words.columns).filter(
    ([column]) => before !== null && !same(before[column], doc[column]),
  )
  if (before !== null && columns.length === 0) return null
  return locale =>
    columns.map(([column, { label, words: put }]) => {
      const say = (value: unknown) =>
        value === null || put === undefined ? inWords(locale, value) : put(locale, value)
      return historyWords[locale].column(label(locale), say(before?.[column] ?? null), say(doc[column]))
    })
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** A value as a reader knows it: nothing, yes and no, numbers, days and moments (UTC), lists, words. */
export function inWords(locale: Locale, value: unknown): string {
  const words = historyWords[locale]
  if (value === null || value === undefined || value === '') return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return number(locale, value)
  if (Array.isArray(value))
    return value.length === 0 ? words.nothing : value.map(part => inWords(locale, part)).join(', ')
  if (typeof value !== 'string') return cut(JSON.stringify(value))
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return date(locale, Temporal.PlainDate.from(value))
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d(:?\d\d)?)$/.test(value))
    return `${moment(locale, Temporal.Instant.from(value), 'UTC')} UTC`
  if (isLocale(value)) return languageName(locale, value)
  return cut(value.replace(/\s+/g, ' '))
}
