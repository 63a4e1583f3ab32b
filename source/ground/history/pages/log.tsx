import { as } from '#ground/database/actor.ts'
import type { LogPart, LogWanted, Visit } from '#ground/house.ts'
import { historyWords } from '#ground/languages/messages/history.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { findSeminarSpace } from '#ground/mail/store/read.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { spaceName } from '#ground/people/store/spaces.ts'
import { page } from '#ground/web/answer.ts'
import { dayAsked, instantAsked } from '#ground/web/asked-time.ts'
import { layout } from '#ground/web/layout.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { readLog } from '../store/read-log.ts'
import { colleagues, namesOf } from '../store/versions.ts'
import { LogTable } from './log-table.tsx'

const logParts: readonly LogPart[] = ['seminar', 'memory', 'texts', 'people', 'mails', 'access', 'site']
type Place = {
  spaceId: string | null
  address: string
  title: string
  timeZone: string
  trail: { label: string; href?: string }[]
}

/** GET /:l/desk/seminars/:slug/log: for whoever gives rights in this seminar. */
export async function showSeminarLog(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const words = historyWords[locale]
  const slug = visit.param('slug')
  const place = await as(house.db, visit.actor, async tx => {
    const space = await findSeminarSpace(tx, slug)
    if (!space) throw notFound()
    return { id: space.id, timeZone: space.timeZone ?? 'UTC', title: await spaceName(tx, locale, space.id) }
  })
  if (!may(visit, 'read', place.id)) throw notFound()
  if (!may(visit, 'rights', place.id)) throw forbidden()
  const seminar = `/${locale}/desk/seminars/${slug}`
  return showLog(visit, {
    spaceId: place.id,
    address: `${seminar}/log`,
    title: place.title,
    timeZone: place.timeZone,
    trail: [...deskOf(visit), { label: place.title, href: seminar }, { label: words.title }],
  })
}

/** The desk, as the room that has it calls it in its menu. */
function deskOf({ house, locale }: Visit): { label: string; href: string }[] {
  const desk = house.rooms.flatMap(room => room.menu ?? []).find(({ path }) => path === '/desk')
  return desk ? [{ label: desk.label(locale), href: `/${locale}/desk` }] : []
}

/** GET /:l/administration/log: for administrators, everything that they may see. */
export async function showWholeLog(visit: Visit): Promise<Response> {
  return showLog(visit, {
    spaceId: null,
    address: `/${visit.locale}/administration/log`,
    title: '',
    timeZone: 'UTC',
    trail: [{ label: historyWords[visit.locale].title }],
  })
}

type Asked = {
  wanted: Omit<LogWanted, 'most' | 'spaceId' | 'part'>
  part: LogPart | null
  since: string
  until: string
  by: '' | 'all'
}

/** What the address asks for; what it cannot ask for is left out. */
function readAsked(visit: Visit, timeZone: string): Asked {
  const query = visit.url.searchParams
  const now = visit.house.clock.now()
  const day = (name: string) => {
    const tomorrow = now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 })
    return dayAsked(query.get(name), tomorrow)?.toString() ?? ''
  }
  const since = day('since')
  const until = day('until')
  const start = (text: string, days: number) =>
    Temporal.PlainDate.from(text).add({ days }).toZonedDateTime(timeZone).toInstant()
  const before = instantAsked(query.get('before'), now)
  const end = until === '' ? null : start(until, 1)
  const person = query.get('person') ?? ''
  const by = query.get('by') === 'all' ? 'all' : ''
  return {
    wanted: {
      before: before && end ? earlier(before, end) : (before ?? end),
      since: since === '' ? null : start(since, 0),
      personId: isUuid(person) ? person : null,
      byHand: by === '',
    },
    part: logParts.find(part => part === query.get('part')) ?? null,
    since,
    until,
    by,
  }
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other

async function showLog(visit: Visit, place: Place): Promise<Response> {
  const { house, locale } = visit
  const words = historyWords[locale]
  const t = parts[locale]
  const asked = readAsked(visit, place.timeZone)
  const { log, people, names } = await as(house.db, visit.actor, async tx => {
    const log = await readLog(tx, house, { ...asked.wanted, spaceId: place.spaceId, part: asked.part })
    const ids = log.entries.flatMap(({ actorKind, actorId }) => (actorKind === 'person' && actorId ? [actorId] : []))
    return { log, people: await colleagues(tx, place.spaceId), names: await namesOf(tx, [...new Set(ids)]) }
  })
  const query = visit.url.searchParams
  const narrowed = ['person', 'part', 'since', 'until', 'by', 'before'].some(name => (query.get(name) ?? '') !== '')
  const link = (before: string | null) => {
    const next = new URLSearchParams([...query].filter(([name, value]) => name !== 'before' && value !== ''))
    if (before !== null) next.set('before', before)
    return next.size === 0 ? place.address : `${place.address}?${next}`
  }
  return page(
    visit,
    layout(
      visit,
      { title: words.title, office: true, breadcrumb: place.trail },
      <div class="stack">
        <PageHead
          {...(place.title === '' ? {} : { kicker: place.title })}
          title={words.title}
          lead={place.spaceId === null ? words.leadAll : words.lead}
        />
        <LogTable
          visit={visit}
          caption={words.caption}
          address={place.address}
          timeZone={place.timeZone}
          entries={log.entries}
          names={names}
          filters={[
            {
              name: 'person',
              label: words.person,
              value: asked.wanted.personId ?? '',
              choices: [
                { value: '', label: words.everybody },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ],
            },
            {
              name: 'part',
              label: words.part,
              value: asked.part ?? '',
              choices: [
                { value: '', label: words.everything },
                ...logParts
                  .filter(part => place.spaceId === null || (part !== 'site' && part !== 'memory'))
                  .map(part => ({ value: part, label: words.parts[part] })),
              ],
            },
            {
              name: 'by',
              label: words.by,
              value: asked.by,
              choices: [
                { value: '', label: words.byHand },
                { value: 'all', label: words.byAll },
              ],
            },
            { name: 'since', label: words.since, value: asked.since, kind: 'date' },
            { name: 'until', label: words.until, value: asked.until, kind: 'date' },
          ]}
          empty={
            narrowed
              ? {
                  title: words.nothingFound,
                  text: words.nothingFoundText,
                  action: { href: place.address, label: t.table.clear },
                }
              : { title: words.empty, text: words.emptyText }
          }
        />
        <p class="buttons">
          {log.older ? <a href={link(log.older.toString())}>{words.older}</a> : null}
          {query.has('before') ? <a href={link(null)}>{words.newest}</a> : null}
        </p>
      </div>,
    ),
  )
}
