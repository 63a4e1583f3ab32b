import { bareAddress, isAddress } from './address.ts'
import type { GuestField } from './fields.ts'
import { findTable, type GuestTable } from './guest-table.ts'
import { Grid, type Sheet } from './sheet.ts'

/**
 * The addresses of a spreadsheet as lines to look at: “Ana Prado <ana@example.org> es”. What is no address stays as it
 * stands, to be told in its line. Null when no sheet has a column of addresses.
 */
export function addressLinesOf(sheets: readonly Sheet[]): string[] | null {
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const grid = new Grid(sheet)
    const table = findTable(grid, [])
    const email = columnOf(table, 'email') ?? columnOfAddresses(sheet, table)
    if (email === null) continue
    const lines: string[] = []
    for (const { number } of sheet.rows) {
      if (number < table.from) continue
      const said = (field: GuestField) => {
        const column = columnOf(table, field)
        return column === null ? '' : oneLine(grid.at(number, column)?.cell.text ?? '')
      }
      const address = oneLine(bareAddress((grid.at(number, email)?.cell.text ?? '').replace(/\s+/gu, ' ')))
      if (address === '') continue
      const name = [said('givenName'), said('familyName')].filter(Boolean).join(' ') || said('fullName')
      const written = name === '' ? address : `${name} <${address}>`
      const language = said('language')
      lines.push(language === '' ? written : `${written} ${language}`)
    }
    if (lines.length > 0) return lines
  }
  return null
}

// What parts two people in a line of addresses is no part of a name.
const oneLine = (text: string) => text.replace(/[\s;<>]+/gu, ' ').trim()

const columnOf = (table: GuestTable, field: GuestField): number | null =>
  table.columns.find(({ meaning }) => meaning === field)?.column ?? null

/** Without a heading that says so: the column in which most rows hold an address. */
function columnOfAddresses(sheet: Sheet, table: GuestTable): number | null {
  const counted = new Map<number, number>()
  for (const { number, cells } of sheet.rows)
    if (number >= table.from)
      for (const { column, text } of cells)
        if (isAddress(bareAddress(text))) counted.set(column, (counted.get(column) ?? 0) + 1)
  const [best] = [...counted].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? null
}
