import PostalMime, { type Address, type Email } from 'postal-mime'
import { type MailAddress, type MailRead, mostAddresses, mostAttachments, mostWords, type NotRead } from './order.ts'

const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()

/** A saved message (RFC 5322, MIME), to be shown to whoever writes it down; a message without any head is none. */
export async function readMail(bytes: Uint8Array): Promise<MailRead | NotRead> {
  let mail: Email
  try {
    mail = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 30,
      maxHeadersSize: 2 * 1024 * 1024,
      attachmentEncoding: 'arraybuffer',
    })
  } catch {
    return 'damaged'
  }
  const known = new Set(mail.headers.map(({ key }) => key))
  if (!known.has('from') && !known.has('subject') && !known.has('date')) return 'damaged'
  const to = flat([...(mail.to ?? []), ...(mail.cc ?? [])])
  // Pictures of a signature stand in the text; they are no documents.
  const attached = mail.attachments.filter(part => part.disposition === 'attachment' && !part.related)
  const kept = attached.slice(0, mostAttachments)
  const said = mail.messageId?.replace(/^[\s<]+|[\s>]+$/g, '') ?? ''
  return {
    messageId: said === '' ? null : said.slice(0, 500),
    subject: oneLine(mail.subject ?? '').slice(0, 500),
    sentOn: dayOf(mail.date, mail.headers.find(({ key }) => key === 'date')?.value ?? ''),
    from: flat(mail.from ? [mail.from] : []).slice(0, mostAddresses),
    to: to.slice(0, mostAddresses),
    moreAddresses: Math.max(0, to.length - mostAddresses),
    text: (mail.text ?? textOfHtml(mail.html ?? '')).slice(0, mostWords),
    attachments: kept.map(part => ({ name: oneLine(part.filename ?? '').slice(0, 300), bytes: bytesOf(part.content) })),
    moreAttachments: attached.length - kept.length,
  }
}

const flat = (addresses: readonly Address[]): MailAddress[] =>
  addresses
    .flatMap(one => one.group ?? [one])
    .filter(one => (one.address ?? '') !== '')
    .map(one => ({ name: oneLine(one.name).slice(0, 200), address: (one.address ?? '').trim().slice(0, 320) }))

const encoder = new TextEncoder()
const bytesOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content)

// `date` is ISO 8601 when it could be read, else what the header said; `header` says in which offset its hours are.
function dayOf(date: string | undefined, header: string): string | null {
  try {
    if (date === undefined) return null
    const sent = Temporal.Instant.from(date)
    const offset = offsetOf(header)
    if (offset === null) return sent.toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate().toString()
    return sent.add({ minutes: offset }).toZonedDateTimeISO('UTC').toPlainDate().toString()
  } catch {
    return null
  }
}

// RFC 5322 §4.3: names of zones that old programs write, in hours from UTC; any other name says nothing.
const oldZones: Readonly<Record<string, number>> = {
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
}

/**
 * The offset of a Date header (RFC 5322 §3.3), that of the clock of whoever sent it, in minutes. Null where it says none: its
 * hours were read as those of this machine, and the day is the one that is written.
 */
function offsetOf(header: string): number | null {
  const bare = header.replace(/\(.*\)\s*$/s, '').trim()
  if (/:\d{2}$/.test(bare) && !/[+-]\d{2}:\d{2}$/.test(bare)) return null
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(bare) ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return 60 * (oldZones[/\s([A-Z]{3})$/.exec(bare)?.[1] ?? ''] ?? 0)
}

/** What an HTML part says, when there is no other: its text, one line for each block. */
function textOfHtml(html: string): string {
  const plain = html
    .slice(0, 4 * mostWords)
    .replace(/<(style|script|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
  return plain
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
      const code = Number.parseInt(name.slice(name[1] === 'x' || name[1] === 'X' ? 2 : 1), /^#x/i.test(name) ? 16 : 10)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
    })
    .replace(/[ \t]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
}
