import { gunzipSync, gzipSync } from 'node:zlib'
import { Grid } from '#convene/guests/rules/sheet.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { PackedSheet, SheetOfCells } from '#ground/reading/index.ts'
import { packSheet } from '#ground/reading/sheets.ts'
import type { SheetKind } from '../rules/kinds.ts'
import type { Way } from '../rules/merge.ts'
import type { Corrections } from '../rules/rows.ts'
import { findTable } from '../rules/table.ts'
import { namesOfFields } from './words.ts'

/** A sheet of a file that waits: packed by itself, so that only the one that is read is unpacked. */
export type WaitingSheet = {
  name: string
  hidden: boolean
  /** With something in them. */
  rows: number
  /** What it seems to be a list of; null for no list that we read. */
  kind: SheetKind | null
  packed: Uint8Array
}

/** What somebody chose about a file while it waits. */
export type Choices = {
  /** Which of the sheets, from 0. */
  sheet: number
  kind: SheetKind | null
  /** The row of the headings; 0 for none; null for the one that is found. */
  headingRow: number | null
  /** What the columns hold, where somebody said so. */
  fields: Readonly<Record<string, string>> | null
  way: Way
  /** The language of texts of which nothing says it, and whether another one is seen by its words. */
  language: Locale
  guess: boolean
  currency: string | null
  corrections: Corrections
  /** Whether comments on cells are kept as notes. */
  comments: boolean
  /** Whether rows that are wrong are left out. */
  skip: boolean
}

export type Waiting = { sheets: WaitingSheet[]; choices: Choices }

/**
 * Names stand in one table only: what waits is sealed, under a key of its own for each file. The length of its head, its head
 * (the choices and what the sheets are), and the sheets one after the other.
 */
export function sealWaiting({ keys }: Pick<House, 'keys'>, batch: string, { sheets, choices }: Waiting): Buffer {
  const about = sheets.map(({ packed, ...sheet }) => ({ ...sheet, bytes: packed.length }))
  const head = gzipSync(JSON.stringify({ choices, sheets: about } satisfies Head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  return keys.seal(purposeOf(batch), Buffer.concat([length, head, ...sheets.map(({ packed }) => packed)]))
}

/**
 * What was sealed for this file, by an older version too; null when it was written by another installation, or changed, or in a
 * way that this version does not know.
 */
export function openWaiting({ keys }: Pick<House, 'keys'>, batch: string, sealed: Uint8Array): Waiting | null {
  const opened = keys.open(purposeOf(batch), sealed)
  if (opened === null) return null
  const whole = Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength)
  try {
    return whole.readUInt16BE(0) === gzipped ? asOnce(whole) : asNow(whole)
  } catch (error) {
    // It was sealed by us: what cannot be taken apart was put together by a version that did it otherwise.
    if (error instanceof SyntaxError || error instanceof RangeError || isOfZlib(error)) return null
    throw error
  }
}

function asNow(whole: Buffer): Waiting {
  let from = 4 + whole.readUInt32BE(0)
  const { choices, sheets } = JSON.parse(gunzipSync(whole.subarray(4, from)).toString('utf8')) as Head
  return {
    choices,
    sheets: sheets.map(({ bytes, ...sheet }) => {
      const packed = whole.subarray(from, from + bytes)
      from += bytes
      return { ...sheet, packed }
    }),
  }
}

// As it was kept until each sheet was packed by itself: all of it in one, gzip from its first byte.
const gzipped = 0x1f8b
function asOnce(whole: Buffer): Waiting {
  const { choices, sheets } = JSON.parse(gunzipSync(whole).toString('utf8')) as {
    choices: Choices
    sheets: SheetOfCells[]
  }
  return { choices, sheets: waitingSheets(sheets.map(packSheet)) }
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

type Head = { choices: Choices; sheets: (Omit<WaitingSheet, 'packed'> & { bytes: number })[] }
const purposeOf = (batch: string) => `import of a sheet ${batch}`

/** The sheets of a file as they wait. */
export const waitingSheets = (sheets: readonly PackedSheet[]): WaitingSheet[] =>
  sheets.map(({ head, rows, packed }) => ({
    name: head.name,
    hidden: head.hidden,
    rows,
    kind: kindOf(head),
    packed,
  }))

// Two columns that are read make a list.
function kindOf(head: SheetOfCells): SheetKind | null {
  const { kind, columns } = findTable(new Grid(head), namesOfFields)
  return columns.filter(({ field }) => field !== null).length < 2 ? null : kind
}
