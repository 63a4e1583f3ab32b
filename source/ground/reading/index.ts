export { formatOf, type MailAddress, type MailRead, type NotRead, type WordsRead } from './order.ts'
export { type ReadingBounds, readSavedMail, readWords, usualBounds } from './read-apart.ts'
