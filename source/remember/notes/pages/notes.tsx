import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { aboutWords } from '../../messages/about.ts'
import { noteWords } from '../../messages/notes.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { choiceIn, dayFilter, isId, pageIn, wordsIn } from '../../pages/writing.tsx'
import { firstWords } from '../rules/first-words.ts'
import { noteKinds } from '../rules/forms.ts'
import { listNotes, type Note } from '../store/notes.ts'

const size = 25

/** GET /:l/territories/:slug/notes: what somebody knows, in their own words. */
export async function showNotes(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = noteWords[locale]
  const memory = await memoryOf(visit)
  const page = pageIn(visit)
  const asked = visit.url.searchParams.get('relationship') ?? ''
  const filter = {
    kind: choiceIn(visit, 'kind', noteKinds),
    relationship: isId(asked) ? asked : null,
    words: wordsIn(visit),
  }
  const found = await reading(visit, memory, tx => listNotes(tx, memory.id, locale, filter, { page, size }))
  const at = (path: string) => addressIn(visit, memory, path)
  const narrowed = filter.kind || filter.relationship || filter.words
  const nothingShown = !memory.inside && found.total === 0 && !narrowed
  return memoryPage(
    visit,
    memory,
    { title: m.title, lead: m.lead, section: 'notes' },
    <>
      {memory.edits ? (
        <p class="buttons">
          <LinkButton href={at('/notes/new')}>{m.add}</LinkButton>
          <LinkButton href={at('/notes/new?kind=oral-memory')} kind="secondary">
            {m.addOral}
          </LinkButton>
        </p>
      ) : null}
      <DataTable
        t={parts[locale]}
        caption={m.caption}
        address={addressIn(visit, { ...memory, knownOn: null }, '/notes')}
        rows={found.notes}
        rowLink={row => at(`/notes/${row.id}`)}
        columns={columnsOf(visit, memory)}
        // Nothing to narrow where nothing is shown.
        filters={
          nothingShown
            ? []
            : [
                {
                  name: 'kind',
                  label: m.kind,
                  value: filter.kind ?? '',
                  choices: [
                    { value: '', label: m.anyKind },
                    ...noteKinds.map(value => ({ value, label: m.kinds[value] })),
                  ],
                },
                { name: 'words', label: aboutWords[locale].words, value: filter.words },
                ...dayFilter(visit, memory),
              ]
        }
        paging={{ page, pages: Math.ceil(found.total / size), size, total: found.total }}
        empty={{ title: m.emptyTitle, text: memory.inside ? m.empty : m.emptyOutside }}
      />
    </>,
  )
}

function columnsOf(visit: Visit, memory: Memory): Column<Note>[] {
  const { locale } = visit
  const m = noteWords[locale]
  return [
    {
      key: 'body',
      heading: m.title,
      cell: row => (
        <span lang={row.language === locale ? undefined : row.language} dir="auto">
          {firstWords(row.body)}
        </span>
      ),
    },
    {
      key: 'kind',
      heading: m.kind,
      cell: row => (row.confidential ? `${m.kinds[row.kind]} · ${m.confidential}` : m.kinds[row.kind]),
    },
    { key: 'when', heading: m.when, cell: row => (row.during ? edtfInWords(locale, row.during) : '–') },
    {
      key: 'told',
      heading: m.told,
      cell: row => (row.toldBy === null ? '–' : (row.toldBy.name ?? m.somebody)),
    },
    { key: 'about', heading: m.about, cell: row => <AboutLinks visit={visit} memory={memory} refs={row.about} /> },
  ]
}
