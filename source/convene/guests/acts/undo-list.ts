import { isOver } from '#convene/registration/acts/at-the-gate.ts'
import { admissionOf } from '#convene/registration/store/admission.ts'
import { looksAfterPeople } from '#convene/registration/store/find-registrations.ts'
import { holdPlaces } from '#convene/retention/store/erase.ts'
import { type Actor, as, person, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { stateOfList } from '../store/guest-lists.ts'
import {
  beingUndone,
  endUndo,
  erasedOfList,
  type OfList,
  registrationsOfList,
  settleWhoStays,
  untouchedPersons,
  writeUndone,
} from '../store/taking-back.ts'
import { guestLists } from './import-list.ts'
import { openList } from './open-list.ts'
import { goThrough } from './running.ts'

/** What an undo takes back, and what it leaves. */
export type Undoing = { untouched: OfList[]; touched: OfList[]; isOver: boolean }

/**
 * Who came with a list: those nobody has touched since, and the others.
 *
 * @throws Refusal as `openList`
 */
export async function whatUndoTakes(house: House, actor: Actor, slug: string, id: string): Promise<Undoing> {
  const { seminar } = await openList(house, actor, slug, id)
  return as(house.db, actor, async tx => {
    const all = await registrationsOfList(tx, id)
    return {
      untouched: all.filter(({ touched }) => !touched),
      touched: all.filter(({ touched }) => touched),
      isOver: await isSeminarOver(tx, seminar.id),
    }
  })
}

export type Undone =
  /** Under way; `done` ends when everybody who goes is gone. */
  { outcome: 'begun'; done: Promise<void> } | { outcome: 'over' | 'not-imported' }

/**
 * Takes an import back, until the seminar is over: whoever came with the list and was touched by nobody since is
 * cancelled and erased, without a mail, and their places go to the first in line. Whoever was touched stays, also when what
 * touched them is gone later.
 *
 * @throws Refusal as `openList`
 */
export async function undoList(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  remember: { once: string | null; location: string },
): Promise<Undone> {
  const { seminar, list: found } = await openList(house, actor, slug, id)
  if (actor.kind !== 'person') throw forbidden()
  if (stateOfList(found) !== 'imported') return { outcome: 'not-imported' }
  const begun = await as(house.db, actor, async tx => {
    await holdPlaces(tx, seminar.id)
    if (await isSeminarOver(tx, seminar.id)) return { outcome: 'over' as const }
    if (!(await writeUndone(tx, id, actor.id))) return { outcome: 'not-imported' as const }
    await rememberSent(tx, remember.once, remember.location)
    // Nothing of a registration is hidden from the job.
    await goOnAs(tx, guestLists)
    await settleWhoStays(tx, id)
    return { outcome: 'begun' as const }
  })
  if (begun.outcome !== 'begun') return begun
  const list = { id, seminarId: seminar.id, by: actor.id }
  return { outcome: 'begun', done: goThrough(house, id, () => takeAllBack(house, list)) }
}

async function isSeminarOver(tx: Tx, seminarId: string): Promise<boolean> {
  const admission = await admissionOf(tx, seminarId)
  return isOver({ admission, now: admission.now })
}

// As many in one transaction as nobody at the gate has to wait long for.
const together = 200

type BeingUndone = { id: string; seminarId: string; by: string }

/**
 * As a job, since nobody may write on another's row, and since it goes on when nobody is there: whoever undoes it was
 * asked whether they may. Those without a place go first: none of them is given one, and told, that somebody else of the
 * list has just lost.
 */
async function takeAllBack(house: House, list: BeingUndone): Promise<void> {
  for (const holding of [false, true])
    while ((await as(house.db, guestLists, tx => takeBack(tx, house, list, holding))) === together);
  house.mailsWritten()
}

/**
 * One part, in one transaction; with the last of them the list is done with, and it is noted.
 *
 * @returns how many were taken back in this step
 */
async function takeBack(tx: Tx, house: House, list: BeingUndone, holding: boolean): Promise<number> {
  const { id, seminarId, by } = list
  // Asked behind the gate: somebody may have done something with one of them a moment ago.
  await holdPlaces(tx, seminarId)
  const persons = await untouchedPersons(tx, id, { holding, most: together })
  if (persons.length > 0) {
    for (const room of house.rooms) await room.beforeErasing?.(tx, house, persons)
    await erasePersons(tx, persons, { bySeminar: true })
  }
  if (holding && persons.length < together && (await endUndo(tx, id))) {
    const erased = await erasedOfList(tx, id)
    await goOnAs(tx, person(by))
    // Whoever took it back may no more, and it ends all the same.
    if (!(await looksAfterPeople(tx, seminarId))) await goOnAs(tx, guestLists)
    if (erased > 0) await noteAct(tx, seminarId, 'guest-list-undone', { list: id, erased })
  }
  return persons.length
}

/** Goes on with what was being taken back when its server died. */
export async function goOnWithUndoing(house: House): Promise<void> {
  const lists = await as(house.db, guestLists, tx => beingUndone(tx))
  for (const { id, seminarId, by } of lists) {
    if (by === null) continue
    await goThrough(house, id, async () => {
      // Begun by a release that did not write it down, nobody knows who stays: whoever is touched by now.
      await as(house.db, guestLists, tx => settleWhoStays(tx, id))
      await takeAllBack(house, { id, seminarId, by })
    })
  }
}
