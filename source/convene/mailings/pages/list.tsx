import { mailWordsPages } from '#convene/messages/mail-words.ts'
import { mailingsWords } from '#convene/messages/mailings.ts'
import { rests } from '#convene/seminar/rules/life.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, date, moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { State } from '#ground/web/parts/text.tsx'
import { may } from '#ground/web/visit.ts'
import { type MailingState, mailingState } from '../rules/mailing-state.ts'
import { reminderDays, reminderState } from '../rules/reminder-days.ts'
import { namesOfInvitations } from '../store/invitations.ts'
import { type ListedMailing, listMailings } from '../store/mailings.ts'
import { readReminderDays, remindersOf } from '../store/reminders.ts'
import { audienceInWords, kindOfState, nameOfMailing } from './in-words.ts'
import {
  mailingsAddress,
  momentInZone,
  type OfficeSeminar,
  officePage,
  officeSeminar,
  seminarAddress,
} from './office.tsx'

const size = 20

/** GET /:l/desk/seminars/:slug/mailings: what was written to people, what is to leave, and the reminders. */
export async function showMailings(visit: Visit): Promise<Response> {
  const { locale, house } = visit
  const m = mailingsWords[locale]
  const seminar = await officeSeminar(visit)
  const asked = Number(visit.url.searchParams.get('page') ?? 1)
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  const read = await as(house.db, visit.actor, async tx => ({
    found: await listMailings(tx, seminar.id, { page, size }),
    days: await readReminderDays(tx, seminar.id),
    left: await remindersOf(tx, seminar.id, seminar.heldOn),
    invitations: await namesOfInvitations(tx, seminar.id),
  }))
  const { found, days, left, invitations } = read
  const address = mailingsAddress(visit, seminar)
  const stateOf = (row: ListedMailing) => mailingState({ ...row, waiting: row.deliveries.waiting }, seminar.now)
  const count = (row: ListedMailing, value: number) => (row.startedAt ? number(locale, value) : '–')
  const columns: Column<ListedMailing>[] = [
    {
      key: 'subject',
      heading: m.columns.subject,
      cell: row => {
        const { text, language } = nameOfMailing(locale, seminar, row)
        return (
          <span lang={language === locale ? undefined : language} dir="auto">
            {text}
          </span>
        )
      },
    },
    { key: 'whom', heading: m.columns.toWhom, cell: row => audienceInWords(visit, row.audience, invitations) },
    { key: 'when', heading: m.columns.when, cell: row => whenOf(visit, seminar, row, stateOf(row)) },
    {
      key: 'state',
      heading: m.columns.state,
      cell: row => <State kind={kindOfState[stateOf(row)]}>{m.states[stateOf(row)]}</State>,
    },
    { key: 'sent', heading: m.columns.sent, kind: 'number', cell: row => count(row, row.deliveries.sent) },
    { key: 'waiting', heading: m.columns.waiting, kind: 'number', cell: row => count(row, row.deliveries.waiting) },
    {
      key: 'undelivered',
      heading: m.columns.undelivered,
      kind: 'number',
      cell: row => count(row, row.deliveries.failed + row.deliveries.bounced),
    },
  ]
  return officePage(
    visit,
    seminar,
    { title: m.title, lead: m.lead },
    <>
      <p class="buttons">
        <LinkButton href={`${address}/new`}>{m.add}</LinkButton>
        {may(visit, 'edit', seminar.id) ? (
          <LinkButton href={seminarAddress(visit, seminar, '/words')} kind="secondary">
            {mailWordsPages[locale].title}
          </LinkButton>
        ) : null}
      </p>
      <DataTable
        t={parts[locale]}
        caption={m.caption}
        address={address}
        rows={found.rows}
        rowLink={row => `${address}/${row.id}`}
        columns={columns}
        paging={{ page, pages: Math.ceil(found.total / size), size, total: found.total }}
        empty={{ title: m.emptyTitle, text: m.empty }}
      />
      <Reminders visit={visit} seminar={seminar} days={days} left={left} />
    </>,
  )
}

/** When a mailing leaves, or what became of it and when, in words. */
export function whenOf(visit: Visit, seminar: OfficeSeminar, row: WhenFacts, state: MailingState): string {
  const m = mailingsWords[visit.locale]
  const at = (instant: Temporal.Instant) => moment(visit.locale, instant, seminar.timeZone)
  if (state === 'skipped' && row.sendAt)
    return m.skippedOn(date(visit.locale, row.sendAt.toZonedDateTimeISO(seminar.timeZone).toPlainDate()))
  if (row.cancelledAt) return m.cancelledOn(at(row.cancelledAt))
  if (row.startedAt) return m.leftOn(at(row.startedAt))
  if (row.sendAt) return (state === 'held' ? m.wasToLeave : m.leavesOn)(momentInZone(visit, seminar, row.sendAt))
  return m.writtenOn(at(row.createdAt))
}
type WhenFacts = Pick<ListedMailing, 'cancelledAt' | 'startedAt' | 'sendAt' | 'createdAt'>

type RemindersProps = {
  visit: Visit
  seminar: OfficeSeminar
  days: readonly number[]
  /** Days before → the mailing it became. */
  left: ReadonlyMap<number, { id: string; startedAt: Temporal.Instant | null }>
}

/** Which reminders leave when, and what became of those whose day has come. */
function Reminders({ visit, seminar, days, left }: RemindersProps) {
  const { locale } = visit
  const m = mailingsWords[locale]
  const words = m.reminders
  const address = mailingsAddress(visit, seminar)
  const stateOf = (day: ReturnType<typeof reminderDays>[number]) => {
    const became = left.get(day.daysBefore)
    if (became) {
      const kind = became.startedAt ? 'sent' : 'skipped'
      return <a href={`${address}/${became.id}`}>{m.states[kind]}</a>
    }
    if (rests(seminar.life)) return words.rests
    if (reminderState(day, seminar.now) === 'late') return words.passed
    return words.leaves(momentInZone(visit, seminar, day.from))
  }
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p class="measure">{words.text(cityOfZone(locale, seminar.timeZone))}</p>
      {days.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          t={parts[locale]}
          caption={words.title}
          quiet
          address={address}
          rows={reminderDays(seminar.heldOn, seminar.timeZone, days)}
          columns={[
            { key: 'day', heading: words.columns.day, cell: day => words.day(day.daysBefore) },
            { key: 'state', heading: words.columns.state, cell: stateOf },
          ]}
          empty={{ title: words.title, text: words.none }}
        />
      )}
      <p>
        <LinkButton href={`${address}/reminders`} kind="secondary">
          {words.edit}
        </LinkButton>
      </p>
    </section>
  )
}
