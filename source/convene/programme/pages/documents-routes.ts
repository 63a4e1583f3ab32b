import { programmeDocuments } from '#convene/messages/programme-documents.ts'
import type { LogWords, Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sendDocuments, showDocuments } from './documents.tsx'

/** The files that released versions name, at the desk: what is open to everybody, and withdrawing it. */
export const programmeDocumentRoutes: Route[] = [
  get('/:l/desk/seminars/:slug/programme/documents', 'office', showDocuments),
  post('/:l/desk/seminars/:slug/programme/documents', 'office', sendDocuments),
]

/** Who kept a file, who withdrew it and who showed it again. */
export const programmeDocumentLog: LogWords = {
  tables: {
    file: {
      part: 'seminar',
      name: locale => programmeDocuments[locale].log.file,
      knownBy: 'name',
      // How visible it is follows from the releases, which the log tells by themselves.
      columns: { withdrawn_at: { label: locale => programmeDocuments[locale].log.withdrawn_at } },
    },
  },
}
