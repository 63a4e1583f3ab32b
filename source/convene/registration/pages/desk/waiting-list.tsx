import { deskChange } from '#convene/messages/desk-change.ts'
import { deskLine } from '#convene/messages/desk-line.ts'
import { deskOne } from '#convene/messages/desk-one.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, moment, shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { Button, Buttons } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { Note, Region } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { isSeminarOver } from '../../acts/at-the-gate.ts'
import { passedOver } from '../../rules/passed-over.ts'
import { counts, type Obstacle } from '../../rules/places.ts'
import { standings } from '../../rules/standings.ts'
import { type Admission, admissionOf } from '../../store/admission.ts'
import { changesOf, type GivenTo, givenSince, type LineRow, peopleOf, readLine } from '../../store/desk-line.ts'
import { type NamedPlaces, namedPlaces } from '../../store/desk-places.ts'
import { type OfficeSeminar, peopleSeminar } from '../desk.tsx'
import { deskPage } from './desk-page.tsx'
import { PassedOverBy, WhyNotYet } from './line-parts.tsx'
import { nameOfRegion } from './list-parts.tsx'
import { quotaName } from './quota-table.tsx'

const size = 50

/** Somebody in the line as the page tells them. */
type Row = LineRow & {
  place: number
  rank: number
  obstacles: Obstacle[]
  passed: GivenTo[]
  person: Awaited<ReturnType<typeof peopleOf>> extends Map<string, infer Person> ? Person | undefined : never
}

/** The line in its order: who waits, since when, why not yet, and who went past them. */
export function showWaitingList(visit: Visit): Promise<Response> {
  return waitingListPage(visit)
}

/** What was typed as a priority, by registration, when one of them could not stand; `error` says what is wrong with it. */
export type TypedPriorities = ReadonlyMap<string, { typed: string; error: string | null }>

