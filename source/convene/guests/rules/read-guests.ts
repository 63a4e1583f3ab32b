import type { Answers } from '#convene/registration/rules/answers.ts'
import { foldEmail, foldOrganisation, identityWords } from '#convene/registration/rules/fold.ts'
import { bareAddress, isAddress } from './address.ts'
import type { GuestTable } from './guest-table.ts'
import { columnOf, guestOf, type ReadingOptions, type Said, warning } from './one-guest.ts'
import type { Problem } from './problems.ts'
import type { Grid, Merged, SheetCell } from './sheet.ts'
import { wordReaders } from './words-of-cells.ts'

export type { GuestDefaults, ReadableQuestion, ReadingOptions } from './one-guest.ts'

/** One row as a registration; `guest` is null when something in it is wrong. */
export type GuestRow = { row: number; guest: Answers | null }

export type GuestsRead = {
  /** Rows that may be people, in their order, without those that repeat one before. */
  rows: GuestRow[]
  problems: Problem[]
  /** Rows that repeat a person further up. */
  repeated: number
  /** Rows that are nobody: titles, sums, headings again. */
  passedOver: number
}

/**
 * Reads the rows of a guest list as answers to the form. Nothing is guessed where a mistake would harm: an address is
 * never put right, only a better one proposed. A country or category that can only be one is read so, and told.
 *
 * It goes row by row so that whoever reads 20,000 of them can let others work in between.
 */
export function* readGuests(grid: Grid, table: GuestTable, options: ReadingOptions): Generator<GuestsRead, GuestsRead> {
  const found: GuestsRead = { rows: [], problems: [], repeated: 0, passedOver: 0 }
  const reader = readerOf(grid, table, options, found)
  const seen = { people: new Map<string, number>(), addresses: new Map<string, number>() }
  for (const { number, cells } of grid.sheet.rows) {
    if (number < table.from) continue
    const guest = reader(number, cells)
    yield found
    if (guest === undefined) continue
    if (guest !== null) {
      const identity = identityWords(options.seminarId, guest)
      const before = seen.people.get(identity)
      if (before !== undefined) {
        found.repeated += 1
        found.problems.push(warning(number, null, 'duplicate', guest.email, String(before)))
        continue
      }
      seen.people.set(identity, number)
      const address = foldEmail(guest.email)
      const beside = seen.addresses.get(address)
      if (beside === undefined) seen.addresses.set(address, number)
      else found.problems.push(warning(number, columnOf(table, 'email'), 'same-address', guest.email, String(beside)))
    }
    found.rows.push({ row: number, guest })
  }
  return found
}

// Reads one row: its answers, null when something is wrong with it, undefined when it is nobody.
function readerOf(grid: Grid, table: GuestTable, options: ReadingOptions, found: GuestsRead) {
  const read = table.columns.filter(({ meaning }) => meaning !== null)
  const domains = domainsOf(grid, table)
  const toldBlocks = new Set<Merged>()
  const words = wordReaders(options.categoryLabels)

  return (row: number, cells: readonly SheetCell[]): Answers | null | undefined => {
    const said = new Map<string, Said>()
    let own = 0
    for (const { column, meaning } of read) {
      const at = grid.at(row, column)
      if (at === null) continue
      if (at.from === null) own += 1
      else if (!toldBlocks.has(at.from)) {
        toldBlocks.add(at.from)
        found.problems.push(warning(at.from.row, column, 'merged', at.cell.text, `${at.from.row} ${at.from.toRow}`))
      }
      said.set(meaning as string, { text: at.cell.text.trim(), column, kind: at.cell.kind })
    }
    const why = nobody(grid, table, row, own, said)
    if (why !== null) {
      if (cells.length > 0) {
        found.passedOver += 1
        found.problems.push(warning(row, cells[0]?.column ?? null, why, cells[0]?.text ?? ''))
      }
      return undefined
    }
    const problems: Problem[] = []
    const guest = guestOf({ row, said, problems, domains, words }, table, options)
    found.problems.push(...problems)
    return problems.some(({ tone }) => tone === 'error') ? null : guest
  }
}

function nobody(
  grid: Grid,
  { columns, headingRow }: GuestTable,
  row: number,
  own: number,
  said: ReadonlyMap<string, Said>,
): 'passed-over' | 'heading-again' | null {
  if (own === 0) return 'passed-over'
  // A title across the table stands in one cell over several columns.
  const [only] = said.values()
  if (said.size === 1 && only?.column != null) {
    const block = grid.blockAt(row, only.column)
    if (block !== null && block.toColumn > block.column) return 'passed-over'
  }
  const again =
    headingRow !== null &&
    said.size > 1 &&
    columns.every(({ meaning, heading }) => meaning === null || (said.get(meaning)?.text ?? heading) === heading)
  return again ? 'heading-again' : null
}

/** The domain that most addresses of each organisation have, for an address that lacks its own. */
function domainsOf(grid: Grid, table: GuestTable): Map<string, string> {
  const [email, organisation] = [columnOf(table, 'email'), columnOf(table, 'organisation')]
  const counted = new Map<string, Map<string, number>>()
  if (email === null || organisation === null) return new Map()
  for (const { number } of grid.sheet.rows) {
    if (number < table.from) continue
    const address = bareAddress(grid.at(number, email)?.cell.text ?? '')
    const of = grid.at(number, organisation)?.cell.text
    if (of === undefined || !isAddress(address)) continue
    const key = foldOrganisation(of)
    const domain = address.slice(address.indexOf('@') + 1).toLowerCase()
    const domains = counted.get(key) ?? new Map<string, number>()
    counted.set(key, domains.set(domain, (domains.get(domain) ?? 0) + 1))
  }
  return new Map([...counted].map(([key, domains]) => [key, [...domains].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']))
}
