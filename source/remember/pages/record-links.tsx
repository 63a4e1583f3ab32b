import type { Visit } from '#ground/house.ts'
import { memoryWords } from '../messages/memory.ts'
import { sharingWords } from '../messages/sharing.ts'
import type { RecordTable } from '../rules/record-address.ts'
import { addressIn, type Memory } from './memory.ts'

/** From a record to its history and to showing it to somebody: beside what else its keepers can do. */
export function RecordLinks(props: { visit: Visit; memory: Memory; table: RecordTable; id: string }) {
  const { visit, memory, table, id } = props
  const at = (path: string) => addressIn(visit, memory, `/records/${table}/${id}${path}`)
  return (
    <>
      <a href={at('/share')}>{sharingWords[visit.locale].share}</a>
      <a href={at('')}>{memoryWords[visit.locale].sections.history}</a>
    </>
  )
}
