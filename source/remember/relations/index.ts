import type { LogWords, TextsOfTable } from '#ground/house.ts'
import { joiningWords } from '../messages/joining.ts'
import { memoryRecords } from '../messages/memory-records.ts'

export { relationRoutes } from './pages/routes.ts'

type FieldName = keyof typeof memoryRecords.en.fields
const texts = (table: string, fields: readonly FieldName[], long: readonly FieldName[] = []): TextsOfTable => ({
  table,
  fields: Object.fromEntries(fields.map(field => [field, locale => memoryRecords[locale].fields[field]])),
  ...(long.length > 0 ? { long } : {}),
})

export const relationTexts: TextsOfTable[] = [
  texts('relationship', ['name', 'reason', 'narrative', 'sensitivity'], ['reason', 'narrative', 'sensitivity']),
  texts('agreement', ['title']),
  texts('network_seat', ['body']),
]

/** That two relationships were joined leaves versions of what moved; that they were one is told by itself. */
export const relationLog: LogWords = {
  noted: {
    'relationships-joined': { part: 'memory', say: locale => joiningWords[locale].log.joined },
    'relationships-apart': { part: 'memory', say: locale => joiningWords[locale].log.apart },
  },
}
