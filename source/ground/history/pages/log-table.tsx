import type { Visit } from '#ground/house.ts'
import { cityOfZone, shortMoment } from '#ground/languages/format.ts'
import { historyWords } from '#ground/languages/messages/history.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable, type DataTableProps } from '#ground/web/parts/table.tsx'
import type { LogEntry } from '../fold.ts'

/** What of one entry is told line by line; more would be a page of its own. */
const mostDetails = 40

type LogTableProps = Pick<DataTableProps<LogEntry>, 'caption' | 'address' | 'filters' | 'empty'> & {
  visit: Visit
  timeZone: string
  entries: readonly LogEntry[]
  /** Of the persons who did it; an erased one has an empty name, one who may not be seen none. */
  names: ReadonlyMap<string, string>
  /** What the records of the entries are called, where that is known better than by their texts. */
  records?: ReadonlyMap<string, string>
}

/** Who did what, when: a page of the log. */
export function LogTable({ visit, timeZone, entries, names, records = new Map(), ...table }: LogTableProps) {
  const { locale } = visit
  const words = historyWords[locale]
  return (
    <DataTable
      t={parts[locale]}
      quiet
      rows={entries}
      columns={[
        {
          key: 'when',
          heading: `${words.when} (${timeZone === 'UTC' ? 'UTC' : cityOfZone(locale, timeZone)})`,
          kind: 'moment',
          cell: entry => shortMoment(locale, entry.at, timeZone),
        },
        { key: 'who', heading: words.who, cell: entry => <bdi>{whoIs(visit, entry, names)}</bdi> },
        { key: 'what', heading: words.what, cell: entry => <What visit={visit} entry={entry} records={records} /> },
      ]}
      {...table}
    />
  )
}

function whoIs(visit: Visit, { actorKind, actorId }: LogEntry, names: ReadonlyMap<string, string>): string {
  const words = historyWords[visit.locale].actors
  if (actorKind === 'person') {
    const name = names.get(actorId ?? '')
    return name === undefined ? words.unseen : name === '' ? words.erased : name
  }
  if (actorKind === 'link' || actorId === 'own-link' || actorId === 'not-me') return words.self
  if (actorKind === 'anonymous' || actorId === 'registration') return words.visitor
  if (actorId === 'import') return words.commandLine
  return actorKind === 'job' ? words.program : words.nobody
}

/** The records that entries tell of, and those that they name. */
export const recordsIn = (entries: readonly LogEntry[]): string[] =>
  entries.flatMap(({ done }) =>
    done.flatMap(({ all }) =>
      all.flatMap(({ record, names = [] }) => [...(record === undefined ? [] : [record]), ...names]),
    ),
  )

type WhatProps = { visit: Visit; entry: LogEntry; records: ReadonlyMap<string, string> }

function What({ visit, entry, records }: WhatProps) {
  const { locale } = visit
  const words = historyWords[locale]
  const nameOf = (id: string) => records.get(id)
  const among = entry.done.reduce((all, { times }) => all + times, 0) > 1
  const details = entry.done.flatMap(({ times, all }) =>
    all.flatMap(event => event.detail?.(locale, { among, several: times > 1, nameOf }) ?? []),
  )
  return (
    <>
      {entry.done.map(({ event, times }) => (
        <div dir="auto">{event.say(locale, times, nameOf(event.record ?? ''))}</div>
      ))}
      {details.length > 0 ? (
        <details>
          <summary>{words.details(details.length)}</summary>
          <ul class="bulleted small">
            {details.slice(0, mostDetails).map(line => (
              <li dir="auto">{line}</li>
            ))}
            {details.length > mostDetails ? <li>{words.andMore(details.length - mostDetails)}</li> : null}
          </ul>
        </details>
      ) : null}
    </>
  )
}
