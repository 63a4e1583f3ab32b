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
  const entries: (Omit<LogEntry, 'done'> & { events: LogEvent[] })[] = []
  let last = Number.NaN
  for (const event of events) {
    const entry = entries.at(-1)
    const near = last - event.at.epochMilliseconds <= oneGo
    const same =
      entry?.actorKind === event.actorKind && entry.actorId === event.actorId && entry.spaceId === event.spaceId
    if (entry && near && same) entry.events.push(event)
    else {
      const { at, actorKind, actorId, spaceId } = event
      entries.push({ at, actorKind, actorId, spaceId, events: [event] })
    }
    last = (event.several?.since ?? event.at).epochMilliseconds
  }
  return entries.map(({ events, ...entry }) => ({ ...entry, done: byKey(events) }))
}

/** What happened to one record is told once: by its own addition, change or removal, where there is one. */
function byKey(events: readonly LogEvent[]): LogEntry['done'] {
  const chief = new Map<string, LogEvent>()
  for (const event of events) {
    const known = event.record === undefined ? undefined : chief.get(event.record)
    if (event.record !== undefined && (known === undefined || (known.within && !event.within)))
      chief.set(event.record, event)
  }
  const done = new Map<string, LogEntry['done'][number] & { records: Set<string> }>()
  for (const event of events) {
    const { record } = event
    const told = (record === undefined ? undefined : chief.get(record)) ?? event
    const known = done.get(told.key)
    const times = record !== undefined && known?.records.has(record) ? 0 : timesOf(event)
    if (known) {
      known.times += times
      known.all.push(event)
    } else done.set(told.key, { event: told, times, all: [event], records: new Set() })
    if (record !== undefined) done.get(told.key)?.records.add(record)
  }
  return [...done.values()].map(({ event, times, all }) => ({ event, times, all }))
}

const timesOf = ({ several }: LogEvent) => several?.times ?? 1

/** Puts several lists, each newest first, into one. */
export function merge(lists: readonly (readonly LogEvent[])[]): LogEvent[] {
  return lists.flat().sort((one, other) => Temporal.Instant.compare(other.at, one.at))
}
