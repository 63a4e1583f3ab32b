import { ownPage } from '#convene/messages/own.ts'
import type { Visit } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { text } from '#ground/web/answer.ts'
import { QrCode } from '#ground/web/parts/qr.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { type Ticket, ticketBytes, ticketPurpose, ticketText } from '../../rules/ticket.ts'
import { isHeld } from './may.ts'
import { type Opened, openOwn } from './open.ts'

/** The code of a confirmed person, signed: what the door reads. */
export function codeOf(keys: Keys, ticket: Ticket): string {
  const bytes = ticketBytes(ticket)
  return ticketText(bytes, keys.signPublic(ticketPurpose, bytes))
}

/** Whether there is a code: for whoever has a place in a seminar that is held. */
export const hasCode = (opened: Pick<Opened, 'own' | 'admission'>) => opened.own.state === 'confirmed' && isHeld(opened)

const ticketFor = (own: Opened['own']): Ticket => ({
  seminarId: own.seminarId,
  registrationId: own.id,
  category: own.category,
  linkNumber: own.linkNumber,
})

/** The code as a drawing. */
export const CodeImage = ({ keys, own, alt }: { keys: Keys; own: Opened['own']; alt: string }) => (
  <QrCode text={codeOf(keys, ticketFor(own))} id="code-title" alt={alt} />
)

/** GET /:l/me/:token/qr.svg: the code as a picture, to print or to keep on a telephone. */
export async function codePicture(visit: Visit): Promise<Response> {
  const opened = await openOwn(visit)
  if (!hasCode(opened)) throw notFound()
  const alt = ownPage[visit.locale].code.alt(opened.own.name)
  const svg = await (<CodeImage keys={visit.house.keys} own={opened.own} alt={alt} />).toString()
  return text(visit, svg, 'image/svg+xml; charset=utf-8', {
    'content-disposition': `attachment; filename="${opened.seminar.slug}.svg"`,
  })
}
