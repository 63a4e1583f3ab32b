import type { WordedQuestion } from '#convene/registration/store/questions.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import type { ReadableQuestion } from '../rules/read-guests.ts'

/** Questions with all their words, by which headings and cells may name them. */
export const namedQuestions = (questions: readonly WordedQuestion[]): ReadableQuestion[] =>
  questions.map(question => ({
    ...question,
    labels: bodiesOf(question.label),
    choices: question.choices.map(({ key, label }) => ({ key, labels: bodiesOf(label) })),
  }))

const bodiesOf = (text: MultilingualText | undefined): string[] =>
  Object.values(text?.bodies ?? {}).flatMap(said => (said ? [said.body] : []))
