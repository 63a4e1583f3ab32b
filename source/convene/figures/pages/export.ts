import { figuresWords } from '#convene/messages/figures.ts'
import { disposition } from '#ground/files/rules/name.ts'
import type { Visit } from '#ground/house.ts'
import { csvMediaType, inOnePiece, type Row, writeCsv } from '#ground/sheets/index.ts'
import { text } from '#ground/web/answer.ts'
import { seminarInFigures } from './office.ts'

/** Every figure of the page in one table: which figure, of what, which measure, how many. */
export async function sendFigures(visit: Visit): Promise<Response> {
  const { locale, house } = visit
  const w = figuresWords[locale]
  const { seminar, sheets } = await seminarInFigures(visit)
  const rows: Row[] = [
    [w.figure, w.value, w.measure, w.people],
    ...sheets.flatMap(({ title, columns, rows }) =>
      rows.flatMap(({ label, values }) =>
        columns.map((column, index): Row => [title, label, column, values[index] ?? w.fewer]),
      ),
    ),
  ]
  const today = house.clock.now().toZonedDateTimeISO(seminar.timeZone).toPlainDate()
  return text(visit, await inOnePiece(writeCsv(rows, locale)), csvMediaType, {
    'content-disposition': disposition('attachment', `${seminar.slug} ${w.file} ${today}.csv`),
    'cache-control': 'no-store',
  })
}
