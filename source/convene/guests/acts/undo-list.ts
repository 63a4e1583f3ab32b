import { isOver } from '#convene/registration/acts/at-the-gate.ts'
import { admissionOf } from '#convene/registration/store/admission.ts'
import { holdPlaces } from '#convene/retention/store/erase.ts'
import { type Actor, as, person, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { erasePersons } from '#ground/people/store/erase.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import {
  erasedOfList,
  type OfList,
  registrationsOfList,
  stateOfList,
  undoneLately,
  untouchedPersons,
  writeUndone,
} from '../store/guest-lists.ts'
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
 * cancelled and erased, without a mail, and their places go to the first in line. Whoever was touched stays.
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
  const { seminar, list } = await openList(house, actor, slug, id)
  if (actor.kind !== 'person') throw forbidden()
  if (stateOfList(list) !== 'imported') return { outcome: 'not-imported' }
  const outcome = await as(house.db, actor, async tx => {
    await holdPlaces(tx, seminar.id)
    if (await isSeminarOver(tx, seminar.id)) return 'over' as const
    if (!(await writeUndone(tx, id, actor.id))) return 'not-imported' as const
    await rememberSent(tx, remember.once, remember.location)
    return 'begun' as const
  })
  if (outcome !== 'begun') return { outcome }
  const by = actor.id
  return { outcome, done: goThrough(house, id, () => takeAllBack(house, { id, seminarId: seminar.id, by })) }
}

async function isSeminarOver(tx: Tx, seminarId: string): Promise<boolean> {
  const admission = await admissionOf(tx, seminarId)
  return isOver({ admission, now: admission.now })
}

// As many in one transaction as nobody at the gate has to wait long for.
const together = 200

/**
 * As a job, since nobody may write on another's row, and since it goes on when nobody is there: whoever undoes it was
 * asked whether they may. Those without a place go first: none of them is given one, and told, that somebody else of the
 * list has just lost.
 */
async function takeAllBack(house: House, list: { id: string; seminarId: string; by: string }): Promise<void> {
  let any = false
  for (const holding of [false, true])
    for (;;) {
      const taken = await as(house.db, guestLists, tx => takeBack(tx, house, list, holding))
      any ||= taken > 0
      if (taken < together) break
    }
  if (!any) return
  await as(house.db, person(list.by), async tx => {
    const erased = await erasedOfList(tx, list.id)
    await noteAct(tx, list.seminarId, 'guest-list-undone', { list: list.id, erased })
  })
  house.mailsWritten()
}

/** @returns how many were taken back in this step */
async function takeBack(
  tx: Tx,
  house: House,
  { id, seminarId }: { id: string; seminarId: string },
  holding: boolean,
): Promise<number> {
  // Asked behind the gate: somebody may have done something with one of them a moment ago.
  await holdPlaces(tx, seminarId)
  const persons = await untouchedPersons(tx, id, { holding, most: together })
  if (persons.length === 0) return 0
  for (const room of house.rooms) await room.beforeErasing?.(tx, house, persons)
  return erasePersons(tx, persons)
}

/** Goes on with what was being taken back when its server died. */
export async function goOnWithUndoing(house: House): Promise<void> {
  const lately = await as(house.db, guestLists, tx => undoneLately(tx))
  for (const list of lately) {
    const { by } = list
    if (by !== null) await goThrough(house, list.id, () => takeAllBack(house, { ...list, by }))
  }
}
