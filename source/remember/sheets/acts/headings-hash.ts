import { createHash } from 'node:crypto'
import { fold } from '../rules/values.ts'

/** What headings are remembered by: their words in their order, capitals and accents aside. */
export const headingsHash = (columns: readonly { column: number; above: string; own: string }[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ column, above, own }) => [column, fold(above), fold(own)])))
    .digest('hex')
