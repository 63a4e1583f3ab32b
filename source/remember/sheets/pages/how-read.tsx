import type { Child } from 'hono/jsx'
import { columnLetters } from '#convene/guests/rules/guest-table.ts'
import type { Visit } from '#ground/house.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { Facts } from '#ground/web/parts/text.tsx'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import type { WaitingBatch } from '../acts/open-sheet.ts'
import { fieldLabel } from '../acts/words.ts'
import { headingText } from '../rules/table.ts'

/** How the file was understood, so that a mistake is seen before it is made. */
export function Reading({ visit, opened, here }: { visit: Visit; opened: WaitingBatch; here: string }) {
  const { locale } = visit
  const m = sheetsWords[locale]
  const { table, sheet, waiting } = opened
  const columns = (read: boolean): Child => (
    <ul class="close">
      {table.columns
        .filter(({ field }) => (field !== null) === read)
        .map(one => (
          <li>
            {columnLetters(one.column)} <bdi>{headingText(one) || m.columns.noHeading}</bdi>
            {one.field === null ? null : ` → ${fieldLabel(locale, one.field)}`}
          </li>
        ))}
    </ul>
  )
  const facts = [
    waiting.sheets.length > 1 && {
      term: m.look.readSheet,
      value: <bdi>{sheet.name || m.columns.unnamed(waiting.choices.sheet + 1)}</bdi>,
    },
    { term: m.look.readKind, value: sheetsFields[locale].kinds[table.kind] },
    {
      term: m.look.readHeadings,
      value: table.headingRow === null ? m.look.noHeadings : m.look.inRow(table.headingRow),
    },
    table.columns.some(({ field }) => field !== null) && { term: m.look.readColumns, value: columns(true) },
    table.columns.some(({ field }) => field === null) && { term: m.look.unread, value: columns(false) },
  ]
  return (
    <section class="stack">
      <h2>{m.look.reading}</h2>
      <Facts facts={facts.filter(fact => fact !== false)} />
      <p>
        <LinkButton kind="secondary" href={`${here}/columns`}>
          {m.look.change}
        </LinkButton>
      </p>
    </section>
  )
}
