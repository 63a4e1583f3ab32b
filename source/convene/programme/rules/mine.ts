import { momentsOf, type Programme } from './programme.ts'

/** What became of a selection in the version that is current now. */
export type Mine = {
  /** Keys of the chosen slots that the programme has, in its order. */
  here: string[]
  /** Those that an earlier version had, with the place of the last one that did in the list of versions. */
  gone: { key: string; version: number }[]
  /** How many keys no version ever had. */
  unknown: number
  /** Pairs of chosen slots of which one begins before the other has ended, the earlier one first. */
  collisions: (readonly [string, string])[]
}

/**
 * A selection against the released versions.
 *
 * @param versions oldest first; the last is the current one
 */
export function mineOf(keys: readonly string[], versions: readonly { programme: Programme }[]): Mine {
  const programme = versions.at(-1)?.programme
  const chosen = new Set(keys)
  const slots = programme ? programme.slots.filter(({ key }) => chosen.has(key)) : []
  const here = slots.map(({ key }) => key)
  const isHere = new Set(here)
  const others = keys.filter(key => !isHere.has(key))
  const gone = others.flatMap(key => {
    const version = versions.findLastIndex(({ programme }) => programme.slots.some(slot => slot.key === key))
    return version === -1 ? [] : [{ key, version }]
  })
  const spans = slots.map(slot => {
    const { startsAt, endsAt } = momentsOf(slot, programme?.timeZone ?? 'UTC')
    return { key: slot.key, from: startsAt.epochMilliseconds, to: endsAt.epochMilliseconds }
  })
  return { here, gone, unknown: others.length - gone.length, collisions: collisionsOf(spans) }
}

/** Pairs that share some time, in the order of the list; what ends when another begins does not collide with it. */
export function collisionsOf(
  spans: readonly { key: string; from: number; to: number }[],
): (readonly [string, string])[] {
  return spans.flatMap((one, index) =>
    spans
      .slice(index + 1)
      .filter(other => one.from < other.to && other.from < one.to)
      .map(other => [one.key, other.key] as const),
  )
}
