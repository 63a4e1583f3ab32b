import { type Category, categories } from '#convene/registration/rules/answers.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { type Typed, textOf, valuesOf } from './fields.ts'
import { keyFrom } from './key-from.ts'

// The choices and the condition of a question, which are more than one value each. Fields carry the key of the choice, and
// not its place: two people may have moved or added choices meanwhile.

export type Question = SeminarFile['registration']['questions'][number]
type Option = NonNullable<Question['options']>[number]

/** Keys of choices that are typed and not yet saved begin with `~`, as no saved key does. */
const isNew = (key: string) => key.startsWith('~')
export const optionField = (key: string, locale: Locale) => `options.${key}.${locale}`
const mostOptions = 200

/** The keys of the choices in the form, in their order. */
export function optionKeys(typed: Typed): string[] {
  return [...new Set(valuesOf(typed, 'option'))].filter(key => /^~?[a-z0-9-]{1,80}$/.test(key)).slice(0, mostOptions)
}

/** What the form shows of the choices and the condition. */
export function typedOfQuestion(
  question: Pick<Partial<Question>, 'options' | 'when'>,
  languages: readonly Locale[],
): Record<string, string> {
  const { options = [], when } = question
  const words = options.flatMap(({ key, label }) =>
    languages.map(locale => [optionField(key, locale), label[locale] ?? '']),
  )
  return {
    option: options.map(({ key }) => key).join(' '),
    ...Object.fromEntries(words),
    when: when === undefined ? 'always' : when.category ? 'category' : 'answer',
    'when.category': categories.filter(category => when?.category?.includes(category)).join(' '),
    'when.is': (when?.is ?? []).map(option => `${when?.question}:${option}`).join(' '),
  }
}

export type QuestionProblem = 'one-question' | 'some-category' | 'some-answer'

/**
 * The choices and the condition that the form says. What they may be is checked with the file; here only what a file
 * cannot say: answers of two questions, a condition that names nothing.
 */
export function questionParts(
  typed: Typed,
  now: Pick<Partial<Question>, 'options'>,
  source: Locale,
): { parts: Pick<Question, 'options' | 'when'>; problem: QuestionProblem | null } {
  const condition = conditionFrom(typed)
  return {
    parts: { options: optionsFrom(typed, now.options ?? [], source), when: condition.when },
    problem: condition.problem,
  } as { parts: Pick<Question, 'options' | 'when'>; problem: QuestionProblem | null }
}

function optionsFrom(typed: Typed, now: readonly Option[], source: Locale): Option[] | undefined {
  const taken = new Set(optionKeys(typed).filter(key => !isNew(key)))
  const options = optionKeys(typed).flatMap((key): Option[] => {
    const before: Partial<Record<Locale, string>> = now.find(option => option.key === key)?.label ?? {}
    const label: Partial<Record<Locale, string>> = {}
    for (const locale of locales) {
      const name = optionField(key, locale)
      const text = (Object.hasOwn(typed, name) ? textOf(typed, name) : (before[locale] ?? ''))
        .trim()
        .replace(/\s*\n\s*/g, ' ')
      if (text !== '') label[locale] = text
    }
    const words = Object.values(label)
    if (words.length === 0) return []
    const saved = isNew(key) ? keyFrom(label[source] ?? words[0] ?? '', taken, 'choice') : key
    taken.add(saved)
    return [{ key: saved, label }]
  })
  return options.length > 0 ? options : undefined
}

function conditionFrom(typed: Typed): { when: Question['when']; problem: QuestionProblem | null } {
  switch (textOf(typed, 'when')) {
    case 'category': {
      const chosen = valuesOf(typed, 'when.category').filter((one): one is Category =>
        (categories as readonly string[]).includes(one),
      )
      return chosen.length === 0
        ? { when: undefined, problem: 'some-category' }
        : { when: { category: chosen }, problem: null }
    }
    case 'answer': {
      const answers = valuesOf(typed, 'when.is').map(one => one.split(':'))
      const [question] = answers[0] ?? []
      if (question === undefined) return { when: undefined, problem: 'some-answer' }
      if (answers.some(([other]) => other !== question)) return { when: undefined, problem: 'one-question' }
      return { when: { question, is: answers.map(([, option]) => option ?? '') }, problem: null }
    }
    default:
      return { when: undefined, problem: null }
  }
}

/** The typed fields with one more choice after the others, or with one of them moved up. */
export function withOneMoreOption(typed: Typed): Typed {
  const keys = optionKeys(typed)
  const numbers = keys.flatMap(key => (isNew(key) ? [Number(key.slice(1)) || 0] : []))
  return withOptions(typed, [...keys, `~${Math.max(0, ...numbers) + 1}`])
}

export function withOptionUp(typed: Typed, key: string): Typed {
  const keys = optionKeys(typed)
  const at = keys.indexOf(key)
  if (at < 1) return typed
  return withOptions(typed, keys.with(at - 1, key).with(at, keys[at - 1] as string))
}

function withOptions(typed: Typed, keys: readonly string[]): Typed {
  return { ...typed, option: keys.join(' '), 'option[]': [...keys] }
}

/** The choices on which a question may depend: those of the questions that stand above it. */
export function earlierChoices(file: SeminarFile, key: string | null): { question: Question; option: Option }[] {
  const { questions } = file.registration
  const at = questions.findIndex(question => question.key === key)
  return (at === -1 ? questions : questions.slice(0, at)).flatMap(question =>
    (question.options ?? []).map(option => ({ question, option })),
  )
}
