import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable, type Filter } from '#ground/web/parts/table.tsx'
import { projectsWords } from '../../messages/projects.ts'
import { isCountry } from '../../pages/countries.ts'
import { addressIn, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { InItsLanguage } from '../../pages/record-name.tsx'
import { choiceIn, dayFilter, isId, pageIn } from '../../pages/writing.tsx'
import { statuses } from '../rules/codes.ts'
import { listProjects, type ProjectLine, projectChoices, projectsOnAPage } from '../store/projects.ts'
import type { Total } from '../store/totals.ts'
import { datesInWords, Named, stateInWords } from './parts.tsx'
import { TotalsTable, totalLine } from './totals.tsx'

// What was planned and what was paid out: the whole is on the page of each project.
const inTheList: readonly string[] = ['budget', 'commitment', 'disbursement', 'expenditure']

/** GET /:l/territories/:slug/projects: what was done or is planned together. */
export async function showProjects(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const asked = visit.url.searchParams
  const relationship = asked.get('relationship') ?? ''
  const country = asked.get('country') ?? ''
  const wanted = {
    status: choiceIn(visit, 'state', statuses) ?? '',
    country: isCountry(country) ? country : '',
    relationship: isId(relationship) ? relationship : '',
    page: pageIn(visit),
  }
  const { list, choices } = await reading(visit, memory, async tx => ({
    list: await listProjects(tx, memory.id, locale, wanted),
    choices: await projectChoices(tx, memory.id, locale),
  }))
  const words = projectsWords[locale]
  const t = parts[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const filter = (name: string, label: string, value: string, known: { value: string; label: string }[]): Filter => ({
    name,
    label,
    value,
    choices: [{ value: '', label: words.all }, ...known],
  })
  const narrowed = wanted.status || wanted.country || wanted.relationship
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'projects' },
    <>
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at('/projects/new')}>{words.add}</LinkButton>
        </Buttons>
      ) : null}
      <InItsLanguage locale={locale} names={list.rows.flatMap(row => [row.title, row.relationship?.name])} />
      <DataTable<ProjectLine>
        t={t}
        caption={words.title}
        quiet
        address={addressIn(visit, { ...memory, knownOn: null }, '/projects')}
        rows={list.rows}
        rowLink={row => at(`/projects/${row.id}`)}
        filters={[
          filter(
            'state',
            words.columns.state,
            wanted.status,
            choices.statuses.map(value => ({ value, label: words.statuses[value] })),
          ),
          filter(
            'country',
            words.country,
            wanted.country,
            choices.countries.map(value => ({ value, label: countryName(locale, value) })),
          ),
          filter(
            'relationship',
            words.columns.relationship,
            wanted.relationship,
            choices.relationships.map(({ id, name }) => ({ value: id, label: name })),
          ),
          ...dayFilter(visit, memory),
        ]}
        paging={{
          page: list.page,
          pages: Math.ceil(list.total / projectsOnAPage),
          size: projectsOnAPage,
          total: list.total,
        }}
        columns={[
          {
            key: 'title',
            heading: words.columns.title,
            cell: row => <Named locale={locale} name={row.title} otherwise={words.untitled} />,
          },
          { key: 'state', heading: words.columns.state, cell: row => stateInWords(locale, row, memory.day) },
          { key: 'dates', heading: words.columns.dates, cell: row => datesInWords(locale, row) || '–' },
          {
            key: 'relationship',
            heading: words.columns.relationship,
            cell: row =>
              row.relationship ? (
                <a href={at(`/relationships/${row.relationship.id}`)}>
                  <Named locale={locale} name={row.relationship.name} otherwise={words.untitled} />
                </a>
              ) : (
                '–'
              ),
          },
          { key: 'money', heading: words.columns.money, cell: row => <Lines locale={locale} totals={row.totals} /> },
        ]}
        empty={{
          title: words.empty,
          text: memory.inside || narrowed ? words.emptyText : words.emptyOutside,
        }}
      />
      {list.totals.length > 0 ? (
        <section class="stack">
          <h2>{words.totalsOfList}</h2>
          <p class="small">{words.totalsHint}</p>
          <TotalsTable locale={locale} caption={words.totalsOfList} totals={list.totals} />
        </section>
      ) : null}
    </>,
  )
}

function Lines({ locale, totals }: { locale: Locale; totals: readonly Total[] }) {
  const told = totals.filter(total => inTheList.includes(total.kind))
  if (told.length === 0) return <>–</>
  return (
    <>
      {told.map((total, index) => (
        <>
          {index > 0 ? <br /> : null}
          {totalLine(locale, total)}
        </>
      ))}
    </>
  )
}
