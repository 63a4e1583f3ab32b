import { deskExport } from '#convene/messages/desk-export.ts'
import { disposition } from '#ground/files/rules/name.ts'
import type { Visit } from '#ground/house.ts'
import {
  csvMediaType,
  inOnePiece,
  type SheetToWrite,
  writeCsv,
  writeXlsx,
  xlsxMediaType,
} from '#ground/sheets/index.ts'
import { text } from '#ground/web/answer.ts'
import { exportRegistrations, type ToExport } from '../../acts/export-registrations.ts'
import { type OfficeSeminar, peopleSeminar } from '../desk.tsx'
import { asRows, needsColumns, registrationColumns } from './export-columns.ts'
import { readAsked } from './list-filters.ts'

/** Everybody of the list as a CSV; with `?needs=1`, what they need and nothing else. */
export function sendRegistrationsCsv(visit: Visit): Promise<Response> {
  const { locale } = visit
  return exported(visit, 'csv', (found, seminar) => {
    const sheet = needsSheet(visit, found) ?? registrationsSheet(visit, seminar, found)
    return inOnePiece(writeCsv(sheet.rows, locale))
  })
}

/** Everybody of the list as a workbook; with `?needs=1`, a second sheet says what they need. */
export function sendRegistrationsXlsx(visit: Visit): Promise<Response> {
  return exported(visit, 'xlsx', (found, seminar) => {
    const needs = needsSheet(visit, found)
    return inOnePiece(writeXlsx([registrationsSheet(visit, seminar, found), ...(needs ? [needs] : [])]))
  })
}

type Write = (found: ToExport, seminar: OfficeSeminar) => Promise<Uint8Array<ArrayBuffer>>

// Made whole before the first byte leaves: an error becomes a page and not half a file, and a slow line keeps no
// transaction open. 20,000 people are a few megabytes.
async function exported(visit: Visit, format: 'csv' | 'xlsx', write: Write): Promise<Response> {
  const { house, locale, url } = visit
  const seminar = await peopleSeminar(visit)
  const needs = url.searchParams.get('needs') === '1'
  const asked = readAsked(url.searchParams)
  const file = await exportRegistrations(house, visit.actor, seminar.slug, asked, { format, needs }, found =>
    write(found, seminar),
  )
  const { files } = deskExport[locale]
  const today = house.clock.now().toZonedDateTimeISO(seminar.timeZone).toPlainDate()
  const what = needs && format === 'csv' ? files.needs : files.registrations
  return text(visit, file, format === 'csv' ? csvMediaType : xlsxMediaType, {
    'content-disposition': disposition('attachment', `${seminar.slug} ${what} ${today}.${format}`),
    'cache-control': 'no-store',
  })
}

function registrationsSheet(visit: Visit, seminar: OfficeSeminar, found: ToExport): SheetToWrite {
  const { locale } = visit
  const columns = registrationColumns(locale, seminar.timeZone, found.words)
  return {
    name: deskExport[locale].sheets.registrations,
    rows: asRows(columns, found.registrations()),
    widths: columns.map(({ width }) => width),
  }
}

function needsSheet({ locale }: Visit, found: ToExport): SheetToWrite | null {
  if (found.needs === null) return null
  const columns = needsColumns(locale)
  return {
    name: deskExport[locale].sheets.needs,
    rows: asRows(columns, found.needs()),
    widths: columns.map(({ width }) => width),
  }
}
