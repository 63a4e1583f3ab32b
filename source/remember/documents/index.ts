import type { LogWords, TextsOfTable } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { documentWords } from '../messages/kept-documents.ts'

export { documentJobs } from './acts/read-waiting.ts'
export { documentRoutes } from './pages/routes.ts'

export const documentTexts: TextsOfTable[] = [
  { table: 'memory_document', fields: { title: (locale: Locale) => documentWords[locale].fields.title } },
]

/** How what leaves no version is told: that a document went, and that its day was past. */
export const documentLog: LogWords = {
  noted: {
    'document-removed': { part: 'texts', say: locale => documentWords[locale].noted.removed },
    'document-past-due-removed': { part: 'texts', say: locale => documentWords[locale].noted.pastDue },
  },
}
