import { type Actor, as } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { tableOf } from '../rules/known.ts'
import type { Addition } from '../rules/plan.ts'
import { toRemember } from '../rules/remembered.ts'
import { endImport, holdWaiting, rememberMapping } from '../store/batches.ts'
import { knownFor } from '../store/known.ts'
import { personsNow } from '../store/undo.ts'
import { noteRows, versionsBefore } from '../store/versions.ts'
import { writePlan } from '../store/write.ts'
import { type DryRun, foresee } from './dry-run.ts'
import { headingsHash } from './headings-hash.ts'
import { openSheet, readable, type WaitingBatch } from './open-sheet.ts'
import { sealPersons } from './persons-before.ts'
import { openWaiting } from './waiting.ts'

export type Imported =
  | { outcome: 'imported' }
  /** Thrown away, or imported by somebody else. */
  | { outcome: 'gone' }
  /** Rows are wrong, and are not to be left out; or there is nothing to do. */
  | { outcome: 'wrong' | 'nothing'; run: DryRun }

/**
 * Imports a file that waits: everything that its dry run foresaw, asked again now, in one transaction, with what is written
 * about each line so that it can be undone.
 *
 * @param how.skip leaves out rows that are wrong; else nothing is written before all are right
 * @throws Refusal as `openSheet`
 */
export async function importSheet(
  house: House,
  actor: Actor,
  { space, id }: { space: string; id: string },
  how: { skip: boolean; comments: boolean },
  remember: { once: string | null; location: string },
): Promise<Imported> {
  if (actor.kind !== 'person') throw forbidden()
  const { batch } = await openSheet(house, actor, space, id)
  return as(house.db, actor, async tx => {
    const sealed = await holdWaiting(tx, space, id)
    const waiting = sealed === null ? null : openWaiting(house, id, sealed)
    if (waiting === null) return { outcome: 'gone' }
    const opened = readable(batch, waiting)
    const known = await knownFor(tx, space, opened.table.kind)
    const run = await foresee(house, opened, known)
    const { create, update, same, left, wrong } = run.counts
    if (wrong > 0 && !how.skip) return { outcome: 'wrong', run }
    if (create + update + same + left === 0) return { outcome: 'nothing', run }
    const notes = how.comments ? notesOf(opened, run) : []
    const plan = { ...run.plan, additions: [...run.plan.additions, ...notes] }
    const before = await versionsBefore(tx, plan)
    const { written, persons } = await writePlan(tx, plan, { space, person: actor.id })
    await noteRows(tx, id, written, before)
    const after = await personsNow(
      tx,
      space,
      persons.map(({ contact }) => contact),
    )
    await endImport(
      tx,
      id,
      actor.id,
      { created: create, updated: update, unchanged: same + left },
      persons.length === 0 ? null : sealPersons(house, id, { before: persons, after }),
    )
    const columns = toRemember(opened.table.columns, opened.choices.corrections)
    await rememberMapping(tx, space, headingsHash(opened.table.columns), { kind: opened.table.kind, columns })
    await noteAct(tx, space, 'sheet-imported', { batch: id, created: create, updated: update })
    await rememberSent(tx, remember.once, remember.location)
    return { outcome: 'imported' }
  })
}

/** What people noted beside cells, as notes about the record of the row. */
function notesOf({ sheet, table, choices }: WaitingBatch, { fates }: DryRun): Addition[] {
  const recordOf = new Map(fates.map(({ row, id, what }) => [row, what === 'wrong' ? null : id]))
  return sheet.comments.flatMap(({ row, text }): Addition[] => {
    const about = recordOf.get(row)
    if (!about) return []
    const id = crypto.randomUUID()
    const language = choices.language
    const base = { line: row, language, texts: {} }
    const columns = { kind: 'context', body: text.slice(0, 50_000), language, visibility: 0, confidential: false }
    return [
      { ...base, table: 'note', id, columns },
      {
        ...base,
        table: 'about',
        id: crypto.randomUUID(),
        columns: { record_table: 'note', record_id: id, about_table: tableOf[table.kind], about_id: about },
      },
    ]
  })
}
