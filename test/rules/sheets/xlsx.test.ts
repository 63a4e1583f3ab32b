import type { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { cornerOf } from '../../../source/ground/sheets/cells.ts'
import {
  addressOf,
  cellAt,
  columnName,
  inOnePiece,
  readSheets,
  readXlsx,
  type SheetRead,
  SheetRefused,
  type SheetToWrite,
  usualLimits,
  type Value,
  writeXlsx,
} from '../../../source/ground/sheets/index.ts'
import { dateOfSerial, isDateFormat } from '../../../source/ground/sheets/number-formats.ts'

const written = (...sheets: SheetToWrite[]) => inOnePiece(writeXlsx(sheets))
const valuesOf = (sheet: SheetRead | undefined) =>
  (sheet?.rows ?? []).map(({ cells }) => cells.map(({ value }) => (typeof value === 'object' ? String(value) : value)))

async function zipped(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path)
  zip.end()
  return Buffer.from(await inOnePiece(zip.outputStream as Readable))
}

/** A workbook as others write it: a prefix on each element, absolute targets, shared strings. */
function foreign(sheet: string, more: Record<string, string> = {}): Promise<Buffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${links}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${links}"><x:workbookPr/><x:sheets><x:sheet name="Invit&#233;s" sheetId="4" r:id="rId7"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId7" Type="${links}/worksheet" Target="/xl/worksheets/one.xml"/><Relationship Id="rId8" Type="${links}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId9" Type="${links}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst><si><t>Nom</t></si><si><r><t xml:space="preserve">Zoé </t></r><r><t>Müller</t></r><rPh sb="0" eb="1"><t>ゾエ</t></rPh></si><si><t>a_x000D_\nb_x005F_x0041_</t></si></sst>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="171" formatCode="[h]:mm"/><numFmt numFmtId="172" formatCode="[Red]#,##0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`,
    'xl/worksheets/one.xml': sheet,
    ...more,
  })
}

async function codeOf(bytes: Uint8Array, limits = usualLimits) {
  try {
    await readSheets(bytes, limits)
  } catch (error) {
    if (error instanceof SheetRefused) return error.code
    throw error
  }
  return 'read'
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+33',
    '-5',
    '@here',
    '\t=1',
    '_x0041_',
    '_x005F_x0041_',
    ' space ',
    ']]>&<"',
  ),
)
const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => (Object.is(number, -0) ? 0 : number)),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: 0, max: 80_000 }).map(days => Temporal.PlainDate.from('1901-01-01').add({ days })),
  fc
    .tuple(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 1, max: 1439 }))
    .map(([days, minutes]) => Temporal.PlainDateTime.from('1901-01-01T00:00').add({ days, minutes })),
)

test('what is written is read back: texts to the letter, numbers, days, yes and no', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 5 }), async rows => {
      const [sheet] = await readXlsx(await written({ name: 'List', rows: [['head'], ...rows] }))
      for (const [index, row] of rows.entries()) {
        const cells = sheet?.rows.find(({ number }) => number === index + 2)?.cells ?? []
        const expected = row.flatMap((one, column) => {
          if (one === null || (typeof one === 'string' && one.toWellFormed().trim() === '')) return []
          return [[addressOf(index + 2, column + 1), typeof one === 'string' ? one.toWellFormed() : String(one)]]
        })
        expect(cells.map(cell => [cell.address, String(cell.value)])).toEqual(expected)
      }
    }),
    { numRuns: 300 },
  )
})

test('nothing that is written is a formula, and a text that begins with a sign stays one when it is edited', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 }), async rows => {
      const zip = await fromBufferPromise(Buffer.from(await written({ name: '=1', rows })), { autoClose: false })
      const xml: string[] = []
      for await (const entry of zip.eachEntry())
        xml.push(Buffer.from(await inOnePiece(await zip.openReadStreamPromise(entry))).toString())
      const all = xml.join('\n')
      expect(all).not.toMatch(/<(f|definedName|externalLink|ddeLink|hyperlink)\b/)
      for (const [, attributes, words] of all.matchAll(/<c ([^>]*)>.*?<t[^>]*>(.*?)<\/t>/gs)) {
        expect(attributes).toContain('t="inlineStr"')
        if (!/^\p{L}/u.test(words ?? '')) expect(attributes).toMatch(/ s="[14]"/)
      }
    }),
    { numRuns: 200 },
  )
})

