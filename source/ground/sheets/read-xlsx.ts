import { addressOf, type Cell, type CellContent, cornerOf, lastColumn, lastRow, type SheetRead } from './cells.ts'
import { readComments } from './comments.ts'
import { dateOfSerial } from './number-formats.ts'
import { type SheetLimits, SheetRefused, usualLimits } from './refused.ts'
import { kindOfBytes } from './sniff.ts'
import { openPackage, type Package } from './unpack.ts'
import { isTrue, readWorkbook, textOfString, type Workbook } from './workbook.ts'
import { plainText, readXml } from './xml.ts'

/**
 * The sheets of a workbook (ECMA-376: .xlsx, and .xlsm without its macros), hidden ones included and said to be so.
 * Numbers in a format of days are dates; a formula is told with the result that was saved. Nothing is computed.
 *
 * @throws SheetRefused
 */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits = usualLimits): Promise<SheetRead[]> {
  if (bytes.length > limits.bytes) throw new SheetRefused('too-large')
  if (kindOfBytes(bytes) !== 'zip') throw new SheetRefused('not-a-spreadsheet')
  const parts = await openPackage(bytes, limits)
  if (parts.has('META-INF/manifest.xml') && parts.has('content.xml')) throw new SheetRefused('opendocument')
  if (!parts.has('[Content_Types].xml')) throw new SheetRefused('not-a-spreadsheet')
  const workbook = await readWorkbook(parts)
  const counted = { rows: 0, cells: 0 }
  const sheets: SheetRead[] = []
  for (const { path, ...sheet } of workbook.sheets) {
    const read = await readSheet(parts, path, workbook, limits, counted)
    const comments = await readComments(parts, path)
    sheets.push({ ...sheet, ...read, ...(comments.length > 0 ? { comments } : {}) })
  }
  if (counted.cells === 0) throw new SheetRefused('empty')
  return sheets
}

type Counted = { rows: number; cells: number }
type Open = { row: number; column: number; type: string; style: number; value: string; formula: string | null }

async function readSheet(
  parts: Package,
  path: string,
  workbook: Workbook,
  limits: SheetLimits,
  counted: Counted,
): Promise<Pick<SheetRead, 'rows' | 'merged'>> {
  const rows: SheetRead['rows'] = []
  const merged: SheetRead['merged'] = []
  const inline = textOfString()
  let row = 0
  let column = 0
  let cell: Open | null = null
  let reading: 'v' | 'f' | null = null

  function keep(open: Open) {
    const content = contentOf(open, workbook)
    if (content === null) return
    let last = rows.at(-1)
    if (last?.number !== open.row) {
      if (last && last.number > open.row)
        throw new SheetRefused('damaged', `${path} ${addressOf(open.row, open.column)}`)
      rows.push((last = { number: open.row, cells: [] }))
      if (++counted.rows > limits.rows) throw new SheetRefused('too-many-rows')
    }
    if (++counted.cells > limits.cells) throw new SheetRefused('too-many-cells')
    const { formula } = open
    const found: Cell = {
      ...content,
      address: addressOf(open.row, open.column),
      row: open.row,
      column: open.column,
      formula,
    }
    last.cells.push(found)
  }

  await readXml(path, parts.read(path), {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r)
        column = 0
      } else if (name === 'c') {
        const at = attributes.r === undefined ? { row, column: column + 1 } : cornerOf(attributes.r)
        if (at === null || !isPlace(at.row, lastRow) || !isPlace(at.column, lastColumn)) {
          throw new SheetRefused('damaged', `${path} ${attributes.r ?? ''}`)
        }
        ;({ row, column } = at)
        cell = { ...at, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: null }
      } else if (name === 'v' || name === 'f') {
        reading = name
        if (name === 'f' && cell) cell.formula = ''
      } else if (name === 'mergeCell') {
        const [from, to] = (attributes.ref ?? '').split(':').map(cornerOf)
        if (from && to && merged.length < mostMerged) merged.push({ address: attributes.ref ?? '', from, to })
      } else inline.open(name)
    },
    text: words => {
      if (cell === null) return
      if (reading === 'v') cell.value += words
      else if (reading === 'f') cell.formula += words
      else inline.text(words)
    },
    close: name => {
      if (name === 'v' || name === 'f') reading = null
      else if (name === 'c' && cell) {
        if (cell.type === 'inlineStr') cell.value = inline.take()
        keep(cell)
        cell = null
      } else inline.close(name)
    },
  })
  return { rows, merged }
}

// More headings than these are no list.
const mostMerged = 10_000

const isPlace = (place: number, last: number) => Number.isInteger(place) && place >= 1 && place <= last

// Null for a cell that has a format and nothing in it.
function contentOf({ type, style, value, formula }: Open, workbook: Workbook): CellContent | null {
  const text = textOf(type, value, workbook)
  if (text !== null) {
    return text.trim() === '' && formula === null ? null : { kind: 'text', value: text }
  }
  if (value.trim() === '') return formula === null ? null : { kind: 'empty', value: null }
  if (type === 'b') return { kind: 'boolean', value: isTrue(value.trim()) }
  if (type === 'e') return { kind: 'error', value }
  if (type === 'd') return isoDate(value) ?? { kind: 'text', value }
  const number = Number(value)
  if (!Number.isFinite(number)) return { kind: 'text', value }
  const date = workbook.showsDate[style] ? dateOfSerial(number, workbook.since1904) : null
  return date === null ? { kind: 'number', value: number } : { kind: 'date', value: date }
}

function textOf(type: string, value: string, { sharedStrings }: Workbook): string | null {
  if (type === 's') return sharedStrings[Number(value)] ?? ''
  if (type === 'inlineStr') return value
  return type === 'str' ? plainText(value) : null
}

// Strict OOXML may hold a moment as ISO 8601.
function isoDate(value: string): CellContent | null {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { kind: 'date', value: Temporal.PlainDate.from(value) }
    return { kind: 'date', value: Temporal.PlainDateTime.from(value.replace(/Z$/, '')) }
  } catch {
    return null
  }
}
