import { ZipFile } from 'yazl'
import { listsAtRest } from '#convene/guests/acts/running.ts'
import { guestJobs, guestMails, guestRoutes } from '#convene/guests/index.ts'
import type { Room } from '#ground/house.ts'
import { addressOf, inOnePiece, type Row, writeCsv, writeXlsx } from '#ground/sheets/index.ts'
import type { TestHouse } from '../../support/house.ts'
import { deskRooms, fieldsOf } from '../registration/desk-support.ts'

export const guestRooms: readonly Room[] = [
  ...deskRooms,
  { name: 'guests', routes: guestRoutes, mails: guestMails, jobs: guestJobs },
]

export const headings = [
  'Given name',
  'Family name',
  'E-mail',
  'Category',
  'Organisation',
  'Country',
  'Language of mails',
]

/** One row of a list; what is not said is right. */
export const guest = (n: number | string, given: Partial<Record<(typeof headings)[number], string>> = {}): Row =>
  headings.map(
    heading =>
      given[heading] ??
      {
        'Given name': 'Guest',
        'Family name': `Number ${n}`,
        'E-mail': `guest${n}@example.org`,
        Category: 'staff',
        Organisation: 'Rio Claro',
        Country: 'Brazil',
        'Language of mails': 'pt',
      }[heading] ??
      '',
  )

export const xlsx = (rows: readonly Row[], name = 'Guests') => inOnePiece(writeXlsx([{ name, rows }]))
export const csv = (rows: readonly Row[]) => inOnePiece(writeCsv(rows, 'en'))

/** A file sent as a browser of ours would. */
export async function upload(
  house: TestHouse,
  path: string,
  cookie: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
  fields: Record<string, string> = {},
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', new File([file.bytes], file.name))
  const response = await house.ask(path, {
    method: 'POST',
    body,
    headers: { cookie, origin: house.settings.publicUrl.origin },
  })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' }
}

/** The form of a page whose hidden `do` says this. */
export function formOf(html: string, what: string): Record<string, string | string[]> {
  const form = [...html.matchAll(/<form[^>]*method="post".*?<\/form>/gs)]
    .map(([whole]) => whole)
    .find(whole => new RegExp(`name="do" value="${what}"`).test(whole))
  if (form === undefined) throw new Error(`no form that does ${what}`)
  return fieldsOf(form)
}

export const atRest = (house: TestHouse) => listsAtRest(house)

/** A workbook as somebody makes it by hand, with merged cells: our own writer never merges. */
export async function workbookByHand(rows: readonly (readonly string[])[], merged: readonly string[]) {
  const zip = new ZipFile()
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(head + xml), path)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const of = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  add('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
  add(
    '_rels/.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="r" Type="${of}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="r" Type="${of}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${of}"><sheets><sheet name="Feuil1" sheetId="1" r:id="r"/></sheets></workbook>`,
  )
  const cells = rows
    .map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((text, x) => (text === '' ? '' : `<c r="${addressOf(y + 1, x + 1)}" t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`,
    )
    .join('')
  add(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData><mergeCells>${merged.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
  )
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return new Uint8Array(Buffer.concat(pieces))
}
