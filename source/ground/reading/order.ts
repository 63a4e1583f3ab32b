import type { SheetLimits, SheetRefusalCode } from '../sheets/refused.ts'

/** What is read out of a file that somebody sent: by a process of its own, within bounds. */
export type Order =
  /** The words of a document, for search. */
  | { what: 'words'; path: string; mediaType: string }
  /** A message as a mail program saves it (RFC 5322, .eml). */
  | { what: 'mail'; path: string }
  /** The sheets of a workbook or of a text table. */
  | { what: 'sheets'; path: string; limits: SheetLimits }

/** The words of a file; `cut` when there were more than are kept. */
export type WordsRead = { words: string; cut: boolean }

export type MailAddress = { name: string; address: string }
export type MailAttachment = { name: string; bytes: Uint8Array }
export type MailRead = {
  /** Without its angle brackets; null when it has none. */
  messageId: string | null
  subject: string
  /** The day on which it was sent where it was sent, YYYY-MM-DD; null when it does not say, or not in a way that can be read. */
  sentOn: string | null
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

/** One cell that holds something. Rows and columns count from 1. */
export type CellRead = {
  column: number
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'
  /** As it is read: a number with a full stop, a day as YYYY-MM-DD. Nothing for a formula whose result was not saved. */
  text: string
}
export type SheetOfCells = {
  name: string
  hidden: boolean
  rows: { number: number; cells: CellRead[] }[]
  merged: { row: number; column: number; toRow: number; toColumn: number }[]
  comments: { row: number; column: number; text: string }[]
}
/** A sheet as it comes from its process: whole only in its packed form, so that whoever wants one of ten unpacks one. */
export type PackedSheet = {
  /** Its first rows, by which it is told what it is a list of. */
  head: SheetOfCells
  /** With something in them. */
  rows: number
  /** `SheetOfCells` as JSON, in gzip. */
  packed: Uint8Array
}
export type SheetsRead = { sheets: PackedSheet[] } | { refused: SheetRefusalCode | 'macros' }
/** So many rows are the head of a sheet. */
export const rowsOfHead = 60

/** Why nothing was read. `encrypted` asks for a password; `damaged` cannot be read to its end; `too-much` went past a bound. */
export type NotRead = 'encrypted' | 'damaged' | 'too-much'
export type Answer = { read: WordsRead | MailRead | SheetsRead | null } | { notRead: NotRead }

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
