import { guests } from '#convene/messages/guests.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { page, redirect } from '#ground/web/answer.ts'
import type { SentForm } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Confirm, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { undoList, whatUndoTakes } from '../acts/undo-list.ts'
import { type GuestList, stateOfList } from '../store/guest-lists.ts'
import { type OfList, registrationsOfList } from '../store/taking-back.ts'
import { deskAddress, type PeopleSeminar, peoplePage } from './frame.tsx'

const addressOf = (visit: Visit, seminar: PeopleSeminar, id: string) => deskAddress(visit, seminar, `/guests/${id}`)

/** How far long work is; the page looks again by itself. */
export function progressPage(
  visit: Visit,
  seminar: PeopleSeminar,
  list: GuestList,
  said: { title: string; text: string },
): Promise<Response> {
  const m = guests[visit.locale]
  // Without a script, as everything: by the header that every browser knows.
  visit.headers.set('refresh', '3')
  return peoplePage(
    visit,
    seminar,
    { title: said.title, above: [{ label: m.title, path: '/guests' }] },
    <div role="status" class="stack">
      <p class="lead">{said.text}</p>
      <p>
        <LinkButton kind="secondary" href={addressOf(visit, seminar, list.id)}>
          {m.progress.look}
        </LinkButton>
      </p>
    </div>,
  )
}

const peopleShown = 200

/** What became of a list: who came with it, and the way to take it back. */
export async function donePage(visit: Visit, seminar: PeopleSeminar, list: GuestList): Promise<Response> {
  const { locale, house } = visit
  const m = guests[locale]
  const here = addressOf(visit, seminar, list.id)
  const people = await as(house.db, visit.actor, tx => registrationsOfList(tx, list.id))
  const at = (instant: Temporal.Instant | null) => (instant === null ? '–' : moment(locale, instant, seminar.timeZone))
  const undone = stateOfList(list) === 'undone'
  const going = undone && list.undoEndedAt === null ? people.filter(one => !one.touched).length : 0
  if (going > 0) return progressPage(visit, seminar, list, { title: m.undo.progress, text: m.undo.left(going) })
  return peoplePage(
    visit,
    seminar,
    {
      title: list.fileName,
      heading: <bdi>{list.fileName}</bdi>,
      lead: undone ? undefined : m.done.text(list.registered ?? 0),
      above: [{ label: m.title, path: '/guests' }],
    },
    <>
      <Facts
        facts={[
          { term: m.done.imported, value: at(list.importedAt) },
          { term: m.done.by, value: <span dir="auto">{list.importedBy || m.lists.somebody}</span> },
          { term: m.done.count, value: number(locale, list.registered ?? 0) },
          ...(undone ? [{ term: m.done.undone, value: at(list.undoneAt) }] : []),
          ...(undone ? [{ term: m.done.kept, value: number(locale, people.length) }] : []),
        ]}
      />
      {undone && people.length > 0 ? <p>{m.done.keptLead}</p> : null}
      <People
        visit={visit}
        seminar={seminar}
        here={here}
        people={people}
        caption={undone ? m.done.keptTitle : m.done.people}
      />
      {undone || people.length === 0 ? null : (
        <Form t={parts[locale]} action={here} once={newOnceKey(house.keys)} hidden={{ do: 'undo' }} short>
          <Button kind="danger">{m.undo.button}</Button>
        </Form>
      )}
    </>,
  )
}

type PeopleProps = { visit: Visit; seminar: PeopleSeminar; here: string; people: readonly OfList[]; caption: string }

function People({ visit, seminar, here, people, caption }: PeopleProps) {
  const { locale } = visit
  const m = guests[locale].done
  const left = people.length - peopleShown
  return (
    <>
      <DataTable
        t={parts[locale]}
        caption={caption}
        address={here}
        rows={people.slice(0, peopleShown)}
        rowLink={one => deskAddress(visit, seminar, `/registrations/${one.id}`)}
        columns={[
          { key: 'person', heading: m.person, cell: one => <span dir="auto">{one.name}</span> },
          { key: 'state', heading: m.state, cell: one => registration[locale].states[one.state] },
          { key: 'touched', heading: m.touched, cell: one => (one.touched ? m.touchedYes : m.touchedNo) },
        ]}
        empty={{ title: m.nobodyTitle, text: m.nobody }}
      />
      {left > 0 ? <p>{m.more(left)}</p> : null}
    </>
  )
}

/** The page before a list is taken back: what goes, what stays. */
export async function confirmUndo(visit: Visit, seminar: PeopleSeminar, id: string, sent: SentForm): Promise<Response> {
  const { house, locale } = visit
  const m = guests[locale].undo
  const here = addressOf(visit, seminar, id)
  const { untouched, touched, isOver } = await whatUndoTakes(house, visit.actor, seminar.slug, id)
  if (isOver) return redirect(visit, here, { tone: 'problem', text: m.over })
  const told = untouched.filter(one => one.told).length
  return page(
    visit,
    layout(
      visit,
      {
        title: `${m.title} – ${seminar.title}`,
        office: true,
        breadcrumb: [
          { label: seminar.title, href: deskAddress(visit, seminar, '') },
          { label: guests[locale].title, href: deskAddress(visit, seminar, '/guests') },
          { label: m.title },
        ],
      },
      <Confirm
        t={parts[locale]}
        title={m.title}
        text={[m.text(untouched.length, touched.length), ...(told > 0 ? [m.told(told)] : [])].join(' ')}
        action={here}
        cancel={here}
        button={m.confirm}
        once={sent.once ?? newOnceKey(house.keys)}
        hidden={{ do: 'undo', sure: 'yes' }}
      />,
    ),
  )
}

export async function undo(visit: Visit, seminar: PeopleSeminar, id: string, sent: SentForm): Promise<Response> {
  const { house, locale, actor } = visit
  const m = guests[locale].undo
  const here = addressOf(visit, seminar, id)
  const result = await undoList(house, actor, seminar.slug, id, { once: sent.once, location: here })
  switch (result.outcome) {
    case 'begun':
      await withPatience(result.done)
      return redirect(visit, here)
    case 'over':
      return redirect(visit, here, { tone: 'problem', text: m.over })
    case 'not-imported':
      return redirect(visit, here, { tone: 'problem', text: m.notNow })
  }
}

// Of real time: what is done by then is shown as done, the rest as under way.
const patience = 4_000

/** Waits for long work, but not so long that a browser gives up. */
export const withPatience = (work: Promise<void>) =>
  Promise.race([work, new Promise(resolve => setTimeout(resolve, patience))])
