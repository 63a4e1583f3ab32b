import { type Actor, as } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { type Opened, setCircle, toOpen } from '../store/circles.ts'

/** Of all that is told of a relationship before it is opened, whatever the language: another one is told again. */
export function versionTold({ visibility, of }: Pick<Opened, 'visibility' | 'of'>): string {
  const { texts, agreements, fees, seats, partners } = of
  return versionOf({
    visibility: String(visibility),
    texts: texts.join(' '),
    agreements: agreements.map(one => one.id).join(' '),
    parts: `${fees} ${seats}`,
    partners: partners.map(one => `${one.id}${one.hidden ? ' hidden' : ''}`).join(' '),
  })
}

/** A relationship, the circle that it is to have, and the version of what its page told of it. */
export type NewCircle = { id: string; circle: Visibility; version: string }

export type CirclesSet =
  | { result: 'saved'; changed: { id: string; before: Visibility }[] }
  /** Ids of those that are other than was told. Nothing was written. */
  | { result: 'stale'; stale: string[] }

/**
 * Changes who sees several relationships, all or none, in the name of who asks. What is told of each before it is saved must still be
 * so: somebody who opens a relationship opens what hangs on it.
 *
 * @throws Refusal `not-found` when one of them is not of this memory
 */
export async function setCircles(
  house: House,
  who: Actor,
  {
    space,
    circles,
    locale,
    once,
  }: {
    space: string
    circles: readonly NewCircle[]
    locale: Locale
    once: { key: string | null; location: (changed: readonly { id: string; before: Visibility }[]) => string }
  },
): Promise<CirclesSet> {
  return as(house.db, who, async tx => {
    const ids = circles.map(one => one.id)
    const found = new Map((await toOpen(tx, space, ids, locale, true)).map(one => [one.id, one]))
    if (found.size !== new Set(ids).size) throw notFound()
    const stale = circles.filter(one => {
      const now = found.get(one.id)
      return !now || versionTold(now) !== one.version
    })
    if (stale.length > 0) return { result: 'stale', stale: stale.map(one => one.id) }
    const changed: { id: string; before: Visibility }[] = []
    for (const { id, circle } of circles) {
      const before = found.get(id)?.visibility ?? circle
      if (before === circle) continue
      await setCircle(tx, id, circle)
      changed.push({ id, before })
    }
    await rememberSent(tx, once.key, once.location(changed))
    return { result: 'saved', changed }
  })
}
