import { raw } from 'hono/html'
import { figuresWords } from '#convene/messages/figures.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { EmptyPage } from '#ground/web/parts/notices.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { pictureOf } from './of-sheet.ts'
import { seminarInFigures } from './office.ts'
import type { Sheet, SheetRow } from './sheets.ts'

/** How many people come, from where and since when: each figure as a picture, with its numbers beside it. */
export async function showFigures(visit: Visit): Promise<Response> {
  const { locale } = visit
  const w = figuresWords[locale]
  const { seminar, sheets, exactly, anybody } = await seminarInFigures(visit)
  const desk = `/${locale}/desk`
  const at = `${desk}/seminars/${seminar.slug}`
  const drawn = anybody
    ? await Promise.all(sheets.map(async sheet => ({ sheet, pictures: await pictureOf(locale, sheet) })))
    : []
  return page(
    visit,
    layout(
      visit,
      {
        title: `${w.title} – ${seminar.title}`,
        office: true,
        breadcrumb: [
          { label: registration[locale].desk.title, href: desk },
          { label: seminar.title, href: at },
          { label: w.title },
        ],
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={w.title} lead={w.lead} />
        {anybody ? (
          <>
            {exactly ? null : <p>{w.small}</p>}
            <p>
              <a href={`${at}/figures.csv`} download>
                {w.csv}
              </a>
            </p>
            <div class="figures-list">
              {drawn.map(({ sheet, pictures }) => (
                <OneFigure visit={visit} sheet={sheet} pictures={pictures} />
              ))}
            </div>
          </>
        ) : (
          <EmptyPage
            title={w.noneTitle}
            text={w.none}
            action={{ href: `/${locale}/seminars/${seminar.slug}`, label: w.noneDoor }}
          />
        )}
      </div>,
    ),
  )
}

function OneFigure({ visit, sheet, pictures }: { visit: Visit; sheet: Sheet; pictures: readonly string[] }) {
  const { locale } = visit
  const w = figuresWords[locale]
  const isArrivals = sheet.id === 'arrivals'
  const rows = isArrivals ? sheet.rows.filter(({ values }) => values[0] !== 0) : sheet.rows
  const notes = [sheet.note, isArrivals && rows.length < sheet.rows.length ? quiet(w, sheet) : undefined]
  return (
    <section class="stack" id={sheet.id}>
      <h2>{sheet.title}</h2>
      {notes.map(note => (note ? <p class="small">{note}</p> : null))}
      <div class="picture-and-table">
        <div class="stack">
          {sheet.id === 'quotas' ? <Legend locale={locale} /> : null}
          {pictures.map(picture => (
            <figure class="picture">{raw(picture)}</figure>
          ))}
        </div>
        <DataTable
          t={parts[locale]}
          caption={sheet.title}
          quiet
          address=""
          rows={rows}
          columns={[
            { key: 'name', heading: sheet.heading, cell: (row: SheetRow) => <span dir="auto">{row.label}</span> },
            ...sheet.columns.map((heading, index) => ({
              key: String(index),
              heading,
              kind: 'number' as const,
              cell: (row: SheetRow) => {
                const value = row.values[index] ?? null
                return value === null ? w.fewer : number(locale, value)
              },
            })),
          ]}
          empty={{ title: w.noneTitle, text: w.none }}
        />
      </div>
    </section>
  )
}

const quiet = (w: (typeof figuresWords)['en'], sheet: Sheet) => (sheet.heading === w.weekOf ? w.quietWeeks : w.quiet)

/** How the parts of a bar look: by pattern, not by colour. */
function Legend({ locale }: { locale: Visit['locale'] }) {
  const w = figuresWords[locale]
  const looks = [
    { look: 'taken', label: w.taken },
    { look: 'hatched', label: w.held },
    { look: 'free', label: w.free },
  ]
  return (
    <ul class="legend picture">
      {looks.map(({ look, label }) => (
        <li>
          <svg viewBox="0 0 24 14" aria-hidden="true">
            <rect
              class={look}
              x="1"
              y="1"
              width="22"
              height="12"
              {...(look === 'hatched' ? { fill: 'url(#quotas-hatched)' } : {})}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
