import type { Child } from 'hono/jsx'
import { editing } from '#convene/messages/editing.ts'
import { editingSlots } from '#convene/messages/editing-slots.ts'
import { programmeChanges } from '#convene/messages/programme-changes.ts'
import { programmeDocuments } from '#convene/messages/programme-documents.ts'
import { byTime, withDays } from '#convene/programme/rules/programme.ts'
import { findingsOf } from '#convene/programme/store/findings-of.ts'
import type { Visit } from '#ground/house.ts'
import { hours, list, longDate } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { newKey } from '../rules/parts.ts'
import { daysOf, type Slot } from '../rules/slot-form.ts'
import { deskOf, type EditedSeminar, editOf, seminarToEdit, trail } from './office.ts'
import { type RemovedItem, RemovedList, removedOf, UndoRemoval } from './removed.tsx'
import { chosenInWords, slotChoices, titleOfSlot } from './slots/slot-words.ts'

type Programmed = EditedSeminar & { /** Findings of the checks that are open. */ open: number; removed: RemovedItem[] }
type Row = Slot & { day: string; until: string }

/** GET /:l/desk/seminars/:slug/edit/programme: the draft by day, each slot leading to its form. */
export async function showProgramme(visit: Visit): Promise<Response> {
  const { locale } = visit
  const words = editing[locale]
  const m = editingSlots[locale]
  const seminar = await seminarToEdit(visit, async (tx, found) => ({
    open: (await findingsOf(tx, found.slug))?.open.length ?? 0,
    removed: await removedOf(tx, found, 'slots'),
  }))
  const { file } = seminar
  const at = editOf(visit, seminar.slug)
  const slots: Row[] = file.programme.slots.map(slot => withDays(slot, file.date)).toSorted(byTime)
  const days = daysOf(file)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.parts.programme} – ${seminar.title}`,
        office: true,
        breadcrumb: trail(visit, seminar, [{ label: words.title, href: at }], words.parts.programme),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={words.parts.programme} lead={m.lead} />
        <UndoRemoval visit={visit} seminar={seminar} list="slots" removed={seminar.removed} />
        <Doors visit={visit} seminar={seminar} />
        {days.length === 1 ? (
          <SlotsTable
            visit={visit}
            seminar={seminar}
            rows={slots}
            caption={words.parts.programme}
            empty={{ title: words.programme.empty, text: words.programme.emptyText }}
          />
        ) : (
          days.map(({ date }) => {
            const day = longDate(locale, Temporal.PlainDate.from(date))
            return (
              <section class="stack">
                <h2>{day}</h2>
                <SlotsTable
                  visit={visit}
                  seminar={seminar}
                  rows={slots.filter(slot => slot.day === date)}
                  caption={day}
                  empty={{ title: m.emptyDay, text: m.emptyDayText }}
                />
                <p>
                  <a href={`${at}/slots/${newKey}?day=${date}`}>{m.addOn(day)}</a>
                </p>
              </section>
            )
          })
        )}
        <p>
          <LinkButton href={`${at}/slots/${newKey}`} kind={slots.length === 0 ? 'primary' : 'secondary'}>
            {m.add}
          </LinkButton>
        </p>
        <RemovedList visit={visit} seminar={seminar} list="slots" removed={seminar.removed} />
        <p class="measure small">
          {m.file} <a href={`${deskOf(visit, seminar.slug)}/seminar.yaml`}>{words.programme.file}</a>
          {' · '}
          <a href={`/${locale}/desk/import`}>{words.programme.importFile}</a>
        </p>
        <p>
          <a href={at}>{words.back}</a>
        </p>
      </div>,
    ),
  )
}

/** What belongs to a programme and has a page of its own, with how much there is of it. */
function Doors({ visit, seminar }: { visit: Visit; seminar: Programmed }) {
  const m = editingSlots[visit.locale].doors
  const at = editOf(visit, seminar.slug)
  const desk = deskOf(visit, seminar.slug)
  const { people, programme } = seminar.file
  const doors = [
    { href: `${at}/timetable`, label: m.timetable },
    { href: `${at}/days`, label: m.days(programme.days.length + 1) },
    { href: `${at}/rooms`, label: m.rooms(programme.rooms.length) },
    { href: `${at}/people`, label: m.people(people.length) },
    { href: `${desk}/checks`, label: m.checks(seminar.open) },
    { href: `${desk}/programme`, label: m.release },
    { href: `${desk}/programme/documents`, label: programmeDocuments[visit.locale].door },
  ]
  return (
    <p class="buttons">
      {doors.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </p>
  )
}

type TableProps = {
  visit: Visit
  seminar: EditedSeminar
  rows: readonly Row[]
  caption: string
  empty: { title: string; text: string }
}

function SlotsTable({ visit, seminar, rows, caption, empty }: TableProps) {
  const { locale } = visit
  const { file } = seminar
  const m = editingSlots[locale]
  const at = `${editOf(visit, seminar.slug)}/slots`
  const choices = slotChoices(file, locale)
  // The column beside it says which part it is.
  const title = (slot: Slot) => titleOfSlot({ title: slot.title }, locale, file.source)
  // Two parts may have the same title: their hours tell them apart for whoever hears the links alone.
  const named = (slot: Row) => (
    <span class="hidden-text">
      ({hoursOf(slot, locale)} {title(slot)})
    </span>
  )
  const moderation = ({ moderators, coordination, moderatorPersons }: Slot) =>
    list(locale, [
      ...[...moderators, ...coordination].map(key => shortName(seminar, key, locale)),
      ...moderatorPersons.map(key => chosenInWords(locale, choices.people, key)),
    ])
  const columns: Column<Row>[] = [
    {
      key: 'when',
      heading: m.columns.when,
      kind: 'moment',
      cell: slot => `${hoursOf(slot, locale)}${slot.until === slot.day ? '' : ` (${m.until.next})`}`,
    },
    {
      key: 'what',
      heading: m.columns.what,
      cell: slot => <What visit={visit} at={at} slot={slot} title={title(slot)} />,
    },
    {
      key: 'kind',
      heading: m.columns.kind,
      cell: ({ kind, part }) => [programmeChanges[locale].kinds[kind], part].filter(Boolean).join(' '),
    },
    ...(choices.room.length === 0
      ? []
      : [
          {
            key: 'room',
            heading: m.columns.room,
            cell: ({ room }: Row) => (room ? <bdi>{chosenInWords(locale, choices.room, room)}</bdi> : '–'),
          },
        ]),
    { key: 'moderation', heading: m.columns.moderation, cell: slot => <bdi>{moderation(slot) || '–'}</bdi> },
    {
      key: 'panel',
      heading: m.columns.panel,
      cell: slot =>
        slot.seats.length === 0 && !withPanel.has(slot.kind) ? (
          '–'
        ) : (
          <a href={`${at}/${slot.key}/panel`}>
            {slot.seats.length === 0 ? m.noSeats : m.seats(slot.seats.length)} {named(slot)}
          </a>
        ),
    },
    {
      key: 'remove',
      heading: m.columns.remove,
      cell: slot => (
        <a href={`${at}/${slot.key}/remove`}>
          {m.columns.remove} {named(slot)}
        </a>
      ),
    },
  ]
  return (
    <DataTable
      t={parts[locale]}
      caption={caption}
      quiet
      address={`${editOf(visit, seminar.slug)}/programme`}
      rows={rows}
      columns={columns}
      empty={empty}
    />
  )
}

/** Hours, the title that leads to the form, and whether it is sure. */
function What({ visit, at, slot, title }: { visit: Visit; at: string; slot: Row; title: string }): Child {
  const { locale } = visit
  const m = editingSlots[locale]
  return (
    <>
      <a href={`${at}/${slot.key}`} dir="auto">
        {title}
      </a>
      {slot.provisional ? (
        <>
          {' '}
          <span class="mark-word">{m.toConfirm}</span>
        </>
      ) : null}
    </>
  )
}

const hoursOf = ({ from, to }: Row, locale: Visit['locale']) =>
  hours(locale, Temporal.PlainTime.from(from), Temporal.PlainTime.from(to))

/** Kinds of slots at which a panel may sit. */
const withPanel: ReadonlySet<Slot['kind']> = new Set(['introduction', 'part', 'talk', 'workshop'])

/** Short name, else name. */
function shortName({ file }: EditedSeminar, key: string, locale: Visit['locale']): string {
  const found = file.organisations.find(one => one.key === key)
  return found?.short ?? found?.name[locale] ?? found?.name[file.source] ?? key
}
