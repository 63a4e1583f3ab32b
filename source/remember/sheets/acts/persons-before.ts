import type { House } from '#ground/house.ts'
import type { PersonBefore } from '../store/write.ts'

/** Names and addresses that an import changed: as they were, and as it wrote them. */
export type PersonsChanged = { before: PersonBefore[]; after: PersonBefore[] }

const purposeOf = (batch: string) => `persons before import ${batch}`

/** Names have no history of their own: what an import changed of them is kept sealed, for as long as it may be undone. */
export const sealPersons = ({ keys }: Pick<House, 'keys'>, batch: string, persons: PersonsChanged): Buffer =>
  keys.seal(purposeOf(batch), Buffer.from(JSON.stringify(persons)))

/** What was sealed; null when it cannot be opened any more. */
export function openPersons({ keys }: Pick<House, 'keys'>, batch: string, sealed: Uint8Array): PersonsChanged | null {
  const opened = keys.open(purposeOf(batch), sealed)
  return opened === null ? null : (JSON.parse(Buffer.from(opened).toString('utf8')) as PersonsChanged)
}
