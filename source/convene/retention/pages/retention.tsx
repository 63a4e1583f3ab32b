import { lifeWords } from '#convene/messages/life.ts'
import { registration } from '#convene/messages/registration.ts'
import { retentionWords } from '#convene/messages/retention.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { date, moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { dueAt, type Erasable, erasable, keptUntil } from '../rules/retention.ts'
import { countKept, findRetained, type ListedRun, listRuns, runsOnAPage } from '../store/overview.ts'

/** GET /:l/desk/seminars/:slug/retention: what is erased when, and what has been. */
export async function showRetention(visit: Visit): Promise<Response> {
  const { locale, house } = visit
  const m = retentionWords[locale]
  const asked = askedPage(visit.url.searchParams)
  const found = await as(house.db, visit.actor, async tx => {
    const seminar = await findRetained(tx, visit.param('slug'))
    if (!seminar || !may(visit, 'people', seminar.id)) return { seminar, kept: null, runs: null }
    return { seminar, kept: await countKept(tx, seminar.id), runs: await listRuns(tx, seminar.id, asked) }
  })
  if (!found.seminar) throw notFound()
  if (!found.kept) throw new Refusal('forbidden', m.mayNot)
  const { seminar, kept, runs } = found
  const title = wordsOf(seminar.title, locale) || seminar.slug
  const at = `/${locale}/desk/seminars/${seminar.slug}`
  return page(
    visit,
    layout(
      visit,
      {
        title: `${m.title} – ${title}`,
        office: true,
        breadcrumb: [
          { label: registration[locale].desk.title, href: `/${locale}/desk` },
          { label: title, href: at },
          { label: m.title },
        ],
      },
      <div class="stack">
        <PageHead kicker={title} title={m.title} lead={m.lead} />
        <Plan visit={visit} seminar={seminar} kept={kept} address={`${at}/retention`} />
        <div class="prose">
          <p>{m.stays}</p>
          <p>{m.exceptions}</p>
          <p>{m.change}</p>
        </div>
        <h2>{m.logTitle}</h2>
        <Log visit={visit} runs={runs} page={asked} zone={seminar.timeZone} address={`${at}/retention`} />
      </div>,
    ),
  )
}

type Seminar = NonNullable<Awaited<ReturnType<typeof findRetained>>>
type PlanProps = { visit: Visit; seminar: Seminar; kept: Record<Erasable, number>; address: string }

function Plan({ visit, seminar, kept, address }: PlanProps) {
  const { locale } = visit
  const m = retentionWords[locale]
  const { heldOn, days, now, rests } = seminar
  const due = dueAt(seminar, now)
  const until = (what: Erasable) => {
    if (rests) return lifeWords[locale].retentionRests
    const day = date(locale, keptUntil(heldOn, days[what]))
    return days[what] === 0 ? m.untilTheDay(day) : m.until(day, days[what])
  }
  const after = (what: Erasable) => {
    if (rests) return ''
    if (!due.includes(what)) return m.willBe(date(locale, keptUntil(heldOn, days[what]).add({ days: 1 })))
    if (kept[what] === 0) return m.nothingLeft
    return what === 'persons' ? m.personsDueNow : m.dueNow
  }
  return (
    <DataTable
      t={parts[locale]}
      caption={m.planCaption}
      address={address}
      rows={erasable}
      columns={[
        {
          key: 'what',
          heading: m.columns.what,
          cell: what => (
            <>
              {m.what[what]}
              <div class="small">{m.contents[what]}</div>
            </>
          ),
        },
        { key: 'until', heading: m.columns.until, cell: until },
        { key: 'after', heading: m.columns.after, cell: after },
        { key: 'kept', heading: m.columns.kept, kind: 'number', cell: what => number(locale, kept[what]) },
      ]}
      empty={{ title: m.emptyTitle, text: m.empty }}
    />
  )
}

type LogProps = {
  visit: Visit
  runs: { rows: ListedRun[]; total: number }
  page: number
  zone: string
  address: string
}

function Log({ visit, runs, page, zone, address }: LogProps) {
  const { locale } = visit
  const m = retentionWords[locale]
  return (
    <DataTable
      t={parts[locale]}
      caption={m.logTitle}
      quiet
      address={address}
      rows={runs.rows}
      paging={{ page, pages: Math.ceil(runs.total / runsOnAPage), size: runsOnAPage, total: runs.total }}
      columns={[
        { key: 'at', heading: m.log.at, kind: 'moment', cell: run => moment(locale, run.at, zone) },
        { key: 'what', heading: m.log.what, cell: run => m.what[run.what] },
        {
          key: 'registrations',
          heading: m.log.registrations,
          kind: 'number',
          cell: run => number(locale, run.registrations),
        },
      ]}
      empty={{ title: m.emptyTitle, text: m.empty }}
    />
  )
}

function askedPage(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}
