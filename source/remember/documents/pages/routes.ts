import type { Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { itself, newOne } from '../../pages/record-form.tsx'
import { fileBodyLimit, sendDocumentRemoval, sendVersion, showDocument, showDocumentRemoval } from './document.tsx'
import { documentForm, newDocumentForm } from './document-form.tsx'
import { showDocuments, showDocumentsDue } from './documents.tsx'

const documents = '/:l/territories/:slug/documents'

export const documentRoutes: Route[] = [
  get(documents, 'everyone', showDocuments),
  get(`${documents}/new`, 'office', newDocumentForm.show(newOne)),
  post(`${documents}/new`, 'office', newDocumentForm.send(newOne), { bodyLimit: fileBodyLimit }),
  get(`${documents}/due`, 'office', showDocumentsDue),
  get(`${documents}/:id`, 'everyone', showDocument),
  get(`${documents}/:id/edit`, 'office', documentForm.show(itself)),
  post(`${documents}/:id/edit`, 'office', documentForm.send(itself)),
  post(`${documents}/:id/versions`, 'office', sendVersion, { bodyLimit: fileBodyLimit }),
  get(`${documents}/:id/remove`, 'office', showDocumentRemoval),
  post(`${documents}/:id/remove`, 'office', sendDocumentRemoval),
]
