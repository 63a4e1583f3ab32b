import type { AnswerError } from '#convene/registration/rules/answers.ts'
import type { AnswerCode } from '#convene/registration/rules/questions.ts'

/** Why a row cannot be a registration. */
export type ErrorCode =
  | 'email-missing'
  | 'email-form'
  | 'given-name-missing'
  | 'family-name-missing'
  | 'name-missing'
  | 'name-one-word'
  | 'category-missing'
  | 'category-unknown'
  | 'country-missing'
  | 'country-unknown'
  | 'language-missing'
  | 'language-unknown'
  | 'organisation-missing'
  | 'cell-error'
  | 'invitation-ended'
  | 'invitation-used-up'
  | `answer-${AnswerCode}`
  | `said-${AnswerError}`

/** What is read all the same, and worth a look. */
export type WarningCode =
  | 'duplicate'
  | 'same-address'
  | 'known'
  | 'email-suspect'
  | 'number'
  | 'date'
  | 'formula'
  | 'merged'
  | 'passed-over'
  | 'heading-again'
  | 'country-like'
  | 'category-like'
  | 'language-like'
  | 'language-other'
  | 'languages-unknown'

/**
 * Something about one cell, or about a row (`column` null). `found` is what stands there, `detail` what belongs to the
 * sentence: a suggestion, codes of countries, the number of another row, a state.
 */
export type Problem = {
  tone: 'error' | 'warning'
  row: number
  column: number | null
  code: ErrorCode | WarningCode
  found: string
  detail: string | null
}
