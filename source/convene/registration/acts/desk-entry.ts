import { type Life, meaning } from '#convene/seminar/rules/life.ts'
import type { Actor, Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import { goOnAs } from '#ground/people/store/rights.ts'
import { looksAfterPeople } from '../store/find-registrations.ts'
import type { Refused, Sending, SendingResult } from './sending.ts'

/**
 * Those who enter people and may: asked in their own name, behind the gate, in the transaction that registers. The
 * transaction then goes on as it was.
 */
export async function whoMayEnter(
  tx: Tx,
  seminarId: string,
  sendings: readonly Sending[],
  goesOn: Actor,
): Promise<ReadonlySet<Actor>> {
  const asking = new Set(sendings.flatMap(({ entry }) => entry?.by ?? []))
  const may = new Set<Actor>()
  for (const by of asking) {
    await goOnAs(tx, by)
    if (await looksAfterPeople(tx, seminarId)) may.add(by)
  }
  if (asking.size > 0) await goOnAs(tx, goesOn)
  return may
}

/**
 * Why nobody can be entered now; null when they can. Whoever looks after people enters them before registration opens and
 * after it has closed, as long as places are given.
 */
export function notEntered(life: Life): Exclude<Refused['why'], 'consent-missing' | 'answers'> | null {
  if (life === 'draft') return 'no-such-seminar'
  if (life === 'over') return 'over'
  const { places, form } = meaning[life]
  if (places === 'given') return null
  return form === 'postponed' || form === 'cancelled' ? form : 'closed'
}

/** Notes in the log who entered whom by hand: the places were given by the program. A list is noted once, as a whole. */
export async function noteEntries(
  tx: Tx,
  seminarId: string,
  sendings: readonly Sending[],
  answered: readonly SendingResult[],
  goesOn: Actor,
): Promise<void> {
  let gone = false
  for (const [index, { entry }] of sendings.entries()) {
    if (!entry || entry.guestListId !== null) continue
    const added = (answered[index]?.results ?? []).flatMap(result =>
      result.outcome === 'registered' ? [result.id] : [],
    )
    if (added.length === 0) continue
    await goOnAs(tx, entry.by)
    gone = true
    for (const registration of added) await noteAct(tx, seminarId, 'registered-by-hand', { registration })
  }
  if (gone) await goOnAs(tx, goesOn)
}
