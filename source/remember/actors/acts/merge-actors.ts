import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { holdActors, sayNotTheSame, setMergedInto } from '../store/duplicates.ts'
import { standsFor } from '../store/standing.ts'

type Once = { key: string | null; location: string }

/**
 * Says that two actors are one: from now on `into` stands for `from`, whose address leads to it. Nothing that points to `from`
 * is rewritten. Saying it twice changes nothing.
 *
 * @returns `already` when one stands for the other, straight or by others
 * @throws Refusal `not-found` unless both are actors of this memory
 */
export async function mergeActors(
  house: House,
  who: Actor,
  { space, from, into, once, reason }: { space: string; from: string; into: string; once: Once; reason?: string },
): Promise<'merged' | 'already'> {
  return as(
    house.db,
    who,
    async tx => {
      if (!(await holdActors(tx, space, [from, into]))) throw notFound()
      const stands = { from: await standsFor(tx, space, from), into: await standsFor(tx, space, into) }
      if (stands.from !== stands.into) {
        await setMergedInto(tx, stands.from, stands.into)
      }
      await rememberSent(tx, once.key, once.location)
      return stands.from === stands.into ? 'already' : 'merged'
    },
    reason,
  )
}

/**
 * Takes two actors apart again: the one that was merged stands for itself, with all that points to it.
 *
 * @throws Refusal `not-found` unless it is an actor of this memory
 */
export async function takeApart(
  house: House,
  who: Actor,
  { space, id, once }: { space: string; id: string; once: Once },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await holdActors(tx, space, [id]))) throw notFound()
    await setMergedInto(tx, id, null)
    await rememberSent(tx, once.key, once.location)
  })
}

/**
 * Says that two actors that look alike are not the same: the pair is not shown again.
 *
 * @throws Refusal `not-found` unless both are actors of this memory
 */
export async function keepApart(
  house: House,
  who: Actor,
  { space, pair, reason, once }: { space: string; pair: readonly [string, string]; reason: string; once: Once },
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await holdActors(tx, space, pair))) throw notFound()
    await sayNotTheSame(tx, space, pair, reason, who.kind === 'person' ? who.id : null)
    await rememberSent(tx, once.key, once.location)
  })
}
