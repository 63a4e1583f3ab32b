/** One cell that holds something, as far as a list of people is concerned. Rows and columns count from 1. */
export type SheetCell = {
  column: number
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'
  /** As it is read: a number with a full stop, a day as YYYY-MM-DD. Nothing for a formula whose result was not saved. */
  text: string
}

/** A block of cells that is shown as one; its content is the one of its first cell. */
export type Merged = { row: number; column: number; toRow: number; toColumn: number }

export type Sheet = {
  name: string
  hidden: boolean
  rows: { number: number; cells: SheetCell[] }[]
  merged: Merged[]
}

/** B7, as a spreadsheet calls it. */
export function cellAddress(row: number, column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return `${name}${row}`
}

/** B1:C1. */
export const rangeAddress = ({ row, column, toRow, toColumn }: Merged): string =>
  `${cellAddress(row, column)}:${cellAddress(toRow, toColumn)}`

/**
 * The cells of a sheet with its merged blocks spread over them. A block that goes down several rows says the same in each
 * of them (one organisation beside five people); what it covers to the right stays empty, since it is one cell there and
 * would answer two questions.
 */
export class Grid {
  readonly sheet: Sheet
  private readonly byRow: Map<number, Map<number, SheetCell>>
  /** Column → the blocks that begin in it, from the top. */
  private readonly blocks = new Map<number, Merged[]>()

  constructor(sheet: Sheet) {
    this.sheet = sheet
    this.byRow = new Map(
      sheet.rows.map(({ number, cells }) => [number, new Map(cells.map(cell => [cell.column, cell]))]),
    )
    for (const block of [...sheet.merged].sort((a, b) => a.row - b.row)) {
      const there = this.blocks.get(block.column)
      if (there) there.push(block)
      else this.blocks.set(block.column, [block])
    }
  }

  /** The block that begins in this column and reaches this row. */
  blockAt(row: number, column: number): Merged | null {
    const blocks = this.blocks.get(column) ?? []
    let [from, to] = [0, blocks.length - 1]
    let found: Merged | null = null
    while (from <= to) {
      const middle = (from + to) >> 1
      const block = blocks[middle] as Merged
      if (block.row <= row) {
        found = block
        from = middle + 1
      } else to = middle - 1
    }
    return found !== null && row <= found.toRow ? found : null
  }

  /** What a cell says, and the block it has it from when that is not its own. */
  at(row: number, column: number): { cell: SheetCell; from: Merged | null } | null {
    const own = this.byRow.get(row)?.get(column)
    if (own) return { cell: own, from: null }
    const block = this.blockAt(row, column)
    if (block === null || block.row === row) return null
    const cell = this.byRow.get(block.row)?.get(column)
    return cell ? { cell, from: block } : null
  }
}
