import type { House } from '#ground/house.ts'
import type { SealedPerson } from '../store/persons.ts'
import type { PersonBefore } from '../store/write.ts'

/** Names and addresses that an import changed: as they were, and as it wrote them. */
export type PersonsChanged = { before: PersonBefore[]; after: PersonBefore[] }

const purposeOf = (batch: string) => `persons before import ${batch}`

/**
 * Names have no history of their own: what an import changed of them is kept sealed, for as long as it may be undone, of each
 * contact by itself: an erasure takes out those of one person.
 */
export function sealPersons(
  { keys }: Pick<House, 'keys'>,
  batch: string,
  { before, after }: PersonsChanged,
): SealedPerson[] {
  const written = new Map(after.map(one => [one.contact, one]))
  return before.flatMap(one => {
    const now = written.get(one.contact)
    const said = Buffer.from(JSON.stringify({ before: one, after: now }))
    return now === undefined ? [] : [{ contact: one.contact, sealed: keys.seal(purposeOf(batch), said) }]
  })
}

/** What was sealed; nothing of what cannot be opened any more. */
export function openPersons(
  { keys }: Pick<House, 'keys'>,
  batch: string,
  sealed: readonly SealedPerson[],
): PersonsChanged {
  const opened = sealed.flatMap(one => {
    const said = keys.open(purposeOf(batch), one.sealed)
    return said === null
      ? []
      : [JSON.parse(Buffer.from(said).toString('utf8')) as { before: PersonBefore; after: PersonBefore }]
  })
  return { before: opened.map(one => one.before), after: opened.map(one => one.after) }
}
