export {
  formatOf,
  type MailAddress,
  type MailRead,
  type NotRead,
  type PackedSheet,
  type SheetOfCells,
  type WordsRead,
} from './order.ts'
export { type ReadingBounds, readSavedMail, readSentSheets, readWords, usualBounds } from './read-apart.ts'
export { unpackSheet } from './sheets.ts'
