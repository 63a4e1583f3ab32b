import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { inOnePiece, type Row, type SheetToWrite, writeCsv, writeXlsx } from '#ground/sheets/index.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import type { SheetKind } from '../rules/kinds.ts'
import { firstNames, type Known } from '../rules/known.ts'
import { knownFor } from '../store/known.ts'
import { columnsOut, type RecordOut } from './cells-out.ts'

export const sheetFormats = ['xlsx', 'csv'] as const
export type SheetFormat = (typeof sheetFormats)[number]

/**
 * The records of one kind that whoever reads may see, as a file: what a record keeps to a smaller circle is not in it. No cell
 * of it is a formula.
 *
 * @param tx a read in the name of the visitor, as it is known now or was known then
 */
export async function exportSheet(
  tx: Tx,
  space: string,
  kind: SheetKind,
  format: SheetFormat,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = sheetOf(locale, kind, await knownFor(tx, space, kind))
  return format === 'csv' ? inOnePiece(writeCsv(sheet.rows, locale)) : inOnePiece(writeXlsx([sheet]))
}

function sheetOf(locale: Locale, kind: SheetKind, known: Known): SheetToWrite {
  const records = recordsOut(known)
  const names = firstNames(known)
  const columns = columnsOut(locale, kind, records, names)
  function* rows(): Generator<Row> {
    yield columns.map(({ heading }) => heading)
    for (const record of records) yield columns.map(({ value }) => value(record))
  }
  return { name: sheetsFields[locale].kinds[kind], rows: rows(), widths: columns.map(({ width }) => width) }
}

/** One row for each record; of a relationship, one for each of its agreements, or one without any. */
function recordsOut({ records, agreements }: Known): RecordOut[] {
  const of = new Map<string, Known['agreements']>()
  for (const one of agreements) of.set(one.relationship, [...(of.get(one.relationship) ?? []), one])
  return records.flatMap(({ id, fields }): RecordOut[] => {
    const own = of.get(id) ?? []
    return own.length === 0 ? [{ id, fields }] : own.map(agreement => ({ id, fields, agreement }))
  })
}
