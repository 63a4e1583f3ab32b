import type { LogWords, Route, TextsOfTable } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { get, post } from '#ground/web/route.ts'
import { documentWords } from '../messages/kept-documents.ts'
import {
  fileBodyLimit,
  sendDocumentRemoval,
  sendVersion,
  showDocument,
  showDocumentRemoval,
} from './pages/document.tsx'
import { sendDocumentForm, showDocumentForm } from './pages/document-form.tsx'
import { showDocuments, showDocumentsDue } from './pages/documents.tsx'

export { documentJobs } from './acts/read-waiting.ts'

const documents = '/:l/territories/:slug/documents'

export const documentRoutes: Route[] = [
  get(documents, 'everyone', showDocuments),
  get(`${documents}/new`, 'office', showDocumentForm(true)),
  post(`${documents}/new`, 'office', sendDocumentForm(true), { bodyLimit: fileBodyLimit }),
  get(`${documents}/due`, 'office', showDocumentsDue),
  get(`${documents}/:id`, 'everyone', showDocument),
  get(`${documents}/:id/edit`, 'office', showDocumentForm(false)),
  post(`${documents}/:id/edit`, 'office', sendDocumentForm(false)),
  post(`${documents}/:id/versions`, 'office', sendVersion, { bodyLimit: fileBodyLimit }),
  get(`${documents}/:id/remove`, 'office', showDocumentRemoval),
  post(`${documents}/:id/remove`, 'office', sendDocumentRemoval),
]

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
