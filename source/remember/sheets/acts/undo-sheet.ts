import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { holdImports } from '../store/batches.ts'
import { ownersOf } from '../store/owners.ts'
import { sealedPersons } from '../store/persons.ts'
import {
  erasedAmong,
  markRows,
  type OfBatch,
  personsNow,
  pointingTo,
  putBack,
  recordsOfBatch,
  removeRecords,
  writeUndone,
} from '../store/undo.ts'
import { putPersons } from '../store/write.ts'
import { openSheet } from './open-sheet.ts'
import { openPersons, type PersonsChanged } from './persons-before.ts'

/** Why a record stays: it was edited since, or others that stay point to it, which are then told. */
export type WhyKept = { edited: boolean; from: { table: string; id: string }[] }

/** What an undo would take back, and what it would leave; `why` by the id of the record that stays. */
export type Undoing = { removed: OfBatch[]; restored: OfBatch[]; kept: OfBatch[]; why: Map<string, WhyKept> }

/**
 * What an undo of an import would do now. A record that was edited since stays whole, with its texts and its parts, and so does
 * one that others that stay point to; whatever else its line of the sheet told of goes.
 *
 * @throws Refusal as `openSheet`
 */
export async function whatUndoDoes(house: House, actor: Actor, space: string, id: string): Promise<Undoing> {
  await openSheet(house, actor, space, id)
  return as(house.db, actor, async tx => (await undoing(tx, house, space, id)).does)
}

/** Why each record was kept by an undo, as far as it can still be told. */
export async function whyKept(tx: Tx, batch: string): Promise<Map<string, WhyKept>> {
  const records = (await recordsOfBatch(tx, batch)).filter(({ undone }) => undone === 'kept')
  const { rootOf, why } = await reasons(tx, records, new Set())
  // Of those that nothing points to any more, the reason is gone.
  for (const one of records) if (!why.has(rootOf(one.id))) why.set(rootOf(one.id), { edited: true, from: [] })
  return why
}

async function undoing(tx: Tx, house: House, space: string, id: string) {
  const records = await recordsOfBatch(tx, id)
  const persons = await personsOf(tx, house, space, id)
  const { rootOf, why } = await reasons(tx, records, new Set(await contactsEdited(tx, space, records, persons)))
  const goes = records.filter(one => !why.has(rootOf(one.id)))
  return {
    does: {
      removed: goes.filter(({ isNew }) => isNew),
      restored: goes.filter(({ isNew }) => !isNew),
      kept: records.filter(one => why.has(rootOf(one.id))),
      why,
    },
    persons,
  }
}

// Texts and parts go or stay with their record. What stays may point to what would go: then that stays as well, and so on
// until nothing more does.
async function reasons(tx: Tx, records: readonly OfBatch[], edited: ReadonlySet<string>) {
  const made = records.filter(({ isNew, table }) => isNew && table !== 'translation').map(({ id }) => id)
  const pointing = await pointingTo(tx, made)
  const ofImport = new Set(records.map(({ id }) => id))
  const owners = await ownersOf(tx, [...records, ...pointing.map(({ by, table }) => ({ table, id: by }))])
  // Of a list of fees each is by itself: what they belong to was there before them.
  const rootOf = (id: string) => {
    const owner = owners.get(id)?.id ?? id
    return ofImport.has(id) && !ofImport.has(owner) ? id : owner
  }
  const why = new Map<string, WhyKept>()
  for (const { id, touched } of records) if (touched || edited.has(id)) why.set(rootOf(id), { edited: true, from: [] })
  // A part that was added since is an edit of its record.
  for (const { target, by } of pointing)
    if (!ofImport.has(by) && rootOf(by) === target) why.set(target, { edited: true, from: [] })
  for (let again = true; again; ) {
    again = false
    for (const { target, by } of pointing) {
      const root = rootOf(by)
      // Of the import itself: it goes as well, or is put back to what it pointed to before.
      if (root === target || (ofImport.has(by) && !why.has(root))) continue
      const there = why.get(target)
      if (there?.edited || there?.from.some(one => one.id === root)) continue
      const from = { table: owners.get(by)?.table ?? '', id: root }
      if (there) there.from.push(from)
      else why.set(target, { edited: false, from: [from] })
      again = true
    }
  }
  return { rootOf, why }
}

async function personsOf(tx: Tx, house: House, space: string, id: string): Promise<PersonsChanged> {
  return openPersons(house, id, await sealedPersons(tx, space, id))
}

/** Contacts whose person was written or erased by somebody since: names and addresses have no versions to tell. */
async function contactsEdited(
  tx: Tx,
  space: string,
  records: readonly OfBatch[],
  { after }: PersonsChanged,
): Promise<string[]> {
  const changedByIt = records.filter(({ table, isNew }) => table === 'contact' && !isNew).map(({ id }) => id)
  const erased = await erasedAmong(tx, space, changedByIt)
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
  return [...changed.map(({ contact }) => contact), ...erased]
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
    await putPersons(
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
