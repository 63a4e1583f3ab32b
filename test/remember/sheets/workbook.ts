import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { ZipFile } from 'yazl'
import { addressOf } from '../../../source/ground/sheets/index.ts'

type CellByHand = string | number | { day: number } | null
type SheetByHand = { name: string; merged: string[]; comments: Record<string, string>; rows: CellByHand[][] }

/** The sheets of samples/office-brecourt.yaml. */
export const officeSheets = (): SheetByHand[] =>
  parse(readFileSync(new URL('../../../samples/office-brecourt.yaml', import.meta.url), 'utf8')) as SheetByHand[]

const text = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const of = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook as a spreadsheet program saves one that people keep: merged cells, days by their format, comments. */
export async function workbookByHand(
  sheets: readonly SheetByHand[],
  more: Readonly<Record<string, string>> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile()
  const add = (path: string, xml: string) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`), path)
  add('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
  add(
    '_rels/.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="r" Type="${of}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  const each = (write: (n: number, sheet: SheetByHand) => string) =>
    sheets.map((sheet, index) => write(index + 1, sheet)).join('')
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${relations}">${each(n => `<Relationship Id="r${n}" Type="${of}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="s" Type="${of}/styles" Target="styles.xml"/></Relationships>`,
  )
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${of}"><sheets>${each((n, { name }) => `<sheet name="${text(name)}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
  )
  add(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  )
  for (const [index, { rows, merged, comments }] of sheets.entries()) {
    add(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData><mergeCells>${merged.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
    )
    if (Object.keys(comments).length === 0) continue
    add(
      `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
      `<Relationships xmlns="${relations}"><Relationship Id="c" Type="${of}/comments" Target="../comments${index + 1}.xml"/></Relationships>`,
    )
    add(
      `xl/comments${index + 1}.xml`,
      `<comments xmlns="${main}"><authors><author>Accueil</author></authors><commentList>${Object.entries(comments)
        .map(([ref, said]) => `<comment ref="${ref}" authorId="0"><text><r><t>${text(said)}</t></r></text></comment>`)
        .join('')}</commentList></comments>`,
    )
  }
  for (const [path, xml] of Object.entries(more)) add(path, xml)
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return new Uint8Array(Buffer.concat(pieces))
}

function rowXml(cells: readonly CellByHand[], index: number): string {
  const row = index + 1
  return `<row r="${row}">${cells
    .map((cell, at) => {
      const address = addressOf(row, at + 1)
      if (cell === null || cell === '') return ''
      if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
      if (typeof cell === 'object') return `<c r="${address}" s="1"><v>${cell.day}</v></c>`
      return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`
    })
    .join('')}</row>`
}
