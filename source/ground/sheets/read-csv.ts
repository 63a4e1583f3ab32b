import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { addressOf, type Cell, type SheetRead } from './cells.ts'
import { fuse } from './defuse.ts'
import { type SheetLimits, SheetRefused, usualLimits } from './refused.ts'
import { kindOfBytes } from './sniff.ts'
import { utf16Of } from './xml.ts'

/**
 * The cells of a CSV, all of them text, at the addresses at which Excel shows them. The separator is the one that
 * `sep=` names, else found out: tab, semicolon, bar or comma. UTF-8, UTF-16 with its mark, or Windows-1252, which Excel
 * still writes. The apostrophe that keeps a formula from running is taken out (`fuse`).
 *
 * @throws SheetRefused
 */
export async function readCsv(bytes: Uint8Array, limits: SheetLimits = usualLimits): Promise<SheetRead> {
  if (bytes.length > limits.bytes) throw new SheetRefused('too-large')
  if (kindOfBytes(bytes) !== 'text') throw new SheetRefused('not-a-spreadsheet')
  const text = decoded(bytes)
  const named = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const rows = await rowsOf(body, named?.[1] ?? separatorIn(body), limits)
  if (rows.length === 0) throw new SheetRefused('empty')
  return { name: '', hidden: false, rows, merged: [] }
}

async function rowsOf(text: string, delimiter: string, limits: SheetLimits): Promise<SheetRead['rows']> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  })
  const source = Readable.from(inPieces(text))
  source.pipe(parser)
  const rows: SheetRead['rows'] = []
  let number = 0
  let count = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      const cells = record.flatMap((text, index): Cell[] => {
        const value = fuse(text)
        if (value.trim() === '') return []
        const column = index + 1
        return [{ kind: 'text', value, address: addressOf(number, column), row: number, column, formula: null }]
      })
      if (cells.length === 0) continue
      rows.push({ number, cells })
      count += cells.length
      if (rows.length > limits.rows) throw new SheetRefused('too-many-rows')
      if (count > limits.cells) throw new SheetRefused('too-many-cells')
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SheetRefused('damaged', `row ${number + 1}`)
    throw error
  } finally {
    source.destroy()
    parser.destroy()
  }
  return rows
}

const piece = 64 * 1024

// As bytes: a piece of text could end between the two halves of an emoji.
function* inPieces(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece)
}

function decoded(bytes: Uint8Array): string {
  const text = asText(bytes)
  // No table in words has such a character; a picture, an archive, a program has it within its first lines.
  if (text.includes('\0')) throw new SheetRefused('not-a-spreadsheet')
  return text
}

function asText(bytes: Uint8Array): string {
  const encodings = [utf16Of(bytes) ?? 'utf-8', 'windows-1252'] as const
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  throw new SheetRefused('not-a-spreadsheet')
}

const separators = ['\t', ';', '|', ','] as const

// The one that stands outside quotation marks in most of the first lines; of two, the one that is not a decimal sign.
function separatorIn(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .replace(/"(?:[^"]|"")*"?/g, '')
    .split(/\r\n|\r|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 50)
  const linesWith = (separator: string) => lines.filter(line => line.includes(separator)).length
  return separators.reduce((best, other) => (linesWith(other) > linesWith(best) ? other : best))
}
