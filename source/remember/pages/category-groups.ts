import type { Locale } from '#ground/languages/locales.ts'
import {
  type Category,
  everydayCategories,
  organisationCategories,
  projectCategories,
} from '../documents/rules/categories.ts'
import { categoryWords } from '../messages/document-categories.ts'
import { documentWords } from '../messages/kept-documents.ts'

/** The categories of documents to choose from, those of every day first. */
export function categoryGroups(locale: Locale) {
  const { groups } = documentWords[locale]
  const named = (codes: readonly Category[]) => codes.map(value => ({ value, label: categoryWords[locale][value] }))
  return [
    { label: groups.everyday, choices: named(everydayCategories) },
    { label: groups.project, choices: named(projectCategories.filter(code => !everydayCategories.includes(code))) },
    { label: groups.organisation, choices: named(organisationCategories) },
  ]
}
