import { editingSlots } from '#convene/messages/editing-slots.ts'
import type { PathProblem } from '#convene/seminar/rules/problems.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { documentField, rowOfField, urlField } from '../../rules/document-form.ts'
import { fieldAt, nameOf, type Path } from '../../rules/fields.ts'
import { languagesOf } from '../../rules/parts.ts'
import { slotFields } from '../../rules/slot-form.ts'
import { errorsInWords, sentence } from '../errors-in-words.ts'
import { labelOf } from '../labels.ts'

type Told = { locale: Locale; file: Pick<SeminarFile, 'source' | 'languages'>; at: number; typed: Typed }

/** What the checks of the file refused in a slot, each beside its field, in the order of the page. */
export function slotErrors(problems: readonly PathProblem[], { locale, file, at, typed }: Told): FieldErrors {
  const { source } = file
  const prefix: Path = ['programme', 'slots', at]
  const errors: Record<string, string> = {}
  const others: PathProblem[] = []
  for (const problem of problems) {
    const own = problem.path.slice(prefix.length)
    const inside = prefix.every((step, index) => step === problem.path[index])
    const told = inside ? toldHere(own, problem, locale, typed, source) : null
    if (told) errors[told.field] ??= told.sentence
    else others.push(problem)
  }
  const told = { locale, prefix, within: 'slots' as const, fields: slotFields, typed, source }
  return inOrder({ ...errorsInWords(others, told), ...errors }, languagesOf(file))
}

/** Problems that this form says in words of its own. */
function toldHere(own: Path, { expected }: PathProblem, locale: Locale, typed: Typed, source: Locale) {
  const m = editingSlots[locale]
  const inDocuments = documentField(own, typed, source)
  if (inDocuments !== null) {
    const row = rowOfField(inDocuments) ?? 0
    const what =
      inDocuments === urlField(row) ? m.documentAddress(row + 1) : labelOf(locale, 'slots', ['documents', row])
    return { field: inDocuments, sentence: sentence(locale, expected, what, source) }
  }
  const say = m.errors[expected.code as keyof typeof m.errors]
  const field = fieldAt(own, slotFields, source, typed)
  if (!say || field === null) return null
  const shown = slotFields.find(({ path }) => path.every((step, index) => step === own[index]))
  return { field, sentence: say(labelOf(locale, 'slots', shown?.path ?? own)) }
}

function inOrder(errors: FieldErrors, languages: readonly Locale[]): FieldErrors {
  const place = (name: string) => {
    if (name === '_form') return -1
    const row = rowOfField(name)
    if (row !== null) return slotFields.length + row + (/\.(url|file)$/.test(name) ? 0.5 : 0)
    const at = slotFields.findIndex(
      ({ path }) => name === nameOf(path) || name.startsWith(`${nameOf(path)}.`) || name === `${nameOf(path)}[]`,
    )
    return at === -1 ? slotFields.length : at
  }
  const language = (name: string) => languages.findIndex(locale => name.endsWith(`.${locale}`))
  const ordered = Object.entries(errors).toSorted(([a], [b]) => place(a) - place(b) || language(a) - language(b))
  return Object.fromEntries(ordered)
}
