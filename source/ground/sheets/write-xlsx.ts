import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { addressOf, columnName, lastColumn, lastRow, longestText, type Row, type Rows, type Value } from './cells.ts'
import { fixedParts, styleOf, workbookParts } from './xlsx-parts.ts'
import { xmlText } from './xml.ts'

export type SheetToWrite = {
  /** Up to 31 characters count; what Excel refuses in a name is left out. */
  name: string
  /** The first row is the heading: set bold, kept in sight, with the arrows that filter. */
  rows: Rows
  /** Width of each column in characters; 18 for those that say nothing. */
  widths?: readonly number[]
}

/**
 * A workbook (ECMA-376, .xlsx). Texts are plain strings, whatever they begin with, and stay so when somebody edits the
 * cell. Each sheet is asked for its rows when its turn comes; nothing is kept but the row at hand.
 *
 * @throws RangeError for more rows or columns than a sheet has, and for a number that is none
 */
export async function* writeXlsx(sheets: readonly SheetToWrite[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  let failed: unknown
  zip.on('error', error => {
    failed = error
  })
  const names = sheetNames(sheets.map(({ name }) => name))
  for (const [path, xml] of [...fixedParts, ...workbookParts(names)]) zip.addBuffer(Buffer.from(xml), path)
  for (const [index, sheet] of sheets.entries()) {
    // Opened in turn: rows of two sheets may come from one transaction, which answers one question at a time.
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, open => {
      const stream = Readable.from(inPieces(sheetXml(sheet)))
      stream.once('error', error => {
        failed = error
        output.destroy(error)
      })
      open(null, stream)
    })
  }
  zip.end()
  try {
    for await (const piece of output) yield new Uint8Array(piece as Buffer)
  } catch (error) {
    throw failed ?? error
  }
}

const chunk = 64 * 1024

async function* inPieces(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting = ''
  for await (const part of parts) {
    waiting += part
    if (waiting.length < chunk) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  yield Buffer.from(waiting)
}

async function* sheetXml({ rows, widths = [] }: SheetToWrite): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  let row = 0
  let columns = 0
  for await (const values of rows) {
    row += 1
    if (row === 1) {
      columns = values.length
      yield `${columnsXml(columns, widths)}<sheetData>`
    }
    if (row > lastRow || values.length > lastColumn) throw new RangeError('more than a sheet can hold')
    yield rowXml(row, values)
  }
  if (row === 0) yield '<sheetData>'
  yield '</sheetData>'
  if (columns > 0) yield `<autoFilter ref="A1:${columnName(columns)}${row}"/>`
  yield '</worksheet>'
}

function columnsXml(columns: number, widths: readonly number[]): string {
  if (columns === 0) return ''
  const each = Array.from(
    { length: columns },
    (_, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? 18}" customWidth="1"/>`,
  )
  return `<cols>${each.join('')}</cols>`
}

const rowXml = (row: number, values: Row) =>
  `<row r="${row}">${values.map((value, index) => cellXml(addressOf(row, index + 1), value, row === 1)).join('')}</row>`

function cellXml(address: string, value: Value, heading: boolean): string {
  if (value === null || value === '') return ''
  if (typeof value === 'string') {
    const style = heading ? styleOf.heading : /^\p{L}/u.test(value) ? styleOf.plain : styleOf.quoted
    const text = value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value
    const styled = style === styleOf.plain ? '' : ` s="${style}"`
    const spaces = /^\s|\s$|\s\s|[\n\t]/.test(text) ? ' xml:space="preserve"' : ''
    return `<c r="${address}"${styled} t="inlineStr"><is><t${spaces}>${xmlText(text)}</t></is></c>`
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} cannot stand in a cell`)
    return `<c r="${address}"><v>${value}</v></c>`
  }
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`
  const serial = serialOf(value)
  // Excel has no days before 1900, and counts those before 1 March of that year wrongly.
  if (serial < 61) return cellXml(address, value.toString(), heading)
  const style = value instanceof Temporal.PlainDate ? styleOf.date : styleOf.moment
  return `<c r="${address}" s="${style}"><v>${serial}</v></c>`
}

const dayZero = Temporal.PlainDate.from('1899-12-30')

function serialOf(value: Temporal.PlainDate | Temporal.PlainDateTime): number {
  if (value instanceof Temporal.PlainDate) return dayZero.until(value).days
  const seconds = value.toPlainTime().since(Temporal.PlainTime.from('00:00')).total('seconds')
  return dayZero.until(value.toPlainDate()).days + seconds / 86_400
}

// What Excel refuses, and two of the same name.
function sheetNames(wanted: readonly string[]): string[] {
  const names: string[] = []
  for (const name of wanted) {
    const clean = name.replace(/[[\]:*?/\\]|^'+|'+$/g, ' ').trim() || 'Sheet'
    let unique = clean.slice(0, 31)
    for (let n = 2; names.some(other => other.toLowerCase() === unique.toLowerCase()); n++)
      unique = `${clean.slice(0, 27)} ${n}`
    names.push(unique)
  }
  return names
}
