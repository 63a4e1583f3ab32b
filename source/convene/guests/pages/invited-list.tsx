import { invitationsSent } from '#convene/messages/invitations-sent.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { shortMoment } from '#ground/languages/format.ts'
import { mail as mailMessages } from '#ground/languages/messages/mail.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page as answer, redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Confirm } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { State, type StateKind } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { eraseInvited } from '../acts/send-invitations.ts'
import { type Invited as InvitedRow, invitedOnAPage, type listInvited, oneInvited } from '../store/invitations-sent.ts'
import { deskAddress, type PeopleSeminar, peopleSeminar } from './frame.tsx'

type Props = {
  visit: Visit
  seminar: PeopleSeminar
  invited: Awaited<ReturnType<typeof listInvited>>
  page: number
  here: string
}

/** Who was invited, whether the mail arrived, and what became of it. */
export function Invited({ visit, seminar, invited, page, here }: Props) {
  const { locale } = visit
  const m = invitationsSent[locale].list
  const { rows, total } = invited
  return (
    <DataTable
      t={parts[locale]}
      caption={m.caption}
      address={here}
      rows={rows}
      paging={{ page, pages: Math.max(1, Math.ceil(total / invitedOnAPage)), size: invitedOnAPage, total }}
      columns={[
        { key: 'person', heading: m.person, cell: row => <Who locale={locale} row={row} /> },
        {
          key: 'sent',
          heading: m.sent,
          kind: 'moment',
          cell: row => shortMoment(locale, row.sentAt, seminar.timeZone),
        },
        { key: 'mail', heading: m.mail, cell: row => <Delivered visit={visit} row={row} /> },
        {
          key: 'used',
          heading: m.used,
          cell: row => {
            if (row.registrationId === null || row.registrationState === null) return m.notUsed
            const state = registration[locale].states[row.registrationState]
            return (
              <a href={deskAddress(visit, seminar, `/registrations/${row.registrationId}`)}>
                {row.withThis ? state : m.otherwise(state)}
              </a>
            )
          },
        },
        {
          key: 'erase',
          heading: m.erase,
          cell: row =>
            row.email === null ? (
              '–'
            ) : (
              <a href={`${here}/${row.id}/erase`} aria-label={m.eraseThis(nameIn(row))}>
                {m.erase}
              </a>
            ),
        },
      ]}
      empty={{ title: m.noneTitle, text: m.none }}
    />
  )
}

const nameIn = ({ name, email }: Pick<InvitedRow, 'name' | 'email'>) => name || email || ''

function Who({ locale, row }: { locale: Visit['locale']; row: InvitedRow }) {
  if (row.email === null) return <>{invitationsSent[locale].list.erased}</>
  return (
    <>
      {row.name ? <bdi>{row.name}</bdi> : null}
      <div class="small">
        <bdi>{row.email}</bdi>
      </div>
    </>
  )
}

function Delivered({ visit, row }: { visit: Visit; row: InvitedRow }) {
  const { locale } = visit
  if (row.mailState === null) return <>–</>
  const bounced = row.bouncedAt !== null
  const kind: StateKind = bounced || row.mailState === 'failed' ? 'no' : row.mailState === 'sent' ? 'ok' : 'waiting'
  const words = bounced ? invitationsSent[locale].list.bounced : mailMessages[locale].states[row.mailState]
  return (
    <a href={`/${locale}/administration/mails/${row.mailId}`}>
      <State kind={kind}>{words}</State>
    </a>
  )
}

const listOf = (visit: Visit, seminar: PeopleSeminar) =>
  deskAddress(visit, seminar, `/places/invitations/${visit.param('id')}/send`)

/** GET …/send/:sent/erase: what it means, before somebody who asked is erased. */
export async function askErase(visit: Visit): Promise<Response> {
  const { locale, house } = visit
  const seminar = await peopleSeminar(visit)
  const m = invitationsSent[locale].list
  const row = await as(house.db, visit.actor, tx => oneInvited(tx, seminar.id, visit.param('id'), visit.param('sent')))
  if (row === null || row.email === null) throw notFound()
  const title = m.erasing(nameIn(row))
  return answer(
    visit,
    layout(
      visit,
      {
        title: `${title} – ${seminar.title}`,
        office: true,
        breadcrumb: [
          { label: seminar.title, href: deskAddress(visit, seminar, '') },
          { label: invitationsSent[locale].title, href: listOf(visit, seminar) },
          { label: title },
        ],
      },
      <Confirm
        t={parts[locale]}
        title={title}
        text={m.erasingText}
        action={visit.url.pathname}
        cancel={listOf(visit, seminar)}
        button={m.eraseButton}
        once={newOnceKey(house.keys)}
        hidden={{ do: 'erase' }}
      />,
    ),
  )
}

/** POST …/send/:sent/erase */
export async function sendErase(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const seminar = await peopleSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  if (textOf(sent.typed, 'do') !== 'erase') throw notFound()
  const m = invitationsSent[locale].list
  const location = listOf(visit, seminar)
  const at = { slug: seminar.slug, invitationId: visit.param('id') }
  const outcome = await eraseInvited(house, visit.actor, visit.param('sent'), at, { once: sent.once, location })
  return redirect(
    visit,
    location,
    outcome === 'more' ? { tone: 'problem', text: m.more } : { tone: 'done', text: m.erasedDone },
  )
}
