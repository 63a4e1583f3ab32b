import { type Block, block, type CheckProblem, items, type Path, repeated, word } from './look-into.ts'
import { nearest } from './problems.ts'

const once = { code: 'once-in-list' } as const

/** Quotas: each counts somebody in particular, and `overall` is the one of the capacity. */
export function checkPlaces(file: Block): CheckProblem[] {
  const registration = block(file.registration)
  const quotas = items(registration.quotas).flatMap((item, index): CheckProblem[] => {
    const path: Path = ['registration', 'quotas', index]
    const quota = block(item)
    const lists = (['categories', 'regions'] as const).flatMap(name =>
      repeated(items(quota[name]), [...path, name], once),
    )
    const conditions = [quota.categories, quota.regions, quota.territory]
    return [
      ...(quota.key === 'overall' ? [{ path: [...path, 'key'], expected: { code: 'quota-overall' } as const }] : []),
      ...(typeof item === 'object' && item !== null && conditions.every(condition => condition === undefined)
        ? [{ path, expected: { code: 'quota-condition' } as const }]
        : []),
      ...lists,
    ]
  })
  return [...repeated(items(registration.approval), ['registration', 'approval'], once), ...quotas]
}

/** Questions: options where one chooses and nowhere else; a condition names an earlier question and its options. */
export function checkQuestions(file: Block): CheckProblem[] {
  const questions = items(block(file.registration).questions).map(block)
  return questions.flatMap((question, index) => {
    const path: Path = ['registration', 'questions', index]
    return [...checkOptions(question, path), ...checkCondition(question, path, questions.slice(0, index))]
  })
}

const isChosen = (question: Block) => question.kind === 'choice' || question.kind === 'several'
const keysOf = (list: unknown) => items(list).flatMap(item => word(block(item).key) ?? [])

function checkOptions(question: Block, path: Path): CheckProblem[] {
  if (isChosen(question)) {
    return question.options === undefined
      ? [{ path: [...path, 'options'], expected: { code: 'question-options' } }]
      : []
  }
  const known = ['text', 'number', 'date'].includes(String(question.kind))
  return known && question.options !== undefined
    ? [{ path: [...path, 'options'], expected: { code: 'question-no-options' } }]
    : []
}

function checkCondition(question: Block, path: Path, earlier: readonly Block[]): CheckProblem[] {
  if (question.when === undefined) return []
  const at: Path = [...path, 'when']
  const when = block(question.when)
  const afterAnswers = when.question !== undefined && when.is !== undefined && when.category === undefined
  const ofCategories = when.category !== undefined && when.question === undefined && when.is === undefined
  if (!afterAnswers && !ofCategories) return [{ path: at, expected: { code: 'question-condition' } }]
  if (ofCategories) return repeated(items(when.category), [...at, 'category'], once)
  const name = word(when.question)
  if (name === null) return []
  const known = earlier.filter(isChosen).flatMap(({ key }) => word(key) ?? [])
  if (!known.includes(name)) {
    const expected = { code: 'earlier-question', didYouMean: nearest(name, known), known } as const
    return [{ path: [...at, 'question'], expected }]
  }
  const options = keysOf(earlier.find(({ key }) => key === name)?.options)
  const is = items(when.is)
  return [
    ...is.flatMap((value, index): CheckProblem[] => {
      const option = word(value)
      if (option === null || options.includes(option)) return []
      const expected = { code: 'known-option', didYouMean: nearest(option, options), known: options } as const
      return [{ path: [...at, 'is', index], expected }]
    }),
    ...repeated(is, [...at, 'is'], once),
  ]
}
