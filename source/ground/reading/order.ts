/** What is read out of a file that somebody sent: by a process of its own, within bounds. */
export type Order =
  /** The words of a document, for search. */
  | { what: 'words'; path: string; mediaType: string }
  /** A message as a mail program saves it (RFC 5322, .eml). */
  | { what: 'mail'; path: string }

/** The words of a file; `cut` when there were more than are kept. */
export type WordsRead = { words: string; cut: boolean }

export type MailAddress = { name: string; address: string }
export type MailAttachment = { name: string; bytes: Uint8Array }
export type MailRead = {
  /** Without its angle brackets; null when it has none. */
  messageId: string | null
  subject: string
  /** When it was sent, ISO 8601; null when it does not say, or not in a way that can be read. */
  sentAt: string | null
  from: MailAddress[]
  /** To and copy, together, in their order; at most `mostAddresses`. */
  to: MailAddress[]
  /** How many addresses it names besides those. */
  moreAddresses: number
  /** Its text part, or what the HTML part says. */
  text: string
  attachments: MailAttachment[]
  /** Those that were left out: too many. */
  moreAttachments: number
}

/** Why nothing was read. `encrypted` asks for a password; `damaged` cannot be read to its end; `too-much` went past a bound. */
export type NotRead = 'encrypted' | 'damaged' | 'too-much'
export type Answer = { read: WordsRead | MailRead | null } | { notRead: NotRead }

/** The longest text that is kept of a file, in characters: five hundred pages. */
export const mostWords = 1_000_000
export const mostAddresses = 500
export const mostAttachments = 50

/** The kinds of files that words are read out of. */
const formats = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/plain': 'text',
  'text/csv': 'text',
} as const
export type Format = (typeof formats)[keyof typeof formats]

/** How the words of a file of a media type are written; null for a kind that has none. */
export function formatOf(mediaType: string): Format | null {
  const kind = mediaType.split(';')[0]?.trim() ?? ''
  return Object.hasOwn(formats, kind) ? formats[kind as keyof typeof formats] : null
}
