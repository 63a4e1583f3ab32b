import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { holdImports } from '../store/batches.ts'
import {
  markRows,
  type OfBatch,
  personsNow,
  pointingTo,
  putBack,
  recordsOfBatch,
  removeRecords,
  sealedPersons,
  writeUndone,
} from '../store/undo.ts'
import { putPersonsBack } from '../store/write.ts'
import { openSheet } from './open-sheet.ts'
import { openPersons, type PersonsChanged } from './persons-before.ts'

/** What an undo would take back, and what it would leave: by line of the sheet. */
export type Undoing = { removed: OfBatch[]; restored: OfBatch[]; kept: OfBatch[] }

/**
 * What an undo of an import would do now. A line of which anything was edited since stays whole, and so does what others
 * that stay point to.
 *
 * @throws Refusal as `openSheet`
 */
export async function whatUndoDoes(house: House, actor: Actor, space: string, id: string): Promise<Undoing> {
  await openSheet(house, actor, space, id)
  return as(house.db, actor, async tx => (await undoing(tx, house, space, id)).does)
}

async function undoing(tx: Tx, house: House, space: string, id: string) {
  const records = await recordsOfBatch(tx, id)
  const persons = await personsOf(tx, house, space, id)
  const touched = new Set(records.filter(one => one.touched).map(({ line }) => line))
  for (const line of await linesOfPersons(tx, space, records, persons)) touched.add(line)
  // What stays may point to what would go: then that stays as well, and so on until nothing more does.
  const made = records.filter(({ isNew, table }) => isNew && table !== 'translation')
  const pointing = await pointingTo(
    tx,
    made.map(one => one.id),
  )
  const lineOf = new Map(records.map(one => [one.id, one.line]))
  for (let again = true; again; ) {
    again = false
    for (const { target, by } of pointing) {
      const line = lineOf.get(target)
      if (line === undefined || touched.has(line)) continue
      const from = lineOf.get(by)
      // Of the import itself: it goes as well, or is put back to what it pointed to before.
      if (from !== undefined && !touched.has(from)) continue
      touched.add(line)
      again = true
    }
  }
  const goes = records.filter(({ line }) => !touched.has(line))
  return {
    does: {
      removed: goes.filter(({ isNew }) => isNew),
      restored: goes.filter(({ isNew }) => !isNew),
      kept: records.filter(({ line }) => touched.has(line)),
    },
    persons,
  }
}

async function personsOf(tx: Tx, house: House, space: string, id: string): Promise<PersonsChanged> {
  const sealed = await sealedPersons(tx, space, id)
  return (sealed === null ? null : openPersons(house, id, sealed)) ?? { before: [], after: [] }
}

/** Lines whose person was written by somebody since: names and addresses have no versions to tell. */
async function linesOfPersons(
  tx: Tx,
  space: string,
  records: readonly OfBatch[],
  { after }: PersonsChanged,
): Promise<number[]> {
  if (after.length === 0) return []
  const now = new Map(
    (
      await personsNow(
        tx,
        space,
        after.map(({ contact }) => contact),
      )
    ).map(one => [one.contact, one]),
  )
  const changed = after.filter(one => {
    const there = now.get(one.contact)
    return (
      there === undefined ||
      there.given !== one.given ||
      there.family !== one.family ||
      there.email !== one.email ||
      there.telephone !== one.telephone
    )
  })
  const ids = new Set(changed.map(({ contact }) => contact))
  return records.filter(({ id }) => ids.has(id)).map(({ line }) => line)
}

/**
 * Undoes an import, in one transaction: what it made is removed, what it changed is put back as a new version, what was
 * edited since stays and is told.
 *
 * @throws Refusal as `openSheet`
 */
export async function undoSheet(
  house: House,
  actor: Actor,
  { space, id }: { space: string; id: string },
  remember: { once: string | null; location: string },
): Promise<'undone' | 'not-imported'> {
  await openSheet(house, actor, space, id)
  return as(house.db, actor, async tx => {
    await holdImports(tx, space)
    const { does, persons } = await undoing(tx, house, space, id)
    if (!(await writeUndone(tx, space, id))) return 'not-imported'
    const { removed, restored, kept } = does
    await putBack(
      tx,
      restored.flatMap(({ table, id, versionBefore }) =>
        versionBefore === null ? [] : [{ table, id, versionBefore }],
      ),
    )
    await removeRecords(tx, removed)
    const back = new Set(restored.map(one => one.id))
    await putPersonsBack(
      tx,
      space,
      persons.before.filter(({ contact }) => back.has(contact)),
    )
    await markRows(
      tx,
      removed.map(({ rowId }) => rowId),
      'removed',
    )
    await markRows(
      tx,
      restored.map(({ rowId }) => rowId),
      'restored',
    )
    await markRows(
      tx,
      kept.map(({ rowId }) => rowId),
      'kept',
    )
    await noteAct(tx, space, 'sheet-undone', {
      batch: id,
      removed: removed.length,
      restored: restored.length,
      kept: kept.length,
    })
    await rememberSent(tx, remember.once, remember.location)
    return 'undone'
  })
}