test('several sheets, their names made fit; rows come one after the other from one source', async () => {
  const asked: string[] = []
  async function* rows(name: string, count: number) {
    for (let n = 0; n < count; n++) {
      asked.push(name)
      yield [`${name} ${n}`]
    }
  }
  const sheets = await readXlsx(
    await written({ name: 'A/B: [list]', rows: rows('one', 3) }, { name: 'a b   list', rows: rows('two', 2) }),
  )
  expect(sheets.map(({ name }) => name)).toEqual(['A B   list', 'a b   list 2'])
  expect(asked).toEqual(['one', 'one', 'one', 'two', 'two'])
  expect(valuesOf(sheets[1])).toEqual([['two 0'], ['two 1']])
})

test('a source that fails fails the file: no half of one is ever given', async () => {
  async function* rows() {
    yield ['first']
    throw new Error('the database went away')
  }
  await expect(written({ name: 'List', rows: rows() })).rejects.toThrow('the database went away')
})

test('a workbook of others: kinds, formulas with their saved result, merged headings, addresses', async () => {
  const bytes = await foreign(
    `<worksheet><sheetData>
      <row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" s="1"/></row>
      <row r="4"><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c r="D4" s="1"><v>43286</v></c><c r="E4" s="2"><v>43286.4</v></c>
        <c r="F4" s="3"><v>1.5</v></c><c r="G4" s="4"><v>-2.5</v></c><c r="H4" t="b"><v>1</v></c><c r="I4" t="e"><v>#N/A</v></c>
        <c r="J4"><f>SUM(A1:A9)</f><v>7</v></c><c r="K4" t="str"><f t="shared" si="0"/><v>Ana</v></c><c r="L4"><f>NOW()</f></c>
        <c r="M4" t="inlineStr"><is><t>=1+1</t></is></c><c r="N4" t="d"><v>2018-07-05</v></c></row>
    </sheetData><mergeCells><mergeCell ref="B2:D3"/></mergeCells></worksheet>`,
  )
  const [sheet] = await readXlsx(bytes)
  expect(sheet?.name).toBe('Invités')
  const said = (sheet?.rows ?? []).flatMap(({ cells }) =>
    cells.map(({ address, kind, value: held, formula }) => [address, kind, String(held), formula]),
  )
  expect(said).toEqual([
    ['B2', 'text', 'Nom', null],
    ['A4', 'text', 'Zoé Müller', null],
    ['B4', 'text', 'a\r\nb_x0041_', null],
    ['D4', 'date', '2018-07-05', null],
    ['E4', 'date', '2018-07-05T09:36:00', null],
    ['F4', 'number', '1.5', null],
    ['G4', 'number', '-2.5', null],
    ['H4', 'boolean', 'true', null],
    ['I4', 'error', '#N/A', null],
    ['J4', 'number', '7', 'SUM(A1:A9)'],
    ['K4', 'text', 'Ana', ''],
    ['L4', 'empty', 'null', 'NOW()'],
    ['M4', 'text', '=1+1', null],
    ['N4', 'date', '2018-07-05', null],
  ])
  if (!sheet) throw new Error('no sheet')
  expect(cellAt(sheet, 3, 4)?.value).toBe('Nom')
  expect(cellAt(sheet, 4, 1)?.value).toBe('Zoé Müller')
  expect(cellAt(sheet, 3, 5)).toBeNull()
})

test('a bomb is refused before it fills the memory, whatever it says of itself', async () => {
  const limits = { ...usualLimits, unpackedBytes: 8 * 1024 * 1024 }
  const cell = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
  const bomb = await foreign(`<worksheet><sheetData>${cell.repeat(300_000)}</sheetData></worksheet>`)
  const empty = await foreign(`<worksheet><sheetData>${'<row r="1"/>'.repeat(1_000_000)}</sheetData></worksheet>`)
  const strings = await foreign('<worksheet/>', {
    'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(9e6)}</t></si></sst>`,
  })
  expect(await codeOf(bomb, limits)).toBe('too-many-rows')
  for (const bytes of [empty, strings]) {
    expect(bytes.length).toBeLessThan(100_000)
    expect(await codeOf(bytes, limits)).toBe('too-large-unpacked')
  }
  expect(await codeOf(bomb, { ...limits, rows: 9e9, cells: 9e9 })).toBe('too-large-unpacked')
  // One that states a smaller size than it has.
  const liar = Buffer.from(bomb)
  const stated = liar.lastIndexOf(Buffer.from('xl/worksheets/one.xml')) - 46 + 24
  liar.writeUInt32LE(100, stated)
  expect(await codeOf(liar, limits)).toBe('damaged')
})

