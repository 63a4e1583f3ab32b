export type { DocumentData, DocumentToMake, MadePdf } from './document.ts'
export { closeDocuments, makePdf } from './make-pdf.ts'
