import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from '../../../source/ground/languages/locales.ts'
import { defuse, fuse } from '../../../source/ground/sheets/defuse.ts'
import { inOnePiece, type Row, readCsv, SheetRefused, writeCsv } from '../../../source/ground/sheets/index.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const written = async (rows: readonly Row[], locale: (typeof locales)[number]) => {
  const bytes = await inOnePiece(writeCsv(rows, locale))
  return { bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

// ─── A reader that knows nothing of ours ────────────────────────────────────────────────────────────
// The cells as a spreadsheet sees them with a given separator: a quotation mark counts at the beginning of a cell only,
// and after the closing one the rest of the cell is taken as it is.
function cellsSeen(text: string, separator: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      at += 1
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        if (text[at] === '"') at += 1
        cell += text[at]
        at += 1
      }
      at += 1
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') {
      cell += text[at]
      at += 1
    }
    cells.push(cell)
    at += 1
  }
  return cells
}

// What is computed: a cell that begins with a sign, once spaces, quotation marks and invisible characters are passed over
// and wide forms are folded, unless it is a plain number.
function runs(cell: string): boolean {
  const folded = cell.normalize('NFKC').replace(/^[\s"\p{Cc}\u200b-\u200f\u2060\ufeff\u00ad]+/u, '')
  return /^[=+\-@\u2212]/.test(folded) && !/^-\d+([.,]\d+)?(e[+-]?\d+)?$/.test(cell)
}

// Each character that folds to one of the signs, by Unicode's own tables.
const folding = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
  character => character.isWellFormed() && /^[=+\-@\u2212]/.test(character.normalize('NFKC')),
)

const hostile = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...'=+-@\t\r\n;,|" \'＝＋－＠﹦−\u00a0\u200b\ufeff'.split('')) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('=1+1', "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example";"y")', "'=1"),
      },
      { weight: 2, arbitrary: fc.constantFrom(...folding) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    ),
    { maxLength: 12 },
  )
  .map(parts => parts.join(''))
  .filter(text => !text.includes('\0'))

