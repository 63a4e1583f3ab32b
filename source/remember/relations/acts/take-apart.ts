import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { comeBack, type JoinLine, joinOf, partsBack, putBack, removeNotes } from '../store/joined.ts'
import { readRelationshipFields } from '../store/relationship-fields.ts'

/** `itself`: the other one says again what it said. `changed`: it was changed since, and stays as it is. */
export type Apart = 'itself' | 'changed'

/**
 * Takes two relationships apart that were joined: the one that went comes back under its address, with what hung on it, as it is
 * today. The one that stayed says again what it said, unless somebody changed it since. Nobody sees more than before: circles that
 * became stricter stay so, and shares that ended have ended.
 *
 * @throws Refusal `not-found` when none was joined so in this memory, or the other one is there no more
 */
export async function takeRelationshipsApart(
  house: House,
  who: Actor,
  { space, gone, once }: { space: string; gone: string; once: { key: string | null; location: string } },
): Promise<Apart> {
  return as(house.db, who, async tx => {
    const line = await joinOf(tx, gone)
    if (line?.space !== space) throw notFound()
    const done = await apartIn(tx, line)
    if (done === null) throw notFound()
    await rememberSent(tx, once.key, once.location)
    return done
  })
}

/** The same within a transaction; null when the one that stayed is there no more. */
export async function apartIn(tx: Tx, line: JoinLine): Promise<Apart | null> {
  const { space, gone, stays } = line
  const now = await readRelationshipFields(tx, { space, parent: null, id: stays }, true)
  if (!now || !(await comeBack(tx, line))) return null
  await partsBack(tx, line)
  const untouched = versionOf(now) === line.wrote
  if (untouched) await putBack(tx, 'relationship', stays, line.at)
  await removeNotes(tx, space, line.notes)
  await noteAct(tx, space, 'relationships-apart', { gone, stays })
  return untouched ? 'itself' : 'changed'
}
