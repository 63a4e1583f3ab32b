import { type Actor, as } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { todayAt } from '#remember/rules/days.ts'
import { zoneOfMemory } from '#remember/store/memories.ts'
import { tableOf } from '../rules/known.ts'
import { guessLanguage } from '../rules/language-of-text.ts'
import { rowsLeftOut } from '../rules/left-out.ts'
import type { Addition } from '../rules/planned.ts'
import { rowsToRemember, toRemember } from '../rules/remembered.ts'
import { endImport, findBatch, holdWaiting, rememberMapping } from '../store/batches.ts'
import { keepRowCorrections } from '../store/corrections.ts'
import { knownFor } from '../store/known.ts'
import { keepPersons } from '../store/persons.ts'
import { personsNow } from '../store/undo.ts'
import { noteRows, versionsBefore } from '../store/versions.ts'
import { writePlan } from '../store/write.ts'
import { type Comment, type DryRun, foresee, withComments } from './dry-run.ts'
import { headingsHash } from './headings-hash.ts'
import { readable, unreadColumns, type WaitingBatch } from './open-sheet.ts'
import { otherLists } from './other-lists.ts'
import { sealPersons } from './persons-before.ts'
import { openWaiting } from './waiting.ts'

export type Imported =
  | { outcome: 'imported' }
  /** Thrown away, or imported by somebody else. */
  | { outcome: 'gone' }
  /** Rows are wrong, and are not to be left out; or nothing would be written. */
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
  return as(house.db, actor, async tx => {
    const batch = isUuid(id) ? await findBatch(tx, space, id) : null
    if (batch === null) throw notFound()
    const sealed = await holdWaiting(tx, space, id)
    const waiting = sealed === null ? null : openWaiting(house, id, sealed)
    if (waiting === null) return { outcome: 'gone' }
    const opened = readable(house, batch, waiting)
    const known = await knownFor(tx, space, opened.table.kind)
    const foreseen = await foresee(todayAt(house.clock, await zoneOfMemory(tx, space)), opened, known)
    const run = await withComments(tx, opened, foreseen)
    const { create, update, same, left, wrong } = run.counts
    if (wrong > 0 && !how.skip) return { outcome: 'wrong', run }
    const notes = how.comments ? notesFrom(opened, run.comments) : []
    if (create + update + notes.length === 0) return { outcome: 'nothing', run }
    const plan = { ...run.plan, additions: [...run.plan.additions, ...notes] }
    const before = await versionsBefore(tx, plan)
    const { written, persons } = await writePlan(tx, plan, { space, person: actor.id })
    await noteRows(tx, id, written, before)
    const after = await personsNow(
      tx,
      space,
      persons.map(({ contact }) => contact),
    )
    await keepPersons(tx, id, sealPersons(house, id, { before: persons, after }))
    const leftOut = {
      rows: rowsLeftOut(opened.table.kind, run.fates),
      comments: how.comments ? 0 : run.comments.length,
      columns: unreadColumns(opened),
      lists: otherLists(opened).map(({ sheet, name, kind }) => ({ name: name || String(sheet + 1), kind })),
    }
    await endImport(tx, id, actor.id, { created: create, updated: update, unchanged: same + left }, leftOut)
    const columns = toRemember(opened.table.columns, opened.choices.corrections)
    await rememberMapping(tx, space, headingsHash(opened.table.columns), { kind: opened.table.kind, columns })
    const corrected = rowsToRemember(opened.choices.corrections)
    await keepRowCorrections(tx, id, opened.choices.sheet, corrected)
    await noteAct(tx, space, 'sheet-imported', {
      batch: id,
      created: create,
      updated: update,
      notes: notes.filter(({ table }) => table === 'note').length,
    })
    await rememberSent(tx, remember.once, remember.location)
    return { outcome: 'imported' }
  })
}

/** What people noted beside cells, as notes about the record of the row. */
const notesFrom = ({ table, choices }: WaitingBatch, comments: readonly Comment[]): Addition[] =>
  comments.flatMap(({ row, about, body }): Addition[] => {
    const id = crypto.randomUUID()
    // Whoever noted it may write another language than the sheet's.
    const language = (choices.guess ? guessLanguage(body) : null) ?? choices.language
    const base = { line: row, language, texts: {} }
    return [
      {
        ...base,
        table: 'note',
        id,
        columns: { kind: 'context', body, language, visibility: 0, confidential: false },
      },
      {
        ...base,
        table: 'about',
        id: crypto.randomUUID(),
        columns: { record_table: 'note', record_id: id, about_table: tableOf[table.kind], about_id: about },
      },
    ]
  })
