import type { Locale } from '../languages/locales.ts'

/** What a template may be given: it arrives as JSON and is never read as Typst. */
export type DocumentData =
  | string
  | number
  | boolean
  | null
  | readonly DocumentData[]
  | { readonly [key: string]: DocumentData }

/** A document to be made. */
export type DocumentToMake = {
  /** A Typst file under source/, with forward slashes: `convene/letters/pages/letter.typ`. */
  template: string
  data: DocumentData
  /** The language it is read in: hyphens, quotation marks, and what a screen reader speaks. */
  language: Locale
  title: string
  /** When it is made, in business time: told in the file, so that the same document is the same bytes. */
  date: Temporal.Instant
}

export type MadePdf = {
  pdf: Buffer
  /** `a-3b`: for archives (ISO 19005-3). `plain`: PDF 1.7, tagged as well, because a character has no font here. */
  standard: 'a-3b' | 'plain'
  /** The characters that no font here has, each once; empty for `a-3b`. */
  missing: readonly string[]
}

/** What goes to the process that sets documents: plain values only. */
export type Order = {
  id: number
  template: string
  /** Values of `sys.inputs`, all texts. */
  inputs: Record<string, string>
}

/** What comes back from it. */
export type Answer = { id: number; made: MadePdf } | { id: number; error: string }
