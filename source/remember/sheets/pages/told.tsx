import type { Child } from 'hono/jsx'
import type { Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { RecordName, SaidOf } from '../../pages/record-name.tsx'
import { recordAddress } from '../../rules/record-address.ts'
import { type ShownName, shownNamesOfRecords } from '../../store/names.ts'
import type { ToldRecord } from '../acts/told-records.ts'
import type { WhyKept } from '../acts/undo-sheet.ts'
import type { OfBatch } from '../store/undo.ts'
import { tableInWords } from './counted.ts'

/** Of a longer list, so many are told. */
export const recordsShown = 200

type OfTable = {
  visit: Visit
  memory: Memory
  here: string
  names: Names
  why: ReadonlyMap<string, WhyKept>
  caption: string
  rows: readonly ToldRecord[]
  empty: { title: string; text: string }
}

/** What an import wrote, in the order of its rows: records, or the notes that came from comments. */
export function Told({ visit, memory, here, names, why, caption, rows, empty }: OfTable) {
  const { locale } = visit
  const m = sheetsWords[locale]
  const left = rows.length - recordsShown
  return (
    <>
      <DataTable
        t={parts[locale]}
        caption={caption}
        address={here}
        rows={rows.slice(0, recordsShown)}
        rowLink={one => addressOf(visit, memory, one)}
        columns={[
          { key: 'record', heading: m.done.record, cell: one => <NameOf visit={visit} one={one} names={names} /> },
          { key: 'table', heading: m.done.table, cell: ({ table }) => tableInWords(locale, table) },
          { key: 'row', heading: m.done.row, kind: 'number', cell: ({ line }) => number(locale, line) },
          { key: 'what', heading: m.done.what, cell: ({ isNew }) => (isNew ? m.done.made : m.done.changed) },
          {
            key: 'since',
            heading: m.done.outcome,
            cell: one =>
              one.undone === 'kept'
                ? whyKept(visit, reasonOf(one, why), names)
                : one.undone === null
                  ? one.touched
                    ? m.done.touched
                    : m.done.untouched
                  : m.done.outcomes[one.undone],
          },
        ]}
        empty={empty}
      />
      {left > 0 ? <p>{m.done.more(left)}</p> : null}
    </>
  )
}

export const isNote = ({ table }: OfBatch): boolean => table === 'note'

/** Its own page, or that of the record under which it is told. */
export const addressOf = (visit: Visit, memory: Memory, { at }: ToldRecord): string =>
  addressIn(visit, memory, recordAddress(at.table, at.id) ?? '')

type Names = ReadonlyMap<string, ShownName>

/** What records are called, what they belong to, and what leads to them. */
export const namesFor = (
  tx: Tx,
  { id }: Memory,
  locale: Locale,
  records: readonly ToldRecord[],
  why: ReadonlyMap<string, WhyKept>,
): Promise<Names> =>
  shownNamesOfRecords(
    tx,
    id,
    records.flatMap(one => [
      one.id,
      one.at.id,
      ...(reasonOf(one, why)?.from ?? []).slice(0, pointersTold).map(by => by.id),
    ]),
    locale,
  )

/** By what a record goes: of a part without words, what it is a part of. */
export const NameOf = ({ visit, one, names }: { visit: Visit; one: ToldRecord; names: Names }) => (
  <RecordName
    locale={visit.locale}
    name={names.get(one.id) ?? names.get(one.at.id)}
    otherwise={tableInWords(visit.locale, one.table)}
    quiet
  />
)

/** Why a record stays, or what is told with it. */
export const reasonOf = ({ id, rows }: ToldRecord, why: ReadonlyMap<string, WhyKept>): WhyKept | undefined =>
  [id, ...rows].map(one => why.get(one)).find(one => one !== undefined)

const pointersTold = 3

// Of what each record is called, in the language of that.
export function whyKept(visit: Visit, why: WhyKept | undefined, names: Names): Child {
  const m = sheetsLook[visit.locale].kept
  if (!why || why.edited) return m.edited
  const [before = '', after = ''] = m.pointed('\u0001').split('\u0001')
  return (
    <>
      {before}
      {why.from.slice(0, pointersTold).map(({ table, id }, index) => {
        const kind = tableInWords(visit.locale, table)
        const name = names.get(id)
        return (
          <>
            {index > 0 ? ', ' : ''}
            {name ? <SaidOf locale={visit.locale} say={words => m.is(kind, words)} name={name} /> : kind}
          </>
        )
      })}
      {after}
    </>
  )
}
