import type { Locale } from '../languages/locales.ts'
import type { Rows, Value } from './cells.ts'
import { defuse } from './defuse.ts'

/**
 * What Excel expects between the cells where each language is spoken: it takes the list separator of Windows, a
 * semicolon where the comma is the decimal sign.
 */
export const separatorOf: Record<Locale, ',' | ';'> = { fr: ';', es: ';', pt: ';', en: ',' }

const chunk = 64 * 1024

/**
 * A CSV as Excel and LibreOffice open it in that language: UTF-8 with its mark, CRLF, decimal comma beside the semicolon.
 * No cell of it is a formula (`defuse`). Dates are YYYY-MM-DD, with HH:MM when there is an hour. In pieces of some 64 kB,
 * as fast as the rows come.
 */
export async function* writeCsv(rows: Rows, locale: Locale): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const separator = separatorOf[locale]
  const encoder = new TextEncoder()
  let waiting = '\uFEFF'
  for await (const row of rows) {
    waiting += `${row.map(value => cellOf(value, separator)).join(separator)}\r\n`
    if (waiting.length < chunk) continue
    yield encoder.encode(waiting)
    waiting = ''
  }
  yield encoder.encode(waiting)
}

function cellOf(value: Value, separator: ',' | ';'): string {
  if (value === null) return ''
  if (typeof value === 'string') return quoted(defuse(value.toWellFormed()))
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} cannot stand in a cell`)
    return separator === ';' ? String(value).replace('.', ',') : String(value)
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Temporal.PlainDate) return value.toString()
  return value.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

// Whatever another program may take for a separator is quoted, not ours alone.
const quoted = (text: string) => (/[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
