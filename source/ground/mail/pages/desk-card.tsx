import type { Child } from 'hono/jsx'
import type { Visit } from '../../house.ts'
import { mail } from '../../languages/messages/mail.ts'
import { Note } from '../../web/parts/text.tsx'
import { may } from '../../web/visit.ts'

/** On the page of a seminar in the office: that no mail leaves here, before people are told of mails. */
export async function mailDeskCard(visit: Visit, { id }: { id: string }): Promise<Child> {
  const { smtpUrl, mode } = visit.house.settings
  if (smtpUrl !== null || mode !== 'start' || !may(visit, 'edit', id)) return null
  return (
    <Note tone="warning">
      <p>{mail[visit.locale].list.notSentDesk}</p>
    </Note>
  )
}
