import PostalMime, { type Attachment, type Email } from 'postal-mime'

/** What a message in the mailbox of returned mails says about one of ours. */
export type Report = {
  /** `failed`: it will not arrive. `delayed`: its server still tries. */
  what: 'failed' | 'delayed'
  /** Enhanced status code (RFC 3463) such as 5.1.1; null when the report gives none. */
  status: string | null
  /** What the other server said, as it said it. */
  said: string
  /** Numbers of mails of ours that the report names, the surest first. */
  mails: string[]
}

/** The longest report that is read, in bytes: what stands after it is the returned mail itself. */
export const longestReport = 1024 * 1024

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/**
 * Reads a report of delivery: RFC 3464 (multipart/report with message/delivery-status), and the plain texts of servers
 * that follow their own ways, as long as they quote our mail. Each of our mails has one recipient, so its number is
 * enough: the address in a report may be another one, where mail is forwarded.
 *
 * @param bytes the message as it arrived; what is longer than `longestReport` is cut there
 * @param host our name in the numbers of our mails: `<number@host>`
 * @returns null for anything else: an answer out of the office, a letter, what cannot be read
 */
export async function readReport(bytes: Uint8Array, host: string): Promise<Report | null> {
  let mail: Email
  try {
    mail = await PostalMime.parse(bytes.subarray(0, longestReport), {
      forceRfc822Attachments: true,
      maxNestingDepth: 30,
      maxHeadersSize: 256 * 1024,
    })
  } catch {
    return null
  }
  const statuses = mail.attachments.filter(part => /^message\/(global-)?delivery-status$/i.test(part.mimeType))
  return statuses.length > 0 ? byTheStandard(mail, statuses, host) : inPlainWords(mail, host)
}

function byTheStandard(mail: Email, statuses: readonly Attachment[], host: string): Report | null {
  const blocks = statuses.flatMap(part => blocksOf(textOf(part)))
  const recipients = blocks.filter(block => block.has('action'))
  const failed = recipients.find(block => block.get('action')?.toLowerCase() === 'failed')
  const told = failed ?? recipients.find(block => block.get('action')?.toLowerCase() === 'delayed')
  // Delivered, relayed, expanded: nothing to put right.
  if (!told) return null
  const envelope = blocks.map(block => block.get('original-envelope-id') ?? '').flatMap(id => numbersIn(id, null))
  const returned = mail.attachments.filter(part =>
    /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/i.test(part.mimeType),
  )
  const quoted = returned.flatMap(part => numbersIn(messageIdsOf(textOf(part)), host))
  const mails = [...new Set([...envelope, ...quoted, ...numbersIn(mail.text ?? '', host)])]
  return mails.length === 0
    ? null
    : { what: failed ? 'failed' : 'delayed', status: statusIn(told.get('status') ?? ''), said: diagnostic(told), mails }
}

/** qmail, old Exchange, some gateways: no part that a machine could read, but our mail is quoted. */
function inPlainWords(mail: Email, host: string): Report | null {
  const from = (mail.from?.address ?? '').toLowerCase()
  const named = mail.headers.some(({ key }) => key === 'x-failed-recipients')
  if (!named && !/^(mailer-daemon|postmaster|mail\.daemon|mdaemon)@/.test(from)) return null
  const text = `${mail.text ?? ''}\n${mail.attachments.map(textOf).join('\n')}`
  const mails = [...new Set(numbersIn(text, host))]
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null
  const line = /(?:^|[\s:(])(5\d\d[ -][^\n]{3,200})/.exec(text)?.[1]
  if (mails.length === 0 || (status === null && line === undefined && !named)) return null
  return { what: 'failed', status, said: oneLine(line ?? mail.subject ?? ''), mails }
}

const decoder = new TextDecoder('utf-8')
const textOf = ({ content }: Attachment): string => (typeof content === 'string' ? content : decoder.decode(content))

/** The blocks of a delivery status: fields by their names in small letters, folded lines joined. */
function blocksOf(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(block => {
      const fields = new Map<string, string>()
      for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const colon = line.indexOf(':')
        if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
      }
      return fields
    })
    .filter(fields => fields.size > 0)
}

const statusIn = (text: string) => /^[245]\.\d{1,3}\.\d{1,3}/.exec(text.trim())?.[0] ?? null

// `smtp; 550 5.1.1 unknown user`: what stands before the semicolon is the kind of server that spoke.
const diagnostic = (block: ReadonlyMap<string, string>) =>
  oneLine((block.get('diagnostic-code') ?? '').replace(/^[a-z0-9-]+\s*;\s*/i, ''))

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 300)

/** The number of the returned mail itself; its other headers may name mails of others. */
const messageIdsOf = (returned: string) => /^message-id\s*:\s*(.{0,400})/im.exec(returned.slice(0, 100_000))?.[1] ?? ''

/** @param host null where the number stands alone, as the sending server was given it (RFC 3461, ENVID) */
function numbersIn(text: string, host: string | null): string[] {
  const pattern =
    host === null ? new RegExp(`^\\s*(${uuid})\\s*$`, 'gi') : new RegExp(`<(${uuid})@${RegExp.escape(host)}>`, 'gi')
  return [...text.matchAll(pattern)].slice(0, 20).map(match => (match[1] as string).toLowerCase())
}
