/** Why a cell or a row cannot be taken in. */
export type ErrorCode =
  | 'missing'
  | 'date'
  | 'day'
  | 'choice'
  | 'country'
  | 'language'
  | 'months'
  | 'amount'
  | 'currency'
  | 'currency-missing'
  | 'email'
  | 'link'
  | 'identifiers'
  | 'id'
  | 'id-unknown'
  | 'too-long'
  | 'cell-error'
  | 'order'
  | 'ambiguous'
  | 'relationship-unknown'
  | 'contact-unknown'
  | 'tacit-needs'
  | 'indefinite-end'

/** What is read all the same, and worth a look. */
export type WarningCode =
  | 'serial'
  | 'like'
  | 'thousands'
  | 'alike'
  | 'new-actor'
  | 'again'
  | 'conflict'
  | 'merged'
  | 'passed-over'
  | 'language-guessed'
  | 'one-word-name'

/**
 * Something about one cell, or about a row (`column` null). `found` is what stands there; `detail` belongs to the sentence;
 * `suggestion` may take the place of what stands there, everywhere in the column, at one press of a button.
 */
export type Problem = {
  tone: 'error' | 'warning'
  row: number
  column: number | null
  field: string | null
  code: ErrorCode | WarningCode
  found: string
  detail: string | null
  suggestion: string | null
}
