import { disposition } from '#ground/files/rules/name.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { csvMediaType, inOnePiece, writeCsv } from '#ground/sheets/index.ts'
import { text } from '#ground/web/answer.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { decisionsWords } from '../../messages/decisions.ts'
import { addressIn, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { InItsLanguage } from '../../pages/record-name.tsx'
import { dayFilter, pageIn } from '../../pages/writing.tsx'
import { subjectInWords } from '../rules/actes.ts'
import { scdlColumns, scdlRow } from '../rules/scdl.ts'
import { type DecisionLine, decisionsKept, decisionsOnAPage, listDecisions } from '../store/decisions.ts'
import { Named } from './parts.tsx'
import { bodyIn, notYetOpen } from './scdl-missing.tsx'

/** The year that an address asks for; '' for all. */
const yearIn = (visit: Visit): string => /^\d{4}$/.exec(visit.url.searchParams.get('year') ?? '')?.[0] ?? ''

/** GET /:l/territories/:slug/decisions: what was decided, year by year. */
export async function showDecisions(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const wanted = { year: yearIn(visit), page: pageIn(visit) }
  const list = await reading(visit, memory, tx => listDecisions(tx, memory.id, locale, wanted))
  const open = await notYetOpen(visit, memory, wanted.year)
  const words = decisionsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const narrowed = wanted.year === '' ? '' : `year=${wanted.year}`
  const file = (more: string) =>
    at(
      `/decisions.csv${[narrowed, more]
        .filter(Boolean)
        .join('&')
        .replace(/^(?=.)/, '?')}`,
    )
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'decisions' },
    <>
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at('/decisions/new')}>{words.add}</LinkButton>
        </Buttons>
      ) : null}
      <InItsLanguage locale={locale} names={list.rows.map(row => row.object)} />
      <DataTable<DecisionLine>
        t={parts[locale]}
        caption={words.title}
        quiet
        address={addressIn(visit, { ...memory, knownOn: null }, '/decisions')}
        rows={list.rows}
        rowLink={row => at(`/decisions/${row.id}`)}
        filters={[
          {
            name: 'year',
            label: words.year,
            value: wanted.year,
            choices: [{ value: '', label: words.all }, ...list.years.map(value => ({ value, label: value }))],
          },
          ...dayFilter(visit, memory),
        ]}
        paging={{
          page: list.page,
          pages: Math.ceil(list.total / decisionsOnAPage),
          size: decisionsOnAPage,
          total: list.total,
        }}
        columns={[
          { key: 'number', heading: words.columns.number, cell: row => row.number },
          { key: 'day', heading: words.columns.day, kind: 'moment', cell: row => dayOf(locale, row.decidedOn) },
          {
            key: 'object',
            heading: words.columns.object,
            cell: row => <Named locale={locale} name={row.object} otherwise="–" />,
          },
          {
            key: 'subject',
            heading: words.columns.subject,
            cell: row => (row.subjectName ? subjectInWords(row.subjectName) : '–'),
          },
        ]}
        empty={{ title: words.empty, text: memory.inside ? words.emptyText : words.emptyOutside }}
      />
      {list.total === 0 ? null : (
        <ul>
          <li>
            <a href={file('')} type="text/csv">
              {words.file}
            </a>
          </li>
          {memory.inside ? (
            <li>
              <a href={file('all=yes')} type="text/csv">
                {words.fileAll}
              </a>
            </li>
          ) : null}
        </ul>
      )}
      {open}
    </>,
  )
}

/**
 * GET /:l/territories/:slug/decisions.csv: SCDL Délibérations 2.1, with a comma as the schema asks. Public decisions, so that
 * nobody publishes others by oversight; `?all=yes` all those that the visitor may see.
 */
export async function sendDecisions(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const year = yearIn(visit)
  const all = visit.url.searchParams.get('all') === 'yes'
  const body = await bodyIn(visit, memory)
  const decisions = await reading(visit, memory, tx => decisionsKept(tx, memory.id, { year, all }))
  const rows = [[...scdlColumns], ...decisions.map(decision => scdlRow(decision, body))]
  const name = [memory.slug, decisionsWords[locale].fileName, year].filter(Boolean).join(' ')
  return text(visit, await inOnePiece(writeCsv(rows, 'en')), csvMediaType, {
    'content-disposition': disposition('attachment', `${name}.csv`),
    'cache-control': 'no-store',
  })
}
