import { type Typed, textOf } from '#ground/web/form.ts'
import { answersSchema, type Category, categories } from '../../rules/answers.ts'
import { type AnswerCode, checkAnswers, type Question } from '../../rules/questions.ts'

/** The field that people do not see: what is written in it was written by a program. */
export const trapField = 'nickname'
/** Ticked by whoever sends a delegation's form and does not come themself. */
export const onlyOthersField = 'onlyOthers'
export const consentField = (key: string) => `consent-${key}`
/** The field of one of the organiser's questions; several answers come as a list. */
export const questionField = (question: Pick<Question, 'key' | 'kind'>) =>
  question.kind === 'several' ? `q-${question.key}[]` : `q-${question.key}`

/** What is typed once for everybody in the form. */
export const commonFields = [
  'organisation',
  'organisationMeans',
  'territory',
  'territoryMeans',
  'country',
  'invitation',
] as const
/** What is typed for each person, in the order of the page; the consents come last. */
export const personFields = [
  'givenName',
  'familyName',
  'email',
  'category',
  'language',
  'role',
  'languages[]',
  'accessibility[]',
  'diet[]',
  'note',
] as const
/** With how many people nobody comes, whatever a seminar allows: the database accepts no more. */
const mostPeople = 20

/** The names of the first person's fields are plain; the others' begin with their number. */
export const prefixOf = (index: number) => (index === 0 ? '' : `p${index + 1}-`)

export function countPeople(typed: Typed): number {
  const said = Number(textOf(typed, 'people') || '1')
  return Number.isInteger(said) && said >= 1 ? Math.min(said, mostPeople) : 1
}

/** The same form with one more person at its end, whose mails are in the language of the first one's. */
export function withOneMore(typed: Typed): Typed {
  const people = Math.min(countPeople(typed) + 1, mostPeople)
  return { ...typed, people: String(people), [`${prefixOf(people - 1)}language`]: textOf(typed, 'language') }
}

/** The same form without one of the people, and those after them each one place further up. */
export function withoutPerson(typed: Typed, index: number): Typed {
  const people = countPeople(typed)
  if (index < 1 || index >= people) return typed
  const kept: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(typed)) {
    const number = Number(/^p(\d{1,2})-/.exec(name)?.[1] ?? '1') - 1
    const rest = name.replace(/^p\d{1,2}-/, '')
    if (number === index) continue
    kept[number > index ? prefixOf(number - 1) + rest : name] = value
  }
  if (people === 2) delete kept[onlyOthersField]
  return { ...kept, people: String(people - 1) }
}

/** Which button was pressed, besides the one that sends. */
export function askedFor(typed: Typed): { add: true } | { remove: number } | null {
  const pressed = textOf(typed, '_do')
  if (pressed === 'add') return { add: true }
  const number = /^remove-(\d{1,2})$/.exec(pressed)?.[1]
  return number === undefined ? null : { remove: Number(number) - 1 }
}

/**
 * Who states the consents of a person of the form: the first one is whoever sends it, unless they say that they register
 * others only.
 */
export const statedBy = (typed: Typed, index: number): 'self' | 'delegate' =>
  index === 0 && !(countPeople(typed) > 1 && textOf(typed, onlyOthersField) !== '') ? 'self' : 'delegate'

const listOf = (typed: Typed, field: string): readonly string[] => {
  const value = typed[field]
  return (typeof value === 'string' ? [value] : (value ?? [])).filter(item => item !== '')
}

export const categoryOf = (typed: Typed, index: number): Category | null =>
  categories.find(category => category === textOf(typed, `${prefixOf(index)}category`)) ?? null

export type PersonChecked =
  | { ok: true; answers: ReturnType<typeof answersSchema.parse> }
  /** By the full name of the field; `code` is a key of the messages. */
  | { ok: false; errors: Readonly<Record<string, string>> }

type Asked = { questions: readonly Question[]; consents: readonly { key: string; required: boolean }[] }

/** What one person of the form answers, checked: everything that is wrong at once. */
export function checkPerson(typed: Typed, index: number, { questions, consents }: Asked): PersonChecked {
  const prefix = prefixOf(index)
  const own = (field: string) => textOf(typed, prefix + field)
  const given = consents.map(({ key }) => key).filter(key => own(consentField(key)) !== '')
  const answers = Object.fromEntries(
    questions.map(question => {
      const field = prefix + questionField(question)
      return [question.key, question.kind === 'several' ? [...listOf(typed, field)] : textOf(typed, field)]
    }),
  )
  const checked = answersSchema.safeParse({
    givenName: own('givenName'),
    familyName: own('familyName'),
    email: own('email'),
    category: own('category'),
    organisation: textOf(typed, 'organisation'),
    country: textOf(typed, 'country'),
    language: own('language'),
    consents: given,
    role: own('role'),
    languages: [...listOf(typed, `${prefix}languages[]`)],
    needs: {
      accessibility: [...listOf(typed, `${prefix}accessibility[]`)],
      diet: [...listOf(typed, `${prefix}diet[]`)],
      note: own('note'),
    },
    answers,
    invitation: textOf(typed, 'invitation').trim() === '' ? null : textOf(typed, 'invitation'),
  })
  const errors: Record<string, string> = {}
  for (const issue of checked.success ? [] : checked.error.issues) errors[fieldOf(issue.path, prefix)] ??= issue.message
  const asked = checkAnswers(questions, answers, { category: categoryOf(typed, index) })
  if (!asked.ok) Object.assign(errors, answerErrors(questions, prefix, asked.errors))
  for (const { key, required } of consents)
    if (required && !given.includes(key)) errors[prefix + consentField(key)] = 'consent'
  return checked.success && Object.keys(errors).length === 0
    ? { ok: true, answers: checked.data }
    : { ok: false, errors }
}

/** What is wrong with the answers to questions, by the field of each. */
export function answerErrors(
  questions: readonly Question[],
  prefix: string,
  errors: Readonly<Record<string, AnswerCode>>,
): Record<string, `answer-${AnswerCode}`> {
  return Object.fromEntries(
    questions.flatMap(question => {
      const code = errors[question.key]
      return code ? [[prefix + questionField(question), `answer-${code}` as const]] : []
    }),
  )
}

const lists = ['languages', 'accessibility', 'diet']

/** The field in which a person finds what the schema speaks of. */
function fieldOf(path: readonly PropertyKey[], prefix: string): string {
  const [first, second] = path.map(String)
  const name = first === 'needs' && second !== undefined ? second : (first ?? '_form')
  if ((commonFields as readonly string[]).includes(name)) return name
  return prefix + (lists.includes(name) ? `${name}[]` : name)
}

/** Errors in the order in which a reader meets the fields. */
export function inOrderOfPage(
  errors: Readonly<Record<string, string>>,
  people: number,
  { questions, consents }: Asked,
): Record<string, string> {
  const own = [
    ...personFields,
    ...questions.map(questionField),
    ...consents.map(({ key }) => consentField(key)),
  ] as readonly string[]
  const order = [
    '_form',
    ...commonFields,
    ...Array.from({ length: people }, (_, index) => own.map(field => prefixOf(index) + field)).flat(),
  ]
  const known = order.filter(field => field in errors)
  const others = Object.keys(errors).filter(field => !order.includes(field))
  return Object.fromEntries([...known, ...others].map(field => [field, errors[field] as string]))
}
