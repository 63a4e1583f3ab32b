import type { Tx } from '#ground/database/actor.ts'
import type { House, LogEvent, LogPart, LogTable, LogWanted, Room } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { historyWords } from '#ground/languages/messages/history.ts'
import { fold, type LogEntry, merge } from '../fold.ts'
import { cut, detailOf, nameOf } from '../tell.ts'
import { namesByText, notedActs, type VersionRow, versionsOf } from './versions.ts'

/** Entries of a page. */
export const pageSize = 50
/** Events that are read for it: a page of imports folds thousands into one. */
const mostEvents = 600

export type Log = {
  entries: LogEntry[]
  /** The instant before which the next page begins; null when there is nothing older. */
  older: Temporal.Instant | null
}

/**
 * One page of the log, newest first. A fixed number of queries: two for versions, one for their names, one for what was noted, one for each
 * room that has events of its own.
 */
export async function readLog(tx: Tx, house: Pick<House, 'rooms'>, wanted: Omit<LogWanted, 'most'>): Promise<Log> {
  const { part } = wanted
  const asked: LogWanted = { ...wanted, most: mostEvents }
  const known = wordsOf(house.rooms, part)
  const [written, removed] = await versionsOf(tx, [...known.tables.keys()], asked)
  const rows = [...written, ...removed]
  const names = await namesByText(
    tx,
    rows.flatMap(row => {
      const words = known.tables.get(row.table)
      const owner = ownerOf(known.tables, row)
      return owner ? [owner.id] : words?.named ? [row.record] : []
    }),
  )
  // What is of another part is not read: it would fill the page unseen.
  const noted = await notedActs(tx, asked, [...known.noted.keys()])
  const events = []
  for (const read of known.events) events.push(await read(tx, asked))
  // A source that was read to its bound may have more between its last event and the next of another source.
  const bound = [written, removed, noted, ...events]
    .filter(list => list.length >= mostEvents)
    .map(list => list.at(-1)?.at as Temporal.Instant)
    .reduce<Temporal.Instant | null>((a, b) => (a === null || Temporal.Instant.compare(b, a) > 0 ? b : a), null)
  const lists: LogEvent[][] = [
    rows.flatMap(row => told(house.rooms, known.tables, row, names)),
    noted.flatMap(row => {
      const words = known.noted.get(row.what)
      if (!words) return []
      const { at, actorKind, actorId, spaceId } = row
      const say = (locale: Locale) => words.say(locale, row.detail)
      const key = `noted ${row.what} ${JSON.stringify(row.detail)}`
      return [{ at, actorKind, actorId, spaceId, part: words.part, key, say }]
    }),
    ...events,
  ]
  const merged = merge(lists).filter(event => bound === null || Temporal.Instant.compare(event.at, bound) >= 0)
  const entries = fold(merged)
  const shown = entries.slice(0, pageSize)
  const more = entries.length > pageSize || bound !== null
  const first = shown
    .at(-1)
    ?.done.flatMap(one => one.all)
    .map(({ at, several }) => several?.since ?? at)
    .reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? a : b))
  return { entries: shown, older: more ? (first ?? bound) : null }
}

function wordsOf(rooms: readonly Room[], part: LogPart | null) {
  const logs = rooms.flatMap(room => (room.log ? [room.log] : []))
  const of = <T extends { part: LogPart }>(all: (Readonly<Record<string, T>> | undefined)[]) =>
    new Map(all.flatMap(some => Object.entries(some ?? {})).filter(([, words]) => part === null || words.part === part))
  return {
    tables: of<LogTable>(logs.map(log => log.tables)),
    noted: of(logs.map(log => log.noted)),
    events: logs.flatMap(log => (log.events ? [log.events] : [])),
  }
}

type Tables = ReadonlyMap<string, LogTable>

/** The record under which a part or a text of it is told; null where it is told by itself. */
function ownerOf(tables: Tables, { table, doc }: VersionRow): { table: string; id: string } | null {
  const owner = tables.get(table)?.owner?.(doc) ?? null
  return owner && tables.get(owner.table)?.whole ? owner : null
}

function told(
  rooms: readonly Room[],
  tables: Tables,
  row: VersionRow,
  names: ReadonlyMap<string, (locale: string) => string>,
): LogEvent[] {
  const words = tables.get(row.table)
  if (!words) return []
  const changed = detailOf(words, row)
  // A change in columns that are not told (a counter, a place in an order) is no news.
  if (row.before !== null && changed === null) return []
  const { at, actorKind, actorId, spaceId, table } = row
  const kind = row.removed ? 'removed' : row.before === null ? 'added' : 'changed'
  const owner = ownerOf(tables, row)
  const own = (locale: Locale) => nameOf(rooms, words, row, locale, owner ? undefined : names.get(row.record))
  const which = { at, actorKind, actorId, spaceId, part: words.part }
  if (owner) {
    const whole = tables.get(owner.table) as LogTable
    const refs = (words.joins ?? []).flatMap(column => (typeof row.doc[column] === 'string' ? [row.doc[column]] : []))
    const nameOfOwner = (locale: Locale) => cut(names.get(owner.id)?.(locale) ?? '')
    return [
      {
        ...which,
        part: whole.part,
        key: `${owner.table} changed`,
        record: owner.id,
        within: true,
        say: sayer('changed', whole, nameOfOwner),
        names: refs,
        detail: (locale, beside) => {
          const told = refs.flatMap(id => beside?.nameOf(id) ?? []).join(', ')
          return [
            joined([
              beside?.among ? (beside.nameOf(owner.id) ?? nameOfOwner(locale)) : '',
              historyWords[locale].one[kind](words.name(locale), told || own(locale)),
              ...(changed?.(locale) ?? []),
            ]),
          ]
        },
      },
    ]
  }
  return [
    {
      ...which,
      key: `${table} ${kind}`,
      ...(words.whole ? { record: row.record } : {}),
      say: sayer(kind, words, own),
      detail: (locale, beside) => {
        const columns = changed?.(locale) ?? []
        // A line that tells of one record names it already.
        const isNamed = words.whole && (columns.length === 0 ? !beside?.several : !beside?.among)
        const line = joined([isNamed ? '' : (beside?.nameOf(row.record) ?? own(locale)), ...columns])
        return line === '' ? [] : [line]
      },
    },
  ]
}

const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join(' – ')

const sayer =
  (kind: 'added' | 'changed' | 'removed', words: LogTable, own: (locale: Locale) => string): LogEvent['say'] =>
  (locale, times, name) =>
    times === 1
      ? historyWords[locale].one[kind](words.name(locale), name ?? own(locale))
      : historyWords[locale].many[kind](words.name(locale), times)
