import { encode } from 'uqr'
import { ownPage } from '#convene/messages/own.ts'
import type { Visit } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { text } from '#ground/web/answer.ts'
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

/**
 * The code as a drawing: black on white whatever the colours of the page, with the quiet zone of four modules that
 * readers need (ISO/IEC 18004 §9.1).
 */
export function CodeImage({ keys, own, alt }: { keys: Keys; own: Opened['own']; alt: string }) {
  const { size, path } = drawn(codeOf(keys, ticketFor(own)))
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size} ${size}`}
      width="280"
      height="280"
      role="img"
      aria-labelledby="code-title"
      shape-rendering="crispEdges"
    >
      <title id="code-title">{alt}</title>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

// Dark modules as one path, a run of them at a time: a tenth of what a rectangle for each would take.
function drawn(code: string): { size: number; path: string } {
  const { size, data } = encode(code, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => {
    const found: string[] = []
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      found.push(`M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`)
    }
    return found
  })
  return { size, path: runs.join('') }
}

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