test('no cell that is written runs, whichever separator its reader takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(hostile, { minLength: 1, maxLength: 4 })),
      fc.constantFrom(...locales),
      async (rows, locale) => {
        const { text } = await written(rows, locale)
        expect(text.startsWith('\uFEFF')).toBe(true)
        for (const separator of [',', ';', '\t', '|']) {
          for (const cell of cellsSeen(text.slice(1), separator)) if (runs(cell)) throw new Error(JSON.stringify(cell))
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test('the reader above is able to find a formula: undefended cells run', () => {
  for (const cell of ['=1+1', ' =1', '\t@A1', '＝1+1', '\ufeff-2+3', '"+1']) expect(runs(cell)).toBe(true)
  for (const cell of ["'=1", 'a=1', '-5', '-5,25', 'ana@example.org', '']) expect(runs(cell)).toBe(false)
  expect(cellsSeen('1,"a;=1",x', ';').some(runs)).toBe(true)
})

test('what is written is read back to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(hostile, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      fc.constantFrom(...locales),
      async (rows, locale) => {
        // A row whose first cell says which it is: a row of empty cells alone is no row.
        const named = rows.map((row, index) => [`row ${index}`, ...row])
        const { bytes } = await written([['a', 'b', 'c'], ...named], locale)
        const { rows: read } = await readCsv(bytes)
        for (const [index, row] of named.entries()) {
          const cells = read.find(({ number }) => number === index + 2)?.cells ?? []
          expect(row.map((_, column) => cells.find(cell => cell.column === column + 1)?.value ?? '')).toEqual(
            row.map(text => (text.trim() === '' ? '' : text)),
          )
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('an apostrophe goes in front of a sign, and nothing else is touched', () => {
  expect(defuse('=1+1')).toBe("'=1+1")
  expect(defuse('  +33 1 42')).toBe("  '+33 1 42")
  expect(defuse('＝1')).toBe("'＝1")
  expect(defuse('\tAna')).toBe("'\tAna")
  expect(defuse("'=1")).toBe("''=1")
  expect(defuse('Ana; =1')).toBe("Ana; '=1")
  for (const text of ['ana@example.org', 'Rio-de-Janeiro', 'L’été', "d'accord", '1 + 1', 'a=b', '', "'quoted'"]) {
    expect(defuse(text)).toBe(text)
    expect(fuse(text)).toBe(text)
  }
  fc.assert(fc.property(hostile, text => fuse(defuse(text)) === text))
})

test('a long run of spaces before nothing takes no longer than it is', () => {
  const long = `${' \t"'.repeat(100_000)}x`
  const started = performance.now()
  expect(fuse(defuse(long))).toBe(long)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('each language has the separator and the decimal sign of its spreadsheet', async () => {
  const row = [
    'Ana, the first; “one”',
    -5.25,
    true,
    Temporal.PlainDate.from('2018-07-05'),
    Temporal.PlainDateTime.from('2018-06-05T09:05'),
    null,
  ]
  expect((await written([row], 'en')).text).toBe(
    '\uFEFF"Ana, the first; “one”",-5.25,TRUE,2018-07-05,2018-06-05 09:05,\r\n',
  )
  for (const locale of ['fr', 'es', 'pt'] as const)
    expect((await written([row], locale)).text).toBe(
      '\uFEFF"Ana, the first; “one”";-5,25;TRUE;2018-07-05;2018-06-05 09:05;\r\n',
    )
  await expect(written([[Number.NaN]], 'en')).rejects.toThrow(RangeError)
})

test('separators and encodings of others are found out; addresses are those on the screen', async () => {
  const table = async (bytes: Uint8Array) =>
    (await readCsv(bytes)).rows.flatMap(({ cells }) => cells.map(({ address, value }) => `${address}=${value}`))
  const wanted = ['A1=Nom', 'B1=Prix', 'A3=Zoé', 'B3=1,5']
  expect(await table(bytesOf('Nom;Prix\r\n\r\nZoé;1,5\r\n'))).toEqual(wanted)
  expect(await table(bytesOf('Nom\tPrix\n\nZoé\t1,5'))).toEqual(wanted)
  expect(await table(bytesOf('Nom,Prix\r\rZoé,"1,5"\r'))).toEqual(wanted)
  expect(await table(bytesOf('sep=|\r\nNom|Prix\r\n\r\nZoé|1,5'))).toEqual(wanted)
  expect(await table(Buffer.from('Nom;Prix\n\nZoé;1,5', 'latin1'))).toEqual(wanted)
  expect(await table(Buffer.from('\uFEFFNom\tPrix\n\nZoé\t1,5', 'utf16le'))).toEqual(wanted)
  expect(await table(Buffer.from('\uFEFFNom\tPrix\n\nZoé\t1,5', 'utf16le').swap16())).toEqual(wanted)
})

test('what is no table is refused, each with its code', async () => {
  const codeOf = async (bytes: Uint8Array, limits?: Parameters<typeof readCsv>[1]) => {
    try {
      await readCsv(bytes, limits)
    } catch (error) {
      if (error instanceof SheetRefused) return error.code
      throw error
    }
    return 'read'
  }
  const few = { bytes: 1000, unpackedBytes: 1000, rows: 3, cells: 5 }
  expect(await codeOf(bytesOf(''))).toBe('empty')
  expect(await codeOf(bytesOf(' \r\n;;\r\n'))).toBe('empty')
  expect(await codeOf(Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1'))).toBe('program')
  expect(await codeOf(Buffer.from('\x7fELF\x02\x01', 'latin1'))).toBe('program')
  expect(await codeOf(bytesOf('#!/bin/sh\nrm x'))).toBe('program')
  expect(await codeOf(bytesOf('MZ;Mozambique\nZA;South Africa'))).toBe('read')
  expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('old-excel')
  expect(await codeOf(Buffer.from('0908100000060500', 'hex'))).toBe('old-excel')
  expect(await codeOf(bytesOf('%PDF-1.7\n1;2'))).toBe('not-a-spreadsheet')
  expect(await codeOf(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'))).toBe('not-a-spreadsheet')
  expect(await codeOf(bytesOf(`a;b\n"never closed;1\n${'x;y\n'.repeat(10)}`))).toBe('damaged')
  expect(await codeOf(bytesOf('x'.repeat(1001)), few)).toBe('too-large')
  expect(await codeOf(bytesOf('a\nb\n\n\nc'), few)).toBe('read')
  expect(await codeOf(bytesOf('a\nb\nc\nd'), few)).toBe('too-many-rows')
  expect(await codeOf(bytesOf('a;b;c;d;e;f'), few)).toBe('too-many-cells')
})
