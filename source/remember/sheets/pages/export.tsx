import { disposition } from '#ground/files/rules/name.ts'
import type { Visit } from '#ground/house.ts'
import { csvMediaType, xlsxMediaType } from '#ground/sheets/index.ts'
import { text } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { exportSheet, sheetFormats } from '../acts/export-sheet.ts'
import { isSheetKind, sheetKinds } from '../rules/kinds.ts'

/** GET …/export: what can be taken out of a memory as a spreadsheet. */
export async function showExport(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  const m = sheetsWords[visit.locale].out
  return memoryPage(
    visit,
    memory,
    { title: m.title, lead: m.text, section: null },
    <ExportLinks visit={visit} memory={memory} />,
  )
}

/** Each kind of record, as a workbook and as a text table. */
export function ExportLinks({ visit, memory }: { visit: Visit; memory: Memory }) {
  const m = sheetsWords[visit.locale].out
  return (
    <ul>
      {sheetKinds.map(kind => {
        const label = sheetsFields[visit.locale].kinds[kind]
        return (
          <li>
            {sheetFormats.map((format, index) => (
              <>
                {index > 0 ? ' · ' : ''}
                <a href={addressIn(visit, memory, `/export/${kind}.${format}`)}>
                  {m.format(label, format.toUpperCase())}
                </a>
              </>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

/** GET …/export/relationships.xlsx: one kind, whole before its first byte leaves. */
export async function sendExport(visit: Visit): Promise<Response> {
  const memory = await memoryOf(visit)
  const [kind, format, more] = visit.param('file').split('.')
  const asked = sheetFormats.find(one => one === format)
  if (!isSheetKind(kind) || !asked || more !== undefined) throw notFound()
  const { locale } = visit
  const file = await reading(visit, memory, tx => exportSheet(tx, memory.id, kind, asked, locale))
  const name = `${memory.slug} ${sheetsFields[locale].kinds[kind]} ${memory.day.toString()}.${asked}`
  return text(visit, file, asked === 'csv' ? csvMediaType : xlsxMediaType, {
    'content-disposition': disposition('attachment', name),
    'cache-control': 'no-store',
  })
}