test('XML that grows by its own definitions is refused', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`
  expect(await codeOf(await foreign(laughs))).toBe('damaged')
  expect(await codeOf(await foreign('<worksheet><sheetData><row>&b;</row></sheetData></worksheet>'))).toBe('damaged')
})

test('what is no workbook is refused, each with its code', async () => {
  const compound = (content: Buffer) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), content])
  expect(await codeOf(compound(Buffer.from('Workbook', 'utf16le')))).toBe('old-excel')
  expect(await codeOf(compound(Buffer.from('EncryptedPackage', 'utf16le')))).toBe('encrypted')
  expect(await codeOf(Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'))).toBe('program')
  expect(await codeOf(await zipped({ 'a.txt': 'x' }))).toBe('not-a-spreadsheet')
  expect(await codeOf(await zipped({ mimetype: 'x', 'META-INF/manifest.xml': '<x/>', 'content.xml': '<x/>' }))).toBe(
    'opendocument',
  )
  const document = { 'xl/workbook.xml': '<document><body/></document>' }
  expect(await codeOf(await foreign('<worksheet/>', document))).toBe('not-a-spreadsheet')
  const good = await written({ name: 'List', rows: [['Ana'], ['Bia']] })
  expect(await codeOf(good)).toBe('read')
  for (const length of [10, 200, good.length - 30]) expect(await codeOf(good.subarray(0, length))).toBe('damaged')
  expect(await codeOf(await written({ name: 'List', rows: [] }))).toBe('empty')
  expect(await codeOf(good, { ...usualLimits, bytes: 100 })).toBe('too-large')
  expect(await codeOf(good, { ...usualLimits, rows: 1 })).toBe('too-many-rows')
  for (const wrong of [
    '<c r="XFE1"><v>1</v></c>',
    '<c r="A0"><v>1</v></c>',
    '<c r="A1048577"><v>1</v></c>',
    '<c r="A1"><v>1',
  ])
    expect(await codeOf(await foreign(`<worksheet><sheetData><row>${wrong}</row></sheetData></worksheet>`))).toBe(
      'damaged',
    )
})

test('a file with any byte changed or cut off is read or refused, and nothing else', async () => {
  const good = await written({
    name: 'List',
    rows: [
      ['Ana', 1],
      ['Bia', 2],
    ],
  })
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), async (at, byte, length) => {
      const bytes = Uint8Array.from(good)
      bytes[at] = byte
      const small = { ...usualLimits, unpackedBytes: 100_000 }
      expect(typeof (await codeOf(bytes, small))).toBe('string')
      expect(typeof (await codeOf(bytes.subarray(0, length), small))).toBe('string')
    }),
    { numRuns: 500 },
  )
})

test('days as workbooks count them', () => {
  expect(String(dateOfSerial(1, false))).toBe('1900-01-01')
  expect(String(dateOfSerial(59, false))).toBe('1900-02-28')
  expect(dateOfSerial(60, false)).toBeNull()
  expect(String(dateOfSerial(61, false))).toBe('1900-03-01')
  expect(String(dateOfSerial(43_286, false))).toBe('2018-07-05')
  expect(String(dateOfSerial(41_824, true))).toBe('2018-07-05')
  expect(String(dateOfSerial(0.4, false))).toBe('09:36:00')
  expect(String(dateOfSerial(43_285.999_999_9, false))).toBe('2018-07-05')
  expect(dateOfSerial(-1, false)).toBeNull()
  expect(dateOfSerial(3_000_000, false)).toBeNull()
  expect(dateOfSerial(2_958_466, true)).toBeNull()
  for (const code of ['dd/mm/yyyy', 'h:mm AM/PM', '[$-40C]d mmmm yyyy', 'yyyy"年"m"月"'])
    expect(isDateFormat(170, code)).toBe(true)
  for (const code of ['General', '0.00', '#,##0 "days"', '[h]:mm', '[Red]0', '0\\d', '_-* #,##0 _s'])
    expect(isDateFormat(170, code)).toBe(false)
})

test('names of columns and addresses', () => {
  expect([1, 26, 27, 702, 703, 16_384].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }), (row, column) => {
      expect(cornerOf(addressOf(row, column))).toEqual({ row, column })
    }),
  )
  expect(cornerOf('$B$7')).toEqual({ row: 7, column: 2 })
  for (const wrong of ['', 'B', '7', 'B0', 'XFE1', 'b7', 'A1048577']) expect(cornerOf(wrong)).toBeNull()
})
