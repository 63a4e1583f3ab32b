import { mailingsWords } from '#convene/messages/mailings.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { mail } from '#ground/languages/messages/mail.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { readReason } from '#ground/mail/rules/reason.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { State } from '#ground/web/parts/text.tsx'
import type { NotDelivered } from '../store/mailings.ts'
import { type OfficeSeminar, seminarAddress } from './office.tsx'

type DeliveryProps = { visit: Visit; seminar: OfficeSeminar; rows: readonly NotDelivered[]; total: number }

/** Those whom a mailing has not reached, each with the way to their registration and to the mail. */
export function DeliveryOf({ visit, seminar, rows, total }: DeliveryProps) {
  const { locale } = visit
  const m = mailingsWords[locale].one
  const why = (row: NotDelivered) => {
    if (row.bounce) return row.bounce
    const reason = row.lastError === null ? null : readReason(row.lastError)
    return reason ? [mail[locale].reasons[reason.kind], reason.detail].filter(Boolean).join(' ') : '–'
  }
  return (
    <section class="stack">
      <DataTable
        t={parts[locale]}
        caption={m.notDelivered}
        address={visit.url.pathname}
        rows={rows}
        rowLink={row => seminarAddress(visit, seminar, `/registrations/${row.registrationId}`)}
        columns={[
          {
            key: 'person',
            heading: m.person,
            cell: row => <span dir="auto">{row.name ?? registration[locale].desk.erased}</span>,
          },
          {
            key: 'state',
            heading: mailingsWords[locale].columns.state,
            cell: row => <DeliveryState visit={visit} row={row} />,
          },
          {
            key: 'why',
            heading: m.why,
            cell: row => (
              <>
                {why(row)} <a href={`/${locale}/administration/mails/${row.mailId}`}>{m.mailLink}</a>
              </>
            ),
          },
        ]}
        empty={{ title: m.notDelivered, text: m.allArrived }}
      />
      {total > rows.length ? <p class="small">{m.firstOf(number(locale, total))}</p> : null}
    </section>
  )
}

function DeliveryState({ visit, row }: { visit: Visit; row: NotDelivered }) {
  const words = mailingsWords[visit.locale].one.deliveryStates
  if (row.bouncedAt) return <State kind="no">{words.bounced}</State>
  return row.state === 'waiting_retry' ? (
    <State kind="waiting">{words.retry}</State>
  ) : (
    <State kind="no">{words.failed}</State>
  )
}
