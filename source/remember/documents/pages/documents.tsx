import type { Visit } from '#ground/house.ts'
import { date, languageName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { type Column, DataTable, type Filter } from '#ground/web/parts/table.tsx'
import { Multilingual } from '#ground/web/parts/text.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { aboutWords } from '../../messages/about.ts'
import { categoryWords } from '../../messages/document-categories.ts'
import { documentWords } from '../../messages/kept-documents.ts'
import { memoryWords } from '../../messages/memory.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { choiceIn, dayFilter, isId, memoryToWrite, pageIn, wordsIn } from '../../pages/writing.tsx'
import { type AboutNamed, nameAbout } from '../../store/about.ts'
import { categories, isCategory } from '../rules/categories.ts'
import {
  documentsPastDue,
  type ListedDocument,
  languagesOf,
  listDocuments,
  relationshipIds,
} from '../store/documents.ts'

const size = 25

/** GET /:l/territories/:slug/documents: what is kept, to whoever may see it. */
export async function showDocuments(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = documentWords[locale]
  const memory = await memoryOf(visit)
  const page = pageIn(visit)
  const filter = filterOf(visit)
  const read = await reading(visit, memory, async tx => ({
    found: await listDocuments(tx, memory.id, locale, filter, { page, size }),
    languages: await languagesOf(tx, memory.id),
    relationships: await nameAbout(tx, memory.id, locale, await relationshipIds(tx, memory.id)),
  }))
  const at = (path: string) => addressIn(visit, memory, path)
  const narrowed = Object.values(filter).some(Boolean)
  const nothingShown = !memory.inside && read.found.total === 0 && !narrowed
  return memoryPage(
    visit,
    memory,
    { title: m.title, lead: m.lead, section: 'documents' },
    <>
      {memory.edits ? (
        <p class="buttons">
          <LinkButton href={at('/documents/new')}>{m.add}</LinkButton>
          <a href={at('/documents/due')}>{m.toDue}</a>
        </p>
      ) : null}
      <DataTable
        t={parts[locale]}
        caption={m.caption}
        address={addressIn(visit, { ...memory, knownOn: null }, '/documents')}
        rows={read.found.documents}
        rowLink={row => at(`/documents/${row.id}`)}
        columns={columnsOf(visit, memory)}
        // Nothing to narrow where nothing is shown.
        filters={nothingShown ? [] : filtersOf(visit, memory, filter, read)}
        paging={{ page, pages: Math.ceil(read.found.total / size), size, total: read.found.total }}
        empty={{ title: m.emptyTitle, text: memory.inside ? m.empty : m.emptyOutside }}
      />
    </>,
  )
}

function filterOf(visit: Visit) {
  const query = visit.url.searchParams
  const relationship = query.get('relationship') ?? ''
  const language = query.get('language') ?? ''
  return {
    category: choiceIn(visit, 'category', categories),
    relationship: isId(relationship) ? relationship : null,
    language: /^[a-z]{2}$/.test(language) ? language : null,
    words: wordsIn(visit),
  }
}

/** A category in the reader's words; a code that is none of the list as it is. */
export const categoryIn = (visit: Visit, code: string): string =>
  isCategory(code) ? categoryWords[visit.locale][code] : code

function columnsOf(visit: Visit, memory: Memory): Column<ListedDocument>[] {
  const { locale } = visit
  const m = documentWords[locale]
  return [
    {
      key: 'title',
      heading: m.columns.title,
      cell: row =>
        row.title ? (
          <Multilingual t={parts[locale]} locale={locale} shown={row.title} quiet />
        ) : (
          aboutWords[locale].nameless
        ),
    },
    { key: 'category', heading: m.columns.category, cell: row => categoryIn(visit, row.category) },
    { key: 'during', heading: m.columns.during, cell: row => (row.during ? edtfInWords(locale, row.during) : '–') },
    {
      key: 'language',
      heading: m.columns.language,
      cell: row => (row.language ? languageName(locale, row.language) : '–'),
    },
    { key: 'files', heading: m.columns.files, kind: 'number', cell: row => number(locale, row.versions) },
    {
      key: 'about',
      heading: m.columns.about,
      cell: row => <AboutLinks visit={visit} memory={memory} refs={row.about} />,
    },
    ...(memory.inside
      ? [
          {
            key: 'circle',
            heading: m.columns.circle,
            cell: (row: ListedDocument) => memoryWords[locale].circles[row.visibility],
          },
        ]
      : []),
  ]
}

type Choices = { languages: readonly string[]; relationships: readonly AboutNamed[] }

function filtersOf(visit: Visit, memory: Memory, filter: ReturnType<typeof filterOf>, read: Choices): Filter[] {
  const { locale } = visit
  const m = documentWords[locale]
  const shared = aboutWords[locale]
  const relationships = read.relationships.filter(one => one.name !== null)
  return [
    {
      name: 'category',
      label: m.columns.category,
      value: filter.category ?? '',
      choices: [
        { value: '', label: m.anyCategory },
        ...categories.map(value => ({ value, label: categoryWords[locale][value] })),
      ],
    },
    ...(read.languages.length > 1
      ? [
          {
            name: 'language',
            label: m.columns.language,
            value: filter.language ?? '',
            choices: [
              { value: '', label: m.anyLanguage },
              ...read.languages.map(value => ({ value, label: languageName(locale, value) })),
            ],
          },
        ]
      : []),
    ...(relationships.length > 0
      ? [
          {
            name: 'relationship',
            label: shared.relationship,
            value: filter.relationship ?? '',
            choices: [
              { value: '', label: shared.anyRelationship },
              ...relationships.map(one => ({ value: one.id, label: one.name?.text ?? '' })),
            ],
          },
        ]
      : []),
    { name: 'words', label: shared.words, value: filter.words },
    ...dayFilter(visit, memory),
  ]
}

/** GET …/documents/due: what is past its day, for somebody to decide. */
export async function showDocumentsDue(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = documentWords[locale]
  const memory = await memoryToWrite(visit)
  const rows = await reading(visit, memory, tx => documentsPastDue(tx, memory.id, locale, memory.day))
  const at = (path: string) => addressIn(visit, memory, path)
  return memoryPage(
    visit,
    memory,
    { title: m.due.title, lead: m.due.lead, section: 'documents' },
    <DataTable
      t={parts[locale]}
      caption={m.due.caption}
      address={at('/documents/due')}
      rows={rows}
      rowLink={row => at(`/documents/${row.id}`)}
      columns={[
        {
          key: 'title',
          heading: m.columns.title,
          cell: row =>
            row.title ? (
              <Multilingual t={parts[locale]} locale={locale} shown={row.title} quiet />
            ) : (
              aboutWords[locale].nameless
            ),
        },
        { key: 'category', heading: m.columns.category, cell: row => categoryIn(visit, row.category) },
        {
          key: 'keepUntil',
          heading: m.columns.keepUntil,
          kind: 'moment',
          cell: row => date(locale, Temporal.PlainDate.from(row.keepUntil)),
        },
        {
          key: 'act',
          heading: aboutWords[locale].remove,
          cell: row => <a href={at(`/documents/${row.id}/remove`)}>{aboutWords[locale].remove}</a>,
        },
      ]}
      empty={{ title: m.due.emptyTitle, text: m.due.empty }}
    />,
  )
}
