import { as } from '#ground/database/actor.ts'
import type { MailState } from '#ground/database/tables.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Note } from '#ground/web/parts/notices.tsx'
import { State } from '#ground/web/parts/places.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { type MailAlarm, mailAlarm } from '../store/alarm.ts'
import { findSeminarSpace, type MailRow, type MailsWanted, mailsOf, type SortKey, sortKeys } from '../store/read.ts'
import { kindOfState, longUtc, nameOfTemplate, reason, recipient, standing, wordsOf } from './words.ts'

const pageSize = 50

/** All mails that the visitor looks after. */
export async function allMails(visit: Visit): Promise<Response> {
  if (!may(visit, 'people')) throw forbidden()
  const found = await as(visit.house.db, visit.actor, tx => readList(visit, tx))
  return show(visit, `/${visit.locale}/administration/mails`, found)
}

/** The mails of one seminar. */
export async function mailsOfSeminar(visit: Visit): Promise<Response> {
  const slug = visit.param('slug')
  const found = await as(visit.house.db, visit.actor, async tx => {
    const space = await findSeminarSpace(tx, slug)
    if (!space) throw notFound()
    if (!may(visit, 'people', space.id)) throw forbidden()
    return { ...(await readList(visit, tx, space.id)), timeZone: space.timeZone }
  })
  return show(visit, `/${visit.locale}/desk/seminars/${slug}/mails`, found)
}

type Asked = { state: MailState | 'came_back' | ''; who: string; sort: MailsWanted['sort']; page: number }

/** What the address asks for; what it cannot ask for is left out. */
function readAsked(visit: Visit): Asked {
  const query = visit.url.searchParams
  const state = query.get('state') ?? ''
  const sort = query.get('sort') ?? '-written'
  const key = sort.replace(/^-/, '')
  const number = Number(query.get('page') ?? '1')
  return {
    state: state === 'came_back' || Object.hasOwn(kindOfState, state) ? (state as MailState) : '',
    who: (query.get('who') ?? '').slice(0, 200).trim(),
    sort: isSortKey(key) ? { key, descending: sort.startsWith('-') } : { key: 'written', descending: true },
    page: Number.isSafeInteger(number) && number >= 1 && number <= 1_000_000 ? number : 1,
  }
}
const isSortKey = (key: string): key is SortKey => (sortKeys as readonly string[]).includes(key)

type Found = {
  asked: Asked
  total: number
  rows: MailRow[]
  alarm: MailAlarm | null
  /** The one in which moments are told: the seminar's; UTC where mails of several are listed. */
  timeZone?: string | null
}

async function readList(visit: Visit, tx: Parameters<typeof mailsOf>[0], spaceId?: string): Promise<Found> {
  const asked = readAsked(visit)
  const { total, rows } = await mailsOf(tx, {
    ...(spaceId === undefined ? {} : { spaceId }),
    ...(asked.state === '' ? {} : { state: asked.state }),
    ...(asked.who === '' ? {} : { who: asked.who }),
    sort: asked.sort,
    offset: (asked.page - 1) * pageSize,
    limit: pageSize,
  })
  const alarm = visit.house.settings.smtpUrl === null ? null : await mailAlarm(tx, spaceId)
  return { asked, total, rows, alarm }
}

function show(visit: Visit, address: string, { asked, total, rows, alarm, timeZone = null }: Found): Promise<Response> {
  const t = wordsOf(visit)
  const { locale, house } = visit
  const narrowed = asked.state !== '' || asked.who !== ''
  return page(
    visit,
    layout(
      visit,
      { title: t.list.title, office: true, breadcrumb: [{ label: t.list.title }] },
      <>
        <PageHead title={t.list.title} lead={t.list.lead} />
        {house.settings.smtpUrl === null ? <Note>{<p>{t.list.notSent}</p>}</Note> : null}
        {alarm ? <Alarm visit={visit} alarm={alarm} /> : null}
        <DataTable
          t={parts[locale]}
          caption={t.list.caption}
          quiet
          address={address}
          columns={columns(visit, timeZone)}
          rows={rows}
          rowLink={row => `/${locale}/administration/mails/${row.id}`}
          sorting={asked.sort}
          paging={{ page: asked.page, pages: Math.ceil(total / pageSize), size: pageSize, total }}
          filters={[
            {
              name: 'state',
              label: t.list.state,
              value: asked.state,
              choices: [
                { value: '', label: t.list.allStates },
                ...Object.entries(t.states).map(([value, label]) => ({ value, label })),
                { value: 'came_back', label: t.returned.cameBack },
              ],
            },
            { name: 'who', label: t.list.who, value: asked.who },
          ]}
          empty={
            narrowed || asked.page > 1
              ? {
                  title: t.list.nothingFound,
                  text: t.list.nothingFoundText,
                  action: { href: address, label: parts[locale].table.clear },
                }
              : { title: t.list.empty, text: t.list.emptyText }
          }
        />
      </>,
    ),
  )
}

function Alarm({ visit, alarm }: { visit: Visit; alarm: MailAlarm }) {
  const t = wordsOf(visit)
  return (
    <Note tone="problem" title={t.alarm.title}>
      {alarm.oldest ? <p>{t.alarm.waiting(alarm.waiting, longUtc(t, visit.locale, alarm.oldest))}</p> : null}
      {alarm.failed > 0 ? <p>{t.alarm.failed(alarm.failed)}</p> : null}
      <p>{t.alarm.advice}</p>
    </Note>
  )
}

function columns(visit: Visit, timeZone: string | null): Column<MailRow>[] {
  const t = wordsOf(visit)
  const { house, locale } = visit
  return [
    { key: 'to', heading: t.list.to, cell: row => <bdi>{recipient(t, row)}</bdi> },
    { key: 'what', heading: t.list.what, cell: row => nameOfTemplate(house, row.template, locale) },
    {
      key: 'state',
      heading: t.list.state,
      sortable: true,
      cell: row => {
        const { kind, words } = standing(t, row)
        return <State kind={kind}>{words}</State>
      },
    },
    {
      key: 'written',
      heading: timeZone === null ? t.list.written : t.list.writtenIn(cityOfZone(locale, timeZone)),
      sortable: true,
      kind: 'moment',
      cell: row => shortMoment(locale, row.created_at, timeZone ?? 'UTC'),
    },
    { key: 'tries', heading: t.list.tries, sortable: true, kind: 'number', cell: row => String(row.attempts) },
    { key: 'error', heading: t.list.error, cell: row => reason(t, row.last_error, row.bounce)?.words ?? '' },
  ]
}
