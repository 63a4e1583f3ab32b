import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { ZipFile } from 'yazl'
import { cornerOf } from '../../../source/ground/sheets/cells.ts'
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
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const kind = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${spreadsheet}.${type}+xml"/>`
  add(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${kind('workbook', 'sheet.main')}${kind('styles', 'styles')}${sheets
      .map(
        ({ comments }, index) =>
          kind(`worksheets/sheet${index + 1}`, 'worksheet') +
          (Object.keys(comments).length > 0 ? kind(`comments${index + 1}`, 'comments') : ''),
      )
      .join('')}</Types>`,
  )
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
    `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  )
  for (const [index, { rows, merged, comments }] of sheets.entries()) {
    const noted = Object.keys(comments)
    const blocks =
      merged.length === 0 ? '' : `<mergeCells>${merged.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    add(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${main}" xmlns:r="${of}"><cols><col min="1" max="12" width="22" customWidth="1"/></cols><sheetData>${rows.map(rowXml).join('')}</sheetData>${blocks}${noted.length > 0 ? '<legacyDrawing r:id="v"/>' : ''}</worksheet>`,
    )
    if (noted.length === 0) continue
    zip.addBuffer(Buffer.from(boxes(noted)), `xl/drawings/vmlDrawing${index + 1}.vml`)
    add(
      `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
      `<Relationships xmlns="${relations}"><Relationship Id="c" Type="${of}/comments" Target="../comments${index + 1}.xml"/><Relationship Id="v" Type="${of}/vmlDrawing" Target="../drawings/vmlDrawing${index + 1}.vml"/></Relationships>`,
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

/** The boxes in which a spreadsheet program shows comments: without them it shows none. */
const boxes = (refs: readonly string[]) =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="t" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${refs
    .map((ref, index) => {
      const { row, column } = cornerOf(ref) ?? { row: 1, column: 1 }
      return `<v:shape id="s${index + 1}" type="#t" style="position:absolute;width:180pt;height:60pt;visibility:hidden" fillcolor="#ffffe1"><v:textbox/><x:ClientData ObjectType="Note"><x:Anchor>${column}, 10, ${row - 1}, 5, ${column + 3}, 10, ${row + 3}, 5</x:Anchor><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
    })
    .join('')}</xml>`

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
