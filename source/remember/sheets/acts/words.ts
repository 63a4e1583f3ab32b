import { locales } from '#ground/languages/locales.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import { otherWords } from '../rules/choice-words.ts'
import type { FieldNames } from '../rules/headings.ts'
import { type ChoiceList, fieldNames, type SheetKind, sheetKinds } from '../rules/kinds.ts'
import type { ChoiceWords } from '../rules/values.ts'

/** What a field is called on the pages of a language. */
export function fieldLabel(locale: (typeof locales)[number], field: string): string {
  const words = sheetsFields[locale].fields as Readonly<Record<string, string>>
  const [name = '', language] = field.split('@')
  const label = words[name] ?? name
  return language === undefined ? label : `${label} (${language.toUpperCase()})`
}

/** What a value of a list is called on the pages of a language. */
export const choiceLabel = (locale: (typeof locales)[number], list: ChoiceList, value: string): string =>
  (sheetsFields[locale].choices[list] as Readonly<Record<string, string>>)[value] ?? value

const lists = Object.keys(sheetsFields.en.choices) as ChoiceList[]

/** The words by which cells choose from lists, in the four languages: those of the pages come before others. */
export const choiceWords: ChoiceWords = Object.fromEntries(
  lists.map(list => [
    list,
    [
      ...locales.flatMap(locale =>
        Object.entries(sheetsFields[locale].choices[list]).map(([value, label]) => ({ value, label })),
      ),
      ...otherWords(list),
    ],
  ]),
) as unknown as ChoiceWords

/** What the columns that we write ourselves are called, in all languages. */
export const namesOfFields: FieldNames = Object.fromEntries(
  sheetKinds.map(kind => [
    kind,
    Object.fromEntries(fieldNames(kind).map(field => [field, locales.map(locale => fieldLabel(locale, field))])),
  ]),
) as Record<SheetKind, Record<string, string[]>>
