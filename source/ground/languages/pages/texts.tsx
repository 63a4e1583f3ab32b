import { as } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { page } from '../../web/answer.ts'
import { layout } from '../../web/layout.tsx'
import { type Column, DataTable } from '../../web/parts/table.tsx'
import { PageHead, State, type StateKind } from '../../web/parts/text.tsx'
import { languageName } from '../format.ts'
import { isLocale, type Locale, locales } from '../locales.ts'
import { parts } from '../messages/parts.ts'
import { texts } from '../messages/texts.ts'
import { number } from '../say.ts'
import {
  countByLanguage,
  type LanguageCounts,
  listTexts,
  type StateOfText,
  spacesInCare,
  type TextRow,
  type Wanted,
} from '../store/overview.ts'
import { beginning, fieldInWords, spaceInWords } from './words-of-records.ts'

const size = 25
const toDo = ['missing', 'stale', 'draft'] as const

/** What is missing, stale or not reviewed, for whoever looks after texts: counts by language, then the texts. */
export async function textsPage(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const t = texts[locale]
  const asked = readChoice(visit.url.searchParams)
  const { spaces, wanted, counts, list } = await as(house.db, visit.actor, async tx => {
    const spaces = await spacesInCare(tx)
    const wanted = { ...asked, spaceId: spaces.some(space => space.id === asked.spaceId) ? asked.spaceId : null }
    return {
      spaces,
      wanted,
      counts: await countByLanguage(tx, wanted.spaceId),
      list: await listTexts(tx, wanted),
    }
  })
  const address = `/${locale}/desk/texts`
  const nothingInCare = spaces.length === 0
  return page(
    visit,
    layout(
      visit,
      { title: t.title, office: true, breadcrumb: [{ label: t.title }] },
      <>
        <PageHead title={t.title} lead={t.lead} />
        <div class="stack">
          {nothingInCare ? null : <Counts locale={locale} counts={counts} address={address} spaceId={wanted.spaceId} />}
          <DataTable
            t={parts[locale]}
            caption={t.list}
            address={address}
            columns={columns(visit, id => {
              const space = spaces.find(one => one.id === id)
              return space ? spaceInWords(locale, space) : ''
            })}
            rows={list.rows}
            rowLink={row => `${address}/${row.table}/${row.record}/${encodeURIComponent(row.field)}`}
            paging={{ page: wanted.page, pages: Math.ceil(list.total / size), size, total: list.total }}
            filters={
              nothingInCare
                ? []
                : filters(
                    locale,
                    wanted,
                    spaces.map(space => [space.id, spaceInWords(locale, space)]),
                  )
            }
            empty={nothingInCare ? { title: t.none, text: t.noneNext } : { title: t.empty, text: t.emptyNext }}
          />
        </div>
      </>,
    ),
  )
}

function readChoice(query: URLSearchParams): Wanted & { page: number } {
  const language = query.get('language')
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1))
  return {
    language: isLocale(language) ? language : null,
    state: toDo.find(state => state === query.get('state')) ?? null,
    spaceId: query.get('space'),
    page,
    offset: (page - 1) * size,
    most: size,
  }
}

type CountsProps = { locale: Locale; counts: readonly LanguageCounts[]; address: string; spaceId: string | null }

function Counts({ locale, counts, address, spaceId }: CountsProps) {
  const t = texts[locale]
  const space = spaceId === null ? '' : `&space=${spaceId}`
  const count = (key: 'source' | 'reviewed' | (typeof toDo)[number]): Column<LanguageCounts> => ({
    key,
    heading: t.column[key],
    kind: 'number',
    cell: row => {
      const shown = number(locale, row[key])
      if (row[key] === 0 || key === 'source' || key === 'reviewed') return shown
      return (
        <a
          href={`${address}?language=${row.language}&state=${key}${space}`}
          aria-label={`${shown} · ${t.column[key]} · ${languageName(locale, row.language)}`}
        >
          {shown}
        </a>
      )
    },
  })
  return (
    <DataTable
      t={parts[locale]}
      caption={t.byLanguage}
      address={address}
      columns={[
        { key: 'language', heading: t.column.language, cell: row => languageName(locale, row.language) },
        ...(['source', 'reviewed', 'draft', 'stale', 'missing'] as const).map(count),
      ]}
      rows={counts}
      rowLink={row => `${address}?language=${row.language}${space}`}
      empty={{ title: t.none, text: t.noneNext }}
    />
  )
}

function columns({ house, locale }: Visit, where: (spaceId: string) => string): Column<TextRow>[] {
  const t = texts[locale]
  return [
    {
      key: 'source',
      heading: t.column.text,
      cell: row => (
        <span lang={row.source} dir="auto">
          {beginning(row.excerpt)}
        </span>
      ),
    },
    { key: 'field', heading: t.column.field, cell: row => fieldInWords(house, locale, row.table, row.field) },
    { key: 'space', heading: t.column.place, cell: row => where(row.spaceId) },
    ...locales.map(language => ({
      key: language,
      heading: languageName(locale, language),
      cell: (row: TextRow) => <TextState locale={locale} state={row.states[language]} />,
    })),
  ]
}

const signOf: Record<StateOfText, StateKind> = {
  source: 'neutral',
  reviewed: 'ok',
  draft: 'waiting',
  machine: 'waiting',
  stale: 'waiting',
  missing: 'no',
}

export function TextState({ locale, state }: { locale: Locale; state: StateOfText }) {
  return <State kind={signOf[state]}>{texts[locale].state[state]}</State>
}

function filters(locale: Locale, wanted: Wanted, spaces: readonly (readonly [id: string, words: string])[]) {
  const t = texts[locale].filter
  return [
    {
      name: 'language',
      label: t.language,
      value: wanted.language ?? '',
      choices: [
        { value: '', label: t.anyLanguage },
        ...locales.map(language => ({ value: language, label: languageName(locale, language) })),
      ],
    },
    {
      name: 'state',
      label: t.state,
      value: wanted.state ?? '',
      choices: [{ value: '', label: t.anyState }, ...toDo.map(state => ({ value: state, label: t[state] }))],
    },
    {
      name: 'space',
      label: t.space,
      value: wanted.spaceId ?? '',
      choices: [{ value: '', label: t.anySpace }, ...spaces.map(([value, label]) => ({ value, label }))],
    },
  ]
}
