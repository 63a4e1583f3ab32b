import { createHash } from 'node:crypto'
import type { Problem } from '../rules/problems.ts'
import { correctionKey, rowCorrectionKey } from '../rules/rows.ts'
import type { WaitingBatch } from './open-sheet.ts'

/** What is said of cells that say the same: once, with its cells. */
export type ProblemGroup = {
  /** The same as long as the same is said of the same cells. */
  id: string
  problem: Problem
  cells: { row: number; column: number | null }[]
  /** By what a correction of all of them is kept; none for what cannot be corrected on the page. */
  keys: string[]
  /** What was typed instead, and does not do either. */
  typed: string | null
}

// What is found differs from row to row, and the sentence says nothing of it.
const withoutFound = new Set(['language-guessed'])

/** Problems by what they say of which column: errors first, then column by column. */
export function problemGroups(problems: readonly Problem[], opened: WaitingBatch): ProblemGroup[] {
  const { grid, choices } = opened
  const groups = new Map<string, ProblemGroup>()
  for (const problem of problems) {
    const { tone, code, column, field, found, detail, suggestion, more, row, ofRow } = problem
    const said = withoutFound.has(code) ? '' : found
    const id = createHash('sha256')
      .update(JSON.stringify([tone, code, column, field, said, detail, suggestion, more]))
      .digest('base64url')
      .slice(0, 16)
    const group: ProblemGroup = groups.get(id) ?? { id, problem, cells: [], keys: [], typed: null }
    groups.set(id, group)
    if (!group.cells.some(cell => cell.row === row && cell.column === column)) group.cells.push({ row, column })
    if (field === null || (tone === 'warning' && suggestion === null)) continue
    // A cell says more than is told of it.
    const whole = found === '' || column === null ? '' : (grid.at(row, column)?.cell.text.trim() ?? '')
    const key =
      ofRow !== undefined || whole === '' || column === null
        ? rowCorrectionKey(row, ofRow ?? field)
        : correctionKey(column, whole)
    if (!group.keys.includes(key)) group.keys.push(key)
    group.typed ??= choices.corrections[key] ?? null
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.problem.tone === 'warning') - Number(b.problem.tone === 'warning') ||
      (a.problem.column ?? 0) - (b.problem.column ?? 0) ||
      a.problem.row - b.problem.row,
  )
}

/** What is wrong and has a suggestion, so that all of them are accepted at once. Likenesses are looked at one by one. */
export const withSuggestions = (groups: readonly ProblemGroup[]): ProblemGroup[] =>
  groups.filter(({ problem, keys }) => problem.tone === 'error' && problem.suggestion !== null && keys.length > 0)
