import type { Visibility } from '#ground/database/tables.ts'
import type { Visit } from '#ground/house.ts'
import { memoryWords } from '../messages/memory.ts'
import type { RecordTable } from '../rules/record-address.ts'
import { addressIn, type Memory } from './memory.ts'

type FootProps = {
  visit: Visit
  memory: Memory
  table: RecordTable
  id: string
  /** Who sees the record. */
  circle: Visibility
}

const shared: readonly RecordTable[] = [
  'relationship',
  'activity',
  'interaction',
  'decision',
  'memory_document',
  'note',
]

/** Under every record, for those inside: who sees it, its history, and showing it to somebody. */
export function RecordFoot({ visit, memory, table, id, circle }: FootProps) {
  if (!memory.inside) return null
  const m = memoryWords[visit.locale].foot
  const at = `/records/${table}/${id}`
  return (
    <p class="small record-foot">
      {m.seenBy} {memoryWords[visit.locale].circles[circle]}
      {' · '}
      <a href={addressIn(visit, { ...memory, knownOn: null }, at)}>{m.history}</a>
      {memory.edits && shared.includes(table) ? (
        <>
          {' · '}
          <a href={addressIn(visit, memory, `${at}/share`)}>{m.share}</a>
        </>
      ) : null}
    </p>
  )
}
