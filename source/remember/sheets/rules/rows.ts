import type { ChoiceWords } from './values.ts'

/** A cell as it was read. */
export type Said = { column: number; found: string; value: string; byHand?: true }
export type RowRead = {
  row: number
  language: string
  /** Field → what its cell says, names of others still as text. */
  said: Map<string, Said>
  /** Of what kind a new agreement is by its title, where its row does not say. */
  kindOfTitle: string | null
  wrong: boolean
}

/** column and what stands there → what is read instead, as somebody said at the press of a button. */
export type Corrections = Readonly<Record<string, string>>
export const correctionKey = (column: number, found: string) => `${column}:${found}`
/** For what stands in no cell: one row, one field. */
export const rowCorrectionKey = (row: number, field: string) => `row ${row}:${field}`

export type ReadingOptions = {
  words: ChoiceWords
  /** The language of texts of which no cell says it. */
  language: string
  /** Whether a text that is clearly in another of the four languages is taken for one. */
  guess: boolean
  corrections: Corrections
  currency: string | null
}
