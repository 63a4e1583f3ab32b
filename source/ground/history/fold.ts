import type { LogEvent } from '#ground/house.ts'

/** What one actor did at one go: one line of the log. */
export type LogEntry = {
  at: Temporal.Instant
  actorKind: string | null
  actorId: string | null
  spaceId: string | null
  /** By key, in their order: the first that came, and how often. */
  done: { event: LogEvent; times: number; all: LogEvent[] }[]
}

/** What follows within this time, by the same actor in the same space, belongs together: an act is one transaction. */
const oneGo = 2000

/**
 * Folds events, newest first, into entries. Time within a transaction runs on, so that the versions of one save differ
 * by milliseconds: what is near belongs together.
 */
export function fold(events: readonly LogEvent[]): LogEntry[] {
  const entries: LogEntry[] = []
  let last = Number.NaN
  for (const event of events) {
    const entry = entries.at(-1)
    const near = last - event.at.epochMilliseconds <= oneGo
    const same =
      entry?.actorKind === event.actorKind && entry.actorId === event.actorId && entry.spaceId === event.spaceId
    if (entry && near && same) {
      const known = entry.done.find(one => one.event.key === event.key)
      if (known) {
        known.times += timesOf(event)
        known.all.push(event)
      } else entry.done.push({ event, times: timesOf(event), all: [event] })
    } else {
      const { at, actorKind, actorId, spaceId } = event
      entries.push({ at, actorKind, actorId, spaceId, done: [{ event, times: timesOf(event), all: [event] }] })
    }
    last = (event.several?.since ?? event.at).epochMilliseconds
  }
  return entries
}

const timesOf = ({ several }: LogEvent) => several?.times ?? 1

/** Puts several lists, each newest first, into one. */
export function merge(lists: readonly (readonly LogEvent[])[]): LogEvent[] {
  return lists.flat().sort((one, other) => Temporal.Instant.compare(other.at, one.at))
}
