import { type Locale, locales } from '#ground/languages/locales.ts'
import { actorsWords } from '../../messages/actors.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { commitmentWords } from '../../messages/commitments.ts'
import { journalWords } from '../../messages/journal.ts'
import { memoryWords } from '../../messages/memory.ts'
import { postsWords } from '../../messages/posts.ts'
import { projectsWords } from '../../messages/projects.ts'
import { relationsWords } from '../../messages/relations.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { otherWords } from '../rules/choice-words.ts'
import type { FieldNames } from '../rules/headings.ts'
import { type ChoiceList, choiceLists, fieldNames, type SheetKind, sheetKinds } from '../rules/kinds.ts'
import type { ChoiceWords } from '../rules/values.ts'

/** What a field is called on the pages of a language. */
export function fieldLabel(locale: Locale, field: string): string {
  const words = sheetsFields[locale].fields as Readonly<Record<string, string>>
  const [name = '', language] = field.split('@')
  const label = words[name] ?? name
  return language === undefined ? label : `${label} (${language.toUpperCase()})`
}

/** The same beside a value that says its own unit. */
export function bareLabel(locale: Locale, field: string): string {
  const words = sheetsFields[locale].withoutUnit as Readonly<Record<string, string>>
  return words[field] ?? fieldLabel(locale, field)
}

// The words of the pages: a list is told in a sheet as where it is chosen.
const lists: Record<ChoiceList, (locale: Locale) => Readonly<Record<string, string>>> = {
  organisation: locale => actorsWords[locale].kinds,
  relationship: locale => relationsWords[locale].kinds,
  agreement: locale => agreementsWords[locale].kinds,
  renewal: locale => sheetsFields[locale].choices.renewal,
  interaction: locale => journalWords[locale].kindShort,
  status: locale => projectsWords[locale].statuses,
  circle: locale => memoryWords[locale].circles,
  yes: locale => sheetsFields[locale].choices.yes,
  owed: locale => commitmentWords[locale].owed,
  // What is overdue is open: that is told by its day.
  outcome: locale => {
    const { open, kept, dropped } = commitmentWords[locale].states
    return { open, kept, dropped }
  },
  holder: locale => sheetsFields[locale].choices.holder,
  nature: locale => postsWords[locale].natures,
}
// Longer words of the pages for the same, as in the choices of their forms.
const longer: Partial<typeof lists> = {
  renewal: locale => agreementsWords[locale].renewals,
  interaction: locale => journalWords[locale].kinds,
  holder: locale => relationsWords[locale].seat.holders,
}

/** What the values of a list are called on the pages of a language, in its order. */
export const choiceLabels = (locale: Locale, list: ChoiceList): string[] => Object.values(lists[list](locale))

/** What a value of a list is called on the pages of a language. */
export const choiceLabel = (locale: Locale, list: ChoiceList, value: string): string =>
  lists[list](locale)[value] ?? value

const labelsOf = (words: ((locale: Locale) => Readonly<Record<string, string>>) | undefined) =>
  locales.flatMap(locale => Object.entries(words?.(locale) ?? {}).map(([value, label]) => ({ value, label })))

/** The words by which cells choose from lists, in the four languages: those of the pages come before others. */
export const choiceWords: ChoiceWords = Object.fromEntries(
  choiceLists.map(list => [list, [...labelsOf(lists[list]), ...labelsOf(longer[list]), ...otherWords(list)]]),
) as unknown as ChoiceWords

/** What the columns that we write ourselves are called, in all languages. */
export const namesOfFields: FieldNames = Object.fromEntries(
  sheetKinds.map(kind => [
    kind,
    Object.fromEntries(fieldNames(kind).map(field => [field, locales.map(locale => fieldLabel(locale, field))])),
  ]),
) as Record<SheetKind, Record<string, string[]>>
