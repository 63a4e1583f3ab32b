import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { type Column, DataTable, type Filter } from '#ground/web/parts/table.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { aboutWords } from '../../messages/about.ts'
import { journalWords } from '../../messages/journal.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { choiceIn, dayFilter, isId, pageIn, wordsIn } from '../../pages/writing.tsx'
import { draftsThatWait } from '../acts/open-draft.ts'
import { interactionKinds } from '../rules/kinds.ts'
import {
  type Interaction,
  type JournalLine,
  listInteractions,
  readInteraction,
  relationshipsToChoose,
  yearsOf,
} from '../store/journal.ts'
import { MailDrafts } from './mail-drafts.tsx'

const size = 25

/** GET /:l/territories/:slug/journal: what was done with whom, newest first. */
export async function showJournal(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = journalWords[locale]
  const memory = await memoryOf(visit)
  const page = pageIn(visit)
  const filter = filterOf(visit)
  const written = visit.url.searchParams.get('written') ?? ''
  const read = await reading(visit, memory, async tx => ({
    found: await listInteractions(tx, memory.id, locale, filter, { page, size }),
    years: await yearsOf(tx, memory.id),
    relationships: await relationshipsToChoose(tx, memory.id, locale),
    written: memory.edits && isId(written) ? await readInteraction(tx, memory.id, written, locale) : null,
    drafts: memory.edits ? await draftsThatWait(visit.house, tx, memory.id) : [],
  }))
  const narrowed = Object.values(filter).some(value => value !== null && value !== '')
  // Nothing at all is there for this reader: to narrow it would find no more.
  const nothing = read.found.total === 0 && !narrowed && page === 1
  const at = (path: string) => addressIn(visit, memory, path)
  return memoryPage(
    visit,
    memory,
    { title: m.title, lead: m.lead, section: 'journal' },
    <>
      {read.written ? <Written visit={visit} memory={memory} line={read.written} /> : null}
      <p class="buttons">
        {memory.edits ? <LinkButton href={at('/journal/new')}>{m.write}</LinkButton> : null}
        {memory.edits ? (
          <LinkButton href={at('/journal/mail')} kind="secondary">
            {m.fromMail}
          </LinkButton>
        ) : null}
        {memory.inside ? <a href={at('/commitments')}>{m.toCommitments}</a> : null}
      </p>
      <MailDrafts visit={visit} memory={memory} drafts={read.drafts} />
      <DataTable
        t={parts[locale]}
        caption={m.caption}
        address={addressIn(visit, { ...memory, knownOn: null }, '/journal')}
        rows={read.found.lines}
        rowLink={row => at(`/journal/${row.id}`)}
        columns={columnsOf(visit, memory)}
        filters={nothing && !memory.edits ? [] : filtersOf(visit, memory, filter, read)}
        paging={{ page, pages: Math.ceil(read.found.total / size), size, total: read.found.total }}
        empty={
          !nothing
            ? { title: m.noneTitle, text: m.none }
            : memory.edits
              ? { title: m.emptyTitle, text: m.empty }
              : { title: m.emptyToYouTitle, text: m.emptyToYou }
        }
      />
    </>,
  )
}

function filterOf(visit: Visit) {
  const query = visit.url.searchParams
  const year = Number(query.get('year'))
  const relationship = query.get('relationship') ?? ''
  return {
    year: Number.isInteger(year) && year >= 1 && year <= 9999 ? year : null,
    kind: choiceIn(visit, 'kind', interactionKinds),
    relationship: isId(relationship) ? relationship : null,
    words: wordsIn(visit),
  }
}

function columnsOf(visit: Visit, memory: Memory): Column<JournalLine>[] {
  const m = journalWords[visit.locale]
  return [
    {
      key: 'title',
      heading: m.columns.title,
      cell: row => (
        <span lang={row.language === visit.locale ? undefined : row.language} dir="auto">
          {row.title}
        </span>
      ),
    },
    { key: 'when', heading: m.columns.when, kind: 'moment', cell: row => edtfInWords(visit.locale, row.during) },
    { key: 'kind', heading: m.columns.kind, cell: row => m.kindShort[row.kind] },
    {
      key: 'with',
      heading: m.columns.with,
      // People and what it was about are links alike: each on a line of their own.
      cell: row => (
        <div class="close">
          {[row.with, row.about].map(refs =>
            refs.length > 0 ? (
              <div>
                <AboutLinks visit={visit} memory={memory} refs={refs} />
              </div>
            ) : null,
          )}
        </div>
      ),
    },
  ]
}

type Choices = {
  years: readonly number[]
  relationships: Awaited<ReturnType<typeof relationshipsToChoose>>
}

function filtersOf(visit: Visit, memory: Memory, filter: ReturnType<typeof filterOf>, read: Choices): Filter[] {
  const m = journalWords[visit.locale]
  const shared = aboutWords[visit.locale]
  return [
    {
      name: 'year',
      label: m.year,
      value: filter.year === null ? '' : String(filter.year),
      choices: [
        { value: '', label: m.anyYear },
        ...read.years.map(year => ({ value: String(year), label: String(year) })),
      ],
    },
    {
      name: 'kind',
      label: m.columns.kind,
      value: filter.kind ?? '',
      choices: [
        { value: '', label: m.anyKind },
        ...interactionKinds.map(value => ({ value, label: m.kindShort[value] })),
      ],
    },
    ...(read.relationships.length > 0
      ? [
          {
            name: 'relationship',
            label: shared.relationship,
            value: filter.relationship ?? '',
            choices: [
              { value: '', label: shared.anyRelationship },
              ...read.relationships.map(one => ({ value: one.id, label: one.name?.text ?? '' })),
            ],
          },
        ]
      : []),
    { name: 'words', label: shared.words, value: filter.words },
    ...dayFilter(visit, memory),
  ]
}

/** What was just written down, with the way to complete it and the way back. */
function Written({ visit, memory, line }: { visit: Visit; memory: Memory; line: Interaction }) {
  const m = journalWords[visit.locale].written
  const at = (path: string) => addressIn(visit, memory, `/journal/${line.id}${path}`)
  return (
    <Note tone="success" title={m.title}>
      <p dir="auto">{line.title}</p>
      <Form t={parts[visit.locale]} action={at('/undo')} once={newOnceKey(visit.house.keys)} short>
        <Buttons>
          <LinkButton href={at('/edit')} kind="secondary">
            {m.more}
          </LinkButton>
          <Button kind="secondary">{m.undo}</Button>
        </Buttons>
      </Form>
    </Note>
  )
}
