import { randomUUID } from 'node:crypto'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { needed } from '../rules/kinds.ts'
import type { Known } from '../rules/known.ts'
import { Merge, type RowFate, type What } from '../rules/merge.ts'
import { type Plan, planOf } from '../rules/plan.ts'
import type { Problem } from '../rules/problems.ts'
import { type RowsRead, readRows } from '../rules/read-rows.ts'
import type { Unit } from '../rules/units.ts'
import { knownFor } from '../store/known.ts'
import type { WaitingBatch } from './open-sheet.ts'
import { choiceWords } from './words.ts'

/** What an import would do. */
export type DryRun = {
  fates: RowFate[]
  /** Errors first, then what is worth a look, each by row and column. */
  problems: Problem[]
  counts: Record<What, number> & { passedOver: number; comments: number }
  units: Unit[]
  plan: Plan
}

/** Fields that nothing can be read without and no column holds. */
export function lacking({ table }: Pick<WaitingBatch, 'table'>): string[] {
  const has = (field: string) => table.columns.some(one => one.field === field || one.field?.startsWith(`${field}@`))
  if (has('id')) return []
  const instead: Record<string, string[]> = { family: ['fullName'], during: ['since', 'until', 'signedOn'] }
  if (table.kind === 'journal') instead.title = ['body']
  return needed[table.kind].filter(field => !has(field) && !(instead[field] ?? []).some(has))
}

/** What an import of the file would do, in the order of its rows. Nothing is written. */
export async function dryRun(house: House, actor: Actor, space: string, opened: WaitingBatch): Promise<DryRun> {
  const known = await as(house.db, actor, tx => knownFor(tx, space, opened.table.kind))
  return foresee(house, opened, known)
}

// After so many rows others get their turn: nobody else should wait for a file of thousands.
const stretch = 200
const turn = () => new Promise(resolve => setImmediate(resolve))

/** The same, beside what is known already: an import asks it again in its own transaction. */
export async function foresee(house: House, opened: WaitingBatch, known: Known): Promise<DryRun> {
  const { table, choices, sheet } = opened
  const read = await readAll(opened)
  const merge = new Merge(table.kind, known, { way: choices.way, newId: randomUUID })
  for (const [index, row] of read.rows.entries()) {
    merge.row(row)
    if (index % stretch === 0) await turn()
  }
  const { units, fates, problems } = merge.end()
  const today = house.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()
  const counts = {
    create: 0,
    update: 0,
    same: 0,
    left: 0,
    wrong: 0,
    passedOver: read.passedOver,
    comments: sheet.comments.length,
  }
  for (const { what } of fates) counts[what] += 1
  return {
    fates,
    problems: ordered([...read.problems, ...problems].map(one => inColumn(one, opened))),
    counts,
    units,
    plan: planOf(units, { newId: randomUUID, today }),
  }
}

async function readAll({ grid, table, choices }: WaitingBatch): Promise<RowsRead> {
  const reading = readRows(grid, table, {
    words: choiceWords,
    language: choices.language,
    guess: choices.guess && !table.columns.some(({ field }) => field === 'language'),
    corrections: choices.corrections,
    currency: choices.currency,
  })
  for (let count = 1; ; count++) {
    const next = reading.next()
    if (next.done) return next.value
    if (count % stretch === 0) await turn()
  }
}

const beside: Readonly<Record<string, string>> = {
  renewalMonths: 'renewal',
  firstEnd: 'renewal',
  during: 'since',
  until: 'during',
}

// What is wrong between the fields of a record is told at the column of one of them.
function inColumn(problem: Problem, { table }: WaitingBatch): Problem {
  if (problem.column !== null || problem.field === null) return problem
  const at = (field: string | undefined) => table.columns.find(one => one.field === field)?.column
  return { ...problem, column: at(problem.field) ?? at(beside[problem.field]) ?? null }
}

const ordered = (problems: readonly Problem[]) =>
  [...problems].sort(
    (a, b) =>
      Number(a.tone === 'warning') - Number(b.tone === 'warning') || a.row - b.row || (a.column ?? 0) - (b.column ?? 0),
  )
