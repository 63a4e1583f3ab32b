import { randomUUID } from 'node:crypto'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { todayAt } from '#remember/rules/days.ts'
import { zoneOfMemory } from '#remember/store/memories.ts'
import { type ByTable, countedBy, sumOf, tableOfUnit } from '../rules/counted.ts'
import { bodiesOf } from '../rules/kinds.ts'
import { firstNames, type Known } from '../rules/known.ts'
import { Merge, type RowFate, type What } from '../rules/merge.ts'
import { needed } from '../rules/needed.ts'
import { planOf } from '../rules/plan.ts'
import type { Plan } from '../rules/planned.ts'
import type { Problem } from '../rules/problems.ts'
import { type RowsRead, readRows } from '../rules/read-rows.ts'
import type { Unit } from '../rules/units.ts'
import { knownFor } from '../store/known.ts'
import { mostOfNote, notesThere } from '../store/notes-there.ts'
import type { WaitingBatch } from './open-sheet.ts'
import { choiceWords } from './words.ts'

/** What an import would do. */
export type DryRun = {
  fates: RowFate[]
  /** Errors first, then what is worth a look, each by row and column. */
  problems: Problem[]
  /** Records that would be made and changed, and those that stay; but rows that are `wrong` or passed over; and new comments. */
  counts: Record<Exclude<What, 'gains'>, number> & { passedOver: number; comments: number }
  created: ByTable
  updated: ByTable
  /** What would become notes, of those that are none yet; known once they were looked for. */
  comments: readonly Comment[]
  units: Unit[]
  plan: Plan
  /** What cells name, by id: those that are known, and those that the import would make. */
  names: ReadonlyMap<string, string>
  /** Who sees the records that are known, and those that parts of them belong to, by id: 0, 1 or 2. */
  circles: ReadonlyMap<string, string>
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
  const { known, zone } = await as(house.db, actor, async tx => ({
    known: await knownFor(tx, space, opened.table.kind),
    zone: await zoneOfMemory(tx, space),
  }))
  const run = await foresee(todayAt(house.clock, zone), opened, known)
  return run.counts.comments === 0 ? run : as(house.db, actor, tx => withComments(tx, opened, run))
}

/** The same, with those of its comments that would become notes. */
export async function withComments(tx: Tx, opened: WaitingBatch, run: DryRun): Promise<DryRun> {
  const comments = await newComments(tx, opened, run)
  return { ...run, comments, counts: { ...run.counts, comments: comments.length } }
}

/** What somebody noted beside a cell, about the record of its row. */
export type Comment = { row: number; column: number; about: string; body: string }

/** Comments on cells that would become notes: not those of wrong rows, nor those that are notes of their record already. */
async function newComments(
  tx: Tx,
  { sheet }: Pick<WaitingBatch, 'sheet'>,
  { fates }: Pick<DryRun, 'fates'>,
): Promise<Comment[]> {
  const recordOf = new Map(fates.map(({ row, id, what }) => [row, what === 'wrong' ? null : id]))
  const keyOf = ({ about, body }: Pick<Comment, 'about' | 'body'>) => `${about} ${body}`
  const found = new Map<string, Comment>()
  for (const { row, column, text } of sheet.comments) {
    const about = recordOf.get(row)
    const body = text.slice(0, mostOfNote).trim()
    if (!about || body === '') continue
    const comment = { row, column, about, body }
    if (!found.has(keyOf(comment))) found.set(keyOf(comment), comment)
  }
  for (const there of await notesThere(tx, [...found.values()])) found.delete(keyOf(there))
  return [...found.values()]
}

// After so many rows others get their turn: nobody else should wait for a file of thousands.
const stretch = 200
const turn = () => new Promise(resolve => setImmediate(resolve))

/** The same, beside what is known already: an import asks it again in its own transaction. */
export async function foresee(today: Temporal.PlainDate, opened: WaitingBatch, known: Known): Promise<DryRun> {
  const { table, choices, sheet } = opened
  const read = await readAll(opened)
  const merge = new Merge(table.kind, known, { way: choices.way, newId: randomUUID })
  for (const [index, row] of read.rows.entries()) {
    merge.row(row)
    if (index % stretch === 0) await turn()
  }
  let settled = 0
  for (const _ of merge.agree()) if (++settled % stretch === 0) await turn()
  const { units, fates, problems, same, left } = merge.end()
  const created = countedBy(units.filter(({ isNew }) => isNew).map(tableOfUnit))
  const updated = countedBy(units.filter(({ isNew }) => !isNew).map(tableOfUnit))
  const counts = {
    create: sumOf(created),
    update: sumOf(updated),
    same,
    left,
    wrong: fates.filter(({ what }) => what === 'wrong').length,
    passedOver: read.passedOver,
    comments: sheet.comments.length,
  }
  return {
    fates,
    problems: ordered([...read.problems, ...problems].map(one => inColumn(one, opened))),
    counts,
    created,
    updated,
    comments: [],
    units,
    plan: planOf(units, { newId: randomUUID, today: today.toString() }),
    names: namesIn(known, units),
    circles: new Map([
      ...[...known.relationships, ...known.posts].map(one => [one.id, one.visibility ?? '0'] as const),
      ...known.records.map(({ id, fields }) => [id, fields.visibility ?? '0'] as const),
    ]),
  }
}

function namesIn(known: Known, units: readonly Unit[]): Map<string, string> {
  const names = firstNames(known)
  for (const { id, kind, after } of units) {
    const [name] = Object.values(bodiesOf(after, kind === 'projects' ? 'title' : 'name'))
    if (name !== undefined) names.set(id, name)
  }
  return names
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
  signedOn: 'firstEnd',
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
