import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { memoryWords } from '../../messages/memory.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { InItsLanguage } from '../../pages/record-name.tsx'
import { relationshipKinds } from '../rules/standing.ts'
import { listRelationships, type RelationshipLine } from '../store/relationships.ts'
import { ChooseOne, ForThoseChosen, UndoChosen } from './choose-several.tsx'
import { Named, Standing, standingInWords } from './parts.tsx'

const standings = ['alive', 'to-come', 'unclear', 'ended'] as const
const standingsInside = ['alive', 'sleeping', 'unknown', 'to-come', 'unclear', 'ended'] as const

/** GET /:l/territories/:slug/relationships: what links the territory to whom, and what is due next. */
export async function showRelationships(visit: Visit): Promise<Response> {
  const { locale, url } = visit
  const memory = await memoryOf(visit)
  const words = relationsWords[locale]
  const t = parts[locale]
  const all = await reading(visit, memory, tx => listRelationships(tx, memory.id, locale, memory.day, memory.inside))
  const kind = relationshipKinds.find(one => one === url.searchParams.get('kind')) ?? ''
  const states = memory.inside ? standingsInside : standings
  const state = states.find(one => one === url.searchParams.get('state')) ?? ''
  const rows = all.filter(line => (kind === '' || line.kind === kind) && (state === '' || line.standing === state))
  const anything = (value: string, label: string) => ({ value, label })
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'relationships' },
    <>
      {memory.edits && all.length > 0 ? (
        <p>
          <LinkButton href={addressIn(visit, memory, '/relationships/new')}>{words.add}</LinkButton>
        </p>
      ) : null}
      {memory.edits ? <UndoChosen visit={visit} memory={memory} /> : null}
      <InItsLanguage locale={locale} names={rows.flatMap(row => [row.name, ...row.partners.map(({ name }) => name)])} />
      <DataTable
        t={t}
        caption={words.title}
        quiet
        address={addressIn(visit, memory, '/relationships')}
        rows={rows}
        columns={columnsFor(visit)}
        {...(memory.edits
          ? {}
          : { rowLink: (line: RelationshipLine) => addressIn(visit, memory, `/relationships/${line.id}`) })}
        {...(all.length > 3 && memory.knownOn === null
          ? {
              filters: [
                {
                  name: 'kind',
                  label: words.filterKind,
                  value: kind,
                  choices: [anything('', words.all), ...relationshipKinds.map(one => anything(one, words.kinds[one]))],
                },
                {
                  name: 'state',
                  label: words.filterState,
                  value: state,
                  choices: [
                    anything('', words.all),
                    ...states.map(one => anything(one, standingInWords(locale, memory, one))),
                  ],
                },
              ],
            }
          : {})}
        empty={{
          title: all.length > 0 ? words.noneSuch : words.none,
          text: all.length > 0 ? words.noneSuchText : memory.inside ? words.noneText : words.noneOutside,
          ...(memory.edits && all.length === 0
            ? { action: { href: addressIn(visit, memory, '/relationships/new'), label: words.add } }
            : {}),
        }}
      />
      {memory.edits && rows.length > 0 ? <ForThoseChosen visit={visit} memory={memory} /> : null}
    </>,
  )

  function columnsFor({ locale }: Visit): Column<RelationshipLine>[] {
    return [
      {
        key: 'name',
        heading: words.columns.name,
        cell: line =>
          memory.edits ? (
            <ChooseOne visit={visit} memory={memory} line={line} />
          ) : (
            <Named locale={locale} name={line.name} otherwise={words.nameless} />
          ),
      },
      { key: 'kind', heading: words.columns.kind, cell: line => words.kinds[line.kind] },
      {
        key: 'partners',
        heading: words.columns.partners,
        cell: line =>
          line.partners.length === 0
            ? '–'
            : line.partners.map((partner, index) => (
                <>
                  {index > 0 ? ', ' : null}
                  <Named locale={locale} name={partner.name} otherwise="–" />
                  {/* Whoever is neither partner nor network is told with their role. */}
                  {partner.roles.length > 0 ? (
                    <span class="small">
                      {' '}
                      ({partner.roles.map(role => words.roles[role].toLowerCase()).join(', ')})
                    </span>
                  ) : null}
                </>
              )),
      },
      { key: 'since', heading: words.columns.since, cell: line => edtfInWords(locale, line.during) },
      {
        key: 'state',
        heading: words.columns.state,
        cell: line => <Standing locale={locale} memory={memory} standing={line.standing} />,
      },
      ...(memory.inside
        ? [
            {
              key: 'contact',
              heading: words.columns.lastContact,
              cell: (line: RelationshipLine) => (line.lastContact ? dayOf(locale, line.lastContact) : '–'),
            },
          ]
        : []),
      {
        key: 'next',
        heading: words.columns.next,
        cell: ({ next }) =>
          next?.deadline && next.todo
            ? `${dayOf(locale, next.deadline)} (${agreementsWords[locale].todoShort[next.todo]})`
            : '–',
      },
      ...(memory.inside
        ? [
            {
              key: 'circle',
              heading: words.columns.circle,
              cell: (line: RelationshipLine) => memoryWords[locale].circles[line.visibility],
            },
          ]
        : []),
    ]
  }
}
