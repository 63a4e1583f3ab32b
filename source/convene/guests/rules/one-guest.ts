import { type Answers, answersSchema, type Category } from '#convene/registration/rules/answers.ts'
import { foldOrganisation } from '#convene/registration/rules/fold.ts'
import { type AnswerValue, checkAnswers, type Question } from '#convene/registration/rules/questions.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { bareAddress, isAddress, suggestedAddress } from './address.ts'
import { type GuestField, isGuestField } from './fields.ts'
import { splitName } from './full-name.ts'
import type { GuestTable } from './guest-table.ts'
import type { ErrorCode, Problem, WarningCode } from './problems.ts'
import type { SheetCell } from './sheet.ts'
import { readLanguages, type WordReaders } from './words-of-cells.ts'

/** What counts for everybody whose cell says nothing; null for nothing. */
export type GuestDefaults = {
  category: Category | null
  country: string | null
  language: Locale | null
  organisation: string | null
}

/** A question of the organisers with the words of its options, which cells hold rather than keys. */
export type ReadableQuestion = Question & {
  labels: readonly string[]
  choices: readonly { key: string; labels: readonly string[] }[]
}

export type ReadingOptions = {
  defaults: GuestDefaults
  questions: readonly ReadableQuestion[]
  categoryLabels: readonly { value: Category; label: string }[]
  /** Part of the identity by which two rows are one person. */
  seminarId: string
}

const problem =
  <C extends ErrorCode | WarningCode>(tone: 'error' | 'warning') =>
  (row: number, column: number | null, code: C, found: string, detail: string | null = null): Problem => ({
    tone,
    row,
    column,
    code,
    found: found.slice(0, 200),
    detail,
  })
export const error = problem<ErrorCode>('error')
export const warning = problem<WarningCode>('warning')

/** The column that holds a field; null when none does. */
export const columnOf = (table: GuestTable, field: GuestField): number | null =>
  table.columns.find(({ meaning }) => meaning === field)?.column ?? null

/** What a cell says of a field. */
export type Said = { text: string; column: number | null; kind: SheetCell['kind'] }

/** One row on its way to be a registration; what is found in it is added to its problems. */
export type RowToRead = {
  row: number
  said: ReadonlyMap<string, Said>
  problems: Problem[]
  domains: ReadonlyMap<string, string>
  words: WordReaders
}

/** A row as the answers of a person; null when something in it is wrong, which then stands among its problems. */
export function guestOf(at: RowToRead, table: GuestTable, options: ReadingOptions): Answers | null {
  const { row, said, problems, words } = at
  const { defaults } = options
  const wrong = (field: GuestField, code: ErrorCode, detail: string | null = null) =>
    problems.push(
      error(row, said.get(field)?.column ?? columnOf(table, field), code, said.get(field)?.text ?? '', detail),
    )
  const remark = (field: string, code: WarningCode, detail: string | null = null) =>
    problems.push(warning(row, said.get(field)?.column ?? null, code, said.get(field)?.text ?? '', detail))
  remarkOnKinds(at, remark)

  const name = nameOf(at, table, wrong)
  const email = emailOf(at, wrong, remark)
  const category = wordOf(said.get('category'), defaults.category, words.category, {
    missing: () => wrong('category', 'category-missing'),
    unknown: (like: readonly Category[]) => wrong('category', 'category-unknown', like.join(' ')),
    like: value => remark('category', 'category-like', value),
  })
  const country = wordOf(said.get('country'), defaults.country, words.country, {
    missing: () => wrong('country', 'country-missing'),
    unknown: (like: readonly string[]) => wrong('country', 'country-unknown', like.join(' ')),
    like: value => remark('country', 'country-like', value),
  })
  const language = mailLanguageOf(said.get('language'), defaults.language, words, wrong, remark)
  const organisation = said.get('organisation')?.text || defaults.organisation || ''
  if (organisation === '') wrong('organisation', 'organisation-missing')
  const languages = readLanguages(said.get('languages')?.text ?? '', words.language)
  if (languages.unknown.length > 0) remark('languages', 'languages-unknown', languages.unknown.join(', '))
  const answers = answersOf(at, options.questions, category)
  if (!name || email === null || !category || !country || !language || organisation === '' || answers === null)
    return null

  const checked = answersSchema.safeParse({
    ...name,
    email,
    category,
    organisation,
    country,
    language,
    consents: [],
    territory: said.get('territory')?.text ?? null,
    role: said.get('role')?.text ?? null,
    languages: languages.codes.slice(0, 20),
    answers,
  })
  if (checked.success) return checked.data
  for (const issue of checked.error.issues) {
    const field = String(issue.path[0] ?? '')
    const column = isGuestField(field) ? (said.get(field)?.column ?? said.get('fullName')?.column ?? null) : null
    const code: ErrorCode = `said-${issue.message as 'email'}`
    problems.push(error(row, column, code, said.get(field)?.text ?? said.get('fullName')?.text ?? ''))
  }
  return null
}

const notWords: ReadonlySet<string> = new Set([
  'givenName',
  'familyName',
  'fullName',
  'organisation',
  'role',
  'territory',
])

function remarkOnKinds({ row, said, problems }: RowToRead, remark: (field: string, code: WarningCode) => void): void {
  for (const [field, { kind, column, text }] of said) {
    if (kind === 'error') problems.push(error(row, column, 'cell-error', text))
    else if (kind === 'empty') remark(field, 'formula')
    else if (kind === 'date' && !field.startsWith('question:')) remark(field, 'date')
    else if (notWords.has(field) && (kind === 'number' || isLikeNumber(text))) remark(field, 'number')
  }
}

// “75004”, “12,5”, “1.000,00”, “3 %”: kept as the text that it is.
const isLikeNumber = (text: string) => /^[+\-−]?[\d][\d\s.,\u00a0\u202f]*%?$/u.test(text)

type Wrong = (field: GuestField, code: ErrorCode, detail?: string | null) => void
type Remark = (field: string, code: WarningCode, detail?: string | null) => void

function nameOf(
  { said }: RowToRead,
  table: GuestTable,
  wrong: Wrong,
): { givenName: string; familyName: string } | null {
  const givenName = said.get('givenName')?.text ?? ''
  const familyName = said.get('familyName')?.text ?? ''
  if (givenName !== '' && familyName !== '') return { givenName, familyName }
  const full = said.get('fullName')?.text ?? ''
  if (full !== '') {
    const split = splitName(full, table.familyFirst)
    if (split === null) wrong('fullName', 'name-one-word')
    return split
  }
  if (columnOf(table, 'fullName') !== null && givenName === '' && familyName === '') wrong('fullName', 'name-missing')
  else {
    if (givenName === '') wrong('givenName', 'given-name-missing')
    if (familyName === '') wrong('familyName', 'family-name-missing')
  }
  return null
}

function emailOf({ said, domains }: RowToRead, wrong: Wrong, remark: Remark): string | null {
  const typed = said.get('email')?.text ?? ''
  if (typed === '') {
    wrong('email', 'email-missing')
    return null
  }
  const address = bareAddress(typed)
  if (isAddress(address)) {
    const suspect = suggestedAddress(address)
    if (suspect !== null) remark('email', 'email-suspect', suspect)
    return address
  }
  const domain = domains.get(foldOrganisation(said.get('organisation')?.text ?? '')) ?? null
  wrong('email', 'email-form', suggestedAddress(typed, domain))
  return null
}

function wordOf<T>(
  cell: Said | undefined,
  usual: T | null,
  read: (text: string) => { is: T } | { like: T } | { unknown: readonly T[] },
  say: { missing: () => void; unknown: (like: readonly T[]) => void; like: (value: T) => void },
): T | null {
  if (!cell || cell.text === '') {
    if (usual === null) say.missing()
    return usual
  }
  const found = read(cell.text)
  if ('is' in found) return found.is
  if ('like' in found) {
    say.like(found.like)
    return found.like
  }
  say.unknown(found.unknown)
  return null
}

function mailLanguageOf(
  cell: Said | undefined,
  usual: Locale | null,
  words: WordReaders,
  wrong: Wrong,
  remark: Remark,
): Locale | null {
  if (!cell || cell.text === '') {
    if (usual === null) wrong('language', 'language-missing')
    return usual
  }
  const found = words.mailLanguage(cell.text)
  if ('is' in found) return found.is
  if ('like' in found) {
    remark('language', 'language-like', found.like)
    return found.like
  }
  // Nobody can be written to in a language that we have no mails in.
  if ('other' in found && usual !== null) {
    remark('language', 'language-other', usual)
    return usual
  }
  wrong('language', 'language-unknown')
  return null
}

function answersOf(
  { row, said, problems }: RowToRead,
  questions: readonly ReadableQuestion[],
  category: Category | null,
) {
  const given: Record<string, unknown> = {}
  for (const question of questions) {
    const cell = said.get(`question:${question.key}`)
    if (cell && cell.text !== '') given[question.key] = answerIn(question, cell)
  }
  // A person answers on their own page what the list does not say.
  const asked = questions.map(question => ({ ...question, required: false }))
  const checked = checkAnswers(asked, given, { category })
  if (checked.ok) return keyed(questions, checked.answers)
  for (const [key, code] of Object.entries(checked.errors)) {
    const cell = said.get(`question:${key}`)
    problems.push(error(row, cell?.column ?? null, `answer-${code}`, cell?.text ?? ''))
  }
  return null
}

const keyed = (questions: readonly Question[], answers: ReadonlyMap<string, AnswerValue>) =>
  Object.fromEntries(
    questions.flatMap(({ id, key }) => {
      const value = answers.get(id)
      return value === undefined ? [] : [[key, value]]
    }),
  )

function answerIn(question: ReadableQuestion, { text, kind }: Said): unknown {
  const key = (word: string) => {
    const folded = foldOrganisation(word)
    const found = question.choices.find(choice =>
      [choice.key, ...choice.labels].some(label => foldOrganisation(label) === folded),
    )
    return found?.key ?? word.trim()
  }
  switch (question.kind) {
    case 'number':
      return kind === 'number' ? Number(text) : text
    case 'choice':
      return key(text)
    case 'several': {
      // An option may have a comma of its own.
      const whole = key(text)
      return question.options.includes(whole)
        ? [whole]
        : text
            .split(/[,;\n|]/)
            .filter(part => part.trim() !== '')
            .map(key)
    }
    default:
      return text
  }
}
