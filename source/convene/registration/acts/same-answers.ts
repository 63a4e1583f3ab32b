import { isDeepStrictEqual } from 'node:util'
import type { OwnAnswers } from '../store/own.ts'

/** Whether somebody answered the same twice: in which order they ticked languages and needs says nothing. */
export const isSameAnswers = (one: OwnAnswers, other: OwnAnswers): boolean =>
  isDeepStrictEqual(inOneOrder(one), inOneOrder(other))

const inOneOrder = (answers: OwnAnswers): OwnAnswers => ({
  ...answers,
  languages: answers.languages.toSorted(),
  needs: answers.needs && {
    ...answers.needs,
    accessibility: answers.needs.accessibility.toSorted(),
    diet: answers.needs.diet.toSorted(),
  },
})
