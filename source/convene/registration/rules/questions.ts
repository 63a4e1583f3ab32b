import type { Category } from './answers.ts'

export const questionKinds = ['text', 'number', 'choice', 'several', 'date'] as const
export type QuestionKind = (typeof questionKinds)[number]
/** When a question is asked: after certain answers to an earlier one, or of certain categories. */
export type QuestionCondition = { question: string; is: string[] } | { category: Category[] }

/** One of the organiser's own questions, as far as it decides what an answer may be. */
export type Question = {
  id: string
  key: string
  kind: QuestionKind
  required: boolean
  /** When it is asked; always when null. A question that it names stands earlier. */
  condition: QuestionCondition | null
  /** Keys of the options of a `choice` or `several`, in their order. */
  options: readonly string[]
}

/** An answer as it is kept: a text, a number, an option's key, several of them, or YYYY-MM-DD. */
export type AnswerValue = string | number | string[]
/** What is wrong with an answer; said in messages. */
export type AnswerCode = 'required' | 'text-too-long' | 'number' | 'choice' | 'date'

/** The longest text that answers a question, in characters as browsers count them. */
export const longestAnswer = 2000

/**
 * Whether a question is asked of somebody.
 *
 * @param given.answers by key of the question, of questions that are asked themselves: `askedQuestions` sees to that,
 *   so that a question behind one that is not asked is not asked either
 */
export function isAsked(
  question: Pick<Question, 'condition'>,
  given: { category: Category | null; answers: Readonly<Record<string, unknown>> },
): boolean {
  const { condition } = question
  if (condition === null) return true
  if ('category' in condition) return given.category !== null && condition.category.includes(given.category)
  const answer = ownValue(given.answers, condition.question)
  return (Array.isArray(answer) ? answer : [answer]).some(
    value => typeof value === 'string' && condition.is.includes(value),
  )
}

/** The questions that are asked of somebody with these answers, in their order. */
export function askedQuestions<Q extends Question>(
  questions: readonly Q[],
  given: Readonly<Record<string, unknown>>,
  { category }: { category: Category | null },
): Q[] {
  const answers: Record<string, unknown> = Object.create(null)
  return questions.filter(question => {
    if (!isAsked(question, { category, answers })) return false
    answers[question.key] = ownValue(given, question.key)
    return true
  })
}

/**
 * The answers of one person, checked: each question that is asked of them has an answer of its kind, or none when it
 * is not required. What answers a question that is not asked, or is no question, is dropped and never kept.
 *
 * @param given by key of the question, as a form or the API sends it: a number may come as text, with a point or a
 *   comma; one that could be read in two ways (1.000) is refused
 */
export function checkAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
  who: { category: Category | null },
): { ok: true; answers: Map<string, AnswerValue> } | { ok: false; errors: Record<string, AnswerCode> } {
  const answers = new Map<string, AnswerValue>()
  const errors: Record<string, AnswerCode> = {}
  for (const question of askedQuestions(questions, given, who)) {
    const value = ownValue(given, question.key)
    const read = isNothing(value) ? null : readers[question.kind](value, question.options)
    if (read === null) {
      if (question.required) errors[question.key] = 'required'
    } else if ('code' in read) errors[question.key] = read.code
    else answers.set(question.id, read.value)
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answers }
}

type Read = { value: AnswerValue } | { code: AnswerCode } | null

const readers: Record<QuestionKind, (value: unknown, options: readonly string[]) => Read> = {
  text: value => {
    // An answer that is no text at all answers nothing, and is told rather than dropped.
    if (typeof value !== 'string' && typeof value !== 'number') return { code: 'required' }
    const text = cleanText(String(value))
    if (text === '') return null
    return text.length > longestAnswer ? { code: 'text-too-long' } : { value: text }
  },
  number: value => {
    const number = typeof value === 'string' ? readNumber(value) : value
    return typeof number === 'number' && Math.abs(number) < 1e15 ? { value: number } : { code: 'number' }
  },
  choice: (value, options) => {
    // A form sends a list of one; a list of more is no choice.
    const chosen = Array.isArray(value) && value.length === 1 ? value[0] : value
    return typeof chosen === 'string' && options.includes(chosen) ? { value: chosen } : { code: 'choice' }
  },
  several: (value, options) => {
    const chosen = (Array.isArray(value) ? value : [value]).filter(item => item !== '')
    if (!chosen.every(item => typeof item === 'string' && options.includes(item))) return { code: 'choice' }
    return { value: options.filter(option => chosen.includes(option)) }
  },
  date: value => (typeof value === 'string' && isDate(value.trim()) ? { value: value.trim() } : { code: 'date' }),
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return cleanText(value) === ''
  return Array.isArray(value) && value.every(item => item === '')
}

/** As other words of people: lines are kept, other control characters are not, nor halves of characters. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim()
}

function readNumber(text: string): number | null {
  const written = text.trim().replace(/(?<=\d)[\u0020\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '')
  if (!/^[+\-−]?\d{1,15}([.,]\d{1,9})?$/.test(written)) return null
  // Thousands for some readers, thousandths for others.
  if (/^[+\-−]?[1-9]\d{0,2}[.,]\d{3}$/.test(written)) return null
  return Number(written.replace(',', '.').replace('−', '-'))
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

// Keys are people's words: `constructor` may be one of them.
const ownValue = (values: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined
