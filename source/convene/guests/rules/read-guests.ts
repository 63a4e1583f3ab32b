import { type Answers, answersSchema, type Category } from '#convene/registration/rules/answers.ts'
import { foldEmail, foldOrganisation, identityWords } from '#convene/registration/rules/fold.ts'
import { type AnswerValue, checkAnswers, type Question } from '#convene/registration/rules/questions.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { bareAddress, isAddress, suggestedAddress } from './address.ts'
import { type GuestField, isGuestField } from './fields.ts'
import { splitName } from './full-name.ts'
import type { GuestTable } from './guest-table.ts'
import type { ErrorCode, Problem, WarningCode } from './problems.ts'
import type { Grid, Merged, SheetCell } from './sheet.ts'
import { readLanguages, type WordReaders, wordReaders } from './words-of-cells.ts'

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

/** One row as a registration; `guest` is null when something in it is wrong. */
export type GuestRow = { row: number; guest: Answers | null }

export type GuestsRead = {
  /** Rows that may be people, in their order, without those that repeat one before. */
  rows: GuestRow[]
  problems: Problem[]
  /** Rows that repeat a person further up. */
  repeated: number
  /** Rows that are nobody: titles, sums, headings again. */
  passedOver: number
}

export type ReadingOptions = {
  defaults: GuestDefaults
  questions: readonly ReadableQuestion[]
  categoryLabels: readonly { value: Category; label: string }[]
  /** Part of the identity by which two rows are one person. */
  seminarId: string
}

/**
 * Reads the rows of a guest list as answers to the form. Nothing is guessed where a mistake would harm: an address is
 * never put right, only a better one proposed. A country or category that can only be one is read so, and told.
 *
 * It goes row by row so that whoever reads 20,000 of them can let others work in between.
 */
export function* readGuests(grid: Grid, table: GuestTable, options: ReadingOptions): Generator<GuestsRead, GuestsRead> {
  const found: GuestsRead = { rows: [], problems: [], repeated: 0, passedOver: 0 }
  const reader = readerOf(grid, table, options, found)
  const seen = { people: new Map<string, number>(), addresses: new Map<string, number>() }
  for (const { number, cells } of grid.sheet.rows) {
    if (number < table.from) continue
    const guest = reader(number, cells)
    yield found
    if (guest === undefined) continue
    if (guest !== null) {
      const identity = identityWords(options.seminarId, guest)
      const before = seen.people.get(identity)
      if (before !== undefined) {
        found.repeated += 1
        found.problems.push(warning(number, null, 'duplicate', guest.email, String(before)))
        continue
      }
      seen.people.set(identity, number)
      const address = foldEmail(guest.email)
      const beside = seen.addresses.get(address)
      if (beside === undefined) seen.addresses.set(address, number)
      else found.problems.push(warning(number, columnOf(table, 'email'), 'same-address', guest.email, String(beside)))
    }
    found.rows.push({ row: number, guest })
  }
  return found
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
const error = problem<ErrorCode>('error')
const warning = problem<WarningCode>('warning')

const columnOf = (table: GuestTable, field: GuestField): number | null =>
  table.columns.find(({ meaning }) => meaning === field)?.column ?? null

type Said = { text: string; column: number | null; kind: SheetCell['kind'] }

// Reads one row: its answers, null when something is wrong with it, undefined when it is nobody.
function readerOf(grid: Grid, table: GuestTable, options: ReadingOptions, found: GuestsRead) {
  const read = table.columns.filter(({ meaning }) => meaning !== null)
  const domains = domainsOf(grid, table)
  const toldBlocks = new Set<Merged>()
  const words = wordReaders(options.categoryLabels)

  return (row: number, cells: readonly SheetCell[]): Answers | null | undefined => {
    const said = new Map<string, Said>()
    let own = 0
    for (const { column, meaning } of read) {
      const at = grid.at(row, column)
      if (at === null) continue
      if (at.from === null) own += 1
      else if (!toldBlocks.has(at.from)) {
        toldBlocks.add(at.from)
        found.problems.push(warning(at.from.row, column, 'merged', at.cell.text, `${at.from.row} ${at.from.toRow}`))
      }
      said.set(meaning as string, { text: at.cell.text.trim(), column, kind: at.cell.kind })
    }
    const why = nobody(grid, table, row, own, said)
    if (why !== null) {
      if (cells.length > 0) {
        found.passedOver += 1
        found.problems.push(warning(row, cells[0]?.column ?? null, why, cells[0]?.text ?? ''))
      }
      return undefined
    }
    const problems: Problem[] = []
    const guest = guestOf({ row, said, problems, domains, words }, table, options)
    found.problems.push(...problems)
    return problems.some(({ tone }) => tone === 'error') ? null : guest
  }
}

function nobody(
  grid: Grid,
  { columns, headingRow }: GuestTable,
  row: number,
  own: number,
  said: ReadonlyMap<string, Said>,
): 'passed-over' | 'heading-again' | null {
  if (own === 0) return 'passed-over'
  // A title across the table stands in one cell over several columns.
  const [only] = said.values()
  if (said.size === 1 && only?.column != null) {
    const block = grid.blockAt(row, only.column)
    if (block !== null && block.toColumn > block.column) return 'passed-over'
  }
  const again =
    headingRow !== null &&
    said.size > 1 &&
    columns.every(({ meaning, heading }) => meaning === null || (said.get(meaning)?.text ?? heading) === heading)
  return again ? 'heading-again' : null
}

type Row = {
  row: number
  said: ReadonlyMap<string, Said>
  problems: Problem[]
  domains: ReadonlyMap<string, string>
  words: WordReaders
}

function guestOf(at: Row, table: GuestTable, options: ReadingOptions): Answers | null {
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

function remarkOnKinds({ row, said, problems }: Row, remark: (field: string, code: WarningCode) => void): void {
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

function nameOf({ said }: Row, table: GuestTable, wrong: Wrong): { givenName: string; familyName: string } | null {
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

function emailOf({ said, domains }: Row, wrong: Wrong, remark: Remark): string | null {
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

function answersOf({ row, said, problems }: Row, questions: readonly ReadableQuestion[], category: Category | null) {
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

/** The domain that most addresses of each organisation have, for an address that lacks its own. */
function domainsOf(grid: Grid, table: GuestTable): Map<string, string> {
  const [email, organisation] = [columnOf(table, 'email'), columnOf(table, 'organisation')]
  const counted = new Map<string, Map<string, number>>()
  if (email === null || organisation === null) return new Map()
  for (const { number } of grid.sheet.rows) {
    if (number < table.from) continue
    const address = bareAddress(grid.at(number, email)?.cell.text ?? '')
    const of = grid.at(number, organisation)?.cell.text
    if (of === undefined || !isAddress(address)) continue
    const key = foldOrganisation(of)
    const domain = address.slice(address.indexOf('@') + 1).toLowerCase()
    const domains = counted.get(key) ?? new Map<string, number>()
    counted.set(key, domains.set(domain, (domains.get(domain) ?? 0) + 1))
  }
  return new Map([...counted].map(([key, domains]) => [key, [...domains].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']))
}
