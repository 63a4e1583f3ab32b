import { textStates } from '#convene/editing/rules/text-states.ts'
import { programmeLanguages } from '#convene/messages/programme-languages.ts'
import type { Visit } from '#ground/house.ts'
import { languageName, moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { texts as textWords } from '#ground/languages/messages/texts.ts'
import { number } from '#ground/languages/say.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { groupsToTranslate, placeInFile } from '../rules/groups.ts'
import { fittingIn, isOpen } from '../store/languages-of.ts'
import {
  deskOf,
  languagesPath,
  programmeToTranslate,
  publishPath,
  type Translating,
  trail,
  translatePath,
} from './languages-load.ts'

type Row = {
  language: Locale
  isSource: boolean
  counts: Record<'reviewed' | 'draft' | 'stale' | 'missing', number>
  /** When the last version was published in it. */
  since: Temporal.Instant | undefined
  /** How many texts of the draft, names of organisations aside, fit the last version and are not in it. */
  more: number
  /** Whether they can be published now: otherwise the next release brings them. */
  isOpen: boolean
}

/** GET /:l/desk/seminars/:slug/programme/languages: how much of the draft there is in each language, and where it is published. */
export async function showLanguages(visit: Visit): Promise<Response> {
  const of = await programmeToTranslate(visit, 'translate')
  const { locale } = visit
  const m = programmeLanguages[locale]
  const rows = rowsOf(of)
  const isEmpty = of.draft.slots.length === 0
  return page(
    visit,
    layout(
      visit,
      { title: `${m.title} – ${of.title}`, office: true, breadcrumb: trail(visit, of, null) },
      <div class="stack">
        <PageHead kicker={of.title} title={m.title} lead={m.lead} />
        {isEmpty ? <p>{m.draftEmpty}</p> : null}
        <DataTable
          t={parts[locale]}
          caption={m.table}
          quiet
          address={languagesPath(visit, of.slug)}
          columns={columns(visit, of)}
          rows={rows}
          empty={{ title: m.title, text: m.draftEmpty }}
        />
        {of.version === null ? null : <p class="small">{m.onceExplained}</p>}
        {of.mayEdit ? (
          <p class="buttons">
            <a href={`${deskOf(visit, of.slug)}/programme`}>{m.toRelease}</a>
            <a href={`${deskOf(visit, of.slug)}/edit/languages`}>{m.toLanguages}</a>
          </p>
        ) : null}
      </div>,
    ),
  )
}

function rowsOf(of: Translating): Row[] {
  const { file, textAt } = of.seminar
  const states = textStates(textAt)
  const places = groupsToTranslate(of.draft).flatMap(({ texts }) => texts.map(({ place }) => placeInFile(place)))
  return file.languages.map(language => {
    const found = places.map(place => states(place, language))
    const count = (...wanted: string[]) => found.filter(state => wanted.includes(state)).length
    const since = of.since.get(language)
    const fitting = language === file.source ? null : fittingIn(of, language)
    return {
      language,
      isSource: language === file.source,
      counts: {
        reviewed: count('source', 'reviewed'),
        draft: count('draft', 'machine'),
        stale: count('stale'),
        missing: count('missing'),
      },
      since,
      more: fitting?.count ?? 0,
      isOpen: isOpen(of, language, fitting),
    }
  })
}

function columns(visit: Visit, of: Translating): Column<Row>[] {
  const { locale } = visit
  const m = programmeLanguages[locale]
  const heading = textWords[locale].column
  const count = (key: keyof Row['counts']): Column<Row> => ({
    key,
    heading: heading[key],
    kind: 'number',
    cell: ({ language, isSource, counts }) => {
      // The language it is written in is nobody's translation.
      if (isSource) return '–'
      const shown = number(locale, counts[key])
      if (counts[key] === 0 || key === 'reviewed' || key === 'draft') return shown
      return (
        <a
          href={`${translatePath(visit, of.slug, language)}?show=to-do`}
          aria-label={`${shown} · ${heading[key]} · ${languageName(locale, language)}`}
        >
          {shown}
        </a>
      )
    },
  })
  return [
    {
      key: 'language',
      heading: heading.language,
      cell: ({ language, isSource }) =>
        isSource ? `${languageName(locale, language)} (${m.isSource})` : languageName(locale, language),
    },
    ...(['reviewed', 'draft', 'stale', 'missing'] as const).map(count),
    { key: 'published', heading: m.published, cell: row => publishedInWords(row, of, locale) },
    { key: 'act', heading: m.act, cell: row => <Acts visit={visit} of={of} row={row} /> },
  ]
}

function publishedInWords({ since, more, isOpen }: Row, of: Translating, locale: Locale): string {
  const m = programmeLanguages[locale]
  if (of.version === null) return m.notReleased
  if (since === undefined) return m.notPublished
  const said = m.since(moment(locale, since, of.seminar.file.time_zone))
  if (more === 0) return said
  return `${said} ${isOpen ? m.canBeAdded(more) : m.later(more)}`
}

function Acts({ visit, of, row }: { visit: Visit; of: Translating; row: Row }) {
  const { locale } = visit
  const m = programmeLanguages[locale]
  if (row.isSource) return <>–</>
  const name = <span class="hidden-text"> – {languageName(locale, row.language)}</span>
  return (
    <span class="buttons">
      <a href={translatePath(visit, of.slug, row.language)}>
        {m.translate}
        {name}
      </a>
      {of.mayEdit && row.isOpen && (row.since === undefined || row.more > 0) ? (
        <a href={publishPath(visit, of.slug, row.language)}>
          {m.publish}
          {name}
        </a>
      ) : null}
    </span>
  )
}
