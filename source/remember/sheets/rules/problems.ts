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
  | 'exact-day'
  | 'year'
  | 'count'
  | 'form'
  | 'post-unknown'
  | 'term-unknown'
  | 'not-settled'
  | 'negative'

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
  /** It resembles one that a row above names, `detail` is that row and the name. */
  | 'alike-here'
  /** `detail` is the name of the relationship that is known, of the same kind and with this partner. */
  | 'relationship-alike'
  | 'agreement-alike'
  | 'end-without-signature'
  /** Of a record that is found by its words, not by its id: what is known is kept, `detail`; the suggestion is what the row says. */
  | 'vaguer'
  | 'other-date'
  /** The same of a text of several sentences; `more` is what is known with what the row says after it. */
  | 'other-text'
  /** `detail` is the language in which the text of the record is written; the suggestion is that of the row. */
  | 'other-language'

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
  /** What else may be read instead, where there are two ways to put it right. */
  more?: string
  /** Of which field of its row the suggestion is, where it does not take the place of what stands in the cell. */
  ofRow?: string
}

/** A problem of a row, its cell or one of its fields; `found` is what stands there. */
export const problem = (
  tone: Problem['tone'],
  row: number,
  column: number | null,
  field: string | null,
  code: Problem['code'],
  found: string,
  detail: string | null = null,
): Problem => ({ tone, row, column, field, code, found: found.slice(0, 200), detail, suggestion: null })