export async function waitingListPage(visit: Visit, typed: TypedPriorities = new Map()): Promise<Response> {
  const { locale } = visit
  const words = deskLine[locale]
  const seminar = await peopleSeminar(visit)
  const query = visit.url.searchParams
  const asked = Number(query.get('page') ?? 1)
  const number = Number.isSafeInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  const { rows, total, named, admission, quota } = await read(visit, seminar, query.get('quota') ?? '', number)
  const address = `/${locale}/desk/seminars/${seminar.slug}/waiting-list`
  const over = isSeminarOver(seminar)
  const errors = [...typed].flatMap(([id, { error }]) => (error === null ? [] : [{ id, error }]))
  const ended = Temporal.Instant.compare(admission.now, admission.promoteUntil) >= 0 ? admission.promoteUntil : null
  return deskPage(
    visit,
    seminar,
    { title: words.title, lead: words.lead, failed: errors.length > 0 },
    <>
      {errors.length > 0 ? (
        <Note tone="problem">
          <ul role="alert">
            {errors.map(({ id, error }) => (
              <li>
                <a href={`#priority-${id}`}>{error}</a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      <DataTable
        t={parts[locale]}
        caption={words.title}
        quiet
        address={address}
        rows={rows}
        columns={columnsOf({ visit, seminar, named, ended, typed, over })}
        filters={
          named.places.quotas.length > 1
            ? [
                {
                  name: 'quota',
                  label: words.waitsFor,
                  value: quota,
                  choices: [
                    { value: '', label: registration[locale].desk.all },
                    ...named.places.quotas.map(({ key }) => ({
                      value: key,
                      label: quotaName(locale, named.names, key),
                    })),
                  ],
                },
              ]
            : []
        }
        paging={{ page: number, pages: Math.ceil(total / size), size, total }}
        empty={{ title: words.nobodyTitle, text: words.nobody }}
      />
      {rows.length > 0 && over ? <p>{deskOne[locale].over}</p> : null}
      {rows.length > 0 && !over ? (
        <form id="priorities" method="post" action={`${address}${visit.url.search}`}>
          <input type="hidden" name="_once" value={newOnceKey(visit.house.keys)} />
          <Buttons>
            <Button kind="secondary">{words.savePriorities}</Button>
            <span class="small">{words.priorityHint}</span>
          </Buttons>
        </form>
      ) : null}
      <HowItWorks visit={visit} seminar={seminar} admission={admission} />
    </>,
  )
}

/** One read of the line and of the places, whatever the number of people; names for those of this page only. */
async function read(visit: Visit, seminar: OfficeSeminar, asked: string, number: number) {
  return as(visit.house.db, visit.actor, async tx => {
    const named = await namedPlaces(tx, seminar.id)
    const admission = await admissionOf(tx, seminar.id)
    const line = await readLine(tx, seminar.id)
    const places = new Map(line.map(({ id }, index) => [id, index + 1]))
    const quota = named.places.quotas.find(({ key }) => key === asked)
    const wanted = quota ? line.filter(person => counts(quota, person)) : line
    const shown = wanted.slice((number - 1) * size, number * size)
    const ids = shown.map(({ id }) => id)
    const standing = standings(named.places, line, new Set(ids))
    const people = await peopleOf(tx, ids)
    const changes = await changesOf(tx, ids)
    const earliest = shown.reduce<Temporal.Instant | null>(
      (first, { since }) => (first === null || Temporal.Instant.compare(since, first) < 0 ? since : first),
      null,
    )
    const given = earliest === null ? [] : await givenSince(tx, seminar.id, earliest)
    const rows = shown.map((person): Row => {
      const { rank, obstacles } = standing.get(person.id) ?? { rank: 1, obstacles: [] }
      return {
        ...person,
        place: places.get(person.id) ?? 0,
        rank,
        obstacles,
        passed: passedOver(person, changes.get(person.id) ?? [], given, named.places.quotas),
        person: people.get(person.id),
      }
    })
    return { rows, total: wanted.length, named, admission, quota: quota?.key ?? '' }
  })
}

type ColumnsProps = {
  visit: Visit
  seminar: OfficeSeminar
  named: NamedPlaces
  ended: Temporal.Instant | null
  typed: TypedPriorities
  /** The seminar is: priorities are shown, and not set any more. */
  over: boolean
}

function columnsOf({ visit, seminar, named, ended, typed, over }: ColumnsProps): Column<Row>[] {
  const { locale } = visit
  const m = registration[locale]
  const words = deskLine[locale]
  const { slug, timeZone: zone } = seminar
  return [
    {
      key: 'person',
      heading: m.desk.person,
      cell: row => (
        <>
          <a href={`/${locale}/desk/seminars/${slug}/registrations/${row.id}`}>
            <span dir="auto">{row.person?.name ?? m.desk.erased}</span>
          </a>
          <div class="small" dir="auto">
            {row.person?.organisation}
          </div>
          {row.person?.undelivered ? <span class="mark-word">{deskPeople[locale].list.undelivered}</span> : null}
        </>
      ),
    },
    {
      key: 'rank',
      heading: words.rank,
      kind: 'number',
      cell: row => (
        <>
          <strong>{number(locale, row.rank)}</strong>
          {row.place === row.rank ? null : <div class="small">{words.place(row.place)}</div>}
        </>
      ),
    },
    {
      key: 'category',
      heading: m.desk.category,
      cell: row => (
        <>
          {m.categoriesShort[row.category]}
          <div>
            <Region
              t={parts[locale]}
              region={nameOfRegion[row.region]}
              label={row.person ? countryName(locale, row.person.country) : undefined}
            />
          </div>
        </>
      ),
    },
    {
      key: 'since',
      heading: words.since,
      kind: 'moment',
      cell: row => (
        <>
          {/* The order is that of the requests: being examined for long costs nobody their rank. */}
          {shortMoment(locale, row.requestedAt, zone)}
          {Temporal.Instant.compare(row.since, row.requestedAt) > 0 ? (
            <div class="small">{deskChange[locale].examined(shortMoment(locale, row.since, zone))}</div>
          ) : null}
        </>
      ),
    },
    {
      key: 'why',
      heading: words.whyNotYet,
      cell: row => (
        <WhyNotYet
          visit={visit}
          names={named.names}
          obstacles={row.obstacles}
          invitation={row.person}
          ended={ended}
          zone={zone}
        />
      ),
    },
    {
      key: 'passed',
      heading: words.passedOver,
      cell: row => (
        <PassedOverBy visit={visit} names={named.names} slug={slug} zone={zone} passed={row.passed} most={3} />
      ),
    },
    {
      key: 'priority',
      heading: words.priority,
      cell: row => {
        if (over) return number(locale, row.priority)
        const kept = typed.get(row.id)
        const wrong = kept !== undefined && kept.error !== null
        return (
          <div class={wrong ? 'field short wrong' : 'field short'}>
            <input type="hidden" form="priorities" name={`was-${row.id}`} value={String(row.priority)} />
            <input
              type="text"
              id={`priority-${row.id}`}
              form="priorities"
              name={`priority-${row.id}`}
              value={kept?.typed ?? String(row.priority)}
              size={4}
              maxlength={4}
              aria-label={words.priorityOf(row.person?.name ?? m.desk.erased)}
              aria-invalid={wrong ? 'true' : undefined}
            />
          </div>
        )
      },
    },
  ]
}

/** How the line works, for this seminar. */
function HowItWorks({ visit, seminar, admission }: { visit: Visit; seminar: OfficeSeminar; admission: Admission }) {
  const { locale } = visit
  const words = deskLine[locale].how
  const until = moment(locale, admission.promoteUntil, seminar.timeZone)
  return (
    <section class="stack measure">
      <h2>{words.title}</h2>
      <p>{words.order}</p>
      <p>{words.passing}</p>
      <p>{words.rank}</p>
      <p>{admission.promotion === 'offer' ? words.offer(admission.offerHours) : words.direct}</p>
      <p>{words.until(until)}</p>
    </section>
  )
}
