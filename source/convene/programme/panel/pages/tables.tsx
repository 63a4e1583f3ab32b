import { programmePanel } from '#convene/messages/programme-panel.ts'
import type { Visit } from '#ground/house.ts'
import { shortMoment } from '#ground/languages/format.ts'
import { mail as mailMessages } from '#ground/languages/messages/mail.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Region } from '#ground/web/parts/places.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { State, type StateKind } from '#ground/web/parts/text.tsx'
import type { PanelSeat } from '../store/people.ts'
import { deskOf, type ListedPerson, nameOf, type OfficePanel, slotTitleOf } from './office.ts'
import { kindOfAnswer, regionNames } from './regions.ts'

type Of = { visit: Visit; panel: OfficePanel }

/** The seats of one slot: for whom, who was asked, what they answered. */
export function SeatsTable({ visit, panel, slot }: Of & { slot: OfficePanel['slots'][number] }) {
  const { locale } = visit
  const m = programmePanel[locale]
  const desk = deskOf(visit, panel.slug)
  const at = (instant: Temporal.Instant | null) =>
    instant === null ? null : shortMoment(locale, instant, panel.timeZone)
  const personOf = ({ programmePersonId }: PanelSeat) => panel.people.find(({ id }) => id === programmePersonId)
  const seatInFile = ({ key }: PanelSeat) => slot.slot.seats.find(seat => seat.key === key)
  const organisation = (seat: PanelSeat) => {
    const key = seatInFile(seat)?.organisation
    const found = panel.file.organisations.find(one => one.key === key)
    if (found) return found.short ?? found.name[locale] ?? found.name[panel.file.source] ?? found.key
    return personOf(seat)?.organisation ?? null
  }
  // Seats of one region of which nothing is known yet are one row.
  const regionOf = (seat: PanelSeat) => seatInFile(seat)?.region ?? 'other'
  const isBlank = (seat: PanelSeat) =>
    seat.state === 'open' && seat.programmePersonId === null && seatInFile(seat)?.organisation === undefined
  const blankOf = (seat: PanelSeat) => slot.seats.filter(one => isBlank(one) && regionOf(one) === regionOf(seat))
  return (
    <DataTable
      t={parts[locale]}
      caption={m.seatsOf(slot.title)}
      quiet
      address={`${desk}/panel`}
      rows={slot.seats.filter(seat => !isBlank(seat) || blankOf(seat)[0] === seat)}
      columns={[
        {
          key: 'seat',
          heading: m.columns.seat,
          cell: seat => <Region t={parts[locale]} region={regionNames[regionOf(seat)]} />,
        },
        { key: 'organisation', heading: m.columns.organisation, cell: organisation },
        {
          key: 'person',
          heading: m.columns.person,
          cell: seat => {
            const person = personOf(seat)
            if (isBlank(seat)) return m.openSeats(blankOf(seat).length)
            return person ? <a href={`${desk}/edit/people/${person.key}`}>{nameOf(person)}</a> : m.nobody
          },
        },
        {
          key: 'state',
          heading: m.columns.state,
          cell: seat => (
            <>
              <State kind={kindOfAnswer[seat.state]}>{m.states[seat.state]}</State>
              {seat.state === 'declined' && panel.stillOn.has(personOf(seat)?.key ?? '') ? (
                <div class="small">{m.stillOn}</div>
              ) : null}
            </>
          ),
        },
        { key: 'invited', heading: m.columns.invited, kind: 'moment', cell: ({ invitedAt }) => at(invitedAt) },
        { key: 'answered', heading: m.columns.answered, kind: 'moment', cell: ({ answeredAt }) => at(answeredAt) },
        {
          key: 'mail',
          heading: m.columns.mail,
          cell: seat => {
            const person = personOf(seat)
            return person ? <LastMail {...{ visit, panel, person }} /> : null
          },
        },
      ]}
      empty={{ title: m.noneTitle, text: m.none }}
    />
  )
}

/** Those who moderate or speak. */
export function OthersTable({ visit, panel, people }: Of & { people: readonly ListedPerson[] }) {
  const { locale } = visit
  const m = programmePanel[locale]
  const desk = deskOf(visit, panel.slug)
  return (
    <DataTable
      t={parts[locale]}
      caption={m.others}
      quiet
      address={`${desk}/panel`}
      rows={people}
      rowLink={person => `${desk}/edit/people/${person.key}`}
      columns={[
        { key: 'person', heading: m.columns.person, cell: nameOf },
        { key: 'organisation', heading: m.columns.organisation, cell: ({ organisation }) => organisation ?? '–' },
        {
          key: 'does',
          heading: m.columns.does,
          cell: ({ id }) =>
            panel.roles
              .filter(({ programmePersonId }) => programmePersonId === id)
              .map(({ role, slot, state }) => (
                <div>
                  {m.roles[role](slotTitleOf(panel, slot, locale))}{' '}
                  <State kind={kindOfAnswer[state]}>{m.states[state]}</State>
                </div>
              )),
        },
        { key: 'mail', heading: m.columns.mail, cell: person => <LastMail {...{ visit, panel, person }} /> },
      ]}
      empty={{ title: m.noneTitle, text: m.none }}
    />
  )
}

const kindOfMail: Record<string, StateKind> = { sent: 'ok', failed: 'no', cancelled: 'neutral' }

/** The last mail to somebody: when, and whether it arrived. */
function LastMail({ visit, panel, person }: Of & { person: ListedPerson }) {
  const { locale } = visit
  const m = programmePanel[locale].mail
  const t = mailMessages[locale]
  if (person.lastSentAt === null) return <>{m.never}</>
  const { mail } = person
  return (
    <>
      {mail === null ? null : (
        <div>
          <State
            kind={
              mail.bounced_at
                ? 'no'
                : mail.delayed_at && mail.state === 'sent'
                  ? 'waiting'
                  : (kindOfMail[mail.state] ?? 'waiting')
            }
          >
            {mail.bounced_at
              ? t.returned.cameBack
              : mail.delayed_at && mail.state === 'sent'
                ? t.returned.delayed
                : t.states[mail.state]}
          </State>
        </div>
      )}
      <div class="small">
        {shortMoment(locale, person.lastSentAt, panel.timeZone)}
        {person.timesSent > 1 ? ` · ${m.times(person.timesSent)}` : null}
      </div>
    </>
  )
}
